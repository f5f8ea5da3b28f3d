"""Gathers what several stories say of people into one collection, with everybody and every source that it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as Several
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, Select, func, not_, select, tuple_

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.record import Clash, Collection, Kept, Origin, Portrait, Sighting
from onrecord.model.source import Source
from onrecord.model.statement import Event, Kin, Statement, about
from onrecord.prove import Fact
from onrecord.record.clashing import clashes as clashing
from onrecord.record.clashing import facts
from onrecord.record.collecting import Part, collect, order
from onrecord.record.judged import after_judgement
from onrecord.record.originating import origins as originating
from onrecord.record.portraying import portray
from onrecord.record.rivals import rivals
from onrecord.store import schema
from onrecord.store.judging import as_judged, in_force
from onrecord.store.looking import STORY, kept, whole
from onrecord.store.opening import parts, standing_at
from onrecord.store.settling import settle
from onrecord.store.words import holding

MOST_STATEMENTS = 20_000
"""Of somebody of whom more is told, the latest are gathered."""
MOST_RELATIVES = 60
_READ_AT_ONCE = 100
_CASE = msgspec.json.Decoder(Case)
_STATEMENT = msgspec.json.Decoder(Statement)
_SOURCE = msgspec.json.Decoder(Source)
_PERSON = msgspec.json.Decoder(Person)
_Named = defaultdict[int, dict[str, tuple[str, Person]]]


def portrait(engine: Engine, sighting: Sighting, *, at_most: int | None = None) -> Portrait:
    """Return all that the record holds of the person whom a sighting belongs to.

    Of more than ``at_most`` statements those of ages, kin, births and deaths come first, then the latest; the rest is
    counted only, and its stories are left out.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    settle(engine)
    with engine.connect() as connection:
        person = whole(connection, sighting)
        theirs = [str(person.id)]
        told = _told(theirs, "of", "by")
        total = connection.execute(select(func.count()).select_from(told.subquery())).scalar_one() if at_most else 0
        if at_most is None or total <= at_most:
            return portray(gather(connection, told, theirs), person)
        statements = schema.statements.c
        first = statements.kind.in_(("age", "kin")) | statements.number.in_(_lives(connection, told)[:at_most])
        some = (
            select(statements.number)
            .where(statements.number.in_(told))
            .order_by(not_(first), statements.number.desc())
            .limit(at_most)
        )
        return portray(gather(connection, some), person, left_out=total - at_most)


def family(engine: Engine, sighting: Sighting, *, steps: int = 2) -> Collection:
    """Return the kinships of a person and of their kin, so many ``steps`` out; sixty people at most are walked from.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    settle(engine)
    with engine.connect() as connection:
        known = [str(whole(connection, sighting).id)]
        for _ in range(steps):
            found = gather(connection, _told(known, "of").where(schema.statements.c.kind == "kin"))
            others = [who for kin in found.case.all(Kin) for who in about(kin)]
            known = list(dict.fromkeys([*known, *others]))[:MOST_RELATIVES]
        return gather(connection, _told(known, "of").where(schema.statements.c.kind.in_(("kin", "event", "age"))))


def quotes(
    engine: Engine, *, by: Sighting | None = None, about: Sighting | None = None, words: str | None = None,
    at_most: int = MOST_STATEMENTS,
) -> Collection:  # fmt: skip
    """Return quotations and claims: somebody's, those that name somebody, those that hold all of some words.

    ``words`` may end in ``*``: then the last is the beginning of one.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    settle(engine)
    statements = schema.statements.c
    wanted = select(statements.number).where(statements.kind.in_(("quote", "claim")))
    with engine.connect() as connection:
        for sighting, part in ((by, "by"), (about, "in")):
            if sighting:
                wanted = wanted.where(statements.number.in_(_told([str(whole(connection, sighting).id)], part)))
        if words is not None:
            wanted = wanted.where(holding(connection, "statement_words", statements.number, words))
        return gather(connection, wanted.order_by(statements.number.desc()).limit(at_most))


def everything(engine: Engine) -> Collection:
    """Return what all stories say of everybody; it is held in memory whole."""
    settle(engine)
    with engine.connect() as connection:
        everybody = select(schema.joins.c.who)
        return gather(connection, select(schema.statements.c.number), everybody, select(schema.stories.c.number))


