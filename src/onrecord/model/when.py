"""Days, and stretches of days, that need not be known exactly."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import msgspec

ONE_DAY = timedelta(days=1)


class Interval(msgspec.Struct, frozen=True, kw_only=True):
    """All days from ``earliest`` to ``latest``, both included; None is an open end. ``edtf`` is EDTF level 1."""

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The time of something, as a stretch of days where it can be known, and the story's words for it.

    ``relative`` holds the words when they cannot be turned into days ("last week" in a story without a day).
    """

    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    text: str | None = None
    relative: str | None = None

    @property
    def interval(self) -> Interval:
        """Return the stretch of days alone."""
        return Interval(edtf=self.edtf, earliest=self.earliest, latest=self.latest)


def interval(earliest: date | None, latest: date | None) -> Interval:
    """Make an interval and name it in EDTF level 1: a day, a month, a year, or two days with a slash.

    Raises ``ValueError`` when the earliest day comes after the latest.
    """
    if earliest and latest and earliest > latest:
        raise ValueError(f"{earliest} comes after {latest}")
    return Interval(edtf=_edtf(earliest, latest), earliest=earliest, latest=latest)


def _edtf(earliest: date | None, latest: date | None) -> str | None:
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"{earliest or '..'}/{latest or '..'}"
    if earliest == latest:
        return earliest.isoformat()
    if earliest == month(earliest.year, earliest.month).earliest and latest == month(latest.year, latest.month).latest:
        whole_years = (earliest.month, latest.month) == (1, 12)
        names = [f"{day.year:04}" if whole_years else f"{day.year:04}-{day.month:02}" for day in (earliest, latest)]
        return names[0] if names[0] == names[1] else "/".join(names)
    return f"{earliest}/{latest}"


def year(number: int) -> Interval:
    """Return all days of a year."""
    return Interval(edtf=f"{number:04}", earliest=date(number, 1, 1), latest=date(number, 12, 31))


def month(year_number: int, month_number: int) -> Interval:
    """Return all days of a month; ``month_number`` is 1 to 12."""
    last = calendar.monthrange(year_number, month_number)[1]
    return Interval(
        edtf=f"{year_number:04}-{month_number:02}",
        earliest=date(year_number, month_number, 1),
        latest=date(year_number, month_number, last),
    )


def both(first: Interval, second: Interval) -> Interval | None:
    """Return the days that lie in both intervals, None when there are none."""
    earliest = max((day for day in (first.earliest, second.earliest) if day), default=None)
    latest = min((day for day in (first.latest, second.latest) if day), default=None)
    if earliest and latest and earliest > latest:
        return None
    return interval(earliest, latest)


def months_before(day: date, months: int) -> date:
    """Return the day ``months`` whole months before; the 29th to 31st fall back on the month's last day.

    Raises ``ValueError`` when that day lies outside the years 1 to 9999.
    """
    total = day.year * 12 + day.month - 1 - months
    number, index = divmod(total, 12)
    if not 1 <= number <= 9999:
        raise ValueError(f"no day {months} months before {day}")
    return date(number, index + 1, min(day.day, calendar.monthrange(number, index + 1)[1]))


def months_after(day: date, months: int) -> date:
    """Return the day ``months`` whole months after; the 29th to 31st fall back on the month's last day.

    Raises ``ValueError`` when that day lies outside the years 1 to 9999.
    """
    return months_before(day, -months)


def birth(on: date, *, at_least_months: int, under_months: int) -> Interval:
    """Return the birth days of someone whose age on day ``on`` is at least one age and under another.

    Ages are in whole months: 41 years is ``at_least_months=492, under_months=504``. Whoever was born on the last day
    of a longer month (29 February) may count a shorter month's last day or the day after as the anniversary; both
    customs are allowed, so that what this excludes is impossible by either. 41 on 2025-11-13 is
    1983-11-14 to 1984-11-13.
    """
    latest = months_before(on, at_least_months)
    if (on + ONE_DAY).month != on.month:
        latest = latest.replace(day=calendar.monthrange(latest.year, latest.month)[1])
    return interval(months_before(on, under_months) + ONE_DAY, latest)
