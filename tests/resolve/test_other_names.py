"""Two names of one person."""

import pytest


@pytest.fixture
def people(read):
    """Return a reader of words into the names of each person."""

    def people(words):
        _, _, who = read(words)
        return [set(person.aliases) for person in who.people]

    return people


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Susan Hale (née Reed) sang.", [{"Susan Hale", "Reed"}]),
        ("Susan Hale, also known as Rebecca Reed, sang.", [{"Susan Hale", "Rebecca Reed"}]),
        ("Susan Hale, then known as Rebecca Reed, sang.", [{"Susan Hale", "Rebecca Reed"}]),
        ("Susan Hale (formerly Peter Reed) sang.", [{"Susan Hale", "Peter Reed"}]),
        # Only what stands right behind a name renames it, and a namesake is left alone.
        ("Susan Hale, then Rebecca Reed sang.", [{"Susan Hale"}, {"Rebecca Reed"}]),
        (
            "Otto Reed came. Susan Hale (née Reed) sang.",
            [{"Otto Reed"}, {"Susan Hale", "Reed"}],
        ),
        # Short forms of one full name; of two that fit neither is meant.
        ("Susan Hale sang. Later Susan H. left.", [{"Susan Hale", "Susan H"}]),
        ("Susan Hale sang. Susan Harrow left. Later Susan H. sang.", [{"Susan Hale"}, {"Susan Harrow"}, {"Susan H"}]),
        # A married name, where the story tells of the marriage.
        (
            "Susan Reed married Peter Hale. Later Susan Hale sang.",
            [{"Susan Reed", "Susan Hale"}, {"Peter Hale"}],
        ),
        ("Susan Reed met Peter Hale. Later Susan Hale sang.", [{"Susan Reed"}, {"Peter Hale"}, {"Susan Hale"}]),
        # A slip of the pen inside a name; relatives and people of other ages are two.
        ("Susan Marlowe sang. Susan Mralowe left.", [{"Susan Marlowe", "Susan Mralowe"}]),
        ("Susan Marlowe, 41, sang. Susan Mralowe, 22, left.", [{"Susan Marlowe"}, {"Susan Mralowe"}]),
        ("Susan Marlowe sang. Susan Marlow left.", [{"Susan Marlowe"}, {"Susan Marlow"}]),
    ],
)
def test_two_names_are_one_person(people, words, expected):
    assert people(words) == expected
