"""Weekdays against their dates."""

from __future__ import annotations

import pytest

from onrecord.check.weekday_against_date import check
from onrecord.model.finding import Finding, Held


def results(tell, text, published=None):
    return list(check(tell(text, published).case()))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Friday, May 27, 2016.", Held),
        ("on Thursday, May 27, 2016.", Finding),
        ("on Saturday, May 27, 2016.", Finding),
        ("Fri. May 27 2016", Held),
        ("Tues., May 27, 2016", Finding),
        ("Friday 27 May 2016", Held),
        ("Friday, the 27th of May, 2016", Held),
        ("Sunday, 27th May 2016", Finding),
        ("on Friday (May 27, 2016)", Held),
        ("Monday, Feb. 29, 2016", Held),
        ("Monday,\u00a0Feb.\u00a029,\u00a02016", Held),
        ("Friday, January 5, 1753", Held),
    ],
)
def test_a_day_of_a_told_year(tell, text, kind):
    (result,) = results(tell, f"They met {text} and sang")
    assert isinstance(result, kind)


@pytest.mark.parametrize(
    "text",
    [
        "Friday, January 5, 1750",  # the Julian calendar
        "Friday, May 27",  # no year, and no story's day
        "May 27, 2016",
        "Friday in May 2016",
        "Black Friday, 27 of May's guests",
        "Friday, February 30, 2016",  # no day at all: impossible-date speaks
    ],
)
def test_what_cannot_be_looked_up(tell, text):
    assert results(tell, f"They met {text} and sang") == []


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        ("2016-10-01", Held),
        ("2017-10-01", Held),
        ("2015-10-01", Held),
        ("2018-10-01", Finding),
        ("2014-10-01", Finding),
    ],
)
def test_a_day_without_a_year_is_tried_in_three(tell, published, kind):
    (result,) = results(tell, "They met on Friday, May 27 and sang", published)
    assert isinstance(result, kind)


@pytest.mark.parametrize(
    ("published", "kind"),
    [
        ("2017-05-27", Finding),
        ("2017-07-26", Finding),
        ("2017-07-27", Held),  # 61 days later May 27 of another year may be meant
        ("2017-03-28", Finding),
        ("2017-03-27", Held),
        ("2016-07-26", Held),
    ],
)
def test_a_day_near_the_storys_own_is_of_no_other_year(tell, published, kind):
    (result,) = results(tell, "They met on Friday, May 27 and sang", published)
    assert isinstance(result, kind)


def test_the_turn_of_the_year_is_near_too(tell):
    (held,) = results(tell, "They met on Friday, Dec. 30 and sang", "2017-01-02")
    assert held.message == "December 30, 2016 is a Friday"


def test_in_words(tell):
    (finding,) = results(tell, "They met on Monday, May 27, 2016.")
    assert (finding.level, finding.message) == (
        "impossible",
        "“Monday, May 27, 2016”, but May 27, 2016 is a Friday",
    )
    (finding,) = results(tell, "They met on Friday, May 27.", "2018-10-01")
    assert finding.level == "unlikely"
    assert finding.reason == (
        "May 27, 2018 is a Sunday",
        "May 27, 2017 is a Saturday",
        "May 27, 2019 is a Monday",
    )
    (held,) = results(tell, "They met on Friday, May 27.", "2016-06-01")
    assert held.message == "May 27, 2016 is a Friday"
