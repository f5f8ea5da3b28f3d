"""Time expressions and their TIMEX3 values, with and without a publication day."""

import pytest

from onrecord.model.marks import Time

DAY = "2025-11-13"


@pytest.mark.parametrize(
    ("words", "text", "value"),
    [
        ("They met in 2011.", "2011", "2011"),
        ("They married in June 2015.", "June 2015", "2015-06"),
        ("They met in 2011 and married the following year.", "the following year", "2012"),
        ("She flew home this week.", "this week", "2025-W46"),
        ("He left on May 27, 2016.", "May 27, 2016", "2016-05-27"),
        ("She sang yesterday.", "yesterday", "2025-11-12"),
        ("She sang at 9 a.m. Monday, March 3.", "9 a.m. Monday, March 3", "2025-03-03T09:00"),
    ],
)
def test_a_time_has_its_value(marked, words, text, value):
    assert (text, value) in {(mark.span.text, mark.value) for mark in marked(words, DAY).of(Time)}


def test_without_a_day_a_relative_time_has_no_days(marked):
    assert [mark.days for mark in marked("She flew home last week.").of(Time)] == [None]


def test_a_time_inside_a_name_is_none(marked):
    assert [mark.span.text for mark in marked("A friend told Entertainment Tonight so on Monday.").of(Time)] == [
        "Monday"
    ]
    assert [mark.span.text for mark in marked("Peter Marlow told so tonight.").of(Time)] == ["tonight"]


@pytest.mark.parametrize("words", ["Susan Hale may leave.", "She will march on.", "The 41-year-old sang."])
def test_what_only_looks_like_a_time_is_none(marked, words):
    assert marked(words, DAY).of(Time) == ()


def test_a_short_weekday_is_no_month(marked):
    assert any(mark.type == "TIME" for mark in marked("Doors open 8 p.m., Sun. 9, at the hall.", DAY).of(Time))
