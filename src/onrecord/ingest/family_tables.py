"""Finds the cells of a CSV table where they stand in its text."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.span import Span


def cells(text: str) -> Iterator[list[Span | None]]:
    """Yield the rows of a table (RFC 4180), each cell as the stretch inside its quotation marks; None is an empty cell.

    A doubled quotation mark inside a cell stays as it stands in the text.
    """
    row: list[Span | None] = []
    at, end = 1 if text.startswith("\ufeff") else 0, len(text)
    while at < end:
        if text[at] == '"':
            start = at + 1
            at = start
            while at < end and not (text[at] == '"' and text[at + 1 : at + 2] != '"'):
                at += 2 if text[at] == '"' else 1
            row.append(_cell(text, start, min(at, end)))
            at += 1
            while at < end and text[at] not in ",\r\n":
                at += 1
        else:
            start = at
            while at < end and text[at] not in ",\r\n":
                at += 1
            row.append(_cell(text, start, at))
        if at < end and text[at] == ",":
            at += 1
            if at == end or text[at] in "\r\n":
                row.append(None)
        if at < end and text[at] in "\r\n":
            at += 2 if text[at : at + 2] == "\r\n" else 1
            yield row
            row = []
    if row:
        yield row


def _cell(text: str, start: int, end: int) -> Span | None:
    return Span.of(text, start, end) if end > start else None
