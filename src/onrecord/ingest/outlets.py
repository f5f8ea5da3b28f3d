"""Finds the outlet of a story where the story names it in the first person: "Star Gazette can exclusively reveal"."""

from __future__ import annotations

import re

_WORD = r"(?:(?:E|OK|Yahoo)!|[A-Z][\w&.-]{0,30})"
_NAME = rf"(?P<name>(?:The\s)?{_WORD}(?:\s(?:&|{_WORD})){{0,3}})"
_ANNOUNCES = re.compile(
    rf"(?<![\w.'’-]){_NAME}\s(?:"
    r"(?P<sure>can\s(?:now\s)?exclusively\s(?:now\s)?(?:reveal|report|confirm)"
    r"|has\s(?:exclusively\slearned|learned\sexclusively))\b"
    r"|(?:can\s(?:now\s)?(?:reveal|report|confirm)|has\slearned)\b(?P<last>\s?[.!,])?)"
)
_SITE = re.compile(r"\.(?:com|co\.uk|net|org|tv)$")
_NO_NAMES = frozenset(
    ["I", "We", "He", "She", "They", "It", "But", "And", "Now", "As", "So", "Nobody", "Only", "Today", "Who", "You"]
)


def outlet_named(text: str) -> str | None:
    """Return the one name that announces its own news in the text; None where there is none, or more than one."""
    names = set()
    for match in _ANNOUNCES.finditer(text):
        words = match["name"].split()
        while words and words[0] in _NO_NAMES:
            words.pop(0)
        if words and (match["sure"] or match["last"] or _SITE.search(words[-1])):
            names.add(" ".join(words))
    return names.pop() if len(names) == 1 else None
