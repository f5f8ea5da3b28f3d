"""Looks things up in a record: people, stories, what is said of whom, what is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, func, select

from onrecord.model.case import Case
from onrecord.model.errors import OnrecordError
from onrecord.model.record import Doubt, Found, Kept, Member, Sighting, Who
from onrecord.model.when import interval
from onrecord.record.collecting import best_name
from onrecord.record.names import fold
from onrecord.store import schema
from onrecord.store.judging import same_person
from onrecord.store.settling import settle

MOST_FOUND = 50
STORY = tuple(
    schema.stories.c[name]
    for name in ("number", "key", "text", "url", "outlet", "published", "headline", "path", "added_at")
)
_CASE = msgspec.json.Decoder(Case)
_REASONS = msgspec.json.Decoder(tuple[str, ...])


class NobodyFound(OnrecordError):
    """The record has nobody, or no story, of that name."""


def find(engine: Engine, name: str, *, at_most: int = MOST_FOUND) -> list[Found]:
    """Return the people whose names hold all the words of ``name``, those of most stories first."""
    settle(engine)
    folded = fold(name)
    words = (*folded.words, folded.suffix) if folded and folded.suffix else folded.words if folded else ()
    if not words:
        return []
    joins = schema.joins
    wanted = select(joins.c.who, func.count().label("sightings"))
    for number, word in enumerate(words):
        called = schema.called.alias(f"called_{number}")
        wanted = wanted.join(
            called, (called.c.story == joins.c.story) & (called.c.person == joins.c.person) & (called.c.word == word)
        )
    wanted = wanted.group_by(joins.c.who).order_by(func.count().desc(), joins.c.who).limit(at_most)
    with engine.connect() as connection:
        people = [row.who for row in connection.execute(wanted)]
        return sorted((_found(connection, who) for who in people), key=lambda one: (-one.stories, one.who))


def everybody(engine: Engine, *, at_most: int = MOST_FOUND) -> list[Found]:
    """Return the people that most stories tell of."""
    settle(engine)
    who = schema.joins.c.who
    with engine.connect() as connection:
        most = select(who).group_by(who).order_by(func.count().desc(), who).limit(at_most)
        return [_found(connection, one) for one in connection.execute(most).scalars().all()]


def found(engine: Engine, people: Collection[str]) -> dict[str, Found]:
    """Return those of some people, by their ids, whom the record has under these ids."""
    settle(engine)
    with engine.connect() as connection:
        there = select(schema.joins.c.who).where(schema.joins.c.who.in_(people)).distinct()
        return {one: _found(connection, one) for one in connection.execute(there).scalars().all()}


def who(engine: Engine, sighting: Sighting) -> Who:
    """Return the person of the record that a sighting belongs to, with the reasons for each join.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    settle(engine)
    with engine.connect() as connection:
        return whole(connection, sighting)


def story(engine: Engine, key: str) -> Case:
    """Return the whole case of a story.

    Raises ``NobodyFound`` when the record has no such story.
    """
    with engine.connect() as connection:
        body = connection.execute(select(schema.stories.c.body).where(schema.stories.c.key == key)).scalar()
    if body is None:
        raise NobodyFound(f"no story has the key {key!r}")
    return _CASE.decode(body)


def stories(engine: Engine, *, at_most: int = MOST_FOUND, after: str | None = None) -> list[Kept]:
    """Return stories in the order of their keys, from the one behind ``after`` on."""
    wanted = select(*STORY).order_by(schema.stories.c.key).limit(at_most)
    with engine.connect() as connection:
        return list(map(kept, connection.execute(wanted.where(schema.stories.c.key > after) if after else wanted)))


def doubts(engine: Engine, *, at_most: int = MOST_FOUND) -> list[Doubt]:
    """Return questions on who is who that nobody has answered; those put off come last."""
    settle(engine)
    table = schema.doubts.c
    with engine.connect() as connection:
        put_off = {(one.first, one.second) for one in same_person(connection) if one.verdict == "later"}
        rows = connection.execute(select(table.first, table.second, table.reasons)).all()
    open_ = [Doubt(Sighting.of(row.first), Sighting.of(row.second), _REASONS.decode(row.reasons)) for row in rows]
    return sorted(open_, key=lambda one: ((one.first, one.second) in put_off, one))[:at_most]


def kept(row: Any) -> Kept:
    """Return the story of a row with the columns of ``STORY``."""
    return Kept(
        key=row.key, text=row.text, url=row.url, outlet=row.outlet, published=row.published, headline=row.headline,
        path=row.path, added_at=schema.utc(row.added_at),
    )  # fmt: skip


def whole(connection: Connection, sighting: Sighting) -> Who:
    """Return the person that a sighting belongs to, from what is settled.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    joins, stories = schema.joins.c, schema.stories.c
    with_story = schema.joins.join(schema.stories, stories.number == joins.story)
    called = (
        select(joins.who)
        .select_from(with_story)
        .where(stories.key == sighting.story, joins.person == sighting.person)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(stories.key, joins.person, joins.reasons, joins.who).select_from(with_story).where(joins.who == called)
    ).all()
    told = [(row.who, Member(Sighting(row.key, row.person), _REASONS.decode(row.reasons))) for row in rows]
    members = [one for _, one in sorted(told, key=lambda one: (str(one[1].sighting) != one[0], one[1]))]
    if not members:
        raise NobodyFound(f"{sighting}: nobody of the record")
    return Who(tuple(members))


def _found(connection: Connection, who: str) -> Found:
    """Sum up a person: the name that most stories use, and the days of birth that all of them allow."""
    joins, people = schema.joins.c, schema.people.c
    rows = connection.execute(
        select(people.name, people.earliest, people.latest, people.story)
        .join(schema.joins, (joins.story == people.story) & (joins.person == people.person))
        .where(joins.who == who)
    ).all()
    names: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        names[row.name] += 1
    earliest = max((row.earliest for row in rows if row.earliest), default=None)
    latest = min((row.latest for row in rows if row.latest), default=None)
    clash = earliest and latest and earliest > latest
    return Found(
        who=Sighting.of(who),
        name=best_name(names),
        stories=len({row.story for row in rows}),
        born=None if clash or not (earliest or latest) else interval(earliest, latest),
    )
