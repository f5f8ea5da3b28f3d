"""What one story of a training corpus tells, word by word, whichever corpus it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Form = Literal["name", "noun", "pronoun"]
Stretch = tuple[int, int]
"""Half-open, in words of the example."""

LAYERS = ("person", "organisation", "place", "work", "time", "unnamed", "outlet")
"""Kinds of stretches that are tagged each by itself, so that one may stand inside another.

``person`` to ``work`` are names alone ("Mara Quill", no title before it); ``time`` is a time expression; ``unnamed``
is a source without a name ("an insider", "her rep"); ``outlet`` an outlet or document that is given as a source.
"""

KIN = ("spouse", "partner", "engaged", "parent", "child", "sibling", "grandparent", "grandchild", "family")
"""Relations of a first person to a second; the first is the parent, or the child, of the second."""

FACTUALITY = ("stated", "hedged", "denied", "asked")


@dataclass(frozen=True)
class Mention:
    """One mention of a person; ``entity`` is shared by the mentions of one person, ``head`` is its head word."""

    start: int
    end: int
    head: int
    form: Form
    entity: str


@dataclass(frozen=True)
class Attribution:
    """One report: whose it is, the words that report, what is reported; each may be empty or in several stretches."""

    source: tuple[Stretch, ...]
    cue: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


@dataclass(frozen=True)
class Kin:
    """``first`` is the ``relation`` of ``second``; both are entities of the example's mentions.

    ``relation`` None says that the pair was looked at and is not kin. Relations that read the same both ways, and the
    converse of a parent or grandparent, are given once.
    """

    first: str
    second: str
    relation: str | None


@dataclass(frozen=True)
class Quote:
    """A stretch between quotation marks and whose words it holds: an entity, words that name a source, or neither."""

    start: int
    end: int
    speakers: tuple[str, ...] = ()
    voices: tuple[Stretch, ...] = ()


@dataclass(frozen=True)
class Age:
    """The word that gives an age, and whose it is."""

    word: int
    entity: str


@dataclass(frozen=True)
class Example:
    """One story. None, or a layer that is absent, means that its corpus does not tell, never that there is none."""

    id: str
    corpus: str
    words: tuple[str, ...]
    sentences: tuple[int, ...] | None = None
    """The first word of each sentence."""
    upos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    """The head of each word; a root is its own head."""
    relations: tuple[str, ...] | None = None
    """Universal dependency relations with their subtypes, as in the corpus."""
    stretches: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)
    """By layer; sorted; stretches of one layer never overlap."""
    attributions: tuple[Attribution, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    forms: frozenset[Form] = frozenset()
    """The forms of mention that this corpus gives in full; of the others some may be missing."""
    strangers: frozenset[str] = frozenset()
    """People who are known to be none of the others, however few of the mentions are given."""
    kin: tuple[Kin, ...] | None = None
    factuality: dict[int, str] | None = None
    """One of ``FACTUALITY`` for the head word of a clause."""
    quotes: tuple[Quote, ...] | None = None
    ages: tuple[Age, ...] | None = None
