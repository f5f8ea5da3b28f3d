"""Turns the marks of kin into one statement for each relation of two people."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.model.marks import Kin as KinMark
from onrecord.model.marks import Marks
from onrecord.model.statement import Kin, Relation, Status
from onrecord.resolve.who import Who

_DIRECTED: frozenset[Relation] = frozenset(("parent", "grandparent"))
_COUPLES: frozenset[Relation] = frozenset(("spouse", "partner", "engaged"))
_TIMES: tuple[Status, ...] = ("current", "former", "future")
MOST_PEOPLE = 12

Key = tuple[str, Relation, str, Status | None]


def kinships(marks: Marks, who: Who) -> Iterator[Kin]:
    """Yield each relation of two people once, with every place that tells it.

    A married couple is nobody's partner as well, unless that was before.
    """
    told: dict[Key, Kin] = {}
    for mark in sorted(marks.of(KinMark), key=lambda mark: mark.span):
        for kin in _pairs(mark, who):
            key = (kin.from_, kin.relation, kin.to, mark.status)
            told[key] = _joined(told[key], kin) if key in told else kin
    told = _timed(told)
    for key, kin in told.items():
        if not _is_told_better(key, told):
            yield kin


def _pairs(mark: KinMark, who: Who) -> Iterator[Kin]:
    first, second = who.of(mark.from_), who.of(mark.to)
    if len(first) > MOST_PEOPLE or len(second) > MOST_PEOPLE or (mark.from_ == mark.to and len(first) != 2):
        return
    pairs = [first] if mark.from_ == mark.to else [(one, other) for one in first for other in second if one != other]
    for one, other in pairs:
        ends = (one, other) if mark.relation in _DIRECTED else tuple(sorted((one, other)))
        yield Kin(
            id="",
            from_=ends[0],
            relation=mark.relation,
            to=ends[1],
            status=mark.status or "current",
            detail=mark.detail,
            spans=(mark.span,),
            reported=mark.reported,
        )


def _timed(told: dict[Key, Kin]) -> dict[Key, Kin]:
    """Give a tie that is told without its time the one time that is told elsewhere, else now."""
    timed = {key: kin for key, kin in told.items() if key[3]}
    for (one, relation, other, status), kin in told.items():
        if status:
            continue
        times = [time for time in _TIMES if (one, relation, other, time) in timed]
        key = (one, relation, other, times[0] if times else "current")
        timed[key] = _joined(timed[key], kin) if times else kin
    return dict(sorted(timed.items(), key=lambda item: item[1].spans[0]))


def _joined(first: Kin, second: Kin) -> Kin:
    """Join two tellings: all places, a fact rather than a claim, the first detail."""
    spans = tuple(sorted({*first.spans, *second.spans}))
    return msgspec.structs.replace(
        first,
        spans=spans,
        detail=first.detail or second.detail,
        reported="fact" if "fact" in (first.reported, second.reported) else "claim",
    )


def _blood(one: str, other: str) -> Iterator[Key]:
    yield (min(one, other), "sibling", max(one, other), "current")
    for relation in _DIRECTED:
        yield (one, relation, other, "current")
        yield (other, relation, one, "current")


def _is_told_better(key: Key, told: dict[Key, Kin]) -> bool:
    """Tell whether a relation says less than another of the same two people, or has less behind it."""
    one, relation, other, status = key
    if relation == "parent" and (other, relation, one, status) in told:
        return len(told[key].spans) < len(told[other, relation, one, status].spans)
    if relation in _COUPLES and any(blood in told for blood in _blood(one, other)):
        return True
    if relation == "partner":
        return any((one, "spouse", other, time) in told for time in ("current", "former")) or (
            (one, "engaged", other, status) in told
        )
    return False
