"""Reads how long a life has been: years, months, weeks, or a decade of life."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.annotate.numbers import CARDINAL, number

OLDEST_YEARS = 125
_MONTHS_A_WEEK = 12 * 7 / 365.2425
_MONTHS_A_DAY = 12 / 365.2425
_LENGTH = re.compile(rf"(?:now-)?(?P<number>{CARDINAL})(?:[- ](?P<unit>[a-z]+?)s?(?:[- ](?:olds?|young|of age))?)?")
_DECADES = {"20s": 20, "30s": 30, "40s": 40, "50s": 50, "60s": 60, "70s": 70, "80s": 80, "90s": 90}
_DECADE_WORDS = "twenties thirties forties fifties sixties seventies eighties nineties"
_DECADES |= {word: years for years, word in zip(range(20, 100, 10), _DECADE_WORDS.split(), strict=True)}
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 10), "mid-to-late": (3, 10)}


class Length(NamedTuple):
    """An age in years, None where it is a range, and in whole months: at least one number and under the other."""

    years: int | float | None
    at_least_months: int
    under_months: int

    @classmethod
    def of_years(cls, years: int) -> Length:
        """Return the age of whole years."""
        return cls(years, years * 12, years * 12 + 12)

    @classmethod
    def of_months(cls, months: int) -> Length:
        """Return the age of whole months; whole years are years."""
        years = months // 12 if months % 12 == 0 else round(months / 12, 2)
        return cls(years, months, months + 1)


def length(words: str) -> Length | None:
    """Return the age that "41", "ten", "45-year-old", "nine-month-old" or "two weeks" means; None for anything else.

    ``words`` are in lower case. No age is higher than ``OLDEST_YEARS``.
    """
    found = _LENGTH.fullmatch(words)
    told = number(found["number"]) if found else None
    if found is None or told is None or told > OLDEST_YEARS:
        return None
    unit = found["unit"] or "year"
    if unit.startswith(("year", "yr")):
        return Length.of_years(told)
    if unit == "month":
        return Length.of_months(told)
    exact = told * (_MONTHS_A_WEEK if unit == "week" else _MONTHS_A_DAY)
    return Length(round(exact / 12, 2), int(exact), int(exact) + 1)


def decade(words: str) -> Length | None:
    """Return the range of ages that "forties", "early 30s" or "mid-50s" means, in lower case."""
    part, _, tens = words.replace("'", "").replace(" ", "-").rpartition("-")
    if tens not in _DECADES:
        return None
    first, last = _PARTS.get(part, (0, 10))
    return Length(None, (_DECADES[tens] + first) * 12, (_DECADES[tens] + last) * 12)
