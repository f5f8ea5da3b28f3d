"""Who are siblings and grandparents where the story tells only who is whose parent, and from what it follows."""

import pytest

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.model.statement import Kin
from onrecord.model.story import Story
from onrecord.resolve.derived import MOST, with_derived
from onrecord.show.phrases import Names, follows

TWO_CHILDREN = ("Ann parent Cy", "Ann parent Di")


def case(*lines: str) -> Case:
    kin = []
    for line in lines:
        from_, told, to, *reported = line.split()
        relation, _, detail = told.partition(":")
        kin.append(
            Kin(id=line, from_=from_, relation=relation, to=to, detail=detail or None, spans=(Span(0, 1, "x"),),
                reported="claim" if reported else "fact")
        )  # fmt: skip
    people = dict.fromkeys(who for one in kin for who in (one.from_, one.to))
    return with_derived(
        Case(
            story=Story(id="", text="x"),
            people=tuple(Person(id=who, name=who) for who in people),
            statements=tuple(kin),
        )
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (TWO_CHILDREN, {("Cy", "sibling", "Di", None)}),
        ((*TWO_CHILDREN, "Bo parent Cy"), {("Cy", "sibling", "Di", None)}),
        ((*TWO_CHILDREN, "Bo parent Cy", "Bo parent Di"), {("Cy", "sibling", "Di", None)}),
        ((*TWO_CHILDREN, "Bo parent Cy", "Ed parent Di"), {("Cy", "sibling", "Di", "half")}),
        (("Ann parent:adopted Cy", "Ann parent Di"), {("Cy", "sibling", "Di", None)}),
        (("Ann parent Bo", "Bo parent Cy"), {("Ann", "grandparent", "Cy", None)}),
        ((*TWO_CHILDREN, "Di sibling Cy"), set()),
        (("Ann parent Bo", "Bo parent Cy", "Ann grandparent Cy"), set()),
        (("Ann parent Cy", "Ann parent Di claim"), set()),
        (("Ann parent Cy", "Ann parent:step Di"), set()),
        (("Ann parent Bo", "Bo parent Ann"), set()),
        (("Ann spouse Bo", "Ann parent Cy"), set()),
    ],
)
def test_what_follows(lines, expected):
    assert {(one.from_, one.relation, one.to, one.detail) for one in case(*lines).derived} == expected


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (TWO_CHILDREN, "Cy and Di are siblings, since Ann is a parent of both"),
        ((*TWO_CHILDREN, "Bo parent Cy", "Bo parent Di"), "Cy and Di are siblings, since Ann and Bo are the parents of both"),
        ((*TWO_CHILDREN, "Bo parent Cy", "Ed parent Di"), "Cy and Di are half-siblings, since Ann is a parent of both"),
        (("Ann parent Bo", "Bo parent Cy"),
         "Ann is the grandparent of Cy, since Ann is the parent of Bo and Bo is the parent of Cy"),
    ],
)  # fmt: skip
def test_it_tells_from_what_it_follows(lines, words):
    told = case(*lines)
    (one,) = told.derived
    assert set(one.why) <= set(lines)
    assert follows(Names.of(told), told, one) == words


def test_what_the_story_tells_is_left_as_it_is():
    told = case(*TWO_CHILDREN)
    assert [one.id for one in told.statements] == list(TWO_CHILDREN)


def test_no_more_is_told_than_anybody_reads():
    assert len(case(*(f"Ann parent c{number}" for number in range(60))).derived) == MOST
