"""Spans: stretches of the one stored text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Span

TEXT = "Zoë 👩‍👧 said: “no”."


def test_offsets_are_code_points():
    assert Span.of(TEXT, 4, 7).text == "👩‍👧"
    assert Span.of(TEXT, 14, 18).text == "“no”"
    assert Span.of("Zoe\u0308", 3, 4).text == "\u0308"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3), (0, len(TEXT) + 1)])
def test_no_span_is_empty_or_leaves_the_text(start, end):
    with pytest.raises(ValueError, match="no stretch"):
        Span.of(TEXT, start, end)


def test_the_whole_text_is_a_span():
    assert Span.of(TEXT, 0, len(TEXT)).text == TEXT


@pytest.mark.parametrize(("start", "end"), [(3, 7), (4, 8), (5, 5), (6, 5)])
def test_no_part_is_empty_or_leaves_its_span(start, end):
    with pytest.raises(ValueError, match="no part"):
        Span.of(TEXT, 4, 7).part(start, end)


@pytest.mark.parametrize(
    ("one", "two", "touches", "holds"),
    [
        ((0, 4), (4, 6), False, False),
        ((0, 4), (3, 6), True, False),
        ((0, 4), (0, 4), True, True),
        ((0, 4), (1, 3), True, True),
        ((1, 3), (0, 4), True, False),
    ],
)
def test_touching_and_holding(one, two, touches, holds):
    first, second = Span.of(TEXT, *one), Span.of(TEXT, *two)
    assert (first.touches(second), second.touches(first), first.holds(second)) == (touches, touches, holds)


@given(st.data())
def test_a_span_is_always_the_texts_own_words(data):
    text = data.draw(st.text(min_size=1))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.cut(text) == text[span.start : span.end] == span.text
    part_start = data.draw(st.integers(start, end - 1))
    part_end = data.draw(st.integers(part_start + 1, end))
    assert span.part(part_start, part_end) == Span.of(text, part_start, part_end)
    assert span.holds(span.part(part_start, part_end))
