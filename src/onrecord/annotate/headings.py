"""Gives a quotation in a heading the voice of the quotation in the story whose words it repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from onrecord.model.marks import Quote
from onrecord.model.span import Span

_SHARE = 0.75  # of a heading's words that one quotation of the body must hold
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def by_word(quotes: Iterable[Quote]) -> dict[str, list[Quote]]:
    """List the quotations of the body by each word that they hold, in lower case."""
    table: dict[str, list[Quote]] = {}
    for quote in quotes:
        for word in set(_words(quote.span)):
            table.setdefault(word, []).append(quote)
    return table


def repeated(heading: Span, table: dict[str, list[Quote]]) -> Quote | None:
    """Return the quotation of the body that holds most of a heading's words; None below two words or three quarters."""
    words = _words(heading)
    held: Counter[Span] = Counter()
    quotes: dict[Span, Quote] = {}
    for word in words:
        for quote in table.get(word, ()):
            held[quote.span] += 1
            quotes[quote.span] = quote
    if len(words) < 2 or not held:
        return None
    most = max(held.values())
    best = min(span for span, shared in held.items() if shared == most)
    return quotes[best] if most >= _SHARE * len(words) and not _is_name(heading, best) else None


def _is_name(heading: Span, body: Span) -> bool:
    """Tell whether a heading's words are a name that the quotation only holds: all in capitals there as well."""
    longer = [word for word in _WORD.findall(heading.text) if len(word) > len("the")]
    return len(longer) > 1 and all(word in _WORD.findall(body.text) for word in longer) and heading.text.istitle()


def _words(span: Span) -> list[str]:
    return [word.lower().replace("’", "'") for word in _WORD.findall(span.text)]
