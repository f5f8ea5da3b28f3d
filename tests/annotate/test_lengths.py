"""Ages in years, months, weeks and decades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.lengths import OLDEST_YEARS, decade, length
from onrecord.annotate.numbers import number, ordinal


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("41", (41, 492, 504)),
        ("ten", (10, 120, 132)),
        ("twenty-one", (21, 252, 264)),
        ("45-year-old", (45, 540, 552)),
        ("45 years old", (45, 540, 552)),
        ("now-five-year-old", (5, 60, 72)),
        ("nine-month-old", (0.75, 9, 10)),
        ("12 months", (1, 12, 13)),
        ("22-month-old", (1.83, 22, 23)),
        ("two-week-old", (0.04, 0, 1)),
        ("9 weeks", (0.17, 2, 3)),
        ("10-day-old", (0.03, 0, 1)),
        (f"{OLDEST_YEARS}", (OLDEST_YEARS, OLDEST_YEARS * 12, OLDEST_YEARS * 12 + 12)),
        (f"{OLDEST_YEARS + 1}", None),
        ("old", None),
        ("", None),
    ],
)
def test_the_length_of_a_life(words, expected):
    assert length(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("forties", (None, 480, 600)),
        ("40s", (None, 480, 600)),
        ("40's", (None, 480, 600)),
        ("early 30s", (None, 360, 408)),
        ("mid-50s", (None, 636, 684)),
        ("late twenties", (None, 312, 360)),
        ("mid-to-late sixties", (None, 756, 840)),
        ("10s", None),
        ("years", None),
    ],
)
def test_a_decade_of_life(words, expected):
    assert decade(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("0", 0),
        ("007", 7),
        ("nineteen", 19),
        ("ninety-nine", 99),
        ("forty two", 42),
        ("forty-ten", None),
        ("forty", 40),
        ("dozen", None),
    ],
)
def test_numbers(words, expected):
    assert number(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("first", 1), ("twelfth", 12), ("3rd", 3), ("21st", 21), ("zeroth", None), ("last", None)]
)
def test_ordinals(words, expected):
    assert ordinal(words) == expected


@given(st.integers(1, OLDEST_YEARS), st.sampled_from(["year", "month"]))
def test_an_age_lasts_as_long_as_its_unit(age, unit):
    told = length(f"{age}-{unit}-old")
    months = 12 if unit == "year" else 1
    assert told is not None
    assert (told.at_least_months, told.under_months) == (age * months, age * months + months)
