"""The trained reader: a story laid out in words goes in, what it sees there comes out.

It knows nothing of people, statements or cases; see docs/reader.md for what it was trained on and how well it reads.
"""

from __future__ import annotations

from bisect import bisect_left
from threading import Thread

from onrecord.model.document import Document
from onrecord.model.reading import Reading

__all__ = ["load", "read"]


def load() -> None:
    """Begin to load the weights, beside what the program does next; a story that is read meanwhile waits for them."""
    from onrecord.reader.session import reader

    Thread(target=reader, name="the reader's weights").start()


def read(document: Document) -> Reading:
    """Read a story with the weights that ship with the package, which are loaded when first needed."""
    from onrecord.reader.reading import reading
    from onrecord.reader.session import reader

    loaded = reader()
    starts = [word.start for word in document.words]
    quotes = sorted({bisect_left(starts, mark.start) for mark in document.quotations if mark.depth == 0})
    scores = loaded.read([word.text for word in document.words], quotes)
    if scores is None:
        return Reading()
    firsts = [bisect_left(starts, sentence.start) for sentence in document.sentences]
    return reading(document.story.text, document.words, firsts, scores, loaded.labels)
