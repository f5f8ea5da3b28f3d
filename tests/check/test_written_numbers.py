"""Numbers in figures and in words."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from onrecord.check.written_numbers import CARDINAL, ORDINAL, in_figures, number, ordinal


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("1,200 people", "1,200", 1200),
        ("2.5 million people", "2.5 million", 2_500_000),
        ("$33million raised", "33million", 33_000_000),
        ("Twenty-one men", "Twenty-one", 21),
        ("two hundred thousand", "two hundred thousand", 200_000),
        ("a 26-year gap", "26", 26),
        ("$5 a head", "5", 5),
        ("5% more", "5", 5),
        ("It is 2.5.", "2.5", Fraction(5, 2)),
        ("a seven-hundred-page book", "seven-hundred", 700),
    ],
)
def test_a_number(text, words, value):
    (found,) = re.findall(CARDINAL, text)
    assert (found, number(found)) == (words, value)


@pytest.mark.parametrize("text", ["a 3-2 win", "at 6:30", "someone", "the 21st", "No #5", "v1.2.3", "seven's", "1/2"])
def test_no_number(text):
    assert re.findall(CARDINAL, text) == []


@pytest.mark.parametrize(("text", "value"), [("the third day", 3), ("the 21st day", 21), ("Twelfth night", 12)])
def test_a_place_in_a_row(text, value):
    assert [ordinal(found) for found in re.findall(ORDINAL, text)] == [value]


@pytest.mark.parametrize(
    ("value", "written"),
    [(Fraction(1200), "1,200"), (Fraction(200, 3), "66.67"), (Fraction(5, 2), "2.5"), (Fraction(10), "10")],
)
def test_in_figures(value, written):
    assert in_figures(value) == written
