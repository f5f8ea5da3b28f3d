"""Finds the line and column of a stretch of text."""

from __future__ import annotations

import re
from bisect import bisect_right

from onrecord.model.story import Story

_BREAK = re.compile(r"\r\n?|\n")


def line_starts(text: str) -> list[int]:
    """Return the offset at which each line begins; lines end as editors end them: at LF, CRLF or CR."""
    return [0, *(found.end() for found in _BREAK.finditer(text))]


def place(starts: list[int], offset: int) -> tuple[int, int]:
    """Return the line and the column of a character, both counted from 1; a column is a code point."""
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def line_end(text: str, starts: list[int], line: int) -> int:
    """Return the offset just behind the last character of a line (counted from 1), its line break left out."""
    if line == len(starts):
        return len(text)
    end = starts[line] - 1
    return end - 1 if end > starts[line - 1] and text[end - 1 : end + 1] == "\r\n" else end


def whence(story: Story) -> str:
    """Return where a story was read from, in the words that a list of findings begins its lines with."""
    return story.path or story.url or "<story>"
