"""Says which part each person has in a statement: it is about them, theirs, on their word, or it names them."""

from __future__ import annotations

from typing import Literal

from onrecord.model.case import Case
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement

Part = Literal["of", "by", "via", "in"]


def parts(case: Case, statement: Statement) -> dict[str, Part]:
    """Return the part of each person, by id: "of" before "by" before "via" before "in" where one has several."""
    found: dict[str, Part] = {}
    if isinstance(statement, Quote | Claim):
        for person in case.people:
            if any(span.holds(mention.span) for span in statement.spans for mention in person.mentions):
                found[person.id] = "in"
    found |= {link.person: "via" for link in statement.by if link.person}
    found |= dict.fromkeys(speakers(statement), "by")
    return found | dict.fromkeys(about(statement), "of")


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
    also = statement.also if isinstance(statement, Quote) else ()
    return (*((statement.speaker,) if statement.speaker else ()), *also)
