"""Years between generations."""

from __future__ import annotations

import pytest

from onrecord.check.generation_gap import check
from onrecord.model.limits import Limits


def results(tell, elder, child, *, relation="parent", pronoun=None, limits=None):
    story = tell("Ada Quill, x, and Bo Quill, y.", "2025-11-13")
    ada, bo = story.person("Ada Quill", pronoun=pronoun), story.person("Bo Quill")
    story.age(ada, elder, "x")
    story.age(bo, child, "y")
    story.kin(ada, relation, bo)
    return list(check(story.case(), *([limits] if limits else [])))


@pytest.mark.parametrize(
    ("pronoun", "elder", "found"),
    [("she", 76, 0), ("she", 77, 1), ("he", 101, 0), ("he", 102, 1), (None, 101, 0), (None, 102, 1)],
)
def test_a_child_of_twenty(tell, pronoun, elder, found):
    assert len(results(tell, elder, 20, pronoun=pronoun)) == found


@pytest.mark.parametrize(("elder", "found"), [(45, 1), (46, 0), (19, 1)])
def test_a_grandchild_of_twenty(tell, elder, found):
    assert len(results(tell, elder, 20, relation="grandparent")) == found


def test_the_limit_can_be_set(tell):
    (finding,) = results(tell, 70, 20, pronoun="she", limits=Limits(oldest_mother_years=48))
    assert finding.level == "unlikely"
    assert finding.message == "Ada Quill is told to be a parent of Bo Quill, but is more than 48 years older"
