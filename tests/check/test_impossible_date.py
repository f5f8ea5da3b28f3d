"""Dates that no calendar has."""

from __future__ import annotations

import pytest

from onrecord.check.impossible_date import check


@pytest.mark.parametrize(
    "words",
    [
        "June 31, 2015",
        "on June 31 and",
        "June 31.",
        "June 31st",
        "31 June",
        "31st of June",
        "the 31st June",
        "until February 30 or",
        "February 30, 2016",
        "February 29, 2015",
        "29 February 2015",
        "29 Feb. 1900",
        "Sept. 31, 2015",
        "November 31, 2015",
        "January 32, 2015",
        "Monday, April 31",
        "May 0, 2015",
        "March 45th",
    ],
)
def test_no_calendar_has_these(tell, words):
    (finding,) = check(tell(f"They met {words} here").case())
    assert finding.level == "impossible"


@pytest.mark.parametrize(
    "words",
    [
        "June 30, 2015",
        "February 29, 2016",
        "February 29, 2000",
        "on February 29 and",
        "29 February",
        "January 31, 2015",
        "31 December",
        "in June 31 guests",
        "in June 3,100 guests",
        "in May 45% more",
        "June 2015",
        "may 32, perhaps",
        "version 1.31 June said",
        "flight 31-31 June said",
        "$31 June paid",
        "June 31:10",
    ],
)
def test_these_are_days_or_no_dates_at_all(tell, words):
    assert list(check(tell(f"They met {words} here").case())) == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("June 31, 2015", "there is no “June 31, 2015”: June has 30 days"),
        ("30 February", "there is no “30 February”: February has 29 days at most"),
        ("Feb. 29, 2015", "there is no “Feb. 29, 2015”: 2015 was no leap year, so its February had 28 days"),
        ("May 0, 2015", "there is no “May 0, 2015”: the days of May begin with 1"),
    ],
)
def test_in_words(tell, words, message):
    (finding,) = check(tell(f"They met on {words}.").case())
    assert finding.message == message
    assert finding.spans[0].text == words
