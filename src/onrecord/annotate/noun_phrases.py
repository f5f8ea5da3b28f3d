"""Finds the noun phrases that may mean a person: "the actress", "her 67-year-old husband", "the couple"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.annotate.person_nouns import NOUNS, PersonNoun
from onrecord.model.marks import Gender
from onrecord.model.span import Span

_MADE_UP = re.compile(r"\d{1,2}-year-old\Z|(?P<she>(?:mother|mom|mum)-of-\w+\Z)|(?P<he>(?:father|dad)-of-\w+\Z)")
_OWNERS = frozenset(["his", "her", "their"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both"])
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_STOP = frozenset(
    "of for to from in on at with by and or but who whom whose which that as if than when while where is are was were "
    "be been has have had do does did will would can could may might must he she it they him them i we you "
    "not n't after before during since until about against between into over under then because".split()
)
_INNER = frozenset("a an the his her its their my our your this that these those".split())
_SOURCES = frozenset("source insider pal friend rep spokesperson witness".split())
_MARKS = frozenset("\"“”'‘’")
_MAX_MODIFIERS = 8


class Noun(NamedTuple):
    """A noun phrase from word ``first`` to ``last`` (exclusive); ``owner`` is the end of the words that own it."""

    first: int
    last: int
    head: str
    plural: bool
    gender: Gender | None
    owner: int | None


def nouns(words: Sequence[Span], names: Mapping[int, int]) -> Iterator[Noun]:
    """Yield the definite and owned person nouns; ``names`` maps the first word of each person's name to its end."""
    for start in range(len(words)):
        low = words[start].text.lower()
        if low in _OWNERS:
            found = _phrase(words, start, start + 1, start + 1, names)
        elif start in names and names[start] < len(words) and words[names[start]].text.lower() in _POSSESSIVES:
            found = _phrase(words, start, names[start] + 1, names[start], names)
        elif low in _DEFINITE:
            found = _phrase(words, start, start + 1, None, names)
        else:
            continue
        if found:
            yield found


def _phrase(words: Sequence[Span], start: int, body: int, owner: int | None, names: Mapping[int, int]) -> Noun | None:
    head = None
    for index in range(body, min(len(words), body + _MAX_MODIFIERS)):
        low = words[index].text.lower()
        if index in names or low in _STOP or low in _INNER or low in _POSSESSIVES:
            break
        if not (low[0].isalnum() or low in _MARKS):
            break
        if noun_of(low):
            head = index
        elif head is not None:
            break
    if head is None or words[head].text.lower() in _SOURCES:
        return None
    low = words[head].text.lower()
    noun = noun_of(low)
    return Noun(start, head + 1, low, noun.plural, noun.gender, owner) if noun else None


def noun_of(low: str) -> PersonNoun | None:
    """Return what a noun in lower case tells of the person it means, "45-year-old" and "mother-of-two" as well."""
    if made_up := _MADE_UP.match(low):
        return PersonNoun("age", "she" if made_up["she"] else "he" if made_up["he"] else None)
    return NOUNS.get(low) or NOUNS.get(low.removeprefix("ex-"))
