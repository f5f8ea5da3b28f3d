"""Names are folded alike however a story writes them, and told apart where it matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.names import alike, fold, unfold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Jane Roe", "jane roe"),
        ("JANE ROE", "jane roe"),
        ("Zoë  Müller-Ortiz", "zoe muller ortiz"),
        ("J. K. Marlow", "jk marlow"),
        ("J.K. Marlow", "jk marlow"),
        ("Ana De La Cruz", "ana delacruz"),
        ("Rosa O’Brien", "rosa obrien"),
        ("Paul Hale Jr.", "paul hale jr"),
        ("Jr.", "jr"),
    ],
)
def test_names_are_folded(written, folded):
    assert str(fold(written)) == folded


@pytest.mark.parametrize("nothing", ["", " ", "…", "'"])
def test_what_has_no_letter_is_no_name(nothing):
    assert fold(nothing) is None


@given(st.text(max_size=40))
def test_a_folded_name_is_read_back_as_it_is(written):
    name = fold(written)
    assert name is None or (unfold(str(name)) == name and fold(str(name)) is not None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Bill Marlow", "William Marlow", True),
        ("Jane Roe", "Jane Roe Hale", True),
        ("Jane Roe", "Joan Roe", False),
        ("Paul Hale Jr.", "Paul Hale Sr.", False),
        ("Paul Hale Jr.", "Paul Hale", True),
        ("Ada B. Roe", "Ada C. Roe", False),
        ("Jane Roe Hale", "Jane Roe Marlow", False),
    ],
)
def test_names_that_may_be_one_persons(one, other, expected):
    first, second = fold(one), fold(other)
    assert first is not None
    assert second is not None
    assert alike(first, second) is alike(second, first) is expected
