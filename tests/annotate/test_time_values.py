"""TIMEX3 values: how they are reckoned with, and which days they cover."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.time_values import UNKNOWN, days_of, duration, holiday, moved, name, unit_of

DAYS = st.dates(date(100, 1, 1), date(9998, 12, 31))


@pytest.mark.parametrize(
    ("value", "edtf", "earliest", "latest"),
    [
        ("2014", "2014", "2014-01-01", "2014-12-31"),
        ("2016-02", "2016-02", "2016-02-01", "2016-02-29"),
        ("2016-02-29", "2016-02-29", "2016-02-29", "2016-02-29"),
        ("2016-02-29TNI", "2016-02-29", "2016-02-29", "2016-02-29"),
        ("2016-02-29T18:00", "2016-02-29", "2016-02-29", "2016-02-29"),
        ("2026-W01", "2025-12-29/2026-01-04", "2025-12-29", "2026-01-04"),
        ("2025-W46-WE", "2025-11-15/2025-11-16", "2025-11-15", "2025-11-16"),
        ("1984-Q3", "1984-07/1984-09", "1984-07-01", "1984-09-30"),
        ("2015-H2", "2015-07/2015-12", "2015-07-01", "2015-12-31"),
        ("2014-SP", "2014-21", "2014-03-01", "2014-06-30"),
        ("2014-WI", "2014-24", "2014-01-01", "2015-03-31"),
        ("2015/2016", "2015/2016", "2015-01-01", "2016-12-31"),
        ("199", "199X", "1990-01-01", "1999-12-31"),
        ("19", "19XX", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_value_covers_its_days(value, edtf, earliest, latest):
    days = days_of(value)
    assert (days.edtf, str(days.earliest), str(days.latest)) == (edtf, earliest, latest)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "XXXX",
        "XXXX-05-27",
        "2015-02-29",
        "2015-13",
        "2015-W54",
        "P2Y",
        "PAST_REF",
        "2016/2015",
        "0000",
        "2015-QX",
    ],
)
def test_a_value_without_days_covers_none(value):
    assert days_of(value) is None


@pytest.mark.parametrize(("value", "edtf"), [("2012", "2012~"), ("2012-05", "2012-05~"), ("2012-05-04", "2012-05-04")])
def test_about_a_year_or_month_is_only_about_right(value, edtf):
    assert days_of(value, about=True).edtf == edtf


@given(DAYS, st.sampled_from(sorted(UNKNOWN)))
def test_the_unit_that_a_day_lies_in_covers_it(day, unit):
    days = days_of(name(day, unit))
    assert days.earliest <= day <= days.latest
    assert name(days.earliest, unit) == name(days.latest, unit) == name(day, unit)


@given(DAYS, st.sampled_from(sorted(UNKNOWN)))
def test_a_value_tells_its_own_unit(day, unit):
    assert unit_of(name(day, unit)) == unit


@given(DAYS, st.integers(-500, 500), st.sampled_from(["D", "W"]))
def test_days_and_weeks_are_moved_by_counting(day, count, unit):
    try:
        assert moved(day, count, unit) == day + timedelta(days=count * (7 if unit == "W" else 1))
    except OverflowError:
        assert moved(day, count, unit) is None


@pytest.mark.parametrize("unit", sorted(UNKNOWN))
def test_an_unknown_day_stays_unknown(unit):
    assert moved(None, 3, unit) is None
    assert name(None, unit) == UNKNOWN[unit]


def test_there_is_no_day_beyond_the_calendar():
    assert moved(date.min, -1, "D") is None
    assert moved(date.max, 1, "Y") is None


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (2, "Y", "P2Y"), (2.5, "Y", "P2Y6M"), (0.5, "Y", "P6M"), (5.5, "H", "PT5H30M"), (0.5, "H", "PT30M"),
        (3, "MO", "P3M"), (3, "M", "PT3M"), (2, "E", "P20Y"), (1.5, "E", "P15Y"), (1, "C", "P100Y"), (1, "F", "P2W"),
        (None, "W", "PXW"), (None, "H", "PTXH"), (1.5, "MO", "P1.5M"), (2, "WE", "P2WE"),
    ],
)  # fmt: skip
def test_a_duration_is_written_in_whole_units(count, unit, value):
    assert duration(count, unit) == value


@pytest.mark.parametrize(
    ("day", "year", "expected"),
    [
        ("easter", 2025, "2025-04-20"), ("easter", 1818, "1818-03-22"), ("easter", 2038, "2038-04-25"),
        ("good friday", 2025, "2025-04-18"), ("thanksgiving", 2025, "2025-11-27"), ("black friday", 2025, "2025-11-28"),
        ("labor day", 2025, "2025-09-01"), ("memorial day", 2025, "2025-05-26"), ("mother's day", 2025, "2025-05-11"),
        ("election day", 2016, "2016-11-08"), ("election day", 2022, "2022-11-08"), ("christmas", 1, "0001-12-25"),
    ],
)  # fmt: skip
def test_a_holiday_has_its_day(day, year, expected):
    assert str(holiday(day, year)) == expected


@pytest.mark.parametrize(("day", "year"), [("super bowl sunday", 2020), ("christmas", 0), ("easter", 10000)])
def test_a_holiday_without_a_rule_has_none(day, year):
    assert holiday(day, year) is None
