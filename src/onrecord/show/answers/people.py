"""Lays out what a record holds of one person, or a list of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from onrecord.model.case import Case
from onrecord.model.record import Fact, Found, Portrait
from onrecord.model.statement import Age, Count, Event, Kin
from onrecord.show import family, timeline
from onrecord.show.answers.sheet import Row, Section, Sheet
from onrecord.show.answers.telling import closeness, fact, sources, whence
from onrecord.show.phrases import Names, days

_MOST_ALIASES = 8
_LATEST = "9999"


def portrait(shown: Portrait) -> Sheet:
    """Return the sheet of a person: birth, kin, events, counts, words, and the stories."""
    return Sheet(
        title=shown.name,
        lead="; ".join(_lead(shown)),
        sections=tuple(section for section in _sections(shown) if section.rows),
        pictures=tuple(pictures(shown)),
    )


def pictures(shown: Portrait, links: Mapping[str, str] | None = None) -> Iterator[tuple[str, str]]:
    """Give the family picture and the timeline of a person, where there is something to draw.

    ``links`` are addresses for the people of the family, by their ids.
    """
    if drawn := family.svg(once(shown, Kin), name="family", links=links or {}):
        yield "Family", drawn
    if drawn := timeline.svg(once(shown, Event), name="timeline"):
        yield "Timeline", drawn


def once(shown: Portrait, kind: type[Kin] | type[Event]) -> Case:
    """Return a case in which each fact of a kind stands once, with its person first, as pictures need it."""
    told = tuple(one.statements[0] for one in shown.facts if isinstance(one.statements[0], kind))
    who = str(shown.who.id)
    people = sorted(shown.collection.case.people, key=lambda person: person.id != who)
    born = shown.born.born if shown.born else None
    drawn = [msgspec.structs.replace(one, born=born) if one.id == who else one for one in people]
    return msgspec.structs.replace(shown.collection.case, people=tuple(drawn), statements=told)


def listing(title: str, several: Iterable[Found]) -> Sheet:
    """Return the sheet of several people, each with the id to ask by."""
    rows = []
    for found in several:
        born = f"born {days(found.born)}" if found.born else ""
        told = [found.name, born, counted(found.stories)]
        rows.append(Row("; ".join(part for part in told if part), id=str(found.who)))
    sections = (Section("People", tuple(rows)),) if rows else ()
    return Sheet(title=title, sections=sections, nothing="The record has nobody yet.")


def counted(stories: int) -> str:
    """Say how many stories."""
    return "1 story" if stories == 1 else f"{stories} stories"


def _lead(shown: Portrait) -> Iterator[str]:
    yield counted(len(shown.collection.stories))
    others = [alias for alias in shown.aliases if alias.casefold() != shown.name.casefold()]
    if others:
        yield f"also {', '.join(others[:_MOST_ALIASES])}"


def _sections(shown: Portrait) -> Iterator[Section]:
    yield from life(shown)
    yield Section("Said", said(shown))
    yield Section(
        "Stories", tuple(_story(one.headline, whence(one), one.key) for one in shown.collection.stories.values())
    )


def life(shown: Portrait) -> Iterator[Section]:
    """Give what is told of a person: birth, kin, events, ages, counts; a section without rows where nothing is."""
    collection, who = shown.collection, str(shown.who.id)
    names = Names.of(collection.case)

    def rows(facts: Iterable[Fact]) -> tuple[Row, ...]:
        return tuple(fact(collection, names, one, who) for one in facts)

    def of(kind: type) -> list[Fact]:
        return [one for one in shown.facts if isinstance(one.statements[0], kind)]

    if shown.born:
        born = [Row(days(shown.born.born) or "", sources(collection, names, shown.born.because))]
        if shown.born.against:
            born.append(Row("These do not agree", sources(collection, names, shown.born.against)))
        yield Section("Born", tuple(born))
    yield Section("Kin", rows(sorted(of(Kin), key=closeness)))
    events = of(Event)
    yield Section("Events", rows(one for one in sorted(events, key=when) if _of_life(one)))
    yield Section("Ages", rows(of(Age)))
    yield Section("Counts", rows(of(Count)))
    yield Section("Also told", rows(one for one in sorted(events, key=when) if not _of_life(one)))


def said(shown: Portrait) -> tuple[Row, ...]:
    """Return what a person said, each once."""
    names, who = Names.of(shown.collection.case), str(shown.who.id)
    return tuple(fact(shown.collection, names, one, who) for one in shown.quotes)


def _story(headline: str | None, where: str, key: str) -> Row:
    return Row(f"{headline or 'Without a headline'} ({where})", id=key)


def _of_life(told: Fact) -> bool:
    event = told.statements[0]
    return isinstance(event, Event) and event.event != "other"


def when(told: Fact) -> tuple[str, str]:
    """Return what events are sorted by: their first day, those without one last."""
    event = told.statements[0]
    if not isinstance(event, Event) or event.when is None:
        return (_LATEST, "")
    return (str(event.when.earliest or event.when.latest or _LATEST), event.when.relative or "")
