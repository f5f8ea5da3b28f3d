"""Flags a date that no calendar has."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from onrecord.check.written_days import LONGEST, MONTHS, WrittenDay, written_days
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says


def check(case: Case) -> Iterator[Finding | Held]:
    """Look each written day up in the calendar: "June 31" never comes, and 29 February only in leap years."""
    for day in written_days(case.story.text):
        if day.plain and (fault := _fault(day)):
            yield Finding(
                level="impossible",
                message=f"there is no “{day.span.text}”: {fault}",
                spans=(Says.of(day.span, f"day {day.day} of {MONTHS[day.month]}"),),
                reason=(fault,),
                statements=(),
            )


def _fault(day: WrittenDay) -> str | None:
    month = MONTHS[day.month]
    if day.day == 0:
        return f"the days of {month} begin with 1"
    if day.day > LONGEST[day.month]:
        return f"{month} has {LONGEST[day.month]} days" + (" at most" if month == "February" else "")
    if (day.month, day.day) == (2, 29) and day.year and not calendar.isleap(day.year):
        return f"{day.year} was no leap year, so its February had 28 days"
    return None
