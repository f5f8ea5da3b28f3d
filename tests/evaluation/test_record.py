"""The copies that a record is filled with to measure it: other people, and every span as true as before."""

from __future__ import annotations

import pytest

from evaluation.record import copy


@pytest.fixture
def case(tell):
    told = tell("Jane Roe, 41, of Roehampton met Tom. “I am 41,” Roe said.")
    jane = told.person("Jane Roe")
    told.person("Tom")
    told.age(jane, 41, "41")
    told.quote("“I am 41,”", jane)
    return told.case()


@pytest.mark.parametrize("number", [1, 25, 26, 27, 700])
def test_people_have_other_names_of_the_same_length(case, number):
    made = copy(case, number, own_people=True)
    assert len(made.story.text) == len(case.story.text)
    assert {person.name for person in made.people}.isdisjoint({person.name for person in case.people})
    assert "Roehampton" in made.story.text
    for statement in made.statements:
        assert all(span.cut(made.story.text) == span.text for span in statement.spans)


def test_no_two_copies_have_people_in_common(case):
    names = [person.name for number in range(676) for person in copy(case, number, own_people=True).people]
    assert len(set(names)) == len(names)


def test_copies_of_the_same_people_are_stories_of_their_own(case):
    one, other = (copy(case, number, own_people=False) for number in (1, 2))
    assert one.people == other.people == case.people
    assert (one.story.id, one.story.outlet) != (other.story.id, other.story.outlet)
