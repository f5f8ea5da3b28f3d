"""Tells whom a pronoun cannot mean, by grammar: in "he says Lee left" he is not Lee, in "Lee saw him" neither."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from onrecord.model.document import Document
from onrecord.model.marks import Mention
from onrecord.model.span import Span

_END = re.compile(r"""[,.;:!?()\[\]"“”—–\n]|\s-\s|--|\bbut\b""")
_OPENING = re.compile(r"\b(?:when|while|after|before|as|if|because|since|once|until|although|though|where)\s+\Z", re.I)
_OBJECTS = frozenset(["him", "her"])
# What follows "her" where it owns nothing: "Lee saw her on Monday".
_GOING_ON = re.compile(
    r"\s*(?:[^\s\w]|(?:to|in|on|at|with|for|from|and|that|when|about|as|after|before|by|into|out|up|off|if|while|is|was)\b|\Z)"
)
_ACTING = re.compile(
    r"\s+(?:(?!(?:in|on|at|with|for|to|of|from|by|about|and|or|that|behind|beside)\b)[\w'’]+\s+(?:to\s+(?=[a-z]))?){1,3}\Z"
    r"|(?:\s+(?:is|was)|['’]s)(?:\s+\w+)?\s+\w+\s+of\s+\Z"
)
_FRIEND = re.compile(r"\s+(?:\w+\s+){0,2}?(?:pal|friend|buddy|rep|spokesperson|spokeswoman|spokesman)\s+\Z")
_JOINED = re.compile(r"\s+(?:and|&)\s+\Z")
_REACH = 160  # characters of a clause


class Grammar:
    """The names of a story in their order, to look up what stands in the clause of a pronoun."""

    def __init__(self, document: Document, mentions: list[Mention], ids: Mapping[Span, tuple[str, ...]]) -> None:
        """Take the mentions in the order of the text and the people of the names."""
        self.text, self.ids = document.story.text, ids
        self.names = sorted(mention.span for mention in mentions if mention.form == "name")
        self.all = sorted({mention.span for mention in mentions})
        self.beside = {mention.of: mention.same for mention in mentions if mention.of and mention.same}

    def barred(self, mention: Mention) -> Iterator[str]:
        """Yield the people that a pronoun of one person cannot mean."""
        low = mention.span.text.lower()
        if low in ("he", "she"):
            yield from self._ahead(mention.span)
        elif low in _OBJECTS:
            yield from self._acting(mention.span, low)
        if low in ("his", "her"):
            yield from self._befriended(mention.span)
        if mention.span in self.beside:
            yield from self.ids.get(self.beside[mention.span], ())

    def _ahead(self, span: Span) -> Iterator[str]:
        """Yield whom the clause names behind its subject; "when he left Lee called" is two clauses."""
        if _OPENING.search(self.text, max(0, span.start - 12), span.start):
            return
        end = _END.search(self.text, span.end, span.end + _REACH)
        stop = end.start() if end else span.end + _REACH
        at = bisect_left(self.names, span.end, key=lambda name: name.start)
        while at < len(self.names) and self.names[at].end <= stop:
            yield from self.ids.get(self.names[at], ())
            at += 1

    def _acting(self, span: Span, low: str) -> Iterator[str]:
        """Yield who does it to him or her: the mention right before the verb."""
        if low == "her" and not _GOING_ON.match(self.text, span.end):
            return
        at = bisect_left(self.all, span) - 1
        if at >= 0 and _ACTING.match(self.text, self.all[at].end, span.start):
            yield from self.ids.get(self.all[at], ())
            if at and _JOINED.match(self.text, self.all[at - 1].end, self.all[at].start):
                yield from self.ids.get(self.all[at - 1], ())

    def _befriended(self, span: Span) -> Iterator[str]:
        """Yield who is named as "his pal Lee"."""
        at = bisect_left(self.names, span.end, key=lambda name: name.start)
        if at < len(self.names) and _FRIEND.match(self.text, span.end, self.names[at].start):
            yield from self.ids.get(self.names[at], ())
