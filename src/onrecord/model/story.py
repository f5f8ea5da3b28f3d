"""A news story: its one stored text, and what is known about where it came from."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

import msgspec

from onrecord.model.span import Span


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One story. All offsets everywhere are code points into ``text``, which is never changed after ingest.

    ``id`` is the SHA-256 of the text in UTF-8, ``given_id`` the one that the story came with. ``published`` is the
    publication day, None when nobody told it.
    ``title`` is a title that came beside the text (a feed, a JSON line); ``headline`` is the one inside the text.
    """

    id: str
    given_id: str | None = None
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    title: str | None = None
    published: date | None = None
    published_at: datetime | None = None
    headline: Span | None = None
    language: str = "en"
    original_sha256: str | None = None
    extractor: str | None = None
    text: str


def identity(text: str) -> str:
    """Return the id of a story with this text: the SHA-256 of its UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
