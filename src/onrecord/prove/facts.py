"""What statements say of days: each fact is a few bounds, and remembers the statement that it comes from."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.model.when import Interval
from onrecord.prove.places import DAYS_MISSING_IN_A_MONTH, MONTH, place


class Bound(msgspec.Struct, frozen=True):
    """The place of ``second`` is at most ``most`` more than that of ``first``; None is the calendar's beginning.

    A point is a day that need not be known, under any name that is the same wherever the same day is meant. See
    ``places`` for how days are numbered.
    """

    first: str | None
    second: str | None
    most: int


Way = tuple[Bound, ...]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """What one statement says: all bounds of one of its ``ways`` hold. Most facts have one way.

    ``id`` names the statement, and is told back in a conflict; no two facts of one question share it. ``line`` is the
    statement in words that a copy editor can check: "Ada Quill, 41 on 2025-11-13: born 1983-11-14 to 1984-11-13".
    ``names`` are its points in words: ("birth of p1", "Ada Quill's birth").
    """

    id: str
    line: str
    ways: tuple[Way, ...]
    names: tuple[tuple[str, str], ...] = ()


def within(point: str, days: Interval) -> Way:
    """Say that a point is one of these days; an open end says nothing."""
    earliest = (Bound(point, None, -place(days.earliest)),) if days.earliest else ()
    return (*earliest, Bound(None, point, place(days.latest))) if days.latest else earliest


def apart(first: str, second: str, *, at_least_months: int, under_months: int | None = None, at_event: bool) -> Way:
    """Say how long ``second`` comes after ``first``, as ages are counted: at least some months, and under some.

    Whoever was born on 29 February may count 28 February or 1 March as the birthday. On a story's own unknown day one
    custom is as good as the other; at another point (``at_event``) the bound gives way by the days that the shortest
    month lacks, so that what it excludes is impossible by either custom.
    """
    slack = DAYS_MISSING_IN_A_MONTH if at_event else 0
    least = Bound(second, first, slack - at_least_months * MONTH)
    return (least,) if under_months is None else (least, Bound(first, second, under_months * MONTH - 1))


def before(first: str, second: str, *, same_day: bool = True) -> Way:
    """Say that ``first`` does not come after ``second``; without ``same_day`` it comes on an earlier day."""
    return (Bound(second, first, 0 if same_day else -1),)


def either(*ways: Iterable[Bound]) -> tuple[Way, ...]:
    """Return ways of which at least one holds: an age gap leaves open who is the older one."""
    return tuple(tuple(way) for way in ways)
