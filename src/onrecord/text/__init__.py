"""A story becomes a document: paragraphs, sentences, words, quotation marks."""

from __future__ import annotations

from onrecord.model.document import Document
from onrecord.model.story import Story
from onrecord.text.paragraphs import paragraphs
from onrecord.text.quotation_marks import quotations
from onrecord.text.sentences import sentences
from onrecord.text.words import words

__all__ = ["lay_out"]


def lay_out(story: Story) -> Document:
    """Lay a story out; each list is in the order of the text, words lie inside sentences, sentences inside blocks."""
    blocks = tuple(paragraphs(story))
    lines = tuple(sentence for block in blocks for sentence in sentences(story.text, block))
    return Document(
        story=story,
        blocks=blocks,
        sentences=lines,
        words=tuple(word for sentence in lines for word in words(story.text, sentence)),
        quotations=quotations(story.text, blocks),
    )
