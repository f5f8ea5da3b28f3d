"""Kinship and partnership between two people: relation, direction, status."""

import pytest

from onrecord.model.statement import Kin


@pytest.mark.parametrize(
    ("words", "relation", "status", "pair"),
    [
        ("Susan Hale thanked her husband Peter Marlow.", "spouse", "current", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale met her ex-husband Peter Marlow.", "spouse", "former", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale sang with her boyfriend Peter Marlow.", "partner", "current", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale split with her boyfriend Peter Marlow.", "partner", "former", {"Susan Hale", "Peter Marlow"}),
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


def test_what_a_comma_parts_is_no_object(told):
    words = "Peter Marlow met Susan Hale. Instead of dating, she sang."
    assert told(words).all(Kin) == ()


def test_a_partner_at_work_is_no_love(told):
    assert told("Susan Hale met her performing partner Peter Marlow.").all(Kin) == ()
    assert len(told("Susan Hale met her loving partner Peter Marlow.").all(Kin)) == 1


def test_people_side_by_side_are_no_kin(told):
    assert told("Susan Hale and Peter Marlow sang on the same stage.").all(Kin) == ()
