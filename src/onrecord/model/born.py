"""When somebody was born, as one statement of a story allows it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from onrecord.model.span import Span
from onrecord.model.statement import Age, Event
from onrecord.model.when import Interval, When, birth, interval

_NOT_SURE = frozenset("~?%")


def born(statement: Age | Event, published: date | None) -> Interval | None:
    """Return the days on which the person of this age, or of this birth, may have been born.

    ``published`` is the story's own day, which an age holds on when it tells no other. None when the days cannot be
    known: no day told, a day that is only about right (EDTF ``~`` and ``?``), an age that no calendar reaches.
    """
    if isinstance(statement, Event):
        return _sure(statement.when) if statement.event == "birth" else None
    if statement.when is not None:
        on = _sure(statement.when)
    else:
        on = interval(published, published) if published and not statement.other_time else None
    return _born_by_age(statement, on) if on else None


def whose_birth(statement: Age | Event, children: Collection[str]) -> tuple[str, ...]:
    """Return the people whose birth day the statement tells.

    The people of a birth are often the mother and the child: of those, whoever is one of ``children`` was born then.
    Where nobody is, the words must tell of being born. Where the child has no name, ``what`` tells it, and the people
    are its parents.
    """
    if isinstance(statement, Age):
        return (statement.who,)
    if statement.what:
        return ()
    newborn = tuple(person for person in statement.who if person in children)
    if newborn:
        return newborn
    return statement.who if any(map(says_born, statement.spans)) else ()


def says_born(words: Span) -> bool:
    """Tell whether words are about whoever was born, not the mother: "born", or the BIRT of a family file."""
    return "born" in words.text.lower() or "BIRT" in words.text


def _sure(when: When | None) -> Interval | None:
    if when is None or not (when.earliest or when.latest) or _NOT_SURE & set(when.edtf or ""):
        return None
    if when.earliest and when.latest and when.earliest > when.latest:
        return None
    return when.interval


def _born_by_age(age: Age, on: Interval) -> Interval | None:
    try:
        first, last = (
            birth(day, at_least_months=age.at_least_months, under_months=age.under_months) if day else None
            for day in (on.earliest, on.latest)
        )
        return interval(first.earliest if first else None, last.latest if last else None)
    except (ValueError, OverflowError):
        return None
