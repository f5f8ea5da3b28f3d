"""Days and stretches of days: exact arithmetic, against counting by hand."""

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.when import Interval, When, birth, both, interval, month, months_after, months_before, year

DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
ENDS = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2016, 12, 31)))
STORY = date(2025, 11, 13)


def birthday(born: date, age_year: int) -> list[date]:
    """Return the days in a year on which somebody born on a day may count a year more, by either custom."""
    try:
        return [born.replace(year=age_year)]
    except ValueError:  # born on 29 February
        return [date(age_year, 2, 28), date(age_year, 3, 1)]


def ages_on(born: date, on: date) -> set[int]:
    """Return the ages in whole years that somebody may have on a day, by counting the birthdays."""
    return {on.year - born.year - (on < day) for day in birthday(born, on.year)}


@pytest.mark.parametrize(
    ("on", "years", "earliest", "latest"),
    [
        (STORY, 41, "1983-11-14", "1984-11-13"),
        (STORY, 0, "2024-11-14", "2025-11-13"),
        (date(2024, 2, 29), 4, "2019-03-01", "2020-02-29"),
        (date(2023, 2, 28), 3, "2019-03-01", "2020-02-29"),
        (date(2023, 3, 1), 3, "2019-03-02", "2020-03-01"),
        (date(2025, 12, 31), 1, "2024-01-01", "2024-12-31"),
    ],
)
def test_an_age_in_years_is_an_interval_of_birth_days(on, years, earliest, latest):
    days = birth(on, at_least_months=years * 12, under_months=(years + 1) * 12)
    assert (str(days.earliest), str(days.latest)) == (earliest, latest)


@given(DAYS, st.integers(0, 110), st.integers(-800, 800))
def test_a_birth_day_is_possible_exactly_when_counting_gives_the_age(on, years, offset):
    days = birth(on, at_least_months=years * 12, under_months=(years + 1) * 12)
    born = months_before(on, years * 12 + 6) + timedelta(days=offset)
    if born <= on:
        assert (days.earliest <= born <= days.latest) == (years in ages_on(born, on))


@given(DAYS, st.integers(0, 1300), st.integers(1, 400))
def test_all_ages_of_a_span_together_leave_no_gap(on, months, more):
    younger = birth(on, at_least_months=months, under_months=months + more)
    older = birth(on, at_least_months=months + more, under_months=months + more + 1)
    assert younger.earliest - timedelta(days=1) <= older.latest


@given(ENDS, ENDS, ENDS, ENDS)
def test_what_lies_in_both_is_what_lies_in_each(a, b, c, d):
    def ordered(first: date | None, last: date | None) -> Interval:
        return interval(*sorted((first, last))) if first and last else interval(first, last)

    def inside(days: Interval | None, day: date) -> bool:
        return days is not None and (days.earliest or day) <= day <= (days.latest or day)

    first, second = ordered(a, b), ordered(c, d)
    common = both(first, second)
    day, last = date(2014, 12, 30), date(2017, 1, 2)
    while day <= last:
        assert inside(common, day) == (inside(first, day) and inside(second, day))
        day += timedelta(days=1)


@pytest.mark.parametrize(
    ("earliest", "latest", "name"),
    [
        ("2015-06-12", "2015-06-12", "2015-06-12"), ("2015-06-01", "2015-06-30", "2015-06"),
        ("2016-02-01", "2016-02-29", "2016-02"), ("2015-02-01", "2015-02-27", "2015-02-01/2015-02-27"),
        ("2015-01-01", "2015-12-31", "2015"), ("2004-01-01", "2005-12-31", "2004/2005"),
        ("2004-03-01", "2005-06-30", "2004-03/2005-06"), ("2025-11-10", "2025-11-16", "2025-11-10/2025-11-16"),
        (None, "2015-06-12", "../2015-06-12"), ("2015-06-12", None, "2015-06-12/.."), (None, None, None),
    ],
)  # fmt: skip
def test_an_interval_has_its_name_in_edtf(earliest, latest, name):
    days = interval(*(date.fromisoformat(day) if day else None for day in (earliest, latest)))
    assert days == Interval(edtf=name, earliest=days.earliest, latest=days.latest)


@given(ENDS, ENDS)
def test_every_name_is_valid_edtf_and_means_the_same_days(first, last):
    if first and last and first > last:
        with pytest.raises(ValueError, match="comes after"):
            interval(first, last)
        return
    days = interval(first, last)
    if days.edtf is None:
        assert first is last is None
        return
    parsed = edtf.parse_edtf(days.edtf)
    assert first is None or parsed.lower_strict()[:3] == (first.year, first.month, first.day)
    assert last is None or parsed.upper_strict()[:3] == (last.year, last.month, last.day)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_year_and_a_month_are_named_as_any_interval_of_their_days(number, index):
    assert interval(year(number).earliest, year(number).latest) == year(number)
    assert interval(month(number, index).earliest, month(number, index).latest) == month(number, index)


@pytest.mark.parametrize(
    ("day", "months", "before", "after"),
    [
        (date(2016, 2, 29), 12, "2015-02-28", "2017-02-28"),
        (date(2015, 3, 31), 1, "2015-02-28", "2015-04-30"),
        (date(2015, 1, 15), 1, "2014-12-15", "2015-02-15"),
        (date(2015, 1, 15), 0, "2015-01-15", "2015-01-15"),
    ],
)
def test_months_are_counted_back_and_on(day, months, before, after):
    assert (str(months_before(day, months)), str(months_after(day, months))) == (before, after)


@pytest.mark.parametrize(("count", "day"), [(months_before, date(1, 1, 31)), (months_after, date(9999, 12, 1))])
def test_no_month_lies_outside_the_calendar(count, day):
    assert count(day, 0) == day
    with pytest.raises(ValueError, match="no day"):
        count(day, 1)


def test_a_when_gives_its_stretch_of_days_alone():
    when = When(edtf="2015", earliest=date(2015, 1, 1), latest=date(2015, 12, 31), text="2015")
    assert when.interval == year(2015)
