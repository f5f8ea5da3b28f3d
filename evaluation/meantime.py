"""Reads the news stories of the MEANTIME corpus as running text with their days of publication."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evaluation.names import Tagged, running_text


def rows(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield ``story``, ``text`` and ``published`` of each document of the archive."""
    with tarfile.open(corpus, "r:gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            packed = archive.extractfile(member) if member.name.endswith(".xml") else None
            if packed:
                yield row(member.name, packed.read())


def row(name: str, document: bytes) -> dict[str, Any]:
    """Return one document of words in numbered sentences; the first sentence is the headline, the second the day.

    A document with an entity or a document type of its own is refused by the parser's settings.
    """
    from lxml import etree

    root = etree.fromstring(document, etree.XMLParser(resolve_entities=False, no_network=True))
    sentences: dict[str, list[Tagged]] = {}
    for token in root.iter("token"):
        sentences.setdefault(token.get("sentence"), []).append((token.text or "", "O"))
    days = (time.get("value") for time in root.iter("TIMEX3") if time.get("functionInDocument") == "CREATION_TIME")
    headline, _, *body = (running_text(words) for words in sentences.values())
    return {"story": name, "text": "\n\n".join((headline, " ".join(body))), "published": next(days, None)}
