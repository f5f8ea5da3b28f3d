"""What one voice says about someone: an age, a kinship, a count, an event, a quotation, a claim."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.source import Voice
from onrecord.model.span import Span
from onrecord.model.when import When

Relation = Literal["spouse", "partner", "engaged", "sibling", "family", "parent", "grandparent"]
Status = Literal["current", "former", "future"]
Reported = Literal["fact", "claim"]
Attitude = Literal["says", "thinks", "asks"]
Polarity = Literal["said", "denied", "unsaid"]
Happening = Literal[
    "birth", "death", "meeting", "relationship_start", "engagement", "marriage", "separation", "divorce_filing",
    "divorce", "pregnancy", "other",
]  # fmt: skip


class Age(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="age"):
    """How old somebody is. The age in whole months is at least ``at_least_months`` and less than ``under_months``.

    ``years`` is None when the story gives a range only ("in her forties"). ``when`` is the day the age holds for:
    None is the story's own day, unless ``other_time``: then the story does not tell it.
    """

    id: str
    who: str
    years: int | float | None
    at_least_months: int
    under_months: int
    other_time: bool = False
    when: When | None = None
    spans: tuple[Span, ...]
    by: tuple[Voice, ...] = ()
    reported: Reported = "fact"


class Kin(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="kin"):
    """How two people are related; ``parent`` and ``grandparent`` read from ``from_`` to ``to``, all else both ways."""

    id: str
    from_: str = msgspec.field(name="from")
    relation: Relation
    to: str
    status: Status = "current"
    detail: str | None = None
    spans: tuple[Span, ...]
    by: tuple[Voice, ...] = ()
    reported: Reported = "fact"


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """A kinship that the story does not tell and that follows from facts it tells; ``why`` are the ids of these.

    ``detail`` is "half" where the two share one of the two parents that are told of each; None where it is not known.
    """

    from_: str = msgspec.field(name="from")
    relation: Literal["sibling", "grandparent"]
    to: str
    status: Literal["current"] = "current"
    detail: Literal["half"] | None = None
    why: tuple[str, ...]


class Count(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="count"):
    """A number that is said of people: seven children, a second child (``ordinal``), an age gap in years."""

    id: str
    who: tuple[str, ...]
    what: str
    n: int | float
    ordinal: bool = False
    of: str | None = None
    spans: tuple[Span, ...]
    by: tuple[Voice, ...] = ()
    reported: Reported = "fact"


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="event"):
    """Something that happened to people, or is to happen; ``what`` are the story's own words for it."""

    id: str
    event: Happening
    who: tuple[str, ...]
    what: str | None = None
    place: str | None = None
    when: When | None = None
    spans: tuple[Span, ...]
    by: tuple[Voice, ...] = ()
    reported: Reported = "fact"


class Quote(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="quote"):
    """Words that somebody said or wrote. ``speaker`` is a person, ``source`` any other voice; None: not told.

    ``also`` are the other people of a joint voice. ``why`` says how the voice was found. ``confidence`` is how sure it
    is that this voice is the right one, from 0 to 1; None where none was found. Where it is less than was asked for,
    the voice is left open: ``speaker`` and ``source`` are None, and ``why`` tells.
    """

    id: str
    form: Literal["direct", "indirect", "mixed"]
    speaker: str | None = None
    also: tuple[str, ...] = ()
    source: str | None = None
    voice: Span | None = None
    cue: Span | None = None
    why: str | None = None
    confidence: float | None = None
    spans: tuple[Span, ...]
    by: tuple[Voice, ...] = ()


class Claim(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="claim"):
    """What somebody is reported to say, think or deny, without quotation marks.

    ``attitude`` is ``thinks`` for a state of mind that the story or somebody else tells of the voice ("Lee fears it is
    over"); what people tell of their own minds they say. ``polarity`` is ``denied`` where the voice says that the
    content is not so, ``unsaid`` where the voice does not say it ("would not say whether", "has yet to confirm").
    ``hedge`` is the word by which the story keeps its distance ("reportedly", "may have"), "?" for a heading that asks.
    """

    id: str
    form: Literal["indirect"] = "indirect"
    speaker: str | None = None
    also: tuple[str, ...] = ()
    source: str | None = None
    attitude: Attitude = "says"
    polarity: Polarity = "said"
    voice: Span | None = None
    cue: Span | None = None
    hedge: str | None = None
    spans: tuple[Span, ...]
    by: tuple[Voice, ...] = ()
    reported: Reported = "claim"


Fact = Age | Kin | Count | Event
Said = Quote | Claim
Statement = Fact | Said


def about(statement: Statement) -> tuple[str, ...]:
    """Return the ids of those whom an age, a kinship, a count or an event is about."""
    people: tuple[str | None, ...] = ()
    match statement:
        case Age(who=one):
            people = (one,)
        case Kin(from_=one, to=other):
            people = (one, other)
        case Count(who=several, of=of):
            people = (*several, of)
        case Event(who=several):
            people = several
    return tuple(who for who in people if who)


def speakers(statement: Statement) -> tuple[str, ...]:
    """Return the ids of those whose words a quotation or a claim tells; nobody for the other statements."""
    if not isinstance(statement, Quote | Claim):
        return ()
    return (*((statement.speaker,) if statement.speaker else ()), *statement.also)
