"""Numbers the days so that a month is always as long as any other, and ages become plain subtraction.

A day's place counts 31 for every month: two days whose places differ by 31 are one month apart, whatever the month.
Places keep the order of days; the places of 30 February and the like are no day's.
"""

from __future__ import annotations

import calendar
from datetime import date

MONTH = 31
DAYS_MISSING_IN_A_MONTH = 3  # February has up to three days less than the longest month
_MOST_MISSING_IN_A_YEAR, _LEAST_MISSING_IN_A_YEAR = 7, 6


def place(day: date) -> int:
    """Return the place of a day; the first day of the year 1 has 372, the length of a year in places."""
    return (day.year * 12 + day.month - 1) * MONTH + day.day - 1


def day_until(at: int) -> date | None:
    """Return the last day whose place is at most ``at``; None outside the years 1 to 9999."""
    month, day = divmod(at, MONTH)
    year, index = divmod(month, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, index + 1, min(day + 1, calendar.monthrange(year, index + 1)[1]))


def day_from(at: int) -> date | None:
    """Return the first day whose place is at least ``at``; None outside the years 1 to 9999."""
    month, day = divmod(at, MONTH)
    year, index = divmod(month, 12)
    if 1 <= year <= 9999 and day >= calendar.monthrange(year, index + 1)[1]:
        year, index, day = year + index // 11, (index + 1) % 12, 0
    return date(year, index + 1, day + 1) if 1 <= year <= 9999 else None


def places_of_days(days: int) -> tuple[int, int]:
    """Return the least and the most that the places of two days can differ which are ``days`` apart, 0 or more.

    From 28 February to 1 March is one day and four places in a common year; a whole year is 365 days and 372 places.
    """
    most = min(days + DAYS_MISSING_IN_A_MONTH * (days // 28 + 1), days + _MOST_MISSING_IN_A_YEAR * (days // 365 + 1))
    return days + _LEAST_MISSING_IN_A_YEAR * (days // 366), most if days else 0
