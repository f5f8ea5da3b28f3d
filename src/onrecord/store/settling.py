"""Brings who is who up to date after stories were added or judgements made: only for the people that they touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Engine, delete, insert, select, tuple_

from onrecord.model.record import Profile
from onrecord.record.joining import join
from onrecord.store import schema
from onrecord.store.judging import OF_JUDGEMENT, same_person
from onrecord.store.opening import lock, writing

_AT_ONCE = 2000
_PARAMETERS = 400
_Thing = TypeVar("_Thing")
_Place = tuple[int, str]
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
    waiting = connection.execute(
        select(table.number, table.story, table.person).order_by(table.number).limit(_AT_ONCE)
    ).all()
    if not waiting:
        return False
    together, blocks = _together(connection, {(row.story, row.person) for row in waiting})
    found = _profiles(connection, together)
    place = {profile.sighting: at for at, profile in found.items()}
    judged = [block.removeprefix(OF_JUDGEMENT) for block in blocks if block.startswith(OF_JUDGEMENT)]
    joined = join(found.values(), same_person(connection, judged))
    _forget(connection, found)
    rows = [
        {
            "story": place[member.sighting][0],
            "person": member.sighting.person,
            "who": str(who.id),
            "reasons": msgspec.json.encode(member.reasons).decode(),
        }
        for who in joined.people
        for member in who.members
    ]
    connection.execute(insert(schema.joins), rows)
    if joined.doubts:
        connection.execute(
            insert(schema.doubts),
            [
                {
                    "first": str(one.first),
                    "second": str(one.second),
                    "reasons": msgspec.json.encode(one.reasons).decode(),
                }
                for one in joined.doubts
            ],
        )
    for some in _parts(together):
        connection.execute(delete(schema.unsettled).where(tuple_(table.story, table.person).in_(some)))
    return len(waiting) == _AT_ONCE


def _together(connection: Connection, begun: set[_Place]) -> tuple[set[_Place], set[str]]:
    """Return these sightings and all that share a block with them, directly or by way of others; and all the blocks."""
    blocks = schema.blocks.c
    found, edge = set(begun), set(begun)
    walked: set[str] = set()
    while edge:
        of_these = select(blocks.block).distinct()
        new = {
            row.block
            for some in _parts(edge)
            for row in connection.execute(of_these.where(tuple_(blocks.story, blocks.person).in_(some)))
        } - walked
        walked |= new
        in_these = select(blocks.story, blocks.person)
        edge = {
            (row.story, row.person)
            for some in _parts(new)
            for row in connection.execute(in_these.where(blocks.block.in_(some)))
        } - found
        found |= edge
    return found, walked


def _profiles(connection: Connection, places: set[_Place]) -> dict[_Place, Profile]:
    people = schema.people.c
    wanted = select(people.story, people.person, people.profile)
    return {
        (row.story, row.person): _PROFILE.decode(row.profile)
        for some in _parts(places)
        for row in connection.execute(wanted.where(tuple_(people.story, people.person).in_(some)))
    }


def _forget(connection: Connection, found: Mapping[_Place, Profile]) -> None:
    """Take away the joins and doubts of these sightings, which are about to be made anew."""
    joins, doubts = schema.joins.c, schema.doubts.c
    for some in _parts(found):
        connection.execute(delete(schema.joins).where(tuple_(joins.story, joins.person).in_(some)))
    for names in _parts([str(profile.sighting) for profile in found.values()]):
        connection.execute(delete(schema.doubts).where(doubts.first.in_(names) | doubts.second.in_(names)))


def _parts(things: Iterable[_Thing]) -> Iterator[list[_Thing]]:
    """Give things in parts that fit into one question to the database."""
    rest = iter(things)
    while some := list(islice(rest, _PARAMETERS)):
        yield some
