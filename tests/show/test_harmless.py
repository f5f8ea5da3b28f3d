from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.harmless import columns, harmless


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x07\x7f", "a␇␡"),
        ("\x9b2J", "\N{REPLACEMENT CHARACTER}2J"),
        ("abc\u202egnp.exe", "abc\N{REPLACEMENT CHARACTER}gnp.exe"),
        ("in\u200bvisible\ufeff", "in\N{REPLACEMENT CHARACTER}visible\N{REPLACEMENT CHARACTER}"),
        ("one\r\ntwo", "one␍␊two"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("tab\there, María, 👩‍👧, नमस्ते", "tab\there, María, 👩‍👧, नमस्ते"),
    ],
)
def test_what_could_harm_is_shown_and_all_else_stays(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text())
def test_nothing_harmful_is_left_and_no_offset_moves(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not [one for one in shown if unicodedata.category(one) in {"Cc", "Cs"} and one != "\t"]
    assert not [one for one in shown if unicodedata.bidirectional(one) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0), ("abc", 3), ("é", 1), ("e\u0301", 1), ("日本", 4), ("ｗ", 2), ("👧", 2), ("👩\u200d👧", 2), ("👋🏽", 2),
        ("❤\ufe0f", 2), ("❤", 1), ("🇺🇸", 2), ("a\tb", 6),
    ],
)  # fmt: skip
def test_columns_that_a_text_takes(text: str, width: int) -> None:
    assert columns(text)[-1] == width


@given(st.text())
def test_every_character_has_its_column(text: str) -> None:
    column = columns(text)
    assert len(column) == len(text) + 1
    assert column == sorted(column)
