"""The trained reader: a story laid out in words goes in, what it sees there comes out.

It knows nothing of people, statements or cases; see docs/reader.md for what it was trained on and how well it reads.
"""

from __future__ import annotations

from bisect import bisect_left

from onrecord.model.document import Document
from onrecord.model.reading import Reading

__all__ = ["read"]


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
