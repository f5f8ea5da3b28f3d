"""Makes a story of a web page: the article's text, with what the page tells about it."""

from __future__ import annotations

import hashlib
import re
from copy import deepcopy
from datetime import date
from typing import Any

import msgspec

from onrecord.ingest.encodings import decode
from onrecord.ingest.page_facts import facts
from onrecord.ingest.plain import from_text
from onrecord.model.errors import BadInput, NoArticle
from onrecord.model.story import Story

MOST_BYTES = 20_000_000
FEWEST_WORDS = 25

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]?$")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>")


def from_html(data: bytes, *, where: str, published: date | None = None, charset: str | None = None) -> Story:
    """Make a story of a page; its text is the title, a blank line and the article, as the extractor found it.

    ``published`` wins over the day that the page tells; ``charset``, the encoding that it was sent with, over the one
    that it declares. The story keeps the SHA-256 of the bytes, and the extractor.

    Raises ``NoArticle`` when the page holds no article, and ``BadInput`` when ``from_text`` refuses its text.
    """
    if len(data) > MOST_BYTES:
        raise BadInput(where, f"{len(data):,} bytes", f"a page of at most {MOST_BYTES:,}")
    tree = _parsed(decode(data, where, page=True, sent_with=charset), where)
    known = facts(tree)
    body = _article(tree, where)
    story = from_text(
        body if not known.title or _begins_with(body, known.title) else f"{known.title}\n\n{body}",
        path=where,
        url=known.url,
        outlet=known.outlet,
        author=known.author,
        title=known.title,
        published=published or known.published,
    )
    return msgspec.structs.replace(story, original_sha256=hashlib.sha256(data).hexdigest(), extractor=_extractor())


def _begins_with(body: str, title: str) -> bool:
    first, _, _ = body.partition("\n")
    return " ".join(first.split()).casefold() == title.casefold()


def _parsed(page: str, where: str) -> Any:
    from lxml import etree, html

    try:
        tree = html.document_fromstring(_NOT_IN_XML.sub(" ", _XML_DECLARATION.sub("", page)))
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BadInput(where, f"no HTML that can be read ({error})", "a page with one news story") from None
    return tree


def _article(tree: Any, where: str) -> str:
    """Return the article's paragraphs, one a line."""
    from trafilatura import bare_extraction

    found = bare_extraction(deepcopy(tree), fast=True, include_comments=False, include_tables=False)
    body = (getattr(found, "text", None) or "").strip()
    told = sum(bool(_SENTENCE_END.search(line.strip())) for line in body.splitlines())
    if len(body.split()) < FEWEST_WORDS or not told:
        raise NoArticle(where, "no article found on this page", "a page with one news story")
    return body


def _extractor() -> str:
    from trafilatura import __version__

    return f"trafilatura {__version__}"
