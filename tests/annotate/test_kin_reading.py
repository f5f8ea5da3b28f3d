"""Kinship and partnership between two people: relation, direction, status."""

import pytest

from onrecord.model.statement import Kin


@pytest.mark.parametrize(
    ("words", "relation", "status", "pair"),
    [
        ("Susan Hale thanked her husband Peter Marlow.", "spouse", "current", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale met her ex-husband Peter Marlow.", "spouse", "former", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale came with her sister Rebecca Hale.", "sibling", "current", {"Susan Hale", "Rebecca Hale"}),
    ],
)
def test_a_tie_is_read_with_its_status(told, words, relation, status, pair):
    case = told(words)
    kin = [(s.relation, s.status, {case.person(s.from_).name, case.person(s.to).name}) for s in case.all(Kin)]
    assert kin == [(relation, status, pair)]


def test_a_parent_stands_before_the_child(told):
    case = told("Susan Hale arrived with her daughter Rebecca.")
    assert [(s.relation, case.person(s.from_).name, case.person(s.to).name) for s in case.all(Kin)] == [
        ("parent", "Susan Hale", "Rebecca")
    ]


def test_people_side_by_side_are_no_kin(told):
    assert told("Susan Hale and Peter Marlow sang on the same stage.").all(Kin) == ()
