"""Shows on the terminal what a record holds of a person: every fact with all who tell it, and in which words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

import click

from onrecord.model.record import Collection, Fact, Found, Kept, Portrait
from onrecord.model.statement import Count, Event, Kin, Quote, Statement
from onrecord.show.harmless import harmless
from onrecord.show.phrases import Names, day, days, of_one

_NARROWEST = 40
_MOST_ALIASES = 8


def full(portrait: Portrait, *, width: int = 100, colour: bool = False) -> str:
    """Return the portrait in lines: a fact, and below it who tells it, on which day, in which words.

    ``width`` is that of the terminal, in columns.
    """
    lines = [click.style(harmless(portrait.name), bold=True) if colour else harmless(portrait.name)]
    lines += _wrapped("; ".join(_head(portrait)), width, "  ")
    for heading, rows in _sections(portrait):
        lines += ["", click.style(heading, bold=True) if colour else heading]
        for said, sources in rows:
            lines += _wrapped(said, width, "  ")
            lines += [line for source in sources for line in _wrapped(source, width, "    ")]
    return "".join(f"{line}\n" for line in lines)


def listing(several: Sequence[Found]) -> str:
    """Return a line for each of several people: the name, the birth, the number of stories, the id."""
    rows = [
        "; ".join(
            part
            for part in (found.name, f"born {days(found.born)}" if found.born else "", _stories(found.stories))
            if part
        )
        for found in several
    ]
    widest = max(map(len, rows), default=0)
    lines = (f"{harmless(row):{widest}}  {found.who}\n" for row, found in zip(rows, several, strict=True))
    return "".join(lines)


def _stories(count: int) -> str:
    return "1 story" if count == 1 else f"{count} stories"


def _head(portrait: Portrait) -> Iterator[str]:
    stories = len({member.sighting.story for member in portrait.who.members})
    yield _stories(stories)
    others = [alias for alias in portrait.aliases if alias.casefold() != portrait.name.casefold()]
    if others:
        yield f"also {', '.join(others[:_MOST_ALIASES])}"


def _sections(portrait: Portrait) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    collection, who = portrait.collection, str(portrait.who.id)
    names = Names.of(collection.case)
    if portrait.born:
        rows = [(f"{days(portrait.born.born)}", sources(collection, portrait.born.because))]
        if portrait.born.against:
            rows.append(("Not as these say", sources(collection, portrait.born.against)))
        yield "Born", rows
    for heading, kind in (("Kin", Kin), ("Events", Event), ("Counts", Count)):
        facts = [fact for fact in portrait.facts if isinstance(fact.statements[0], kind)]
        if facts:
            yield heading, [(_of(names, fact, who), sources(collection, fact.statements)) for fact in facts]
    if portrait.quotes:
        yield "Said", [_quoted(collection, names, fact) for fact in portrait.quotes]


def _of(names: Names, fact: Fact, who: str) -> str:
    said, other = of_one(names, fact.statements[0], who)
    return f"{said} {other}" if other else said


def _quoted(collection: Collection, names: Names, fact: Fact) -> tuple[str, list[str]]:
    said = fact.statements[0]
    return _words(said), [f"{whence(collection.story(one))}{_chain(names, one)}" for one in fact.statements]


def _chain(names: Names, statement: Statement) -> str:
    links = [
        names.person(link.person) if link.person else names.source(link.source) if link.source else link.outlet
        for link in statement.by
    ]
    return f" (by way of {', '.join(link for link in links if link)})" if any(links) else ""


def sources(collection: Collection, statements: Iterable[Statement]) -> list[str]:
    """Return a line for each statement: the outlet, the day, the words."""
    names = Names.of(collection.case)
    return [f"{whence(collection.story(one))}: {_words(one)}{_chain(names, one)}" for one in statements]


def whence(story: Kept) -> str:
    """Name a story: its outlet or file, and its day."""
    where = story.outlet or story.path or story.url or story.key
    return f"{where}, {day(story.published) if story.published else 'day unknown'}"


def _words(statement: Statement) -> str:
    words = " … ".join(" ".join(span.text.split()) for span in statement.spans)
    quoted = isinstance(statement, Quote) and words[:1] in "\"“'‘"
    return words if quoted else f"“{words}”"


def _wrapped(row: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        harmless(row), max(width, _NARROWEST), initial_indent=indent, subsequent_indent=f"{indent}    ",
        break_on_hyphens=False,
    )  # fmt: skip
