"""Numbers that are said of people: children, an order, a gap in age."""

import pytest

from onrecord.model.marks import Count


@pytest.mark.parametrize(
    ("words", "what", "n", "ordinal"),
    [
        ("Susan Hale, a mother of two, sang.", "children", 2, False),
        ("Susan Hale gave birth to her second child, Robert.", "children", 2, True),
        ("Susan Hale and her husband Peter Marlow have three children together.", "children", 3, False),
    ],
)
def test_a_count_is_read(marked, words, what, n, ordinal):
    assert [(mark.what, mark.n, mark.ordinal) for mark in marked(words).of(Count)] == [(what, n, ordinal)]


def test_a_number_of_things_is_no_count(marked):
    assert marked("Susan Hale bought three houses.").of(Count) == ()
