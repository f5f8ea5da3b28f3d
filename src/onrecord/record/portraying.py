"""Says what a record holds of one person: each fact once, with all who tell it, and the birth that most agree on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date

import msgspec

from onrecord.model.born import born, whose_birth
from onrecord.model.record import Birth, Collection, Fact, Portrait, Who
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement, about, speakers
from onrecord.model.when import Interval, both


def portray(collection: Collection, whole: Who, *, left_out: int = 0) -> Portrait:
    """Return what the stories of a collection say of one person; ``left_out`` statements are not in it.

    Raises ``KeyError`` when the collection has no such person.
    """
    who = str(whole.id)
    person = collection.case.person(who)
    said = collection.case.statements
    return Portrait(
        who=whole,
        name=person.name,
        aliases=tuple(alias for alias in person.aliases if alias != person.name),
        born=births(collection).get(who),
        facts=tuple(facts(one for one in said if who in about(one))),
        quotes=tuple(facts(one for one in said if who in speakers(one))),
        collection=collection,
        left_out=left_out,
    )


def births(collection: Collection) -> dict[str, Birth]:
    """Return when people were born, by their ids: the days that the most statements allow.

    Of days that equally many allow, the first; those that leave them out are ``against``. Whose birth no story tells
    is left out.
    """
    children = {kin.to for kin in collection.case.all(Kin) if kin.relation in {"parent", "grandparent"}}
    ages_and_births: tuple[Age | Event, ...] = (*collection.case.all(Age), *collection.case.all(Event))
    told: defaultdict[str, list[tuple[Interval, Age | Event]]] = defaultdict(list)
    for statement in ages_and_births:
        days = born(statement, collection.story(statement).published)
        if days:
            for who in whose_birth(statement, children):
                told[who].append((days, statement))
    return {who: _birth(several) for who, several in told.items()}


def _birth(told: list[tuple[Interval, Age | Event]]) -> Birth:
    day = _most_allowed([days for days, _ in told])
    agreed = [(days, statement) for days, statement in told if _holds(days, day)]
    common = agreed[0][0]
    for days, _ in agreed[1:]:
        common = both(common, days) or common
    return Birth(
        common,
        tuple(statement for _, statement in agreed),
        tuple(statement for days, statement in told if not _holds(days, day)),
    )


def _most_allowed(several: list[Interval]) -> date:
    """Return the first day that the most intervals hold; it is the beginning of one of them."""
    starts = sorted({one.earliest or date.min for one in several})
    begins = sorted(one.earliest or date.min for one in several)
    ends = sorted(one.latest or date.max for one in several)
    best, most, opened, closed = starts[0], 0, 0, 0
    for day in starts:
        while opened < len(begins) and begins[opened] <= day:
            opened += 1
        while closed < len(ends) and ends[closed] < day:
            closed += 1
        if opened - closed > most:
            best, most = day, opened - closed
    return best


def _holds(days: Interval, day: date) -> bool:
    return (days.earliest or date.min) <= day <= (days.latest or date.max)


def facts(statements: Iterable[Statement]) -> list[Fact]:
    """Put together the statements that say the same, in the order in which the first of each is told.

    An event without a place is the same as the one event that is told with a place and is like it otherwise; whoever
    tells the place stands first.
    """
    same: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for statement in statements:
        same[sense(statement)].append(statement)
    placed: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for said, (first, *_) in same.items():
        if isinstance(first, Event) and first.place:
            placed[sense(msgspec.structs.replace(first, place=None))].append(said)
    told_first = {said: number for number, said in enumerate(same)}
    for bare, several in placed.items():
        if bare in same and len(several) == 1:
            kept, other = sorted((bare, several[0]), key=told_first.__getitem__)
            same[kept] = same[several[0]] + same[bare]
            del same[other]
    return [Fact(tuple(told)) for told in same.values()]


def sense(statement: Statement) -> Hashable:
    """Return what a statement says, whoever says it in whatever words: equal for two that say the same."""
    match statement:
        case Age(who=who, years=years, other_time=other, when=when):
            return ("age", who, years, statement.at_least_months, other, when and when.edtf, statement.reported)
        case Kin(relation=relation, status=status, detail=detail):
            ends = (statement.from_, statement.to)
            ordered = ends if relation in {"parent", "grandparent"} else tuple(sorted(ends))
            return ("kin", relation, ordered, status, detail, statement.reported)
        case Count(who=several, what=what, n=n, ordinal=ordinal, of=of):
            return ("count", tuple(sorted(several)), what, n, ordinal, of, statement.reported)
        case Event(event=event, who=several, what=what, when=when, place=place):
            days = when and (when.edtf or when.relative)
            return (
                "event",
                event,
                tuple(sorted(several)),
                what if event == "other" else None,
                days,
                place and place.casefold(),
                statement.reported,
            )
        case Quote() | Claim():
            return ("said", speakers(statement), " ".join(span.text for span in statement.spans).casefold())
