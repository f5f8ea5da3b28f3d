"""One quotation, given twice."""

from __future__ import annotations

import pytest

from onrecord.check.quotation_repeated_differently import check
from onrecord.model.finding import Held

BETWEEN = " It rained for days, and nobody went out." * 5


def twice(tell, one, two, between=BETWEEN, voices=(None, None)):
    story = tell(f'"{one}" she said.{between} "{two}" she said.')
    story.person("Ada")
    for nth, (words, voice) in enumerate(zip((one, two), voices, strict=True), 1):
        marked = f'"{words}"'
        story.quotation(marked, 2 if nth == 2 and one == two else 1)
        if voice:
            story.quote(marked, voice)
    return story.case()


@pytest.mark.parametrize(
    ("one", "two", "first", "second"),
    [
        (
            "We never planned to leave the house.",
            "We never wanted to leave the house.",
            "We never planned to leave the house",
            "We never wanted to leave the house",
        ),
        (  # the longer one first
            "And then, of course, this is the harsh world that we live in.",
            "This is the harsh world we live in.",
            "this is the harsh world that we live in",
            "This is the harsh world we live in",
        ),
    ],
)
def test_other_words_inside(tell, one, two, first, second):
    (finding,) = check(twice(tell, one, two))
    assert (finding.level, finding.message) == ("altered", f"quoted twice, and not alike: “{first}” and “{second}”")
    assert [says.text for says in finding.spans] == [first, second]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We never planned to leave the house.", "we never planned to leave the house, not once,"),
        ("WE NEVER PLANNED TO LEAVE IT.", "We never planned to leave it."),
    ],
)
def test_the_same_words_hold(tell, one, two):
    assert [type(one) for one in check(twice(tell, one, two))] == [Held]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("We never planned to leave", "We never wanted to leave"),  # five words
        ("We never planned to leave the house.", "We always wanted to sell the house."),
        ("We never planned to leave the house.", "We never ... to leave the house."),  # marked as left out
        ("We never planned to leave the house.", "We never [wanted] to leave the house."),
        ("We meant that he is the founder.", "We meant exactly that: yes, he is the founder."),  # too many
        ("He never planned to leave the house.", "They never planned to leave the house."),  # at an end
    ],
)
def test_what_is_not_the_same_quotation_is_left_alone(tell, one, two):
    assert [finding for finding in check(twice(tell, one, two)) if not isinstance(finding, Held)] == []


ALIKE = ("We never planned to leave the house.", "We never wanted to leave the house.")


@pytest.mark.parametrize(("gap", "found"), [(100, 0), (200, 1)])
def test_who_speaks_on_may_repeat_a_phrase_for_effect(tell, gap, found):
    assert len(list(check(twice(tell, *ALIKE, between=" " + "x" * gap)))) == found


@pytest.mark.parametrize(("voices", "found"), [(("p1", "p2"), 0), (("p1", "p1"), 1), (("p1", None), 1)])
def test_two_people_may_say_nearly_the_same(tell, voices, found):
    assert len(list(check(twice(tell, *ALIKE, voices=voices)))) == found
