"""Shows the words that a finding rests on in their lines of the story, with carets under them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from onrecord.model.finding import Says
from onrecord.show.harmless import TAB_COLUMNS, columns, harmless
from onrecord.show.place import line_end, place

_LEAST_WIDTH = 24
_ELLIPSIS = "…"
_WORD_LIMIT = 16


class Row(msgspec.Struct, frozen=True):
    """One printed row: words of the story with their line's number, or (``points``) carets and what they say."""

    line: int | None
    text: str
    points: bool = False


class _Piece(msgspec.Struct, frozen=True):
    """The part of a span that lies in one line; offsets are into the story."""

    line: int
    start: int
    end: int
    says: str


class _Window(msgspec.Struct, frozen=True):
    """The part of a line that is shown, and the column in it at which each character shown begins."""

    text: str
    column: dict[int, int]


def snippet(text: str, starts: list[int], spans: Sequence[Says], *, width: int) -> Iterator[Row]:
    """Give the rows for some spans, in the order of the text; each line's spans share its rows where they fit.

    ``starts`` are the offsets at which the lines of ``text`` begin, ``width`` is in columns. Of a line that is wider,
    only what surrounds the words is shown; of words that are wider, their beginning and end.
    """
    width = max(width, _LEAST_WIDTH)
    pieces = sorted(
        (piece for span in spans for piece in _pieces(text, starts, span)),
        key=lambda piece: (piece.start, piece.end),
    )
    before = None
    for line, in_line in groupby(pieces, key=lambda piece: piece.line):
        if before is not None and line > before + 1:
            yield Row(None, _ELLIPSIS)
        begin, end = starts[line - 1], line_end(text, starts, line)
        for together in _that_fit(text, list(in_line), width):
            window = _window(text, begin, end, together, width)
            yield Row(line, window.text)
            yield from (Row(None, row, points=True) for row in _labels(window, together, width))
        before = line


def _pieces(text: str, starts: list[int], span: Says) -> Iterator[_Piece]:
    """Cut a span at line breaks; of many lines, the first and the last stand for all."""
    first, last = place(starts, span.start)[0], place(starts, max(span.start, span.end - 1))[0]
    for line in sorted({first, last}):
        stop = line_end(text, starts, line)
        start = min(max(span.start, starts[line - 1]), stop)  # a span may begin within the line break itself
        yield _Piece(line, start, max(start, min(span.end, stop)), harmless(span.says) if line == last else "")


def _that_fit(text: str, pieces: list[_Piece], width: int) -> Iterator[list[_Piece]]:
    together: list[_Piece] = []
    end = 0
    for piece in pieces:
        end = max(end, piece.end)
        if together and not _fits(text, together[0].start, end, width):
            yield together
            together, end = [], piece.end
        together.append(piece)
    yield together


def _fits(text: str, start: int, end: int, width: int) -> bool:
    """Tell whether a stretch fits between two ellipses; a stretch of many characters is not measured at all."""
    return end - start <= 2 * width and columns(harmless(text[start:end]))[-1] <= width - 2


def _window(text: str, begin: int, end: int, pieces: list[_Piece], width: int) -> _Window:
    """Choose what to show of the line ``begin`` to ``end``; no more of it is looked at than could be shown."""
    first, last = pieces[0].start, max(piece.end for piece in pieces)
    if not _fits(text, first, last, width):
        half = (width - 3) // 2
        shown = [(first, _onwards(text, first, last, half)), (_backwards(text, first, last, half), last)]
    elif _fits(text, begin, end, width):
        shown = [(begin, end)]
    else:
        spare = width - 2 - columns(harmless(text[first:last]))[-1]
        right = _onwards(text, last, end, spare - spare // 2)
        left = _backwards(text, begin, first, spare - columns(harmless(text[last:right]))[-1])
        shown = [(left, _onwards(text, last, end, spare - columns(harmless(text[left:first]))[-1]))]
    return _joined(text, shown, begin, end)


def _onwards(text: str, start: int, limit: int, width: int) -> int:
    """Return the offset up to which the text from ``start`` fits into some columns, between words where it can."""
    some = text[start : min(limit, start + width)]
    end = start + bisect_right(columns(harmless(some)), width) - 1
    if end == limit:
        return end
    space = text.rfind(" ", max(start, end - _WORD_LIMIT), end + 1)
    return end if space < 0 else space


def _backwards(text: str, limit: int, end: int, width: int) -> int:
    """Return the offset from which the text up to ``end`` fits into some columns, between words where it can."""
    some = text[max(limit, end - width) : end]
    column = columns(harmless(some))
    start = end - len(some) + bisect_left(column, column[-1] - width)
    if start == limit:
        return start
    space = text.find(" ", max(limit, start - 1), min(end, start + _WORD_LIMIT))
    return start if space < 0 else space + 1


def _joined(text: str, shown: list[tuple[int, int]], begin: int, end: int) -> _Window:
    parts = [_ELLIPSIS] if shown[0][0] > begin else []
    column: dict[int, int] = {}
    at = len(parts)
    for number, (start, stop) in enumerate(shown):
        if number:
            parts.append(_ELLIPSIS)
            at += 1
        part = harmless(text[start:stop])
        widths = columns(part)
        column |= {start + index: at + width for index, width in enumerate(widths)}
        at += widths[-1]
        parts.append(part.replace("\t", " " * TAB_COLUMNS))
    if shown[-1][1] < end:
        parts.append(_ELLIPSIS)
    return _Window("".join(parts), column)


def _labels(window: _Window, pieces: list[_Piece], width: int) -> Iterator[str]:
    """Draw carets under the pieces; what the rightmost says stands beside its carets, the others hang below."""
    stretches = [
        (window.column[piece.start], max(window.column[piece.end], window.column[piece.start] + 1), piece.says)
        for piece in pieces
    ]
    carets = [" "] * max(end for _, end, _ in stretches)
    for start, end, _ in stretches:
        carets[start:end] = "^" * (end - start)
    hanging = sorted(((start, says) for start, _, says in stretches if says), reverse=True)
    beside = ""
    last_start, last_end, last_says = max(stretches)
    if last_says and last_end == len(carets) and last_end + 1 + len(last_says) <= width:
        beside = f" {last_says}"
        hanging.remove((last_start, last_says))
    yield "".join(carets) + beside
    if hanging and len(pieces) > 1:
        yield _hung([start for start, _ in hanging], None, "")
    while hanging:
        start, says = hanging.pop(0)
        further = [left for left, _ in hanging if left < start]
        yield _hung(further, start if further else max(0, min(start, width - len(says))), says)


def _hung(connectors: list[int], start: int | None, says: str) -> str:
    row = [" "] * (max([*connectors, -1]) + 1)
    for column in connectors:
        row[column] = "|"
    words = "".join(row)
    return words if start is None else f"{words:<{start}}{says}"
