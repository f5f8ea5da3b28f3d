"""What the extractors mark in a story, before anybody knows who is who.

Marks speak of people only by the span of a mention; resolving turns the spans into people, and marks into statements.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeVar, cast

import msgspec

from onrecord.model.person import Form
from onrecord.model.reading import Reading
from onrecord.model.source import SourceType
from onrecord.model.sourcing import Outcome
from onrecord.model.span import Span
from onrecord.model.statement import Attitude, Happening, Polarity, Relation, Reported, Status
from onrecord.model.when import Interval

Gender = Literal["she", "he", "they"]


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that may mean one person, or several ("the couple", "they", "the Marlows": ``plural``).

    ``span`` of a name leaves titles and a possessive 's out; of a noun it is the whole noun phrase ("her 67-year-old
    husband", "the yoga teacher"). ``head`` is a noun's head in lower case ("husband"), ``of`` the mention that owns it
    ("her"), ``same`` a mention that stands in apposition to it and means the same person ("her husband" -> "Paul").
    ``gender`` is what the words themselves tell ("actress", "he", a title).
    """

    span: Span
    form: Form
    gender: Gender | None = None
    plural: bool = False
    head: str | None = None
    of: Span | None = None
    same: Span | None = None


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name that is not a person's."""

    span: Span
    kind: Literal["organisation", "outlet", "place", "work"]


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression; ``days`` is None when it cannot be turned into days."""

    span: Span
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    days: Interval | None = None


class Age(msgspec.Struct, frozen=True, kw_only=True):
    """An age and the mention it belongs to; ``span`` is the number's words. See ``model.statement.Age``."""

    span: Span
    who: Span
    years: int | float | None
    at_least_months: int
    under_months: int
    other_time: bool = False
    when: Span | None = None


class Kin(msgspec.Struct, frozen=True, kw_only=True):
    """Two mentions that are related; ``parent`` and ``grandparent`` read from ``from_`` to ``to``.

    A plural mention stands for each of its people: a parent "the couple" makes two statements for one child. With
    ``from_ == to`` and a plural mention, its two people are related to each other. ``status`` is None where the words
    tell no time ("the couple", "their romance"): what else the story tells of the two decides.
    """

    span: Span
    from_: Span
    relation: Relation
    to: Span
    status: Status | None = "current"
    detail: str | None = None
    reported: Reported = "fact"


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is said of the people of some mentions. ``of`` is a name the number is tied to ("second child")."""

    span: Span
    who: tuple[Span, ...]
    what: str
    n: int | float
    ordinal: bool = False
    of: Span | None = None
    reported: Reported = "fact"


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """A happening with the mentions of those it happened to.

    ``when`` is the span of a ``Time``, or of two and what is between, "2002 to 2003".
    """

    span: Span
    event: Happening
    who: tuple[Span, ...]
    what: str | None = None
    place: Span | None = None
    when: Span | None = None
    reported: Reported = "fact"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name where something comes from, other than a named person.

    ``again`` is an earlier span of the same source ("the insider" -> "an insider").
    """

    span: Span
    type: SourceType
    via: tuple[str, ...] = ()
    again: Span | None = None


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Quoted words with the words that name their voice: a person's mention, a ``Source`` or an outlet's ``Name``.

    ``voice`` may be the same span for several quotes (one voice over paragraphs). ``why`` says how it was found.
    """

    span: Span
    form: Literal["direct", "indirect", "mixed"]
    voice: Span | None = None
    cue: Span | None = None
    why: str | None = None


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Words between quotation marks that report nothing that somebody said, and why they do not."""

    span: Span
    why: str


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A reported content without quotation marks. See ``model.statement.Claim``."""

    spans: tuple[Span, ...]
    voice: Span | None = None
    cue: Span | None = None
    hedge: str | None = None
    attitude: Attitude = "says"
    polarity: Polarity = "said"


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell how a request for comment went; ``who`` are the mentions of whom it was put to, or whose aide."""

    span: Span
    who: tuple[Span, ...]
    outcome: Outcome


Mark = Mention | Name | Time | Age | Kin | Count | Event | Source | Quote | LeftOut | Claim | Asked
_Kind = TypeVar("_Kind", bound=Mark)


class Marks:
    """All marks made so far, by kind, each kind in the order it was made, and what the trained reader sees.

    ``reading`` is None where the rules read alone.
    """

    def __init__(self, marks: Iterable[Mark] = (), *, reading: Reading | None = None) -> None:
        """Sort the marks by kind."""
        self.reading = reading
        by_kind: dict[type, list[Mark]] = {}
        for mark in marks:
            by_kind.setdefault(type(mark), []).append(mark)
        self._by_kind = {kind: tuple(found) for kind, found in by_kind.items()}
        self._mentions = {mention.span: mention for mention in self.of(Mention)}

    def of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """Return the marks of one kind."""
        return cast("tuple[_Kind, ...]", self._by_kind.get(kind, ()))

    def mention_at(self, span: Span) -> Mention | None:
        """Return the mention that stands exactly there, if any."""
        return self._mentions.get(span)

    def __add__(self, more: Iterable[Mark]) -> Marks:
        """Return these marks and more."""
        return Marks([*(mark for found in self._by_kind.values() for mark in found), *more], reading=self.reading)
