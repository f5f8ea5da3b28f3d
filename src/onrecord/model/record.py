"""Many stories, one record: who is met where, who is held to be the same, and what people have judged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from onrecord.model.case import Case
from onrecord.model.source import Source
from onrecord.model.statement import Age, Event, Relation, Statement
from onrecord.model.when import Interval

Verdict = Literal["yes", "no", "later"]


class Sighting(msgspec.Struct, frozen=True, order=True):
    """A person as one story tells of them: the story's key and the person's id in that story."""

    story: str
    person: str

    def __str__(self) -> str:
        return f"{self.story}.{self.person}"

    @classmethod
    def of(cls, written: str) -> Sighting:
        """Read what ``str`` writes.

        Raises ``ValueError`` when it is no sighting.
        """
        story, dot, person = written.partition(".")
        if not (story and dot and person):
            raise ValueError(f"{written!r} is no person of a story")
        return cls(story, person)


class Companion(msgspec.Struct, frozen=True, order=True):
    """Somebody whom a story names together with a person; ``tie`` is their kinship or "event", None: only named too."""

    key: str
    name: str
    tie: Relation | Literal["event"] | None = None


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What the joining of people looks at: one sighting, its names folded, its company, its birth.

    ``address`` is the story's URL as versions of one story share it. ``known`` tells how far the story takes one word
    to be the whole name of somebody whom every reader knows ("Beyoncé"): 2 is surely, 1 perhaps, 0 not.
    """

    sighting: Sighting
    text: str
    address: str | None = None
    name: str
    names: tuple[str, ...]
    pronoun: Literal["she", "he", "they"] | None = None
    born: Interval | None = None
    company: tuple[Companion, ...] = ()
    known: Literal[0, 1, 2] = 0


class Member(msgspec.Struct, frozen=True, order=True):
    """A sighting of a person of the record, and why it is held to be one; the first has no reason to give."""

    sighting: Sighting
    reasons: tuple[str, ...] = ()


class Who(msgspec.Struct, frozen=True):
    """One person of the record: the sightings that are held to be the same.

    The first is the one that the person is called by; the others come in the order of their keys.
    """

    members: tuple[Member, ...]

    @property
    def id(self) -> Sighting:
        """Return the sighting that the person is called by; any other of theirs leads to the same person."""
        return self.members[0].sighting


class Doubt(msgspec.Struct, frozen=True, order=True):
    """Two people of the record that may be one: a question for a person to settle."""

    first: Sighting
    second: Sighting
    reasons: tuple[str, ...]


class Joined(msgspec.Struct, frozen=True):
    """Who is who: every sighting in exactly one person, and the questions left open."""

    people: tuple[Who, ...]
    doubts: tuple[Doubt, ...] = ()


class SamePerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody's verdict on whether two sightings are one person; the machine never overrides it."""

    first: Sighting
    second: Sighting
    verdict: Verdict


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has decided, when, and why; it is kept when it is undone.

    ``kind`` is "person" (``about`` are two sightings), "statement" or "finding" (``about`` is what it is on); ``value``
    holds what a correction puts in place of what was read, as JSON.
    """

    id: str
    kind: Literal["person", "statement", "finding"]
    about: tuple[str, ...]
    verdict: str
    value: str | None = None
    reason: str | None = None
    by: str
    at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the record, in a list: what most stories call them, and how many tell of them."""

    who: Sighting
    name: str
    stories: int
    born: Interval | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A story of the record, without its text; ``key`` tells apart copies of one text from several outlets."""

    key: str
    text: str
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    headline: str | None = None
    path: str | None = None
    added_at: datetime


class Collection(msgspec.Struct, frozen=True, kw_only=True):
    """What several stories say, in one case: people by their ids in the record, statements and sources by the story's.

    The id of a statement is that of its story, a dot, and its id there; so is that of a source. Spans lie in the story
    that the id names. The case's own story is empty.
    """

    case: Case
    stories: Mapping[str, Kept]
    of_nameless: int = 0
    """How many statements are left out because they tell of somebody who has no name."""

    def story(self, thing: Statement | Source) -> Kept:
        """Return the story that a statement or a source stands in."""
        return self.stories[thing.id.partition(".")[0]]


class Fact(msgspec.Struct, frozen=True):
    """One thing that is told of somebody, by one story or by many: the statements that say the same."""

    statements: tuple[Statement, ...]


class Birth(msgspec.Struct, frozen=True):
    """When somebody was born, as far as the most stories agree: their statements, and those that do not agree."""

    born: Interval
    because: tuple[Age | Event, ...]
    against: tuple[Age | Event, ...] = ()


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record holds of one person, but for as many statements as ``left_out`` says."""

    who: Who
    name: str
    aliases: tuple[str, ...]
    born: Birth | None
    facts: tuple[Fact, ...]
    quotes: tuple[Fact, ...]
    collection: Collection
    left_out: int = 0


class Clash(msgspec.Struct, frozen=True):
    """Statements that cannot all be true, though all but any one of them can; ``lines`` show it step by step.

    What is not ``certain`` is not proved: hardly all are true.
    """

    statements: tuple[str, ...]
    lines: tuple[str, ...]
    certain: bool = True


class Wording(msgspec.Struct, frozen=True):
    """One wording of something that was said, and the statements that give it so."""

    words: str
    statements: tuple[str, ...]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What several stories have from one place: their keys, and what they have in common.

    ``kind`` is "text" (copies of one text), "outlet" (they name it as where they have something from) or "words" (they
    give the same quotation, in one wording or in several).
    """

    kind: Literal["text", "outlet", "words"]
    name: str
    stories: tuple[str, ...]
    wordings: tuple[Wording, ...] = ()
