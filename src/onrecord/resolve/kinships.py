"""Turns the marks of kin into one statement for each relation of two people."""

from __future__ import annotations

from collections.abc import Iterator, Set

import msgspec

from onrecord.model.marks import Age, Event, Marks
from onrecord.model.marks import Kin as KinMark
from onrecord.model.statement import Kin, Relation, Status
from onrecord.resolve.who import Who

_DIRECTED: frozenset[Relation] = frozenset(("parent", "grandparent"))
_COUPLES: frozenset[Relation] = frozenset(("spouse", "partner", "engaged"))
_BONDS: tuple[Relation, ...] = ("spouse", "engaged")
_TIMES: tuple[Status, ...] = ("current", "former", "future")
_ALL = (*_TIMES, None)
MOST_PEOPLE = 12
YOUNGEST_IN_LOVE_YEARS = 16

Key = tuple[str, Relation, str, Status | None]


def kinships(marks: Marks, who: Who) -> Iterator[Kin]:
    """Yield each relation of two people once, with every place that tells it.

    A married couple is nobody's partner as well, unless that was before.
    """
    told: dict[Key, Kin] = {}
    young = _young(marks, who)
    for mark in sorted(marks.of(KinMark), key=lambda mark: mark.span):
        for kin in _pairs(mark, who):
            if mark.relation in _COUPLES and not young.isdisjoint((kin.from_, kin.to)):
                continue
            key = (kin.from_, kin.relation, kin.to, mark.status)
            told[key] = _joined(told[key], kin) if key in told else kin
    dead = set(who.all_of(span for event in marks.of(Event) if event.event == "death" for span in event.who))
    told = _timed(told, dead)
    for key, kin in told.items():
        if not _is_told_better(key, told):
            yield kin


def _young(marks: Marks, who: Who) -> set[str]:
    """Return who is told to be too young for love now."""
    return {
        person
        for age in marks.of(Age)
        if not age.other_time and age.under_months <= YOUNGEST_IN_LOVE_YEARS * 12
        for person in who.of(age.who)
    }


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


def _timed(told: dict[Key, Kin], dead: Set[str]) -> dict[Key, Kin]:
    """Give a tie that is told without its time the one time that is told elsewhere, else now.

    What is told so of somebody who is told to be with another now is over, and so is any tie to the
    ``dead``. That two are a couple says no more than that they are, or were, engaged or married.
    """
    timed: dict[Key, Kin] = {}
    for (one, relation, other, status), kin in told.items():
        over = status == "current" and relation in _COUPLES and not dead.isdisjoint((one, other))
        if status:
            _add(timed, kin, "former" if over else status)
    bound = [key for key in timed if key[1] in _COUPLES and key[3] == "current" and timed[key].reported == "fact"]
    for (one, relation, other, status), kin in told.items():
        ends = {one, other}
        if status or (
            relation == "partner" and any((one, bond, other, time) in told for bond in _BONDS for time in _ALL)
        ):
            continue
        times = [time for time in _TIMES if (one, relation, other, time) in timed]
        elsewhere = any(ends & {key[0], key[2]} and ends != {key[0], key[2]} for key in bound)
        bond = relation in _COUPLES and kin.reported == "fact"
        over = bond and (elsewhere or not dead.isdisjoint(ends))
        _add(timed, kin, times[0] if times else "former" if over else "current")
    return dict(sorted(timed.items(), key=lambda item: item[1].spans[0]))


def _add(timed: dict[Key, Kin], kin: Kin, status: Status) -> None:
    key = (kin.from_, kin.relation, kin.to, status)
    told = msgspec.structs.replace(kin, status=status)
    timed[key] = _joined(timed[key], told) if key in timed else told


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


def _ties(one: str, other: str) -> Iterator[Key]:
    """Yield the ties of love of two people."""
    first, second = sorted((one, other))
    yield from ((first, relation, second, time) for relation in _COUPLES for time in _TIMES)


def _is_told_better(key: Key, told: dict[Key, Kin]) -> bool:
    """Tell whether a relation says less than another of the same two people, or has less behind it."""
    one, relation, other, status = key
    if relation == "parent" and (other, relation, one, status) in told:
        return len(told[key].spans) < len(told[other, relation, one, status].spans)
    often = len(told[key].spans)
    if relation == "sibling" and any(
        often <= len(told[line].spans) for line in _blood(one, other) if line in told and line[1] != "sibling"
    ):
        return True
    if relation in _COUPLES and any(often <= len(told[blood].spans) for blood in _blood(one, other) if blood in told):
        return True
    if relation not in _COUPLES and any(often < len(told[tie].spans) for tie in _ties(one, other) if tie in told):
        return True
    if relation == "partner":
        better = [(one, "spouse", other, "current"), (one, "spouse", other, "former"), (one, "engaged", other, status)]
        kind = told[key].reported
        return any(each in told and (told[each].reported == "fact" or kind == "claim") for each in better)
    called_off = relation == "spouse" and status == "future" and (one, "engaged", other, "former") in told
    return called_off or (relation in _COUPLES and _is_a_parents(key, told))


def _is_a_parents(key: Key, told: dict[Key, Kin]) -> bool:
    """Tell whether somebody's tie is told as often or more of one of their parents: nobody shares a love with them."""
    one, relation, other, status = key
    for child, love in ((one, other), (other, one)):
        parents = [first for first, kind, second, _ in told if kind == "parent" and second == child]
        for parent in parents:
            first, second = sorted((parent, love))
            same = told.get((first, relation, second, status))
            if same and len(same.spans) >= len(told[key].spans):
                return True
    return False
