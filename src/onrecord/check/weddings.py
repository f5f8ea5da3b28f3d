"""The one wedding of a story, and how the marriage ended."""

from __future__ import annotations

from datetime import date

from onrecord.model.case import Case
from onrecord.model.statement import Event

_ENDS = frozenset(("separation", "divorce_filing", "divorce", "death"))


def only_wedding(case: Case) -> Event | None:
    """Return the wedding that the story dates in plain fact, if it tells of just one.

    What it tells of the same two without a date ("married for 13 years") is no other wedding.
    """
    weddings = [event for event in case.all(Event) if event.event == "marriage"]
    dated = [event for event in weddings if days_of(event)]
    if len(dated) != 1 or any(set(event.who) != set(dated[0].who) for event in weddings):
        return None
    return dated[0] if dated[0].reported == "fact" else None


def ends(case: Case, wedding: Event) -> tuple[Event, ...]:
    """Return what the story tells of the end of a marriage: partings of the couple, the death of either."""
    couple = set(wedding.who)
    return tuple(event for event in case.all(Event) if event.event in _ENDS and couple & set(event.who))


def days_of(event: Event) -> tuple[date, date] | None:
    """Return the first and the last day on which an event may have been, None where the story does not tell both."""
    when = event.when
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None
