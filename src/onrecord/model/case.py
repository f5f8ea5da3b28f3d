"""All that one story says, on record, in the form that outside tools rely on."""

from __future__ import annotations

from typing import Any, Literal, TypeVar

import msgspec

from onrecord.model.document import Block, Quotation
from onrecord.model.errors import BadCase
from onrecord.model.finding import Finding, Held
from onrecord.model.known import Aside
from onrecord.model.person import Person
from onrecord.model.source import Source
from onrecord.model.sourcing import Basis, Sourcing
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Derived, Quote, Statement
from onrecord.model.story import Story

FORMAT: Literal[1] = 1
_Kind = TypeVar("_Kind", bound=Statement)


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression with its TIMEX3 type and value, and EDTF where there is one."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None
    edtf: str | None = None

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end, self.text)


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What one story says: its people, statements, times, sources, and what adds up in it.

    ``aside`` are findings that were known before: silenced, in a baseline, or in the version before.
    """

    onrecord: Literal[1] = FORMAT
    story: Story
    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    derived: tuple[Derived, ...] = ()
    times: tuple[Time, ...] = ()
    sources: tuple[Source, ...] = ()
    blocks: tuple[Block, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sourcing: Sourcing = Sourcing()
    findings: tuple[Finding, ...] = ()
    held: tuple[Held, ...] = ()
    aside: tuple[Aside, ...] = ()

    def all(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """Return the statements of one kind, in the order of the text."""
        return tuple(statement for statement in self.statements if isinstance(statement, kind))

    def person(self, person_id: str) -> Person:
        """Return the person with this id.

        Raises ``KeyError`` when there is none.
        """
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def source(self, source_id: str) -> Source:
        """Return the source with this id.

        Raises ``KeyError`` when there is none.
        """
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)

    def basis(self, statement: Statement) -> Basis:
        """Return who answers for a statement: the last of its attribution chain that is no mere carrier.

        A state of mind that nobody tells rests on the story alone, whoever's mind it is.
        """
        links = statement.by
        if isinstance(statement, Claim) and statement.attitude == "thinks":
            links = links[1:] if len(links) > 1 else ()
            if not links:
                return "story"
        if not links:
            return "untold" if isinstance(statement, Quote | Claim) or statement.reported == "claim" else "story"
        last = next((link for link in reversed(links) if not link.outlet), None)
        if last is None:
            return "outlet"
        if last.person:
            return "on_record"
        kind = self.source(last.source or "").type
        return kind if kind in ("unnamed", "outlet") else "on_record"

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, made of plain dicts, lists, strings and numbers."""
        return msgspec.json.decode(msgspec.json.encode(self), type=dict[str, Any])

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Case:
        """Read the JSON form back; ``Case.from_dict(case.to_dict()) == case``.

        Raises ``BadCase`` when a field is missing or of the wrong type, or when a span's words are not the text's.
        """
        try:
            case = msgspec.convert(data, cls, strict=True)
        except msgspec.ValidationError as error:
            raise BadCase(f"not a case of format {FORMAT}: {error}") from None
        _check_spans(data, case.story.text, "$")
        return case


def schema() -> dict[str, Any]:
    """Return the JSON schema of a case."""
    return msgspec.json.schema(Case)


def _check_spans(data: Any, text: str, where: str) -> None:
    if isinstance(data, list):
        for index, item in enumerate(data):
            _check_spans(item, text, f"{where}[{index}]")
    elif isinstance(data, dict):
        if {"start", "end", "text"} <= data.keys() and text[data["start"] : data["end"]] != data["text"]:
            raise BadCase(f"{where}: the text has other words at {data['start']}..{data['end']} than {data['text']!r}")
        for key, item in data.items():
            _check_spans(item, text, f"{where}.{key}")
