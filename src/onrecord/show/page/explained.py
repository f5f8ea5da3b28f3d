"""Explains the words of a story: who is meant, what is said, by whom, and what does not add up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from onrecord.model.case import Case
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote
from onrecord.show.page.ids import Ids
from onrecord.show.page.marked import Mark
from onrecord.show.phrases import Names, how_old, read_as, sentence

_KINDS = {Age: "age", Kin: "kin", Count: "count", Event: "event", Quote: "quote", Claim: "claim"}
_ARTICLES = ("a ", "an ", "the ")
_HANDLE_LENGTH = 14


def marks(case: Case, ids: Ids, names: Names) -> Iterator[Mark]:
    """Give a mark, with its explanation, for all words that a case speaks of."""
    yield from _people(case, ids)
    for statement in case.statements:
        kind = _KINDS[type(statement)]
        said = sentence(names, statement)
        handle = _handle(names, statement) if isinstance(statement, (Quote, Claim)) else ""
        for number, span in enumerate(statement.spans):
            target = ids.statements[statement.id]
            yield Mark(span.start, span.end, kind, said, target, "" if number else handle)
    for number, one in enumerate((one for one in case.quotations if one.left_out), 1):
        yield Mark(one.start, one.end, "left-out", f"Not a quotation: {one.left_out}", ids.left_out(number))
    for number, time in enumerate(case.times, 1):
        yield Mark(time.start, time.end, "date", f"Time: {read_as(time)}", ids.time(number))
    for source in case.sources:
        via = f", by way of {', '.join(source.via)}" if source.via else ""
        for span in source.spans:
            yield Mark(span.start, span.end, "source", f"Source ({source.type}){via}", ids.sources[source.id])
    for number, finding in enumerate(case.findings, 1):
        for words in finding.spans:
            said = f"{finding.level}: {finding.message}" + (f" ({words.says})" if words.says else "")
            yield Mark(words.start, words.end, "finding", said, ids.finding(number), str(number))
    checked = [held.spans for held in case.held] + [one.finding.spans for one in case.aside]
    for words in chain.from_iterable(checked):
        yield Mark(words.start, words.end, "place")


def _people(case: Case, ids: Ids) -> Iterator[Mark]:
    ages: dict[str, str] = {}
    for age in case.all(Age):
        if not age.other_time and age.when is None:
            ages.setdefault(age.who, how_old(age))
    for person in case.people:
        says = f"{person.name}, {ages[person.id]}" if person.id in ages else person.name
        for mention in person.mentions:
            kind = "person" if mention.form == "name" else "person stand-in"
            yield Mark(mention.start, mention.end, kind, says, ids.people[person.id])


def _handle(names: Names, said: Quote | Claim) -> str:
    """Name a voice in as few characters as will do: a person's initials, a source's first words, or "?"."""
    if said.speaker:
        return "".join(word[0] for word in names.person(said.speaker).split()[:3]) or "?"
    if not said.source:
        return "?"
    source = names.sources.get(said.source, said.source)
    for article in _ARTICLES:
        if source.lower().startswith(article):
            source = source[len(article) :]
    return source if len(source) <= _HANDLE_LENGTH else f"{source[: _HANDLE_LENGTH - 1]}…"
