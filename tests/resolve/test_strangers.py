"""Nouns for people without a name, who are nobody's record."""

import pytest


@pytest.mark.parametrize(
    ("words", "noun", "means"),
    [
        ("Susan Hale came home. The actress sang.", "The actress", ["Susan Hale"]),
        ("Susan Hale met a brunette. The brunette sang.", "The brunette", []),
        ("Susan Hale met a tall young brunette. The brunette sang.", "The brunette", []),
        ("Susan Hale is a brunette. The brunette sang.", "The brunette", ["Susan Hale"]),
        ("Susan Hale, a brunette, came home. The brunette sang.", "The brunette", ["Susan Hale"]),
        ("The brunette came with Susan Hale. Then came a brunette.", "The brunette", []),
        ("Susan Hale came home. The mystery woman sang.", "The mystery woman", []),
        ("Peter Marlow came home. The first man sang.", "The first man", []),
        ("Peter Marlow came home. The proud man sang.", "The proud man", ["Peter Marlow"]),
    ],
)
def test_a_stranger_is_nobody_of_the_names(meant, words, noun, means):
    assert [list(names) for text, *names in meant(words) if text == noun] == [means]


def test_a_pronoun_may_mean_the_stranger_and_is_left_open(meant):
    words = "Susan Hale came home. The mystery woman left the house. She sang."
    assert ("She",) in meant(words)
    assert ("She", "Susan Hale") in meant("Susan Hale came home. The dog left the house. She sang.")
