"""Flags a weekday that its date does not fall on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.check.written_days import MONTHS, WEEKDAYS, WrittenDay, written_days
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says

_FIRST_YEAR = 1753  # before, English dates were counted by the Julian calendar


def check(case: Case) -> Iterator[Finding | Held]:
    """Look up the weekday of each day that is written with one.

    Without a year the story's own year, the one before and the one after are tried, and the level is lower: the story
    may speak of a day long ago. Without a publication day nothing is said then.
    """
    for day in written_days(case.story.text):
        if day.weekday is None:
            continue
        if day.year:
            years = [day.year] if day.year >= _FIRST_YEAR else []
        else:
            years = [case.story.published.year + step for step in (0, -1, 1)] if case.story.published else []
        fall_on = {year: found for year in years if (found := _weekday(year, day.month, day.day)) is not None}
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


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None
