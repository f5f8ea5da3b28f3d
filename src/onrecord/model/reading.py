"""What the trained reader sees in a story: stretches and chances, which the rules use where they are not certain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from onrecord.model.span import Span

Layer = Literal["person", "organisation", "place", "work"]
Clause = Literal["stated", "hedged", "denied", "asked"]


class Seen(msgspec.Struct, frozen=True):
    """A stretch of one layer and how sure the reader is of it, from 0 to 1."""

    span: Span
    layer: Layer
    chance: float


class Report(msgspec.Struct, frozen=True):
    """A cue with the words of its source and the stretches of what it reports; ``source`` may be missing."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]


class Chance(msgspec.Struct, frozen=True):
    """A word, by the offset at which it starts, and how likely it is the one that was asked for."""

    start: int
    chance: float


class Token(msgspec.Struct, frozen=True):
    """One word in its sentence, as Universal Dependencies tell it: part of speech, head and relation.

    ``head`` is a place among the story's words; the root of a sentence is its own head. ``clause`` is how the clause
    that the word leads is told, and ``heads`` the chances that the word heads a person's name, noun or pronoun.
    """

    upos: str
    head: int
    relation: str
    clause: Clause
    heads: tuple[float, float, float]


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that the reader says of one story; chances are its own, not yet weighed against any rule.

    ``outside`` gives for each word, by its offset, the chance that it is no part of a person's name. ``antecedents``
    gives for a mention's head word the earlier heads that may mean the same person (what is missing to 1: none of
    them). ``tokens`` stand in the order of the document's words. ``voices`` gives by the offset of an outermost
    quotation the words that may head the mention of its voice (missing to 1: the story does not tell).
    """

    seen: tuple[Seen, ...] = ()
    outside: Mapping[int, float] = {}
    reports: tuple[Report, ...] = ()
    antecedents: Mapping[int, tuple[Chance, ...]] = {}
    tokens: tuple[Token, ...] = ()
    voices: Mapping[int, tuple[Chance, ...]] = {}
