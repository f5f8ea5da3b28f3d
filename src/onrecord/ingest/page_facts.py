"""Reads what a page tells about its article: its title, day, outlet, author and address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from html import unescape
from typing import Any, NamedTuple

from onrecord.ingest.datelines import read_moment

_ARTICLES = frozenset(
    {"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "OpinionNewsArticle", "LiveBlogPosting", "Report"}
)
_DEEPEST = 8


class Facts(NamedTuple):
    """What a page tells about its article, beside the text; None where it does not."""

    title: str | None
    published: date | datetime | None
    outlet: str | None
    author: str | None
    url: str | None


def facts(tree: Any) -> Facts:
    """Read a page's JSON-LD first, then its meta elements, then the elements that readers see."""
    article = next(_articles(tree), {})
    meta = _meta(tree)
    outlet = _name(article.get("publisher")) or meta.get("og:site_name")
    title = (
        _text(article.get("headline"))
        or meta.get("og:title")
        or _only_heading(tree)
        or _text(tree.findtext(".//title"))
    )
    return Facts(
        title=_without_outlet(title, outlet),
        published=_day(article.get("datePublished")) or _day(meta.get("article:published_time")) or _dated(tree),
        outlet=outlet,
        author=_name(article.get("author")) or meta.get("author"),
        url=meta.get("og:url") or _canonical(tree) or _text(article.get("url")),
    )


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the article objects of the page's JSON-LD."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(found, _DEEPEST)


def _articles_in(found: Any, deepest: int) -> Iterator[dict[str, Any]]:
    if not deepest:
        return
    if isinstance(found, list):
        for item in found:
            yield from _articles_in(item, deepest - 1)
    elif isinstance(found, dict):
        kinds = found.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)):
            yield found
        yield from _articles_in(found.get("@graph"), deepest - 1)


def _meta(tree: Any) -> dict[str, str]:
    """Return the first content of each named meta element."""
    meta: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name")
        content = _text(element.get("content"))
        if name and content:
            meta.setdefault(name.lower(), content)
    return meta


def _text(value: Any) -> str | None:
    """Return the words of a field in one line; None when it holds none."""
    words = " ".join(unescape(value).split()) if isinstance(value, str) else ""
    return words or None


def _name(value: Any) -> str | None:
    """Return the name, or the names, of who is given as text, as an object, or as a list of either."""
    if isinstance(value, list):
        names = [name for item in value[:20] if not isinstance(item, list) and (name := _name(item))]
        return ", ".join(names) or None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _only_heading(tree: Any) -> str | None:
    headings = [words for heading in tree.iterfind(".//h1") if (words := _text(heading.text_content()))]
    return headings[0] if len(headings) == 1 else None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Leave out the outlet's name where a title ends in it: "Jane Roe weds | Star Gazette"."""
    if title and outlet and title.casefold().endswith(outlet.casefold()):
        shorter = title[: -len(outlet)].rstrip()
        if shorter.endswith(("|", "-", "–", "—", "·", ":")):
            return shorter.rstrip(" |-–—·:") or title
    return title


def _canonical(tree: Any) -> str | None:
    return next((_text(link.get("href")) for link in tree.iterfind('.//link[@rel="canonical"]')), None)


def _day(value: Any) -> date | datetime | None:
    words = _text(value)
    return read_moment(words) if words else None


def _dated(tree: Any) -> date | None:
    """Return the day found by the date extractor, which looks at the page alone and never at a clock."""
    from htmldate import find_date

    found = find_date(deepcopy(tree), extensive_search=False, original_date=True, max_date="2999-12-31")
    return date.fromisoformat(found) if found else None
