"""A story told by hand, without any reading; and the command line as a user runs it."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import settings

from onrecord.cli import main
from onrecord.model.case import Case, Time
from onrecord.model.document import Block, Quotation
from onrecord.model.person import Mention, Person
from onrecord.model.span import Span
from onrecord.model.statement import Age, Count, Event, Kin, Quote, Statement
from onrecord.model.story import Story, identity
from onrecord.model.when import Interval, When, interval

# A busy machine is no fault of the code.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")


class Telling:
    """Builds a case from a text; every method finds its words in the text, so that all spans are true."""

    def __init__(self, text: str, published: str | None = None) -> None:
        self.text = text
        self.published = date.fromisoformat(published) if published else None
        self.people: list[Person] = []
        self.statements: list[Statement] = []
        self.times: list[Time] = []
        self.quotations: list[Quotation] = []
        self.headings: list[Block] = []

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span.of(self.text, start, start + len(words))

    def person(self, name: str, **more: object) -> str:
        mentions = []
        start = self.text.find(name)
        while start >= 0:
            mentions.append(Mention(start, start + len(name), name, "name"))
            start = self.text.find(name, start + 1)
        person = Person(id=f"p{len(self.people) + 1}", name=name, aliases=(name,), mentions=tuple(mentions), **more)  # type: ignore[arg-type]
        self.people.append(person)
        return person.id

    def _id(self) -> str:
        return f"s{len(self.statements) + 1}"

    def age(
        self, who: str, years: float | None, words: str, *, months: tuple[int, int] | None = None, nth: int = 1,
        **more: object,
    ) -> str:  # fmt: skip
        if months is None:
            assert years is not None
            months = (int(years * 12), int(years * 12) + (12 if years == int(years) else 1))
        statement = Age(
            id=self._id(), who=who, years=years, at_least_months=months[0], under_months=months[1],
            spans=(self.span(words, nth),), **more,  # type: ignore[arg-type]
        )  # fmt: skip
        self.statements.append(statement)
        return statement.id

    def kin(self, from_: str, relation: str, to: str, **more: object) -> str:
        first = Span.of(self.text, 0, 1)
        self.statements.append(Kin(id=self._id(), from_=from_, relation=relation, to=to, spans=(first,), **more))  # type: ignore[arg-type]
        return self.statements[-1].id

    def count(self, who: tuple[str, ...], what: str, n: float, words: str, nth: int = 1, **more: object) -> str:
        self.statements.append(Count(id=self._id(), who=who, what=what, n=n, spans=(self.span(words, nth),), **more))  # type: ignore[arg-type]
        return self.statements[-1].id

    def event(
        self,
        event: str,
        who: tuple[str, ...],
        words: str,
        when: Interval | None = None,
        time: str | None = None,
        **more: object,
    ) -> str:
        told = When(edtf=when.edtf, earliest=when.earliest, latest=when.latest, text=time or words) if when else None
        self.statements.append(Event(id=self._id(), event=event, who=who, when=told, spans=(self.span(words),), **more))  # type: ignore[arg-type]
        return self.statements[-1].id

    def quote(self, words: str, speaker: str | None = None) -> str:
        self.statements.append(Quote(id=self._id(), form="direct", speaker=speaker, spans=(self.span(words),)))
        return self.statements[-1].id

    def quotation(self, words: str, nth: int = 1, **more: object) -> None:
        span = self.span(words, nth)
        quotation = Quotation(
            start=span.start, end=span.end, text=words, opening=words[0], closing=words[-1], **more,  # type: ignore[arg-type]
        )  # fmt: skip
        self.quotations.append(quotation)

    def heading(self, words: str, kind: str = "heading") -> None:
        span = self.span(words)
        self.headings.append(Block(span.start, span.end, kind))  # type: ignore[arg-type]

    def case(self) -> Case:
        blocks, offset = [], 0
        for line in self.text.split("\n"):
            if line and not any(block.start == offset for block in self.headings):
                blocks.append(Block(offset, offset + len(line), "body"))
            offset += len(line) + 1
        return Case(
            story=Story(id=identity(self.text), text=self.text, published=self.published),
            people=tuple(self.people),
            statements=tuple(self.statements),
            times=tuple(self.times),
            blocks=tuple(sorted([*blocks, *self.headings], key=lambda block: block.start)),
            quotations=tuple(sorted(self.quotations, key=lambda quotation: quotation.start)),
        )


@pytest.fixture
def tell() -> type[Telling]:
    """Return what builds a case by hand."""
    return Telling


@pytest.fixture
def days() -> object:
    """Return what makes an interval of two days written as YYYY-MM-DD, or of one."""

    def make(earliest: str, latest: str | None = None) -> Interval:
        return interval(date.fromisoformat(earliest), date.fromisoformat(latest or earliest))

    return make


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capfdbinary, monkeypatch, tmp_path):
    """Run the command line in an empty folder, as its own process would."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Ran(int(left.value.code or 0), out.decode(), err.decode())

    return run
