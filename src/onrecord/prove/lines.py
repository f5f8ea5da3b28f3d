"""Writes a clash as lines that a copy editor can redo with a pencil."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.prove.conflicts import Conflict
from onrecord.prove.places import MONTH, day_from, day_until


def lines(conflict: Conflict) -> tuple[str, ...]:
    """Return a line for each fact, in the order in which the clash is worked out, and one for what is left of it.

    A fact that ties two days also tells what follows: "Ruth is the mother of Ada: so Ruth's birth by 1983-11-13".
    """
    if not conflict.chain:
        return (*(fact.line for fact in conflict.facts), "no way round do all of these fit")
    names = {point: name for fact in conflict.facts for point, name in fact.names}
    anchored = conflict.chain[0][1].first is None
    steps = _from_the_calendar(conflict, names) if anchored else _from_each_other(conflict, names)
    return tuple(dict.fromkeys(steps))


def _from_the_calendar(conflict: Conflict, names: Mapping[str, str]) -> Iterator[str]:
    """Follow the latest days along the chain, to the point that has none left."""
    at = 0
    for fact, bound in conflict.chain:
        line = conflict.facts[fact].line
        if bound.second is None:
            yield line
            yield f"no day is left for {_name(bound.first, names)}: {_by(at)} and {_from(-bound.most)}"
        else:
            at += bound.most
            yield line if bound.first is None else f"{line}: so {_name(bound.second, names)} {_by(at)}"


def _from_each_other(conflict: Conflict, names: Mapping[str, str]) -> Iterator[str]:
    """Add up how far the points lie apart, round to the first one again."""
    start = conflict.chain[0][1].first
    at = 0
    for fact, bound in conflict.chain:
        at += bound.most
        yield f"{conflict.facts[fact].line}: so {_name(bound.second, names)} is {_apart(at)} {_name(start, names)}"


def _name(point: str | None, names: Mapping[str, str]) -> str:
    return names.get(point or "", point or "the calendar")


def _by(place: int) -> str:
    return f"by {day_until(place) or 'no day of the calendar'}"


def _from(place: int) -> str:
    return f"from {day_from(place) or 'no day of the calendar'} on"


def _apart(places: int) -> str:
    """Write a distance: "at least 2 years 1 month before", "at most 41 years after"."""
    months, days = divmod(abs(places), MONTH)
    counts = ((months // 12, "year"), (months % 12, "month"), (days, "day"))
    length = " ".join(f"{count} {unit}" if count == 1 else f"{count} {unit}s" for count, unit in counts if count)
    if places == 0:
        return "no later than"
    return f"at least {length} before" if places < 0 else f"at most {length} after"