def clashes(engine: Engine, about: Sighting | None = None) -> tuple[Collection, tuple[Clash, ...]]:
    """Return what cannot all be true of what all stories tell, or those of one person, with its statements.

    What days prove comes first, then answers that rule each other out.

    Every story that may have a part is read again, one at a time; what each states of days is held together.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    settle(engine)
    joins, stories = schema.joins.c, schema.stories.c
    with engine.connect() as connection:
        person = str(whole(connection, about).id) if about else None
        told: list[tuple[Kept, tuple[Fact, ...]]] = []
        read = select(*STORY, stories.body)
        if person:
            read = read.where(stories.number.in_(select(joins.story).where(joins.who == person)))
        for row in connection.execution_options(yield_per=_READ_AT_ONCE).execute(read):
            by_id = select(joins.person, joins.who).where(joins.story == row.number)
            who = {one.person: one.who for one in connection.execute(by_id)}
            case = _CASE.decode(row.body)
            judged = msgspec.structs.replace(case, statements=as_judged(connection, row.key, case.statements))
            told.append((kept(row), facts(judged, kept(row), who)))
        told.sort(key=lambda one: order(one[0]))
        found = clashing((fact for _, stated in told for fact in stated), person)
        ties = select(schema.statements.c.number).where(schema.statements.c.kind.in_(("kin", "event")))
        if person:
            theirs = _told([person], "of")
            ties = ties.where(schema.statements.c.number.in_(theirs))
        found += rivals(gather(connection, ties))
        named = {one for clash in found for one in clash.statements}
        return gather(connection, _called(connection, named)), found


def origins(engine: Engine, about: Sighting | None = None) -> tuple[Collection, tuple[Origin, ...]]:
    """Return where stories have one thing from: all stories of the record, or those of one person.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    settle(engine)
    joins, statements = schema.joins.c, schema.statements.c
    chosen = select(statements.number).where(statements.kind == "quote")
    with engine.connect() as connection:
        if about:
            theirs = select(joins.story).where(joins.who == str(whole(connection, about).id))
            chosen = chosen.where(statements.story.in_(theirs))
        else:
            theirs = select(schema.stories.c.number)
        found = gather(connection, chosen, stories=theirs)
    return found, originating(found)


def _called(connection: Connection, named: Several[str]) -> list[int]:
    """Return the numbers of statements by their ids in a collection: the key of the story, a dot, the id in it."""
    statements, stories = schema.statements.c, schema.stories.c
    pairs = [(key, statement) for key, _, statement in (one.partition(".") for one in named)]
    wanted = select(statements.number).join(schema.stories, stories.number == statements.story)
    return [
        number
        for some in parts(pairs)
        for number in connection.execute(wanted.where(standing_at(stories.key, statements.statement, some))).scalars()
    ]


def gather(
    connection: Connection,
    chosen: Select[Any] | Several[int],
    people: Several[str] | Select[Any] = (),
    stories: Select[Any] | None = None,
) -> Collection:
    """Return the collection of the statements whose numbers ``chosen`` selects or is, as people have judged them.

    What was rejected is left out, what was corrected is told as corrected.

    The ``stories`` of these numbers, and all stories of some ``people``, are in it even where no statement is.
    """
    statements, source = schema.statements.c, schema.sources.c
    told: defaultdict[int, list[Statement]] = defaultdict(list)
    wanted = select(statements.number, statements.story, statements.body).order_by(statements.number)
    numbers = [select(chosen.subquery())] if isinstance(chosen, Select) else parts(sorted(chosen))
    said = [row for some in numbers for row in connection.execute(wanted.where(statements.number.in_(some)))]
    for row in said:
        told[row.story].append(_STATEMENT.decode(row.body))
    named: _Named = defaultdict(dict)
    for some in parts([row.number for row in said]):
        having_part = select(schema.subjects.c.story, schema.subjects.c.person).where(
            schema.subjects.c.statement.in_(some)
        )
        _name(connection, named, tuple_(schema.joins.c.story, schema.joins.c.person).in_(having_part))
    _name(connection, named, schema.joins.c.who.in_(people))
    there = {*told, *named, *(() if stories is None else connection.execute(stories).scalars())}
    sources: defaultdict[int, list[Source]] = defaultdict(list)
    rows: list[Any] = []
    for some in parts(there):
        for of in connection.execute(select(source.story, source.body).where(source.story.in_(some))).all():
            sources[of.story].append(_SOURCE.decode(of.body))
        rows += connection.execute(select(*STORY).where(schema.stories.c.number.in_(some))).all()
    keyed = {row.number: [(f"{row.key}.{one.id}", one) for one in told.get(row.number, ())] for row in rows}
    judged = in_force(connection, [name for statements_ in keyed.values() for name, _ in statements_])
    return collect(
        Part(
            story=kept(row),
            people=dict(sorted(named.get(row.number, {}).items())),
            statements=tuple(after_judgement(keyed[row.number], judged)),
            sources=tuple(sources.get(row.number, ())),
        )
        for row in rows
    )


def _lives(connection: Connection, told: Select[Any]) -> list[int]:
    """Return the numbers of the births and deaths among some statements, the latest first."""
    statements = schema.statements.c
    events = select(statements.number, statements.body).where(statements.number.in_(told), statements.kind == "event")
    return [
        row.number
        for row in connection.execute(events.order_by(statements.number.desc()))
        if isinstance(one := _STATEMENT.decode(row.body), Event) and one.event in ("birth", "death")
    ]


def _told(people: Several[str], *parts: str) -> Select[Any]:
    """Select the numbers of the statements in which some people have one of these parts."""
    joins, subjects = schema.joins.c, schema.subjects.c
    return (
        select(schema.statements.c.number)
        .join(schema.subjects, subjects.statement == schema.statements.c.number)
        .join(schema.joins, (joins.story == subjects.story) & (joins.person == subjects.person))
        .where(joins.who.in_(people), subjects.part.in_(parts))
        .distinct()
    )


def _name(connection: Connection, named: _Named, which: ColumnElement[bool]) -> None:
    """Add the people whose joins are so, by the number of their story and their id in it."""
    joins, people = schema.joins.c, schema.people.c
    wanted = select(people.story, people.person, people.body, joins.who).join(
        schema.joins, (joins.story == people.story) & (joins.person == people.person)
    )
    for row in connection.execute(wanted.where(which)).all():
        named[row.story][row.person] = (row.who, _PERSON.decode(row.body))
