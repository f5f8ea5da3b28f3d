"""Brings who is who up to date after stories were added or judgements made: only for the people that they touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import filterfalse

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select

from onrecord.model.record import Profile, SamePerson, Sighting
from onrecord.record.blocks import bare, blocks, of_names
from onrecord.record.joining import join
from onrecord.store import schema
from onrecord.store.judging import same_person
from onrecord.store.opening import lock, parts, standing_at, writing

_AT_ONCE = 2000
_MOST_WAITING = 10_000
_Place = tuple[int, str]
_Ties = Mapping[_Place, Sequence[_Place]]
_PROFILE = msgspec.json.Decoder(Profile)


def settle(engine: Engine) -> None:
    """Join the people of all stories added since the last time; what is ready stays as it is.

    Each step is kept by itself, so that a stop loses no more than one.
    """
    with engine.connect() as connection:
        if connection.execute(select(schema.unsettled.c.number).limit(1)).first() is None:
            return
    left = True
    while left:
        with writing(engine) as connection:
            lock(connection)
            left = _step(connection)


def _step(connection: Connection) -> bool:
    """Settle some of what is unsettled, with all that hangs together with it; tell whether there may be more."""
    table = schema.unsettled.c
    # Only what is read here is struck off in the end; what others write meanwhile waits for the next step.
    waiting = connection.execute(
        select(table.number, table.story, table.person).order_by(table.number).limit(_MOST_WAITING)
    ).all()
    if not waiting:
        return False
    verdicts = same_person(connection)
    ties = _ties(connection, verdicts)
    touched = _reach(connection, {(row.story, row.person) for row in waiting[:_AT_ONCE]}, ties)
    beside = _whom_they_may_be(connection, touched, ties)
    place = {profile.sighting: at for at, profile in touched.items()}
    joined = join([*touched.values(), *beside.values()], verdicts)
    joins = {
        place[member.sighting]: (str(who.id), msgspec.json.encode(member.reasons).decode())
        for who in joined.people
        for member in who.members
        if member.sighting in place
    }
    doubts = {
        (str(one.first), str(one.second)): msgspec.json.encode(one.reasons).decode()
        for one in joined.doubts
        if one.first in place or one.second in place
    }
    _keep_joins(connection, joins)
    _keep_doubts(connection, list(map(str, place)), doubts)
    done = [row.number for row in waiting if (row.story, row.person) in touched]
    for some in parts(done):
        connection.execute(delete(schema.unsettled).where(table.number.in_(some)))
    return len(done) < len(waiting) or len(waiting) == _MOST_WAITING


def _ties(connection: Connection, verdicts: Iterable[SamePerson]) -> _Ties:
    """Return by sighting the others that somebody has judged together with it."""
    people, stories = schema.people.c, schema.stories.c
    both = {one for verdict in verdicts for one in (verdict.first, verdict.second)}
    wanted = select(stories.key, people.story, people.person).join(schema.stories, stories.number == people.story)
    place = {
        Sighting(row.key, row.person): (row.story, row.person)
        for some in parts((one.story, one.person) for one in both)
        for row in connection.execute(wanted.where(standing_at(stories.key, people.person, some)))
    }
    ties: defaultdict[_Place, list[_Place]] = defaultdict(list)
    for verdict in verdicts:
        ties[place[verdict.first]].append(place[verdict.second])
        ties[place[verdict.second]].append(place[verdict.first])
    return ties


def _reach(connection: Connection, begun: set[_Place], ties: _Ties) -> dict[_Place, Profile]:
    """Return these sightings and all whose answer may change with theirs.

    Those are whoever shares a full name or a judgement with one of them, and whoever is called by a word alone and
    shares a block with one of them; and so on from each of those.
    """
    found: dict[_Place, Profile] = {}
    walked: set[str] = set()
    edge = begun
    while edge:
        new = _profiles(connection, edge)
        found |= new
        fresh = {block for profile in new.values() for block in blocks(profile)} - walked
        walked |= fresh
        edge = {other for at in new for other in ties.get(at, ())}
        edge |= _standing_in(connection, filter(of_names, fresh))
        edge |= _standing_in(connection, filterfalse(of_names, fresh), schema.blocks.c.bare)
        edge -= found.keys()
    return found


def _whom_they_may_be(connection: Connection, touched: Mapping[_Place, Profile], ties: _Ties) -> dict[_Place, Profile]:
    """Return the people of full names whom those called by a word alone may be, and all who share these names."""
    words = {block for profile in touched.values() if bare(profile) for block in blocks(profile)}
    found: dict[_Place, Profile] = {}
    edge = _standing_in(connection, words) - touched.keys()
    walked: set[str] = set()
    while edge:
        new = _profiles(connection, edge)
        found |= new
        fresh = {block for profile in new.values() for block in blocks(profile) if of_names(block)} - walked
        walked |= fresh
        edge = {other for at in new for other in ties.get(at, ())} | _standing_in(connection, fresh)
        edge -= found.keys() | touched.keys()
    return found


def _standing_in(connection: Connection, several: Iterable[str], *which: ColumnElement[bool]) -> set[_Place]:
    """Return who stands in one of these blocks."""
    table = schema.blocks.c
    return {
        (row.story, row.person)
        for some in parts(several)
        for row in connection.execute(select(table.story, table.person).where(table.block.in_(some), *which))
    }


def _profiles(connection: Connection, places: set[_Place]) -> dict[_Place, Profile]:
    people = schema.people.c
    wanted = select(people.story, people.person, people.profile)
    return {
        (row.story, row.person): _PROFILE.decode(row.profile)
        for some in parts(places)
        for row in connection.execute(wanted.where(standing_at(people.story, people.person, some)))
    }


def _keep_joins(connection: Connection, joins: Mapping[_Place, tuple[str, str]]) -> None:
    """Write the joins of these sightings; those that are as they were stay untouched."""
    table = schema.joins.c
    kept = select(table.story, table.person, table.who, table.reasons)
    there = {
        (row.story, row.person): (row.who, row.reasons)
        for some in parts(joins)
        for row in connection.execute(kept.where(standing_at(table.story, table.person, some)))
    }
    changed = {place: told for place, told in joins.items() if there.get(place) != told}
    for some in parts(changed.keys() & there.keys()):
        connection.execute(delete(schema.joins).where(standing_at(table.story, table.person, some)))
    rows = [
        {"story": story, "person": person, "who": who, "reasons": reasons}
        for (story, person), (who, reasons) in changed.items()
    ]
    if rows:
        connection.execute(insert(schema.joins), rows)


def _keep_doubts(connection: Connection, names: Sequence[str], doubts: Mapping[tuple[str, str], str]) -> None:
    """Write the questions about these sightings in place of those that there were."""
    table = schema.doubts.c
    for some in parts(names):
        connection.execute(delete(schema.doubts).where(table.first.in_(some) | table.second.in_(some)))
    rows = [{"first": first, "second": second, "reasons": reasons} for (first, second), reasons in doubts.items()]
    if rows:
        connection.execute(insert(schema.doubts), rows)
