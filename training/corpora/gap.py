"""Reads GAP: passages of Wikipedia in each of which one pronoun may mean either of two names."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.model.span import Span
from training.corpora.plain import covered, document, texts
from training.corpora.treebanks import without_title
from training.example import Example, Form, Mention


@dataclass(frozen=True)
class GapRow:
    """One passage; offsets count characters. The pronoun means the first name, the second, or someone else."""

    id: str
    text: str
    pronoun: str
    pronoun_offset: int
    first: str
    first_offset: int
    is_first: bool
    second: str
    second_offset: int
    is_second: bool


def gap(path: Path) -> Iterator[GapRow]:
    """Yield the passages of a packed file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield GapRow(
                id=row["ID"],
                text=row["Text"],
                pronoun=row["Pronoun"],
                pronoun_offset=int(row["Pronoun-offset"]),
                first=row["A"],
                first_offset=int(row["A-offset"]),
                is_first=row["A-coref"].upper() == "TRUE",
                second=row["B"],
                second_offset=int(row["B-offset"]),
                is_second=row["B-coref"].upper() == "TRUE",
            )


def example(row: GapRow) -> Example:
    """Lay a passage out in words; its three mentions are all that it tells."""
    words = document(row.text).words
    meant = "first" if row.is_first else "second" if row.is_second else "someone else"
    mentions = (
        _mention(words, row.first_offset, row.first, "name", "first"),
        _mention(words, row.second_offset, row.second, "name", "second"),
        _mention(words, row.pronoun_offset, row.pronoun, "pronoun", meant),
    )
    return Example(
        id=row.id,
        corpus="gap",
        words=texts(words),
        mentions=tuple(sorted((each for each in mentions if each), key=lambda mention: mention.start)),
        strangers=frozenset(("first", "second", "someone else")),
    )


def _mention(words: Sequence[Span], offset: int, text: str, form: Form, entity: str) -> Mention | None:
    """Return a mention; its head is its first word that is no title, as in every corpus."""
    found = covered(words, offset, offset + len(text))
    if not found:
        return None
    bare = without_title([word.text for word in words], *found) or found
    return Mention(*bare, head=bare[0], form=form, entity=entity)
