"""Reckons with TIMEX3 values: what lies so many weeks after a day, and which days a value covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.model.when import Interval, interval, month, months_after, year

UNKNOWN = {"Y": "XXXX", "MO": "XXXX-XX", "Q": "XXXX-QX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "E": "XXX", "C": "XX"}
"""The value of a year, month, quarter, week, day, decade or century that the story does not tell."""

_MONTHS = {"MO": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
# The widest that a season is counted, by the sun or by the calendar; a winter may be named for either of its years.
_SEASON_MONTHS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12)}


def name(day: date | None, unit: str) -> str:
    """Return the value of the year, month, week... (a code of ``UNKNOWN``) that a day lies in; X's for None."""
    if day is None:
        return UNKNOWN[unit]
    if unit == "W":
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    return {
        "Y": f"{day.year:04}",
        "MO": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "D": day.isoformat(),
        "E": f"{day.year // 10:03}",
        "C": f"{day.year // 100:02}",
    }[unit]


def unit_of(value: str) -> str:
    """Return how finely a value tells its days, as a code of ``UNKNOWN``."""
    if "W" in value:
        return "W"
    if "/" in value:
        return "Y"
    return {2: "C", 3: "E", 4: "Y", 7: "Q" if "Q" in value else "MO"}.get(len(value.partition("T")[0]), "D")


def moved(day: date | None, count: int, unit: str) -> date | None:
    """Return the day ``count`` units later (earlier when negative); None when that is no day of the calendar."""
    if day is None:
        return None
    try:
        if unit in ("D", "W"):
            return day + timedelta(days=count * (7 if unit == "W" else 1))
        return months_after(day, count * _MONTHS[unit])
    except (ValueError, OverflowError):
        return None


def days_of(value: str | None, *, about: bool = False) -> Interval | None:
    """Return the days that a TIMEX3 value covers, None when it tells none.

    ``about`` makes a year or month one that is only about right (EDTF ``~``), a decade its middle.
    """
    found = _VALUE.match(value or "")
    if found is None:
        return None
    try:
        days = _days(found)
    except (ValueError, OverflowError):
        return None
    if about and found["decade"]:
        return _middle(int(found["decade"]))
    if about and days.edtf and re.fullmatch(r"\d{4}(?:-\d\d)?", days.edtf):
        return Interval(edtf=days.edtf + "~", earliest=days.earliest, latest=days.latest)
    return days


def before(days: Interval, day: date | None) -> Interval:
    """Return what of some days lies before a day: of "earlier this week" those that are over; all where none are."""
    if day is None or days.earliest is None or days.latest is None or not days.earliest < day <= days.latest:
        return days
    return interval(days.earliest, day - timedelta(days=1))


def _middle(decade: int) -> Interval:
    """Return the middle years of a decade, the fourth to the seventh: "the mid-1990s" is about 1995."""
    first = decade * 10
    return Interval(edtf=f"{first + 5:04}~", earliest=date(first + 3, 1, 1), latest=date(first + 7, 12, 31))


_VALUE = re.compile(
    r"(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?(?:T.*)?$"
    r"|(?P<decade>\d{3})X?$|(?P<century>\d\d)(?:XX)?$|(?P<first>\d{4})/(?P<last>\d{4})$"
)


def _days(found: re.Match[str]) -> Interval:
    if found["decade"] or found["century"]:
        digits = found["decade"] or found["century"]
        first, last = digits.ljust(4, "0"), digits.ljust(4, "9")
        return Interval(edtf=digits.ljust(4, "X"), earliest=date(int(first), 1, 1), latest=date(int(last), 12, 31))
    if found["first"]:
        return _years(int(found["first"]), int(found["last"]))
    number = int(found["year"])
    if found["week"]:
        monday = date.fromisocalendar(number, int(found["week"]), 1)
        return interval(monday + timedelta(days=5 if found["weekend"] else 0), monday + timedelta(days=6))
    if found["quarter"]:
        return _months(number, int(found["quarter"]) * 3 - 2, int(found["quarter"]) * 3)
    if found["half"]:
        return _months(number, int(found["half"]) * 6 - 5, int(found["half"]) * 6)
    if found["season"]:
        return _season(number, found["season"])
    if found["day"]:
        day = date(number, int(found["month"]), int(found["day"]))
        return interval(day, day)
    if found["month"]:
        return month(number, int(found["month"]))
    return year(number)


