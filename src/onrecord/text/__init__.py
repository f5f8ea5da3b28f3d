"""A story becomes a document: paragraphs, sentences, words, quotation marks."""

from __future__ import annotations

import re

from onrecord.model.document import Block, Document, Quotation
from onrecord.model.span import Span
from onrecord.model.story import Story

__all__ = ["lay_out"]


def lay_out(story: Story) -> Document:
    """Lay a story out."""
    text = story.text
    blocks = [Block(m.start(), m.end(), "body") for m in re.finditer(r"\S[^\n]*", text)]
    sentences = [Span.of(text, b.start + m.start(), b.start + m.end())
                 for b in blocks for m in re.finditer(r"\S.*?(?:[.!?][\"”']?(?=\s|$)|$)", text[b.start:b.end])]
    words = [Span.of(text, m.start(), m.end()) for m in re.finditer(r"\w+(?=n't\b)|n't\b|['’]\w+\b|\w+(?:-\w+)*|[^\w\s]", text)]
    quotations = [Quotation(start=b.start + m.start(), end=b.start + m.end(), text=m.group(), opening=m.group()[0],
                            closing=m.group()[-1]) for b in blocks for m in re.finditer(r"[\"“][^\"”]+[\"”]", text[b.start:b.end])]
    return Document(story=story, blocks=tuple(blocks), sentences=tuple(sentences), words=tuple(words),
                    quotations=tuple(quotations))
