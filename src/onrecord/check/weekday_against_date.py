"""Flags a weekday that its date does not fall on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.check.written_days import MONTHS, WEEKDAYS, WrittenDay, written_days
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says

NEAR_DAYS = 60  # a day without its year that comes this close to the story's own day is that one and no other
_FIRST_YEAR = 1753  # before, English dates were counted by the Julian calendar


def check(case: Case) -> Iterator[Finding | Held]:
    """Look up the weekday of each day that is written with one.

    Without a year the day next to the story's own day is meant when it is near; else the story's year, the one before
    and the one after are tried. The level is lower: the story may speak of a day long ago. Without a publication day
    nothing is said then.
    """
    for day in written_days(case.story.text):
        if day.weekday is None:
            continue
        if day.year:
            years = [day.year] if day.year >= _FIRST_YEAR else []
        else:
            years = _likely_years(day, case.story.published) if case.story.published else []
        fall_on = {year: found.weekday() for year in years if (found := _date(year, day.month, day.day))}
        if fall_on:
            yield _compare(day, day.weekday, fall_on)


def _compare(day: WrittenDay, weekday: int, fall_on: dict[int, int]) -> Finding | Held:
    spans = (Says.of(day.span, f"a {WEEKDAYS[weekday]}"),)
    reason = tuple(f"{MONTHS[day.month]} {day.day}, {year} is a {WEEKDAYS[found]}" for year, found in fall_on.items())
    fits = next((line for line, found in zip(reason, fall_on.values(), strict=True) if found == weekday), None)
    if fits:
        return Held(message=fits, spans=spans, reason=(fits,))
    return Finding(
        level="impossible" if day.year else "unlikely",
        message=f"“{day.span.text}”, but {reason[0]}",
        spans=spans,
        reason=reason,
    )


def _likely_years(day: WrittenDay, published: date) -> list[int]:
    years = [published.year + step for step in (0, -1, 1)]
    apart = {year: abs((on - published).days) for year in years if (on := _date(year, day.month, day.day))}
    near = [year for year, days in apart.items() if days <= NEAR_DAYS]
    return near or years


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
