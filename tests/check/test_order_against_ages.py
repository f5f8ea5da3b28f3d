"""A place among brothers and sisters against their ages."""

from __future__ import annotations

import pytest

from onrecord.check.order_against_ages import check
from onrecord.model.finding import Finding, Held
from onrecord.model.when import month

TEXT = "Ada and Bo: Cy, 12, Dot, ten, Eve, nine. Her second child was born in June 2015. They have three children."
DAY = "2025-11-13"


def family(tell, ages=(12, 10, 9), published=DAY, text=TEXT, **more):
    story = tell(text, published)
    ada = story.person("Ada")
    for name, age, words in zip(("Cy", "Dot", "Eve"), ages, ("12", "ten", "nine"), strict=True):
        child = story.person(name)
        story.kin(ada, "parent", child, **more)
        if age is not None:
            story.age(child, age, words)
    return story, ada


def place(story, ada, n, child="p3", **more):
    story.count((ada,), "children", n, "second child", ordinal=True, of=child, **more)
    return list(check(story.case()))


@pytest.mark.parametrize("published", [DAY, None])
@pytest.mark.parametrize(("n", "kinds"), [(1, [Finding]), (2, [Held]), (3, [])])
def test_more_older_siblings_than_the_place_allows(tell, published, n, kinds):
    story, ada = family(tell, published=published)
    assert [type(result) for result in place(story, ada, n)] == kinds


def test_a_story_that_tells_all_children_leaves_no_other_place(tell):
    story, ada = family(tell)
    story.count((ada, "p9"), "children", 3, "three children")
    (finding,) = place(story, ada, 3)
    assert finding.level == "unlikely"
    assert finding.message == "Dot is told to be the third child, but older is Cy"


def test_what_holds_and_what_does_not_in_words(tell):
    story, ada = family(tell)
    (held,) = place(story, ada, 2)
    assert held.message == "Dot is the second child: second in the list of ages"
    story, ada = family(tell)
    (finding,) = place(story, ada, 2, child="p4")
    assert (finding.level, finding.message) == (
        "impossible",
        "Eve is told to be the second child, but older are Cy, Dot",
    )
    assert finding.reason[-1] == "older than Eve: Cy, Dot"
    assert finding.statements == ("s7", "s2", "s4", "s6")


def test_twins_have_no_sure_order(tell):
    story, ada = family(tell, ages=(12, 10, 10))
    assert place(story, ada, 2) == []


def test_with_an_unknown_age_nothing_holds_for_sure(tell):
    story, ada = family(tell, ages=(12, 10, None))
    assert place(story, ada, 2) == []


def test_a_birth_counts_like_an_age(tell):
    story, ada = family(tell, ages=(12, None, 9))
    story.event("birth", ("p3",), "born in June 2015", month(2015, 6))
    assert [type(result) for result in place(story, ada, 2)] == [Held]


def test_where_a_child_is_adopted_the_order_of_coming_may_be_meant(tell):
    story, ada = family(tell, text=TEXT + " They adopted Eve.")
    assert [result.level for result in place(story, ada, 1)] == ["unlikely"]


@pytest.mark.parametrize("more", [{"reported": "claim"}, {"detail": "step"}])
def test_siblings_who_are_no_plain_fact_do_not_count(tell, more):
    story, ada = family(tell, **more)
    assert place(story, ada, 1) == []


def test_a_claimed_place_is_left_alone(tell):
    story, ada = family(tell)
    assert place(story, ada, 1, reported="claim") == []


@pytest.mark.parametrize(("words", "n", "kinds"), [("second oldest", 1, [Finding]), ("second oldest", 2, [Held]),
                                                   ("second youngest", 1, [])])  # fmt: skip
def test_a_place_among_brothers_and_sisters(tell, words, n, kinds):
    story = tell(f"Cy, 12, and Dot, ten: she is the {words} of six.", DAY)
    cy, dot = story.person("Cy"), story.person("Dot")
    story.kin(dot, "sibling", cy)
    story.age(cy, 12, "12")
    story.age(dot, 10, "ten")
    story.count((dot,), "birth order", n, words, ordinal=True)
    assert [type(result) for result in check(story.case())] == kinds
