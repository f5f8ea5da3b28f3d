"""Puts beside each statement and each finding of a story what a person can do with it, and what was decided."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import get_args

import jinja2
import msgspec
from markupsafe import Markup

from onrecord.model.case import Case
from onrecord.model.finding import Finding
from onrecord.model.record import Judgement, Sighting
from onrecord.model.statement import Age, Claim, Count, Event, Happening, Kin, Quote, Relation, Statement, Status
from onrecord.show.page.ids import Ids

NOBODY = "-"
"""Chosen where the story does not tell whose words they are."""


class Field(msgspec.Struct, frozen=True):
    """A field of a statement that a person may put right: the values it takes, or none for a number."""

    name: str
    label: str
    value: str
    choices: Sequence[tuple[str, str]] = ()


class Tool(msgspec.Struct, frozen=True):
    """One statement with its fields, and the judgement on it that holds."""

    name: str
    anchor: str
    fields: Sequence[Field]
    judgement: Judgement | None


class Tools:
    """The tools of one story; templates ask for them by the ids of the page."""

    def __init__(
        self, rooms: jinja2.Environment, key: str, case: Case, judgements: Mapping[str, Judgement],
        people: Mapping[str, tuple[Sighting, int]],
    ) -> None:  # fmt: skip
        self._parts = rooms.get_template("tools.html").module
        self._key, self._case, self._judgements, self._people = key, case, judgements, people
        ids = Ids.of(case, "c1")
        self._statements = {ids.statements[one.id]: one for one in case.statements}
        self._findings = {ids.finding(number): one for number, one in enumerate(case.findings, 1)}
        self._persons = {ids.people[person.id]: person for person in case.people}

    def statement(self, ids: Sequence[str]) -> Markup:
        """Return the tools of the statements of one line; they are judged together."""
        told = [(one, self._statements[one]) for one in ids if one in self._statements]
        if not told:
            return Markup()
        anchor, first = told[0]
        names = " ".join(statement.id for _, statement in told)
        judgement = self._judgements.get(statement_name(self._key, first))
        tool = Tool(names, anchor, _fields(self._case, first), judgement)
        return Markup(self._parts.statement(self._key, tool))  # type: ignore[attr-defined] # noqa: S704 - a template

    def finding(self, id_: str) -> Markup:
        """Return the tools of a finding."""
        finding = self._findings.get(id_)
        if finding is None:
            return Markup()
        name = finding_name(self._key, finding)
        return Markup(self._parts.finding(self._key, name, id_, self._judgements.get(name)))  # type: ignore[attr-defined] # noqa: S704

    def person(self, id_: str) -> Markup:
        """Return the link to a person in the record."""
        person = self._persons.get(id_)
        if person is None or person.id not in self._people:
            return Markup()
        who, stories = self._people[person.id]
        return Markup(self._parts.person(str(who), stories))  # type: ignore[attr-defined] # noqa: S704


def statement_name(key: str, statement: Statement) -> str:
    """Return what judgements call a statement of a story."""
    return f"{key}.{statement.id}"


def finding_name(key: str, finding: Finding) -> str:
    """Return what judgements call a finding: by its check and the words it rests on, which a new reading leaves."""
    rests = msgspec.json.encode((finding.check, sorted((span.start, span.end) for span in finding.spans)))
    return f"{key}!{hashlib.sha256(rests).hexdigest()[:24]}"


def _fields(case: Case, statement: Statement) -> list[Field]:
    match statement:
        case Age(years=years):
            return [Field("years", "Age in years", "" if years is None else str(int(years)))]
        case Kin(relation=relation, status=status):
            return [
                Field("relation", "Kinship", relation, _plain(get_args(Relation))),
                Field("status", "Now", status, _plain(get_args(Status))),
            ]
        case Count(n=n):
            return [Field("n", "Number", f"{n:g}")]
        case Event(event=event):
            return [Field("event", "What happened", event, _plain(get_args(Happening)))]
        case Quote() | Claim():
            people = [(person.id, person.name) for person in case.people]
            return [Field("speaker", "Whose words", statement.speaker or NOBODY, [(NOBODY, "not told"), *people])]
    return []


def _plain(values: Sequence[str]) -> list[tuple[str, str]]:
    return [(value, value.replace("_", " ")) for value in values]
