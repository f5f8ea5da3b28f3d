"""Shows on the terminal what a story says: people, ages, kin, events, quotations and sources, each with its place."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement
from onrecord.show.harmless import harmless
from onrecord.show.phrases import Names, day, days, follows, how_old, sentence, voice
from onrecord.show.place import line_starts, place, whence
from onrecord.show.sourcing import lines as sourcing_lines

_NARROWEST = 40


def full(case: Case, *, width: int = 100, colour: bool = False) -> str:
    """Return the record of a story, one line or a few for each thing that it says, with line and column.

    ``width`` is that of the terminal, in columns.
    """
    starts = line_starts(case.story.text)
    lines = [_title(case, colour)]
    for heading, rows in _sections(case, Names.of(case), starts):
        if rows:
            lines += ["", click.style(heading, bold=True) if colour else heading]
            lines += [line for row in rows for line in _wrapped(row, width)]
    return "".join(f"{line}\n" for line in lines)


def _sections(case: Case, names: Names, starts: list[int]) -> Iterator[tuple[str, list[str]]]:
    yield "People", [_person(case, person) for person in case.people]
    said: tuple[tuple[str, tuple[Statement, ...]], ...] = (
        ("Kin", case.all(Kin)),
        ("Counts", case.all(Count)),
        ("Events", case.all(Event)),
    )
    for heading, statements in said:
        yield heading, [f"{sentence(names, one)}{_at(starts, one.spans)}" for one in statements]
        if heading == "Kin":
            yield "Kin that follow", [follows(names, case, one) for one in case.derived]
    quoted = [f"{voice(names, one)}: {_words(one)}{_at(starts, one.spans)}" for one in case.all(Quote)]
    yield "Quotations", quoted
    left_out = [one for one in case.quotations if one.left_out]
    yield (
        "In quotation marks, and no quotation",
        [f"{' '.join(one.text.split())}: {one.left_out}{_at(starts, (one.span,))}" for one in left_out],
    )
    claimed = [f"{sentence(names, one)}: {_words(one)}{_at(starts, one.spans)}" for one in case.all(Claim)]
    yield "Claims", claimed
    yield "Sources", [f"{source.name}, {source.type}{_at(starts, source.spans)}" for source in case.sources]
    yield "Sourcing", list(sourcing_lines(case, names))


def _title(case: Case, colour: bool) -> str:
    story = case.story
    where = harmless(whence(story))
    told = [story.outlet, day(story.published) if story.published else "day of publication unknown"]
    about = harmless(", ".join(part for part in told if part))
    return f"{click.style(where, bold=True) if colour else where} ({about})"


def _person(case: Case, person: Person) -> str:
    ages = dict.fromkeys(how_old(age) for age in case.all(Age) if age.who == person.id and not age.other_time)
    born = f"born {days(person.born)}" if person.born and days(person.born) else None
    others = ", ".join(alias for alias in person.aliases if alias != person.name)
    parts = [person.name, *ages, born, f"also {others}" if others else None, _mentions(len(person.mentions))]
    return "; ".join(part for part in parts if part)


def _mentions(count: int) -> str:
    return "1 mention" if count == 1 else f"{count} mentions"


def _words(said: Quote | Claim) -> str:
    return " … ".join(" ".join(span.text.split()) for span in said.spans)


def _at(starts: list[int], spans: tuple[Span, ...]) -> str:
    return " ({}:{})".format(*place(starts, spans[0].start)) if spans else ""


def _wrapped(row: str, width: int) -> list[str]:
    return textwrap.wrap(
        harmless(row), max(width, _NARROWEST), initial_indent="  ", subsequent_indent="      ", break_on_hyphens=False
    )
