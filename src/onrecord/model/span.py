"""A stretch of a story's text, with the words it holds."""

from __future__ import annotations

from typing import Self

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open stretch in code points of the story's one stored text; ``text[start:end] == span.text``."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of the story's text.

        Raises ``ValueError`` when the stretch is empty or leaves the text.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no stretch {start}..{end} in a text of {len(text)} characters")
        return Span(start, end, text[start:end])

    def cut(self, text: str) -> str:
        """Return the words of this stretch, cut from the story's text again."""
        return text[self.start : self.end]

    def touches(self, other: Self | Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Self | Span) -> bool:
        """Tell whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def part(self, start: int, end: int) -> Span:
        """Cut a smaller span out of this one; offsets are those of the story.

        Raises ``ValueError`` when the part is empty or leaves this span.
        """
        if not self.start <= start < end <= self.end:
            raise ValueError(f"no part {start}..{end} in {self.start}..{self.end}")
        return Span(start, end, self.text[start - self.start : end - self.start])
