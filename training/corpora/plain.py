"""Lays the text of a corpus out in words as the reader's own first stage does, and finds the words of a stretch."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out
from training.example import Stretch

EDGE = " \t\r\n\"'“”‘’,.;:!?-–—()[]"
"""What counts at neither end of a stretch when two are compared."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, packed or not."""
    unpack = gzip.open if path.suffix == ".gz" else open
    with unpack(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def document(text: str) -> Document:
    """Lay a text out; unlike a story that comes in to be read, it may be of any length and language."""
    return lay_out(Story(id=identity(text), text=text))


def texts(words: Sequence[Span]) -> tuple[str, ...]:
    """Return the words alone."""
    return tuple(word.text for word in words)


def covered(words: Sequence[Span], start: int, end: int) -> Stretch | None:
    """Return the words that share a character with the stretch of text; None when there is none."""
    first = bisect_right(words, start, key=lambda word: word.end)
    last = bisect_left(words, end, key=lambda word: word.start)
    return (first, last) if first < last else None


def stretch(words: Sequence[Span], text: str, start: int, end: int) -> Stretch | None:
    """Return the words of a stretch of text without the marks at its rim; of one that is all marks, the marks."""
    first, last = start, end
    while first < end and text[first] in EDGE:
        first += 1
    while last > first and text[last - 1] in EDGE:
        last -= 1
    return covered(words, first, last) if first < last else covered(words, start, end)
