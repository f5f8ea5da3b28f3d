"""Days by their places."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.when import birth
from onrecord.prove.places import MONTH, day_from, day_until, place, places_of_days

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(DAYS)
def test_a_place_is_one_days(day):
    assert day_until(place(day)) == day_from(place(day)) == day


@given(DAYS, DAYS)
def test_places_keep_the_order_of_days(first, second):
    assert (first < second) == (place(first) < place(second))


@pytest.mark.parametrize(
    ("at", "until", "first"),
    [
        (place(date(2025, 2, 28)) + 1, date(2025, 2, 28), date(2025, 3, 1)),
        (place(date(2024, 2, 29)) + 2, date(2024, 2, 29), date(2024, 3, 1)),
        (place(date(2025, 4, 30)) + 1, date(2025, 4, 30), date(2025, 5, 1)),
        (place(date(2025, 12, 31)) + 1, date(2026, 1, 1), date(2026, 1, 1)),
        (place(date(1, 1, 1)) - 1, None, None),
        (place(date(9999, 12, 31)) + 1, None, None),
    ],
)
def test_places_that_are_no_days(at, until, first):
    assert (day_until(at), day_from(at)) == (until, first)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 30_000))
def test_days_apart_in_places(day, days):
    least, most = places_of_days(days)
    assert least <= place(day + timedelta(days=days)) - place(day) <= most


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 1200), st.integers(1, 240))
def test_an_age_is_plain_subtraction(on, least, more):
    born = birth(on, at_least_months=least, under_months=least + more)
    slack = 30 - (on.day - 1) if (on + timedelta(days=1)).month != on.month else 0
    assert born.latest == day_until(place(on) + slack - least * MONTH)
    assert born.earliest == day_from(place(on) + 1 - (least + more) * MONTH)
