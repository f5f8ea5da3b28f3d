"""Words in pieces, and how they are written."""

from __future__ import annotations

import pytest

from onrecord.reader.pieces import CASES, MOST_PIECES_A_WORD, case, laid_out, pieces
from onrecord.reader.session import reader


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("river", "lower"),
        ("River", "title"),
        ("RIVER", "upper"),
        ("A", "title"),
        ("McQuill", "mixed"),
        ("41", "digit"),
        ("4th", "lower"),
        ("—", "other"),
        ("", "other"),
        ("Élan", "title"),
    ],
)
def test_the_case_of_a_word(word: str, kind: str):
    assert CASES[case(word)] == kind


def test_every_word_has_a_piece_and_none_too_many():
    found = pieces(reader().tokenizer, ["river", "", "\u200b", "x" * 5000, "🙂", "don’t"])
    assert all(1 <= len(ids) <= MOST_PIECES_A_WORD for ids in found)


def test_curly_marks_read_as_straight_ones():
    curly, straight = pieces(reader().tokenizer, ["“", '"'])
    assert curly == straight


def test_words_stand_between_the_marks_of_a_window():
    assert laid_out([[7], [8, 9]], [1, 0]) == ([101, 7, 8, 9, 102], [5, 1, 0, 0, 5], [1, 2])
