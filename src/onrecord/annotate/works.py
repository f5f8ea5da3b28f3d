"""Tells titles of works and their characters from people: "a showing of …", "the … trailer", "for playing …"."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.annotate.capitals import Run
from onrecord.annotate.lexicon import given
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document

_SHOWN = listed("showing screening trailer sequel prequel remake reboot adaptation soundtrack finale cast")
_SHOWN_OF = listed("of for to")
_OF_WORKS = listed("screener trailer soundtrack sequel prequel screening remake reboot screenplay")
_PLAYING = listed("playing plays portraying portrays portrayed")
_BEHIND_CHARACTERS = listed("in on from opposite alongside")


def is_work(document: Document, runs: Iterable[Run]) -> bool:
    """Tell whether a name is a title: something of it was shown; "the Kim Lee trailer" may be about a person."""
    return any(_is_shown(document, run) for run in runs if not run.title and not given(run.key.split()[0]))


def _is_shown(document: Document, run: Run) -> bool:
    words = document.words
    before = [word.text.lower() for word in words[max(0, run.first - 2) : run.first]]
    if len(before) == 2 and before[0] in _SHOWN and before[1] in _SHOWN_OF:
        return True
    return run.last < len(words) and words[run.last].text.lower() in _OF_WORKS


def is_character(document: Document, runs: Iterable[Run]) -> bool:
    """Tell whether a name is only ever somebody's part: "best known for playing Ann Lee in a comedy"."""
    return all(_is_played(document, run) for run in runs)


def _is_played(document: Document, run: Run) -> bool:
    words = document.words
    if not run.first or run.last >= len(words) or run.title:
        return False
    after = words[run.last].text.lower()
    return words[run.first - 1].text.lower() in _PLAYING and after in _BEHIND_CHARACTERS
