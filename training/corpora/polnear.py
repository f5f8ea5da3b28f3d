"""Reads PolNeAR: political news in which every report is marked with its source, its cue and its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.model.span import Span
from training.corpora.plain import document, rows, stretch, texts
from training.corpora.silver import times_and_works
from training.example import Attribution, Example, Stretch


def polnear(path: Path) -> Iterator[Example]:
    """Yield each article of a file once; of one that several people annotated, the first row counts."""
    seen = set()
    for row in rows(path):
        if row["id"] in seen:
            continue
        seen.add(row["id"])
        laid = document(row["text"])
        words = laid.words
        yield Example(
            id=row["id"],
            corpus="polnear",
            words=texts(words),
            stretches=times_and_works(laid),
            attributions=tuple(
                Attribution(
                    source=_stretches(words, row["text"], report["source"]),
                    cue=_stretches(words, row["text"], report["cue"]),
                    content=_stretches(words, row["text"], report["content"]),
                )
                for report in row["attributions"]
            ),
        )


def _stretches(words: Sequence[Span], text: str, spans: list[tuple[int, int]]) -> tuple[Stretch, ...]:
    found = (stretch(words, text, start, end) for start, end in spans)
    return tuple(sorted({span for span in found if span}))
