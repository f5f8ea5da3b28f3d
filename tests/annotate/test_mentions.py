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
        # A short word for a trade is no part of a name, initials are.
        ("The crew thanked DP Kevin Marlow and PJ Marlow.", {"Kevin Marlow", "PJ Marlow"}),
        ("Heptathlete Susan Hale won.", {"Susan Hale"}),
        ('Then Susan “Sunny” Hale met Peter "Pip" Marlow.', {"Susan “Sunny” Hale", 'Peter "Pip" Marlow'}),
        ('The star of "Titanic" Peter Marlow came.', {"Peter Marlow"}),
        ("Then Police Chief Susan Hale came.", {"Susan Hale"}),
        ("Then Iowa Gov. Susan Hale met Ohio Senator Peter Marlow.", {"Susan Hale", "Peter Marlow"}),
        ("Then Prime Minister Susan Hale met Lt. Gov. Peter Marlow.", {"Susan Hale", "Peter Marlow"}),
        # Two last names joined are nobody, a double name is somebody.
        ("Susan Hale met Peter Marlow. A Hale-Marlow film was made.", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale-Reed met Peter Marlow.", {"Susan Hale-Reed", "Peter Marlow"}),
        # What is like somebody is not he.
        ("He asked for Peter Marlow-style answers.", set()),
        # What is shown is a title; so is every other place where it stands.
        ("After a screening of Hollow Reed, Susan Hale sang. Hollow Reed has won.", {"Susan Hale"}),
        ("After a letter of Peter Reed, Susan Hale sang. Peter Reed has won.", {"Peter Reed", "Susan Hale"}),
        # Who is only ever played is a character.
        ("Susan Hale, best known for playing Rebecca Marlow in a comedy, sang.", {"Susan Hale"}),
        (
            "Susan Hale, who loved playing Rebecca Marlow in a comedy, met Rebecca Marlow.",
            {"Susan Hale", "Rebecca Marlow"},
        ),
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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Instagram said so.", ["Instagram"]),
        ("The Canadian said so.", []),
        ("Harrowgate reports that it rained.", ["Harrowgate"]),
        ("Harrowgate says it rained.", []),
    ],
)
def test_who_only_says_something_is_no_organisation_yet(marked, words, expected):
    body = [mark for mark in marked(words).of(Name) if mark.span.text in words]
    assert [mark.span.text for mark in body] == expected


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("He thanked the producer, Peter Marlow, and left.", "Peter Marlow"),
        ("He thanked the producer, Peter Marlow sang and left.", None),
        ("The producer, Peter Marlow, sang.", None),
    ],
)
def test_a_definite_noun_in_apposition_stands_between_commas(marked, words, same):
    (noun,) = [mark for mark in marked(words).of(Mention) if mark.head == "producer"]
    assert (noun.same and noun.same.text) == same


def test_pronouns_tell_their_gender(marked):
    pronouns = [mark for mark in marked("He saw her before they left.").of(Mention) if mark.form == "pronoun"]
    assert [(mark.span.text, mark.gender, mark.plural) for mark in pronouns] == [
        ("He", "he", False),
        ("her", "she", False),
        ("they", "they", True),
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Peter Marlow Is Back At Home Again", "Peter Marlow"),
        ("Peter West Is Back At Home Again", "Peter West"),
        ("Peter To Come Back Home Again", "Peter"),
        ("Peter Back At Home Again", "Peter"),
        ("Friends Want Peter Rebecca And Susan Hale", "Peter"),
    ],
)
def test_a_heading_may_tell_the_last_name_alone(whole, heading, name):
    names = [mark.span.text for mark in whole(heading, "Susan Hale met Peter. Peter sang.").of(Mention)]
    assert names[0] == name


@pytest.mark.parametrize(
    ("words", "nouns"),
    [
        ("Susan Hale saw the pianist.", ["the pianist"]),
        ("Susan Hale saw The Pianist.", []),
        ("Susan Hale saw the Queen.", ["the Queen"]),
        ("Susan Hale knows that her sister sang.", ["her sister"]),
        ("Susan Hale knows that sister.", ["that sister"]),
    ],
)
def test_a_noun_is_no_title_and_takes_no_second_article(marked, words, nouns):
    assert [mark.span.text for mark in marked(words).of(Mention) if mark.form == "noun"] == nouns
