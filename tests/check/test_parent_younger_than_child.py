"""Parents and their children by age."""

from __future__ import annotations

import pytest

from onrecord.check.parent_younger_than_child import check
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import Limits


def results(tell, elder, child, *, relation="parent", published="2025-11-13", limits=None, **more):
    story = tell("Ada Quill, x, is the mother of Bo Quill, y.", published)
    ada, bo = story.person("Ada Quill"), story.person("Bo Quill")
    story.age(ada, elder, "x")
    story.age(bo, child, "y")
    story.kin(ada, relation, bo, **more)
    return list(check(story.case(), *([limits] if limits else [])))


@pytest.mark.parametrize("published", ["2025-11-13", None])
@pytest.mark.parametrize(
    ("elder", "level"),
    [(19, "impossible"), (20, "unlikely"), (30, "unlikely"), (31, "unlikely"), (32, None), (52, None)],
)
def test_a_child_of_twenty(tell, elder, level, published):
    (result,) = results(tell, elder, 20, published=published)
    assert (result.level if isinstance(result, Finding) else None) == level


def test_the_limit_can_be_set(tell):
    (result,) = results(tell, 32, 20, limits=Limits(youngest_parent_years=14))
    assert result.level == "unlikely"
    assert result.message == "Ada Quill is told to be a parent of Bo Quill, but is less than 14 years older"


def test_the_reason_can_be_redone_with_a_pencil(tell):
    (result,) = results(tell, 12, 14)
    assert result.level == "impossible"
    assert result.reason == (
        "Bo Quill, 14 on 2025-11-13: born 2010-11-14 to 2011-11-13",
        "Ada Quill is a parent of Bo Quill, and born before: so Ada Quill's birth by 2011-11-12",
        "Ada Quill, 12 on 2025-11-13: born 2012-11-14 to 2013-11-13",
        "no day is left for Ada Quill's birth: by 2011-11-12 and from 2012-11-14 on",
    )
    assert [says.text for says in result.spans] == ["A", "x", "y"]


def test_a_grandparent_only_has_to_be_older(tell):
    assert isinstance(results(tell, 22, 20, relation="grandparent")[0], Held)
    assert isinstance(results(tell, 19, 20, relation="grandparent")[0], Finding)


@pytest.mark.parametrize("more", [{"reported": "claim"}, {"detail": "step"}])
def test_claims_and_stepparents_are_left_alone(tell, more):
    assert results(tell, 12, 14, **more) == []


def test_whom_the_twelve_year_old_means_is_no_proof(tell):
    story = tell(
        "Bo Quill, 14, is her son. Ada Quill came, saw and left; then, later on, the 12-year-old sang.", "2025-11-13"
    )
    ada, bo = story.person("Ada Quill"), story.person("Bo Quill")
    story.age(ada, 12, "12")
    story.age(bo, 14, "14")
    story.kin(ada, "parent", bo)
    assert list(check(story.case())) == []


def test_children_of_one_parent_are_siblings(tell):
    story = tell("Ada Quill, 12, is the mother of Bo Quill, 14. Cy.", "2025-11-13")
    ada, bo, cy = story.person("Ada Quill"), story.person("Bo Quill"), story.person("Cy")
    story.age(ada, 12, "12")
    story.age(bo, 14, "14")
    for elder, child in ((ada, bo), (cy, ada), (cy, bo)):
        story.kin(elder, "parent", child)
    assert list(check(story.case())) == []


def test_nobody_has_three_parents(tell):
    story = tell("Ada, 13, Bo, 12, and Cy, father of Di, 9.", "2025-11-13")
    people = [story.person(name) for name in ("Ada", "Bo", "Cy", "Di")]
    for person, age in ((people[0], 13), (people[1], 12), (people[3], 9)):
        story.age(person, age, str(age))
    for elder in people[:3]:
        story.kin(elder, "parent", people[3])
    assert list(check(story.case())) == []
