"""Keeps stories, what they say, and what people have judged, in a database; nothing that was stored is ever lost.

>>> from onrecord import store
>>> with store.opened("onrecord.db", new=True) as engine:
...     store.add(engine, [case])
...     for found in store.find(engine, "Jane Roe"):
...         print(found.name, store.portrait(engine, found.who).born)
"""

from onrecord.store.adding import Added, add, key
from onrecord.store.gathering import clashes, everything, family, origins, portrait, quotes
from onrecord.store.judging import VERDICTS, judge, judgements, undo
from onrecord.store.looking import NobodyFound, doubts, everybody, find, found, stories, story, who
from onrecord.store.opening import opened
from onrecord.store.settling import settle

__all__ = [
    "VERDICTS",
    "Added",
    "NobodyFound",
    "add",
    "clashes",
    "doubts",
    "everybody",
    "everything",
    "family",
    "find",
    "found",
    "judge",
    "judgements",
    "key",
    "opened",
    "origins",
    "portrait",
    "quotes",
    "settle",
    "stories",
    "story",
    "undo",
    "who",
]
