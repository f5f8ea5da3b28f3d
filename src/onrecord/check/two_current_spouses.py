"""Flags somebody who is told to be married to two people at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Event, Kin

DEFAULT = False  # on real stories it finds misreadings of "his wife" only

_NOW = re.compile(r"\b(?:wife|husband|hubby|spouse)\b")
_ENDS = frozenset(("death", "divorce", "divorce_filing", "separation"))


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare the husbands and wives whom the story states in plain fact and as current.

    Whoever has died, or has parted from a spouse anywhere in the story, is left out: stories go on calling a late
    husband a husband.
    """
    over = {person for event in case.all(Event) if event.event in _ENDS for person in event.who}
    over |= {person for kin in case.all(Kin) if kin.status == "former" for person in (kin.from_, kin.to)}
    spouses: dict[str, list[Kin]] = {}
    for kin in case.all(Kin):
        if _is_current(kin) and not over & {kin.from_, kin.to}:
            spouses.setdefault(kin.from_, []).append(kin)
            spouses.setdefault(kin.to, []).append(kin)
    for person, told in spouses.items():
        if len(told) > 1:
            name = case.person(person).name
            others = [case.person(kin.to if kin.from_ == person else kin.from_).name for kin in told]
            yield Finding(
                level="unlikely",
                message=f"{name} is told to be married to {' and to '.join(others)}",
                spans=tuple(
                    Says.of(kin.spans[0], f"{name} and {other}") for kin, other in zip(told, others, strict=True)
                ),
                reason=tuple(
                    f"“{kin.spans[0].text}”: {name} and {other}" for kin, other in zip(told, others, strict=True)
                ),
                statements=tuple(kin.id for kin in told),
            )


def _is_current(kin: Kin) -> bool:
    told = kin.relation == "spouse" and kin.status == "current" and kin.reported == "fact" and not kin.detail
    return told and bool(_NOW.search(kin.spans[0].text))
