"""Places in a row, and how long the row is."""

from __future__ import annotations

import pytest

from onrecord.check.rank_against_list import check


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("He is the second oldest of six.", "number 2 of 6"),
        ("She is the third of three children.", "number 3 of 3"),
        ("It is her 3rd of four films.", "number 3 of 4"),
        ("Ann Lee came second, behind Bo Day.", "number 2, behind 1"),
        ("Ann Lee finished third behind Bo Day and Cy Fox.", "number 3, behind 2"),
        ("Ann Lee ran a very strong fourth behind Bo Day, Cy Fox and Di.", "number 4, behind 3"),
    ],
)
def test_a_place_that_the_row_has_holds(tell, text, message):
    assert [one.message for one in check(tell(text).case())] == [message]
    assert not any(hasattr(one, "level") for one in check(tell(text).case()))


@pytest.mark.parametrize(
    ("text", "level", "message", "words"),
    [
        ("She is the fourth of three children.", "impossible", "number 4 of only 3", ["fourth", "three"]),
        ("He is the seventh oldest of six.", "impossible", "number 7 of only 6", ["seventh", "six"]),
        (
            "Ann Lee came second, behind Bo Day and Cy Fox.",
            "unlikely",
            "number 2, but behind 2",
            ["second", "Bo Day and Cy Fox"],
        ),
    ],
)
def test_a_place_that_it_does_not_have(tell, text, level, message, words):
    (finding,) = check(tell(text).case())
    assert (finding.level, finding.message) == (level, message)
    assert [says.text for says in finding.spans] == words


@pytest.mark.parametrize(
    "text",
    [
        "A third of two million voters agreed.",  # a fraction
        "Profits fell in the third quarter of 1990.",  # a year
        "On the second day of their one-day visit it rained.",
        "It was the fourth of July.",
        "Ann Lee came fifth, behind Bo Day.",  # the nearest is named
        "Ann Lee came third behind schedule.",
        "The third of 2.5 litres spilt.",
    ],
)
def test_what_is_no_place_in_a_row_is_left_alone(tell, text):
    assert list(check(tell(text).case())) == []
