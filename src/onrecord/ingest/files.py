"""Makes stories of a file's bytes, whatever kind of file it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date

from onrecord.ingest.encodings import decode
from onrecord.ingest.pages import from_html
from onrecord.ingest.plain import MAX_CHARACTERS, from_text
from onrecord.ingest.records import from_record
from onrecord.model.errors import BadInput
from onrecord.model.story import Story

MAX_STORY_BYTES = 10_000_000
"""What is longer than this is no single news story, and is refused before it fills the memory."""

_MOST_BYTES = 4 * MAX_CHARACTERS + 4
_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype html|html|head|body|article)\b", re.I | re.S
)


def from_bytes(data: bytes, *, where: str, suffix: str, published: date | None = None) -> Iterator[Story | BadInput]:
    """Yield the stories of a file by its suffix: ``.txt``, ``.html``, ``.htm``, or ``.jsonl`` with one story a line.

    Any other suffix is settled by the bytes: HTML or plain text. What cannot be read is yielded as ``BadInput`` in its
    place, so that the other stories of a file are still read; a line's ``where`` is like ``stories.jsonl:12``.
    ``published`` wins over the day that a story tells itself.
    """
    kind = suffix.lower()
    if kind == ".jsonl":
        yield from _lines(data, where, published)
        return
    try:
        if kind in (".html", ".htm") or (kind != ".txt" and _PAGE.match(data[:8192])):
            yield from_html(data, where=where, published=published)
        else:
            if len(data) > _MOST_BYTES:
                raise BadInput(where, f"{len(data):,} bytes", f"one story of at most {MAX_CHARACTERS:,} characters")
            yield from_text(decode(data, where), path=where, published=published)
    except BadInput as bad:
        yield bad


def _lines(data: bytes, where: str, published: date | None) -> Iterator[Story | BadInput]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data = decode(data, where).encode()
        except BadInput as bad:
            yield bad
            return
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            try:
                yield from_line(line, where=f"{where}:{number}", published=published)
            except BadInput as bad:
                yield bad


def from_line(line: bytes, *, where: str, published: date | None = None) -> Story:
    """Make a story of one line of a ``.jsonl`` file; see ``from_record``.

    Raises ``BadInput`` when the line is no JSON object, or its story cannot be read.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadInput(where, f"not a line of JSON ({error})", "one JSON object a line") from None
    if not isinstance(record, dict):
        raise BadInput(where, f"a JSON {type(record).__name__}", "a JSON object with a text")
    return from_record(record, where=where, published=published)
