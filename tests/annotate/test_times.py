"""Every shape of time expression: its extent, its type, its value and its days."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import times
from onrecord.annotate.calendar_words import words
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Time
from onrecord.model.story import Story

THURSDAY = date(2025, 11, 13)


def read(text: str, day: date | None = THURSDAY) -> list[Time]:
    story = Story(id="story", text=text, published=day)
    document = Document(story=story, blocks=(), sentences=(), words=(), quotations=())
    return [mark for mark in times.annotate(document, Marks()) if isinstance(mark, Time)]


def told(text: str, day: date | None = THURSDAY) -> list[tuple[str, str, str | None]]:
    return [(mark.span.text, mark.type, mark.value) for mark in read(text, day)]


@pytest.mark.parametrize(
    ("text", "expression", "kind", "value"),
    [
        # dates of the calendar
        ("It opened on 2017-03-27.", "2017-03-27", "DATE", "2017-03-27"),
        ("It opened on 3/27/2017.", "3/27/2017", "DATE", "2017-03-27"),
        ("It opened on 27/3/2017.", "27/3/2017", "DATE", "2017-03-27"),
        ("It opened on March 27, 2017.", "March 27, 2017", "DATE", "2017-03-27"),
        ("It opened on Mar. 27, 2017.", "Mar. 27, 2017", "DATE", "2017-03-27"),
        ("It opened on 27 March 2017.", "27 March 2017", "DATE", "2017-03-27"),
        ("It opened on the 3rd of March, 2017.", "the 3rd of March, 2017", "DATE", "2017-03-03"),
        ("It opened on Monday, March 27, 2017.", "Monday, March 27, 2017", "DATE", "2017-03-27"),
        ("It opened on Sept. 4.", "Sept. 4", "DATE", "2025-09-04"),
        ("It will open on Feb. 4.", "Feb. 4", "DATE", "2026-02-04"),
        ("It opened on Dec. 28.", "Dec. 28", "DATE", "2025-12-28"),
        ("It opened in June 2015.", "June 2015", "DATE", "2015-06"),
        ("It opened in february 2014.", "february 2014", "DATE", "2014-02"),
        ("It opened in Aug. 2014.", "Aug. 2014", "DATE", "2014-08"),
        ("It opened in the summer of 2014.", "the summer of 2014", "DATE", "2014-SU"),
        ("It opened in fall 2017.", "fall 2017", "DATE", "2017-FA"),
        ("It opened in 1963.", "1963", "DATE", "1963"),
        ("It opened on 6th June 2017.", "6th June 2017", "DATE", "2017-06-06"),
        ("It opened in nineteen ninety-six.", "nineteen ninety-six", "DATE", "1996"),
        ("It opened in May nineteen eighty.", "May nineteen eighty", "DATE", "1980-05"),
        ("It opened in two thousand and four.", "two thousand and four", "DATE", "2004"),
        ("It had opened to crowds over the past decade.", "the past decade", "DURATION", "P10Y"),
        ("It opened in the 1990s.", "the 1990s", "DATE", "199"),
        ("It opened in the early '80s.", "the early '80s", "DATE", "198"),
        ("It opened in the nineties.", "the nineties", "DATE", "199"),
        ("It opened in the 20th century.", "the 20th century", "DATE", "19"),
        ("It opened in the third quarter of 1984.", "the third quarter of 1984", "DATE", "1984-Q3"),
        ("It opened in the first half of 2015.", "the first half of 2015", "DATE", "2015-H1"),
        ("Sales rose in fiscal 2015.", "fiscal 2015", "DATE", "2015"),
        # months and seasons without a year
        ("It opened in March.", "March", "DATE", "2025-03"),
        ("It opened in December.", "December", "DATE", "2024-12"),
        ("It will open in March.", "March", "DATE", "2026-03"),
        ("It opened in early May.", "early May", "DATE", "2025-05"),
        ("It opened in mid-November.", "mid-November", "DATE", "2025-11"),
        ("It opened at the end of April.", "the end of April", "DATE", "2025-04"),
        ("It opened last June.", "last June", "DATE", "2025-06"),
        ("It opened last November.", "last November", "DATE", "2024-11"),
        ("It opened in January this year.", "January this year", "DATE", "2025-01"),
        ("It opened this summer.", "this summer", "DATE", "2025-SU"),
        ("It opened last summer.", "last summer", "DATE", "2025-SU"),
        ("It opened last fall.", "last fall", "DATE", "2024-FA"),
        # weekdays of a Thursday's story
        ("He left on Monday.", "Monday", "DATE", "2025-11-10"),
        ("He left on Thursday.", "Thursday", "DATE", "2025-11-13"),
        ("He left on Friday.", "Friday", "DATE", "2025-11-07"),
        ("He will leave on Friday.", "Friday", "DATE", "2025-11-14"),
        ("He left last Thursday.", "last Thursday", "DATE", "2025-11-06"),
        ("He leaves next Tuesday.", "next Tuesday", "DATE", "2025-11-18"),
        ("He left on Monday night.", "Monday night", "TIME", "2025-11-10TNI"),
        ("He left a week ago Monday.", "a week ago Monday", "DATE", "2025-11-03"),
        # holidays
        ("He left on Christmas Eve 2011.", "Christmas Eve 2011", "DATE", "2011-12-24"),
        ("He left on Halloween.", "Halloween", "DATE", "2025-10-31"),
        ("He left last Thanksgiving.", "last Thanksgiving", "DATE", "2024-11-28"),
        ("He will be home for Easter.", "Easter", "DATE", "2026-04-05"),
        ("He left on Christmas Day.", "Christmas Day", "DATE", "2024-12-25"),
        ("He left on Valentine's Day.", "Valentine's Day", "DATE", "2025-02-14"),
        ("He will be home on Martin Luther King Jr. Day.", "Martin Luther King Jr. Day", "DATE", "2026-01-19"),
        ("He left on Juneteenth.", "Juneteenth", "DATE", "2025-06-19"),
        # years of seasons, schools and accounts
        ("He played in the 2015-16 season.", "2015-16", "DATE", "2015/2016"),
        ("He taught in the school year 1999/00.", "1999/00", "DATE", "1999/2000"),
        ("Sales rose in the fiscal year 2016.", "the fiscal year 2016", "DATE", "2016"),
        ("He left circa 1990.", "circa 1990", "DATE", "1990"),
        # by the story's day
        ("He leaves two weeks from now.", "two weeks from now", "DATE", "2025-W48"),
        ("He left yesterday.", "yesterday", "DATE", "2025-11-12"),
        ("He left early yesterday morning.", "early yesterday morning", "TIME", "2025-11-12TMO"),
        ("He leaves tomorrow.", "tomorrow", "DATE", "2025-11-14"),
        ("He left last night.", "last night", "TIME", "2025-11-12TNI"),
        ("He left this morning.", "this morning", "TIME", "2025-11-13TMO"),
        ("He left this week.", "this week", "DATE", "2025-W46"),
        ("He left last week.", "last week", "DATE", "2025-W45"),
        ("He left earlier this month.", "earlier this month", "DATE", "2025-11"),
        ("He left last month.", "last month", "DATE", "2025-10"),
        ("He leaves next year.", "next year", "DATE", "2026"),
        ("He left over the weekend.", "the weekend", "DATE", "2025-W45-WE"),
        ("He left at the end of last year.", "the end of last year", "DATE", "2024"),
        ("He left 10 days ago.", "10 days ago", "DATE", "2025-11-03"),
        ("He left six weeks ago.", "six weeks ago", "DATE", "2025-W40"),
        ("He left two months ago.", "two months ago", "DATE", "2025-09"),
        ("He left nearly four years ago.", "nearly four years ago", "DATE", "2021"),
        ("He left two and a half years ago.", "two and a half years ago", "DATE", "2023-05"),
        ("He left a decade ago.", "a decade ago", "DATE", "2015"),
        ("He left a few weeks ago.", "a few weeks ago", "DATE", "PAST_REF"),
        # times of day
        ("It opens at 6 p.m. ET on most days.", "6 p.m. ET", "TIME", "2025-11-13T18:00"),
        ("It opened at 12:05 a.m. Tuesday.", "12:05 a.m. Tuesday", "TIME", "2025-11-11T00:05"),
        ("It opened at 3pm.", "3pm", "TIME", "2025-11-13T15:00"),
        ("It opened at 3 p.m. and closed.", "3 p.m.", "TIME", "2025-11-13T15:00"),
        ("It opened at noon Tuesday.", "noon Tuesday", "TIME", "2025-11-11T12:00"),
        # durations and sets
        ("They stayed two years.", "two years", "DURATION", "P2Y"),
        ("They stayed for 5 1/2 hours.", "5 1/2 hours", "DURATION", "PT5H30M"),
        ("They stayed two and a half years.", "two and a half years", "DURATION", "P2Y6M"),
        ("They stayed twenty-four hours.", "twenty-four hours", "DURATION", "PT24H"),
        ("They stayed more than two hundred days.", "more than two hundred days", "DURATION", "P200D"),
        ("They stayed two to three weeks.", "two to three weeks", "DURATION", "P2W"),
        ("They stayed a few weeks.", "a few weeks", "DURATION", "PXW"),
        ("They stayed a couple of days.", "a couple of days", "DURATION", "P2D"),
        ("They stayed two decades.", "two decades", "DURATION", "P20Y"),
        ("It closed a 26-year gap.", "26-year", "DURATION", "P26Y"),
        ("They stayed the past two months.", "the past two months", "DURATION", "P2M"),
        ("They stayed for years.", "years", "DURATION", "PXY"),
        ("They sing every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("They sing each July.", "each July", "SET", "XXXX-07"),
        ("They sing every two weeks.", "every two weeks", "SET", "P2W"),
        ("They sing on Fridays.", "Fridays", "SET", "XXXX-WXX-5"),
        ("They sing daily.", "daily", "SET", "P1D"),
        # only before, now or after
        ("He recently left.", "recently", "DATE", "PAST_REF"),
        ("He is now at home.", "now", "DATE", "PRESENT_REF"),
        ("He is currently at home.", "currently", "DATE", "PRESENT_REF"),
        ("He is soon at home.", "soon", "DATE", "FUTURE_REF"),
        ("He moved on from the past.", "the past", "DATE", "PAST_REF"),
    ],
)
def test_a_time_is_read_whole_with_its_type_and_value(text, expression, kind, value):
    assert told(text) == [(expression, kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The 41-year-old sang.", "Their 11-month-old twins slept.", "She is 26 years old.",
        "He may stay.", "May Lee stayed.", "They march on.", "April Lee sang.", "He read The Sun.",
        "In his 30s he sang.", "The car cost $2000.", "It pays $5 a year.", "He is long gone.", "Wed Lee at once.",
        "He came second.", "About three-quarters of it is gone.", "The fall hurt him.", "Spring water ran.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_time_is_none(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met in 2011 and married the following year.", ["2011", "2012"]),
        ("They met in 2011. A year later they married.", ["2011", "2012"]),
        ("They met in 2011. A year earlier he had left.", ["2011", "2010"]),
        ("In March they fought. The book came out two months later.", ["2025-03", "2025-05"]),
        ("They met in June 2015. That year was hard.", ["2015-06", "2015"]),
        ("They met on May 4, 2015, and left the next day.", ["2015-05-04", "2015-05-05"]),
        ("They met on May 4, 2015, and sang that night.", ["2015-05-04", "2015-05-04TNI"]),
        ("They met in 2011. Two months later they left.", ["2011", "XXXX-XX"]),
        ("They met in 2011. Some days later they left.", ["2011", "FUTURE_REF"]),
        ("They met in 2011. He had left the year before.", ["2011", "2010"]),
        ("They met on May 4, 2015. He had left the day before, alone.", ["2015-05-04", "2015-05-03"]),
        ("They met in 2011. He had left the year before she did.", ["2011"]),
        ("He had left the year before.", []),
        ("A year later they married.", ["XXXX"]),
        ("They met from May to June 2015.", ["2015-05", "2015-06"]),
        ("They met from May 3 until June 4, 2015.", ["2015-05-03", "2015-06-04"]),
        ("They met in May and left in June 2015.", ["2025-05", "2015-06"]),
        ("They met from Dec. 28 to Jan. 3, 2016.", ["2015-12-28", "2016-01-03"]),
        ("They met from November until Sunday, Jan. 3, 2016.", ["2015-11", "2016-01-03"]),
        ("They met from January to December 2016.", ["2016-01", "2016-12"]),
        ("They met from Dec. 28 to Dec. 30, 2016.", ["2016-12-28", "2016-12-30"]),
        ("They met from Fri to Jan. 3, 2016.", ["2016-01-03"]),
        ("They met every May to June 2015.", ["XXXX-05", "2015-06"]),
    ],
)
def test_a_time_hangs_on_the_one_told_before(text, values):
    assert [value for _, _, value in told(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on May 27.", "XXXX-05-27"), ("He left in March.", "XXXX-03"), ("He left on Friday.", "XXXX-WXX-5"),
        ("He left last week.", "XXXX-WXX"), ("He left last year.", "XXXX"), ("He left yesterday.", "XXXX-XX-XX"),
        ("He left two years ago.", "XXXX"), ("He left last summer.", "XXXX-SU"), ("He left on Halloween.", "XXXX-XX-XX"),
        ("He left last night.", "XXXX-XX-XXTNI"), ("He left over the weekend.", "XXXX-WXX-WE"),
        ("He left at 6 p.m.", "XXXX-XX-XXT18:00"),
    ],
)  # fmt: skip
def test_without_a_day_a_relative_time_has_a_value_with_gaps_and_no_days(text, value):
    assert [(mark.value, mark.days) for mark in read(text, None)] == [(value, None)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He left this week.", "2025-11-10/2025-11-16"), ("He left earlier this week.", "2025-11-10/2025-11-12"),
        ("He left on May 27, 2016.", "2016-05-27"),
        ("He left in June 2015.", "2015-06"), ("He left in 2011.", "2011"), ("He left in the 1990s.", "199X"),
        ("He left in the 20th century.", "19XX"), ("He left around 2012.", "2012~"), ("He left in mid-2012.", "2012~"),
        ("He left in fall 2017.", "2017-23"), ("He left in the second quarter of 2017.", "2017-04/2017-06"),
        ("He left on Feb. 30, 2016.", None), ("He stayed two years.", None), ("He left recently.", None),
    ],
)  # fmt: skip
def test_the_days_are_named_in_edtf(text, edtf):
    (mark,) = read(text)
    assert (mark.days.edtf if mark.days else None) == edtf


def test_months_that_are_also_names_need_a_word_before():
    assert told("He left in May.") == [("May", "DATE", "2025-05")]
    assert told("May he stay.") == []


WORDS = st.sampled_from(
    "the a an last next this two half and of few years year day weeks week ago later May March Friday night 2011 12 31 "
    "31st third quarter - , ' . summer every 6 p.m. 1/2 century fiscal early end about Christmas $ decade hundred "
    "99999999999999999999 \n “ now 10:99 99/99/9999 '80s 30s".split(" ")
)


@given(st.lists(WORDS, max_size=14), st.sampled_from([None, THURSDAY, date.min, date.max]))
def test_whatever_the_words_every_time_is_cut_from_the_text(parts, day):
    text = " ".join(parts)
    marks = read(text, day)
    assert all(mark.span.cut(text) == mark.span.text for mark in marks)
    assert all(first.span.end <= second.span.start for first, second in itertools.pairwise(marks))


@given(st.text(max_size=60))
def test_the_words_of_a_text_stand_in_order_and_do_not_touch(text):
    found = words(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They met in 2011 and married the following year.", [("2011", "2011"), ("the following year", "2012")]),
        ("She sang at 9 a.m. Monday, March 3.", [("9 a.m. Monday, March 3", "2025-03-03T09:00")]),
        ("A friend told Entertainment Tonight so on Monday.", [("Monday", "2025-11-10")]),
        ("Peter Marlow told so tonight.", [("tonight", "2025-11-13TNI")]),
        ("Peter Marlow told the Today show so.", []),
        ("Peter Marlow told Saturday Night Live so.", []),
        ('Peter Marlow told the "Today" show so.', []),
        ("Peter Marlow told the show today.", [("today", "2025-11-13")]),
        ("Susan Hale may leave.", []),
        ("She will march on.", []),
    ],
)
def test_in_a_story_read_from_its_first_word(marked, words, expected):
    assert [(mark.span.text, mark.value) for mark in marked(words, "2025-11-13").of(Time)] == expected


def test_a_short_weekday_is_no_month(marked):
    times_told = marked("Doors open 8 p.m., Sun. 9, at the hall.", "2025-11-13").of(Time)
    assert any(mark.type == "TIME" for mark in times_told)


def test_a_thousand_guests_are_no_year():
    assert told("The hall held two thousand guests and twenty ninety-nine-cent seats.") == []


def test_as_soon_as_is_no_time():
    assert told("They left as soon as the hall closed.") == []


def test_a_year_earlier_is_the_quarter_that_figures_are_told_of():
    text = "In the third quarter profit rose to $5 million from $4 million a year earlier."
    assert told(text) == [("the third quarter", "DATE", "2025-Q3"), ("a year earlier", "DATE", "2024-Q3")]
    assert told("Profit rose to $5 million from $4 million a year ago.") == [("a year ago", "DATE", "2024")]
    text = "Profit rose in the third quarter. In July they met again, a year earlier than planned."
    assert told(text)[2] == ("a year earlier", "DATE", "2024")


def test_that_same_year_in_july_is_the_year_told_before():
    assert told("They met in April 2014. That same year in July they married.")[1] == (
        "That same year in July",
        "DATE",
        "2014-07",
    )


def test_the_third_march_is_no_day_without_of():
    assert told("The third March was held in Leeds.") == []


def test_a_year_before_other_units_is_a_year_and_two_thousand_years_are_many():
    assert told("They married in 1991 months after the divorce.")[0] == ("1991", "DATE", "1991")
    assert told("The wall stood for 2000 years.") == [("2000 years", "DURATION", "P2000Y")]


def test_a_weekday_tells_the_year_of_a_story_without_a_day():
    awards = "They sang at the 2017 awards on {}, September 17."
    assert told(awards.format("Sunday"), None)[1][2] == "2017-09-17"
    assert told(awards.format("Monday"), None)[1][2] == "XXXX-09-17"


def test_the_middle_of_a_decade_is_about_its_fifth_year():
    (mid,) = read("They met in the mid-1990s.")
    assert (mid.value, mid.days.edtf) == ("199", "1995~")
    assert (mid.days.earliest, mid.days.latest) == (date(1993, 1, 1), date(1997, 12, 31))
