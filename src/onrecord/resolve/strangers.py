"""Tells nouns for somebody whom a story brings in without a name: "a mystery brunette … the brunette"."""

from __future__ import annotations

import re

from onrecord.model.document import Document
from onrecord.model.marks import Mention

_UNKNOWN = re.compile(
    r"\b(?:mystery|mysterious|unknown|unnamed|unidentified|anonymous|other|another|second"
    r"|first (?:man|woman|person))\b",
    re.IGNORECASE,
)
# Somebody known is told what they are behind these: "she is a singer", "Lee, a singer", "as a singer".
_TELLING = re.compile(
    r"(?:[,:(—–-]|\b(?:is|was|be|been|being|'s|’s|as|become|became|becoming|like|such|not|quite))\s*\Z"
)
_WORD = r"(?:(?!(?:and|or|of|to|in|on|at|by|for|from|with|the|his|her|their|who|that|is|was|has|had)\b)[\w’'-]+\s+)"
_AHEAD = 24  # characters to look back for the word before "a"


class Strangers:
    """Where a story first speaks of "a brunette", by the noun."""

    def __init__(self, document: Document, mentions: list[Mention]) -> None:
        """Look for the nouns that the mentions of a story use."""
        heads = {mention.head for mention in mentions if mention.form == "noun" and mention.head and not mention.of}
        self.met: dict[str, int] = {}
        if not heads:
            return
        text = document.story.text
        names = "|".join(sorted(map(re.escape, heads), key=len, reverse=True))
        rule = re.compile(rf"\b(?:an?|one|another|some)\s+{_WORD}{{0,3}}?(?P<head>{names})(?![\w-])", re.IGNORECASE)
        for found in rule.finditer(text):
            if not _TELLING.search(text, max(0, found.start() - _AHEAD), found.start()):
                self.met.setdefault(found["head"].lower(), found.start())

    def holds(self, mention: Mention) -> bool:
        """Tell whether a noun means somebody of no name: unknown by its own words, or met as "a …" before."""
        if _UNKNOWN.search(mention.span.text):
            return True
        return self.met.get(mention.head or "", mention.span.start) < mention.span.start
