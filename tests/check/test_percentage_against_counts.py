"""A percentage beside the two numbers that it is made of."""

from __future__ import annotations

import pytest

from onrecord.check.percentage_against_counts import check
from onrecord.model.finding import Held


@pytest.mark.parametrize(
    "text",
    [
        "30 of the 120 members (25 percent) agreed.",
        "30 out of 120 members, or 25%, agreed.",
        "One of its three shops, or 33 percent, closed.",
        "Two of three shops (66 percent) closed.",  # cut off
        "Two of three shops (67 percent) closed.",  # rounded
        "Two of three shops (66.7 percent) closed.",
        "25 percent, or 30 of 120 members, agreed.",
        "25 per cent (30 of a total of 120) agreed.",
        "Almost 30 percent, or 28 of 100 members, agreed.",
        "Some 1,500 of the 2 million voters (about 0.1 percent) agreed.",
    ],
)
def test_a_percentage_that_the_counts_make_holds(tell, text):
    assert [type(one) for one in check(tell(text).case())] == [Held]


@pytest.mark.parametrize(
    ("text", "level", "message"),
    [
        ("30 of the 120 members (35 percent) agreed.", "impossible", "35 percent told, but 30 of 120 is 25 percent"),
        ("35 percent, or 30 of 120 members, agreed.", "impossible", "35 percent told, but 30 of 120 is 25 percent"),
        ("Two of three shops (68 percent) closed.", "impossible", "68 percent told, but 2 of 3 is 66.67 percent"),
        ("Two of three shops (66.5 percent) closed.", "impossible", "66.5 percent told, but 2 of 3 is 66.67 percent"),
        (
            "Almost 30 percent, or 20 of 100 members, agreed.",
            "unlikely",
            "30 percent told, but 20 of 100 is 20 percent",
        ),
    ],
)
def test_a_percentage_that_they_do_not(tell, text, level, message):
    (finding,) = check(tell(text).case())
    assert (finding.level, finding.message) == (level, message)
    assert [says.start for says in finding.spans] == [text.index(says.text) for says in finding.spans]


@pytest.mark.parametrize(
    "text",
    [
        "30 of 20 members (35 percent) agreed.",  # no part of a whole
        "30 members of 120 agreed. 35 percent sang.",
        "30 of 120 members sang, and 35 percent danced.",
        "In 30 of 35 percent of cases it rained.",
        "Nobody of 1 member (35 percent) agreed.",
    ],
)
def test_numbers_that_make_no_percentage_are_left_alone(tell, text):
    assert list(check(tell(text).case())) == []
