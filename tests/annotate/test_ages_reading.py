"""Ages in their usual forms, whose they are, and numbers that are no ages."""

import pytest

from onrecord.model.marks import Age


@pytest.mark.parametrize(
    ("words", "who", "years", "other_time"),
    [
        ("Susan Hale, 41, sang.", "Susan Hale", 41, False),
        ("The 45-year-old Peter Marlow sang.", "Peter Marlow", 45, False),
        ("Susan Hale is 24 years old.", "Susan Hale", 24, False),
        ("Susan Hale arrived with her 18-year-old son.", "her 18-year-old son", 18, False),
        ("Peter Marlow died at the age of 62.", "Peter Marlow", 62, True),
    ],
)
def test_an_age_belongs_to_somebody(marked, words, who, years, other_time):
    assert [(mark.who.text, mark.years, mark.other_time) for mark in marked(words).of(Age)] == [
        (who, years, other_time)
    ]


def test_a_list_gives_each_child_its_age(marked):
    ages = marked("They have three children: Anna, 12, Robert, ten, and Laura, three.").of(Age)
    assert [(mark.who.text, mark.years) for mark in ages] == [("Anna", 12), ("Robert", 10), ("Laura", 3)]


@pytest.mark.parametrize("words", ["Susan Hale won 41 prizes.", "Peter Marlow ended a 26-year career."])
def test_other_numbers_are_no_ages(marked, words):
    assert marked(words).of(Age) == ()
