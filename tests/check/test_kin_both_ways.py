"""Relations that exclude each other."""

from __future__ import annotations

import pytest

from onrecord.check.kin_both_ways import check


def results(tell, *kins):
    story = tell("Ada, Bo and Cy.")
    people = {name: story.person(name) for name in ("Ada", "Bo", "Cy")}
    for one, relation, other, more in kins:
        story.kin(people[one], relation, people[other], **more)
    return [(finding.level, finding.message) for finding in check(story.case())]


def test_each_the_parent_of_the_other_is_impossible(tell):
    assert results(tell, ("Ada", "parent", "Bo", {}), ("Bo", "parent", "Ada", {})) == [
        ("impossible", "Ada, Bo: each is told to be older than the next, and the last older than the first")
    ]


def test_a_circle_of_three(tell):
    kins = (("Ada", "parent", "Bo", {}), ("Bo", "parent", "Cy", {}), ("Cy", "grandparent", "Ada", {}))
    assert [level for level, _ in results(tell, *kins)] == ["impossible"]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("parent", "sibling", True), ("spouse", "parent", True), ("spouse", "sibling", True), ("grandparent", "parent", True),
        ("engaged", "sibling", True), ("spouse", "partner", False), ("family", "sibling", False), ("partner", "sibling", False),
    ],
)  # fmt: skip
def test_two_relations_of_two_people(tell, first, second, found):
    told = results(tell, ("Ada", first, "Bo", {}), ("Ada", second, "Bo", {}))
    assert bool(told) == found
    assert all(level == "unlikely" for level, _ in told)


@pytest.mark.parametrize("more", [{"reported": "claim"}, {"detail": "in-law"}, {"status": "future"}])
def test_claims_in_laws_and_plans_are_left_alone(tell, more):
    assert results(tell, ("Ada", "spouse", "Bo", {}), ("Ada", "sibling", "Bo", more)) == []
