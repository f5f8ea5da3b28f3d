"""Slips of the pen."""

import pytest

from onrecord.model.spelling import is_slip


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("teresa", "terasa", True),
        ("teresa", "teersa", True),
        ("marlowe", "marowe", True),
        ("marlowe", "marlowe", False),
        ("elena", "helena", False),
        ("daniel", "daniela", False),
        ("anna", "anma", False),
        ("marlowe", "mrlwe", False),
    ],
)
def test_whether_two_words_are_one_with_a_slip(one, two, expected):
    assert is_slip(one, two) is expected
    assert is_slip(two, one) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("kendall", "kendal", True),
        ("romero", "romera", True),
        ("syed", "sayed", True),
        ("hale", "hales", False),
        ("lee", "leee", False),
        ("elena", "helena", False),
    ],
)
def test_of_surnames_the_last_letter_may_differ_and_four_letters_are_enough(one, two, expected):
    assert is_slip(one, two, shortest_letters=4, at_end=True) is expected
    assert is_slip(two, one, shortest_letters=4, at_end=True) is expected
