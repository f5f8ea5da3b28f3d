"""The words of a stretch of characters, without the marks at its rim."""

from __future__ import annotations

import gzip

import pytest

from training.corpora.plain import covered, document, rows, stretch, texts

TEXT = "“Never,” Mara Quill told the U.S. press: well-read people don't."
WORDS = document(TEXT).words


def cut(part):
    return None if part is None else list(texts(WORDS)[slice(*part)])


def at(piece):
    start = TEXT.index(piece)
    return start, start + len(piece)


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("“Never,” ", ["Never"]),
        (" Mara Quill ", ["Mara", "Quill"]),
        ("U.S", ["U.S."]),
        ("ll-rea", ["well-read"]),
        ("don't.", ["do", "n't"]),
        (":", [":"]),
    ],
)
def test_stretch_trims_marks_and_takes_every_word_that_it_touches(piece, words):
    assert cut(stretch(WORDS, TEXT, *at(piece))) == words


def test_covered_keeps_the_marks():
    assert cut(covered(WORDS, *at("“Never,”"))) == ["“", "Never", ",", "”"]


def test_white_space_alone_covers_nothing():
    start = TEXT.index(" Mara")
    assert covered(WORDS, start, start + 1) is None
    assert stretch(WORDS, TEXT, start, start + 1) is None


def test_neighbours_that_only_touch_the_border_are_outside():
    start, end = at("Quill")
    assert cut(covered(WORDS, start, end)) == ["Quill"]
    assert cut(covered(WORDS, start - 1, end + 1)) == ["Quill"]
    assert cut(covered(WORDS, start - 2, end + 2)) == ["Mara", "Quill", "told"]


def test_rows_are_read_packed_or_not(tmp_path):
    lines = '{"text": "Ærø"}\n\n{"text": "b"}\n'
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text(lines, encoding="utf-8")
    packed.write_bytes(gzip.compress(lines.encode()))
    assert list(rows(plain)) == list(rows(packed)) == [{"text": "Ærø"}, {"text": "b"}]
