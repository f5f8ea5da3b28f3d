"""Finds the noun phrases that may mean a person: "the actress", "her 67-year-old husband", "the couple"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.annotate.roles import ROLE
from onrecord.model.marks import Gender
from onrecord.model.span import Span

_HEAD = re.compile(
    rf"(?:ex-|step|half-)?{ROLE}(?:-in-law)?\Z|\d{{1,2}}-year-old\Z|(?:mother|mom|mum|father|dad)-of-\w+\Z"
)
_GROUPS = frozenset(
    "couple pair duo exes twosome trio newlyweds lovebirds parents spouses siblings brothers sisters twins children "
    "kids sons daughters stars actors parties two friends co-stars costars family clan".split()
)
_SHE = re.compile(
    r".*(?:woman|girl|lady|wife|mother|mom|mum|mama|sister|daughter|actress|heiress|princess|duchess|queen|diva|niece"
    r"|aunt|girlfriend|fiancée|fiancee|songstress|bride|widow|comedienne|blonde|brunette|bombshell|mistress)"
    r"(?:-in-law|-of-\w+)?\Z"
)
_HE = re.compile(
    r".*(?:man|boy|guy|husband|hubby|father|dad|papa|brother|son|actor|prince|duke|king|nephew|uncle|boyfriend|fiancé"
    r"|groom|widower|hunk|quarterback|footballer|crooner|heartthrob|beau)(?:-in-law|-of-\w+)?\Z"
)
_OWNERS = frozenset(["his", "her", "their"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "both"])
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_STOP = frozenset(
    "of for to from in on at with by and or but who whom whose which that as if than when while where is are was were "
    "be been has have had do does did will would can could may might must he she it they him them i we you "
    "not n't".split()
)
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
        if index in names or low in _STOP or low in _POSSESSIVES or not (low[0].isalnum() or low in _MARKS):
            break
        if _HEAD.match(low) or low in _GROUPS:
            head = index
        elif head is not None:
            break
    if head is None or words[head].text.lower() in _SOURCES:
        return None
    low = words[head].text.lower()
    gender: Gender | None = "she" if _SHE.match(low) else "he" if _HE.match(low) else None
    return Noun(start, head + 1, low, low in _GROUPS, gender, owner)
