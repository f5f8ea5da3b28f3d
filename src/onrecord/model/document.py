"""A story laid out: its paragraphs, sentences, words and quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, TypeVar

import msgspec

from onrecord.model.span import Span
from onrecord.model.story import Story

BlockKind = Literal["headline", "dateline", "heading", "caption", "body"]
MarkFault = Literal["never closed", "never opened", "wrong kind"]


class Block(msgspec.Struct, frozen=True):
    """One paragraph-like part of the story, without the white space around it."""

    start: int
    end: int
    kind: BlockKind


class Quotation(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch between quotation marks, the marks included; the unit is one paragraph.

    ``fault`` says how its marks do not match, if they do not. ``continues`` is True when it re-opens a quotation that
    the paragraph before left open, as usage asks for; such an open end is no fault. ``depth`` is 0 for a quotation
    that stands in no other. ``left_out`` says why the words are no report of what somebody said, where they are none.
    """

    start: int
    end: int
    text: str
    opening: str
    closing: str | None
    depth: int = 0
    continues: bool = False
    fault: MarkFault | None = None
    left_out: str | None = None

    @property
    def span(self) -> Span:
        """Return the whole stretch, its marks included."""
        return Span(self.start, self.end, self.text)


class Document(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A story and its layout, each list in the order of the text.

    ``words`` follow Universal Dependencies: punctuation stands alone, contractions are split ("do", "n't";
    "Marlow", "'s"); words of one token touch each other.
    """

    story: Story
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    words: tuple[Span, ...]
    quotations: tuple[Quotation, ...]

    def span(self, start: int, end: int) -> Span:
        """Cut a span out of the story's text."""
        return Span.of(self.story.text, start, end)

    def words_in(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the words that lie wholly inside the stretch."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_right(self.words, end, key=lambda word: word.end)
        return self.words[first:last]

    def block_at(self, offset: int) -> Block | None:
        """Return the block that the character at ``offset`` stands in, if any."""
        return _at(self.blocks, offset)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that the character at ``offset`` stands in, if any."""
        return _at(self._outermost, offset)

    @cached_property
    def _outermost(self) -> tuple[Quotation, ...]:
        return tuple(quotation for quotation in self.quotations if quotation.depth == 0)


_Part = TypeVar("_Part", Block, Quotation)


def _at(parts: tuple[_Part, ...], offset: int) -> _Part | None:
    index = bisect_right(parts, offset, key=lambda part: part.start) - 1
    return parts[index] if index >= 0 and offset < parts[index].end else None
