"""Names joined to people: full names, given names, last names, nicknames."""

import pytest

from onrecord.model.marks import Mention
from onrecord.model.span import Span
from onrecord.resolve.naming import joined


def people(text, genders=()):
    """Return the names of each person in a text of names, with a comma between any two."""
    mentions, start = [], 0
    for name in text.split(", "):
        span = Span.of(text, start, start + len(name))
        mentions.append(Mention(span=span, form="name", gender=dict(genders).get(name)))
        start += len(name) + 2
    return [[mention.span.text for mention in person.mentions] for person in joined(mentions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Part of a full name is that person, whichever comes first.
        ("Susan Hale, Hale, Susan", [["Susan Hale", "Hale", "Susan"]]),
        ("Susan, Susan Hale", [["Susan", "Susan Hale"]]),
        ("Susan Hale, Rebecca", [["Susan Hale"], ["Rebecca"]]),
        # A longer full name with the same given name is the same person; another given name is not.
        ("Susan Hale Reed, Susan Hale", [["Susan Hale Reed", "Susan Hale"]]),
        ("Susan Hale, Rebecca Hale", [["Susan Hale"], ["Rebecca Hale"]]),
        ("Peter Hale Jr., Peter Hale", [["Peter Hale Jr."], ["Peter Hale"]]),
        # The last name alone is the elder's.
        ("Hale, Peter Hale Jr., Peter Hale", [["Hale", "Peter Hale"], ["Peter Hale Jr."]]),
        ("Hale, Peter Hale Jr.", [["Hale", "Peter Hale Jr."]]),
        ("Peter Otto Hale, Otto Hale", [["Peter Otto Hale", "Otto Hale"]]),
        ('Susan "Sue" Hale, Sue Hale', [['Susan "Sue" Hale', "Sue Hale"]]),
        ("Susan Hale, Susan [Hale]", [["Susan Hale", "Susan [Hale]"]]),
        # A last name of two people is the one who was so called more often, else the one who was spoken of more.
        (
            "Susan Hale, Susan, Susan, Peter Hale, Peter Hale, Hale",
            [["Susan Hale", "Susan", "Susan"], ["Peter Hale", "Peter Hale", "Hale"]],
        ),
        ("Susan Hale, Peter Hale, Peter, Hale", [["Susan Hale"], ["Peter Hale", "Peter", "Hale"]]),
        ("Susan Hale, Susan, Peter Hale, Hale", [["Susan Hale", "Susan", "Hale"], ["Peter Hale"]]),
        # Accents, points and hyphens make nobody else.
        ("René Hale, Rene", [["René Hale", "Rene"]]),
        ("J.P. Marlow, J. P. Marlow", [["J.P. Marlow", "J. P. Marlow"]]),
        # Nicknames.
        ("Robert Marlow, Bob", [["Robert Marlow", "Bob"]]),
        ("Robert Marlow, Bill", [["Robert Marlow"], ["Bill"]]),
        ("Francesca Hale, Fran", [["Francesca Hale", "Fran"]]),
        ("Francesca Hale, Fr", [["Francesca Hale"], ["Fr"]]),
    ],
)
def test_names_of_one_person_are_joined(text, expected):
    assert people(text) == expected


def test_a_title_tells_whose_last_name_is_meant():
    text = "Peter Hale, Susan Hale, Susan, Hale"
    genders = {"Peter Hale": "he", "Susan Hale": "she", "Susan": "she"}
    assert people(text, genders)[1] == ["Susan Hale", "Susan", "Hale"]
    assert people(text, {**genders, "Hale": "he"})[0] == ["Peter Hale", "Hale"]


def test_a_given_name_in_the_middle_is_nobodys_who_is_called_by_the_first():
    henry = {"Henry": "he"}
    assert people("Otto Henry Marlow, Otto, Henry", henry) == [["Otto Henry Marlow", "Otto"], ["Henry"]]
    assert people("Otto Henry Marlow, Henry", henry) == [["Otto Henry Marlow", "Henry"]]
    assert people("Otto Reed Marlow, Otto, Reed") == [["Otto Reed Marlow", "Otto", "Reed"]]
