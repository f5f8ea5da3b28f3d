from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from training.corpora.gap import GapRow, example, gap

TEXT = 'Ada Fern met Dr. Lu Wick; "later" she wrote.'
HEADING = "ID Text Pronoun Pronoun-offset A A-offset A-coref B B-offset B-coref URL".replace(" ", "\t")


def read(folder: Path, first: str, second: str) -> GapRow:
    row = "\t".join(
        ("t-1", TEXT, "she", str(TEXT.index("she")), "Ada Fern", "0", first, "Dr. Lu Wick", "13", second, "-")
    )
    path = folder / "gap.tsv.gz"
    path.write_bytes(gzip.compress(f"{HEADING}\n{row}\n".encode()))
    (read,) = gap(path)
    return read


def test_a_row_has_its_places_in_the_text(tmp_path: Path) -> None:
    row = read(tmp_path, "TRUE", "FALSE")
    assert row.text == TEXT
    assert row.text[row.pronoun_offset :].startswith(row.pronoun)
    assert row.text[row.second_offset :].startswith(row.second)
    assert (row.is_first, row.is_second) == (True, False)


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [("TRUE", "FALSE", "first"), ("FALSE", "TRUE", "second"), ("FALSE", "FALSE", "someone else")],
)
def test_the_pronoun_is_whom_the_row_says(tmp_path: Path, first: str, second: str, meant: str) -> None:
    told = example(read(tmp_path, first, second))
    assert told.forms == frozenset()
    assert told.mentions is not None
    found = [
        (" ".join(told.words[each.start : each.end]), told.words[each.head], each.form, each.entity)
        for each in told.mentions
    ]
    assert found == [
        ("Ada Fern", "Ada", "name", "first"),
        ("Lu Wick", "Lu", "name", "second"),
        ("she", "she", "pronoun", meant),
    ]