def _years(first: int, last: int) -> Interval:
    if last < first:
        raise ValueError(f"expected years in their order, got {first} and {last}")
    return Interval(edtf=f"{first:04}/{last:04}", earliest=date(first, 1, 1), latest=date(last, 12, 31))


def _months(number: int, first: int, last: int) -> Interval:
    return interval(month(number, first).earliest, month(number, last).latest)


def _season(number: int, season: str) -> Interval:
    edtf = f"{number:04}-{_SEASONS[season]}"
    if season == "WI":
        return Interval(edtf=edtf, earliest=date(number, 1, 1), latest=date(number + 1, 3, 31))
    first, last = _SEASON_MONTHS[season]
    return Interval(edtf=edtf, earliest=date(number, first, 1), latest=month(number, last).latest)


def duration(count: float | None, unit: str) -> str:
    """Return the value of so many units, None standing for some: ``P2Y``, ``PT5H30M``, ``PXM``."""
    clock = "T" if unit in ("S", "M", "H") else ""
    # Decades and centuries are counted in years, fortnights in weeks.
    times, letter = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "MO": (1, "M"), "WE": (1, "WE")}.get(
        unit, (1, unit)
    )
    if count is None:
        return f"P{clock}X{letter}"
    whole, half = divmod(count * times, 1)
    if not half:
        return f"P{clock}{whole:.0f}{letter}"
    smaller = {"Y": "6M", "H": "30M", "M": "30S", "D": "T12H"}.get(letter) if half == 0.5 else None
    if smaller is None or unit == "MO":
        return f"P{clock}{count * times:g}{letter}"
    return f"P{clock}{whole:.0f}{letter}{smaller}" if whole else f"P{clock}{smaller}"


def holiday(name_of_day: str, number: int) -> date | None:
    """Return the day of a holiday of the United States in a year, None for one whose day is not fixed by rule.

    None for a year that the calendar has not, too.
    """
    if not 1 <= number <= 9999:
        return None
    if name_of_day in _FIXED:
        return date(number, *_FIXED[name_of_day])
    if name_of_day in _NTH:
        month_number, weekday, nth = _NTH[name_of_day]
        if nth < 0:
            last = month(number, month_number).latest
            return last - timedelta(days=(last.isoweekday() - weekday) % 7) if last else None
        first = date(number, month_number, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    if name_of_day.startswith("easter"):
        return _easter(number)
    if name_of_day == "good friday":
        return _easter(number) - timedelta(days=2)
    if name_of_day == "election day":
        first = date(number, 11, 1)
        return first + timedelta(days=(1 - first.isoweekday()) % 7 + 1)
    if name_of_day == "black friday":
        thanksgiving = holiday("thanksgiving", number)
        return thanksgiving + timedelta(days=1) if thanksgiving else None
    return None


_FIXED = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year's": (1, 1), "new year": (1, 1),
    "valentine's day": (2, 14), "st. patrick's day": (3, 17), "independence day": (7, 4), "fourth of july": (7, 4),
    "veterans day": (11, 11), "halloween": (10, 31), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "groundhog day": (2, 2), "juneteenth": (6, 19),
    "cinco de mayo": (5, 5), "earth day": (4, 22), "bastille day": (7, 14), "canada day": (7, 1),
    "australia day": (1, 26), "anzac day": (4, 25), "remembrance day": (11, 11), "veterans' day": (11, 11),
    "all saints' day": (11, 1), "bonfire night": (11, 5),
}  # fmt: skip
_NTH = {
    "martin luther king day": (1, 1, 3), "martin luther king jr. day": (1, 1, 3), "mlk day": (1, 1, 3),
    "presidents day": (2, 1, 3), "presidents' day": (2, 1, 3), "president's day": (2, 1, 3), "mother's day": (5, 7, 2),
    "memorial day": (5, 1, -1), "father's day": (6, 7, 3), "labor day": (9, 1, 1), "labour day": (9, 1, 1),
    "columbus day": (10, 1, 2), "indigenous peoples' day": (10, 1, 2), "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
}  # fmt: skip


def _easter(number: int) -> date:
    """Return Easter Sunday by the Gregorian reckoning (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = number % 19, divmod(number, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month_number, day = divmod(h + n - 7 * m + 114, 31)
    return date(number, month_number, day + 1)
