"""Flags a couple who are told to be together and to have parted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Event, Kin

_NOW = re.compile(r"\b(?:wife|husband|hubby|spouse)\b")
_TURNS = frozenset(("separation", "divorce", "divorce_filing", "relationship_start", "marriage", "engagement", "death"))


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare what the story states in plain fact of each couple: husband and wife now, and once.

    Where the story tells how they parted or came together again, both may be true in turn, and nothing is said.
    """
    turns = {frozenset(event.who) for event in case.all(Event) if event.event in _TURNS}
    couples: dict[frozenset[str], list[Kin]] = {}
    for kin in case.all(Kin):
        if kin.relation == "spouse" and kin.reported == "fact" and kin.status != "future":
            couples.setdefault(frozenset((kin.from_, kin.to)), []).append(kin)
    for pair, told in couples.items():
        now = [kin for kin in told if kin.status == "current" and _NOW.search(kin.spans[0].text)]
        once = [kin for kin in told if kin.status == "former"]
        if not now or not once or any(pair & turn for turn in turns):
            continue
        one, other = case.person(now[0].from_).name, case.person(now[0].to).name
        says = ((now[0], f"{one} and {other} are married"), (once[0], f"{one} and {other} were married"))
        yield Finding(
            level="unclear",
            message=f"{one} and {other} are told to be married, and to have been",
            spans=tuple(Says.of(kin.spans[0], line) for kin, line in says),
            reason=tuple(f"“{kin.spans[0].text}”: {line}" for kin, line in says),
            statements=(now[0].id, once[0].id),
        )
