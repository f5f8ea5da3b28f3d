"""Numbers of the headline, and the same below."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.headline_number_against_body import check
from onrecord.model.finding import Held
from onrecord.model.span import Span


@pytest.mark.parametrize(
    ("headline", "below", "says"),
    [
        ("Five people die in fire", "The fire killed five people.", "“Five” in the headline: “five” in the story"),
        ("5 people die in fire", "The fire killed five people.", "“5” in the headline: “five” in the story"),
        ("A $2M house", "It cost $2 million.", "“$2M” in the headline: “$2 million” in the story"),
        ("Up 12% in a year", "It rose by 12 percent.", "“12%” in the headline: “12 percent” in the story"),
    ],
)
def test_the_same_number_holds(under, headline, below, says):
    (held,) = check(under(headline, below))
    assert isinstance(held, Held)
    assert held.message == says


@pytest.mark.parametrize(
    ("headline", "below", "message"),
    [
        ("Five people die in fire", "The fire killed four people.", "the headline has “Five”, the story “four”"),
        ("Her 26-room house", "The house has 36 rooms.", "the headline has “26”, the story “36”"),
        ("A $2M house", "It cost $3 million.", "the headline has “$2M”, the story “$3 million”"),
        ("Up 12% in a year", "It rose by 21 percent.", "the headline has “12%”, the story “21 percent”"),
        ("Orders for Boeing 777 grow", "More Boeing 787 planes.", "the headline has “777”, the story “787”"),
        ("Her 24-room house", "It has 22 rooms.", "the headline has “24”, the story “22”"),  # none is rounded
        ("Three women sing", "Nine women sang, and 7 men.", "the headline has “Three”, the story “Nine”"),
    ],
)
def test_another_number_of_the_same_is_altered(under, headline, below, message):
    (finding,) = check(under(headline, below))
    assert (finding.level, finding.message) == ("altered", message)


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("Five people die in fire", "The fire killed a family."),  # nothing of its kind below
        ("Five people die in fire", "It killed four people and five dogs."),  # the number stands below
        ("Five people die in fire", "It killed four people; the fifth died later."),
        ("A $40 million house", "It cost $39.5 million."),  # rounded
        ("A $39.5 million house", "It cost some $40 million."),
        ("Open until May 14", "Closed from May 17 on."),
        ("Her 26-year marriage", "They met in 1990 and were married for 36 years."),  # a length may be worked out
        ("One man sings", "Two men sang."),
        ("At 48 she sings", "She is 49 now."),  # counts nothing
        ("It is 5 and over", "There are 7 and over."),
    ],
)
def test_what_need_not_be_the_same_number_is_left_alone(under, headline, below):
    assert [one for one in check(under(headline, below)) if not isinstance(one, Held)] == []


def test_a_story_without_a_headline(tell):
    assert list(check(tell("Five people died, four people said.").case())) == []


LONG = " The town talked of it for a week." * 8


@pytest.mark.parametrize(
    ("headline", "below", "found"),
    [
        ("House of 13 rooms burns", "The house burned.", ["the headline has “13”, which stands nowhere below"]),
        ("Rally draws 9,500", "Many came.", ["the headline has “9,500”, which stands nowhere below"]),
        ("A house for $40m", "It is sold.", ["the headline has “$40m”, which stands nowhere below"]),
        ("House of 12 rooms burns", "The house burned.", []),
        ("House of thirteen rooms burns", "The house burned.", []),
        ("House of 13 rooms burns", "The 13th room burned.", []),
        ("House burns for 13 hours", "The house burned.", []),
        ("Rally draws 9,500", "Some 10,000 came.", []),
        ("Rally of 2016", "Many came.", []),
        ("Rally in '16 planned", "Many came.", []),
        ("31 readers tell us", "Many wrote.", []),
        ("130 readers tell us", "Many wrote.", ["the headline has “130”, which stands nowhere below"]),
    ],
)
def test_a_number_that_stands_nowhere_below(under, headline, below, found):
    assert [one.message for one in check(under(headline, below + LONG))] == found
    assert list(check(under(headline, below))) == []  # too short to tell it all


@pytest.mark.parametrize("before", ["", "\n", "\r\n\r\n"])
@pytest.mark.parametrize(("number", "findings"), [("31", 0), ("130", 1)])
def test_a_number_opens_the_headline_wherever_that_begins(tell, before, number, findings):
    headline = f"{number} readers tell us"
    story = tell(f"{before}{headline}\n\nMany wrote.{LONG}")
    case = story.case()
    span = Span.of(story.text, len(before), len(before) + len(headline))
    assert len(list(check(replace(case, story=replace(case.story, headline=span))))) == findings
