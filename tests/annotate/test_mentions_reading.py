"""Names, nouns and pronouns that may mean a person, and the names of all else."""

import pytest

from onrecord.model.marks import Mention, Name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The actor Peter Marlow sang with Susan Hale on Friday.", {"Peter Marlow", "Susan Hale"}),
        ("Yesterday Susan Hale's sister, Rebecca, stayed at home.", {"Susan Hale", "Rebecca"}),
        ("She told Us Weekly about it in Chicago on Monday.", set()),
        ("Mr. Peter Marlow, 54, met Dr. Susan Hale.", {"Peter Marlow", "Susan Hale"}),
    ],
)
def test_people_are_named_and_nothing_else(marked, words, names):
    assert {mark.span.text for mark in marked(words).of(Mention) if mark.form == "name"} == names


def test_an_outlet_is_a_name_of_its_own(marked):
    assert ("Us Weekly", "outlet") in {
        (mark.span.text, mark.kind) for mark in marked("A friend told Us Weekly so.").of(Name)
    }


def test_a_noun_in_apposition_means_the_name_beside_it(marked):
    nouns = [mark for mark in marked("Susan Hale thanked her husband Peter Marlow.").of(Mention) if mark.form == "noun"]
    assert [(mark.span.text, mark.of.text, mark.same.text) for mark in nouns if mark.of and mark.same] == [
        ("her husband", "her", "Peter Marlow")
    ]


def test_pronouns_tell_their_gender(marked):
    pronouns = [mark for mark in marked("He saw her before they left.").of(Mention) if mark.form == "pronoun"]
    assert [(mark.span.text, mark.gender, mark.plural) for mark in pronouns] == [
        ("He", "he", False),
        ("her", "she", False),
        ("they", "they", True),
    ]
