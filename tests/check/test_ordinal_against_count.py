"""Third husbands and second marriages."""

from __future__ import annotations

import pytest

from onrecord.check.ordinal_against_count import check


def story_of(tell):
    story = tell("Ada, her third husband Cy, married twice, Bo, Di, El.")
    return story, {name: story.person(name) for name in ("Ada", "Bo", "Cy", "Di", "El")}


@pytest.mark.parametrize(("times", "found"), [(2, 1), (3, 0), (4, 0)])
def test_a_third_husband_and_how_often_she_married(tell, times, found):
    story, people = story_of(tell)
    story.count((people["Ada"],), "husbands", 3, "third husband", ordinal=True)
    story.count((people["Ada"],), "marriages", times, "married twice")
    results = list(check(story.case()))
    assert len(results) == found
    if found:
        assert results[0].message == "“third husband” of Ada, who is told to have married 2 times"
        assert results[0].level == "unlikely"


@pytest.mark.parametrize(
    ("former", "found"), [(("Bo", "Di"), 0), (("Bo", "Di", "El"), 1), (("Bo", "Di", "El", "Cy"), 0)]
)
def test_a_third_husband_and_those_before(tell, former, found):
    story, people = story_of(tell)
    story.count((people["Ada"],), "husbands", 3, "third husband", ordinal=True, of=people["Cy"])
    for name in former:
        story.kin(people["Ada"], "spouse", people[name], status="former")
    results = list(check(story.case()))
    assert len(results) == found
    if found:
        assert results[0].message == "“third husband” of Ada, but 3 former are named: Bo, Di, El"


def test_children_are_another_checks(tell):
    story, people = story_of(tell)
    story.count((people["Ada"],), "children", 3, "third husband", ordinal=True)
    story.count((people["Ada"],), "marriages", 2, "married twice")
    assert list(check(story.case())) == []
