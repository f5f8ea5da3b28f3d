"""Looks up what the page to work with shows: what is new, what two stories share, where words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, Engine, func, select

from onrecord.model.compared import Revision
from onrecord.model.record import Collection, Judgement, Kept, Sighting
from onrecord.record.changing import changes
from onrecord.record.comparing import compare
from onrecord.record.profiles import address
from onrecord.store import schema
from onrecord.store.gathering import gather
from onrecord.store.judging import in_force
from onrecord.store.looking import MOST_FOUND, STORY, NobodyFound, kept, story
from onrecord.store.settling import settle
from onrecord.store.words import holding

_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


class Size(msgspec.Struct, frozen=True):
    """How much a record holds: stories, people once those met in several stories are joined, open questions."""

    stories: int
    people: int
    doubts: int


def size(engine: Engine) -> Size:
    """Count what the record holds."""
    settle(engine)
    with engine.connect() as connection:
        counts = (
            select(func.count()).select_from(schema.stories),
            select(func.count(schema.joins.c.who.distinct())),
            select(func.count()).select_from(schema.doubts),
        )
        return Size(*(connection.execute(count).scalar_one() for count in counts))


def newest(engine: Engine, *, at_most: int = MOST_FOUND) -> list[Kept]:
    """Return the stories that were added last, the newest first."""
    wanted = select(*STORY).order_by(schema.stories.c.number.desc()).limit(at_most)
    with engine.connect() as connection:
        return list(map(kept, connection.execute(wanted)))


def stories_with(engine: Engine, words: str, *, at_most: int = MOST_FOUND) -> list[Kept]:
    """Return the stories in which all these words stand, the newest first."""
    number = schema.stories.c.number
    with engine.connect() as connection:
        where = holding(connection, "story_words", number, words)
        return list(map(kept, connection.execute(select(*STORY).where(where).order_by(number.desc()).limit(at_most))))


def neighbours(engine: Engine, key: str, *, at_most: int = MOST_FOUND) -> list[tuple[Kept, int]]:
    """Return the stories that tell of people whom this story tells of too, and of how many; the most first."""
    settle(engine)
    mine, theirs = schema.joins.alias("mine"), schema.joins.alias("theirs")
    shared = func.count(theirs.c.who.distinct()).label("shared")
    with engine.connect() as connection:
        number = _number(connection, key)
        most = (
            select(theirs.c.story, shared)
            .select_from(mine.join(theirs, (theirs.c.who == mine.c.who) & (theirs.c.story != mine.c.story)))
            .where(mine.c.story == number)
            .group_by(theirs.c.story)
            .order_by(shared.desc(), theirs.c.story)
            .limit(at_most)
        )
        counts = {row.story: row.shared for row in connection.execute(most)}
        rows = {row.number: kept(row) for row in connection.execute(select(*STORY).where(_numbered(list(counts))))}
    return [(rows[story], count) for story, count in counts.items()]


def people_of_story(engine: Engine, key: str) -> dict[str, tuple[Sighting, int]]:
    """Return by a person's id in the story whom the record knows them as, and how many stories tell of them."""
    settle(engine)
    mine, all_ = schema.joins.alias("mine"), schema.joins.alias("all")
    with engine.connect() as connection:
        counted = (
            select(mine.c.person, mine.c.who, func.count(all_.c.story.distinct()).label("stories"))
            .select_from(mine.join(all_, all_.c.who == mine.c.who))
            .where(mine.c.story == _number(connection, key))
            .group_by(mine.c.person, mine.c.who)
        )
        return {row.person: (Sighting.of(row.who), row.stories) for row in connection.execute(counted)}


def whole_stories(engine: Engine, keys: Sequence[str]) -> Collection:
    """Return all that some stories say, in one case in which people of several stories are joined.

    Raises ``NobodyFound`` when the record lacks one of them.
    """
    settle(engine)
    statements = schema.statements.c
    with engine.connect() as connection:
        numbers = [_number(connection, key) for key in keys]
        whole = select(schema.stories.c.number).where(_numbered(numbers))
        return gather(connection, select(statements.number).where(statements.story.in_(numbers)), stories=whole)


def versions(engine: Engine, named: str) -> list[Kept]:
    """Return the versions of a story, the oldest first; it is named by the key of one, or by its URL.

    A story that has no URL is its only version.

    Raises ``NobodyFound`` when the record has no such story.
    """
    if _HALF_CHARACTER.search(named):  # no database can be asked for it
        raise _no_story(named)
    stories = schema.stories.c
    with engine.connect() as connection:
        there = connection.execute(select(stories.address, *STORY).where(stories.key == named)).first()
        if there and there.address is None:
            return [kept(there)]
        at = there.address if there else address(named)
        if at is None:
            raise _no_story(named)
        wanted = select(*STORY).where(stories.address == at)
        by_day = (stories.published.is_(None), stories.published, stories.added_at, stories.number)
        found = connection.execute(wanted.order_by(*by_day)).all()
    if not found:
        raise _no_story(named)
    seen: dict[str, Kept] = {}
    for row in found:
        seen.setdefault(row.text, kept(row))
    return list(seen.values())


def revision(engine: Engine, before: str, after: str) -> Revision:
    """Return what is changed between two versions of a story, by their keys.

    Raises ``NobodyFound`` when the record lacks one of them.
    """
    collection = whole_stories(engine, (before, after))
    texts = [story(engine, key).story.text for key in (before, after)]
    return Revision(
        before=collection.stories[before],
        after=collection.stories[after],
        changes=changes(*texts),
        pairs=tuple(compare(collection, before, after)),
        collection=collection,
    )


def judged(engine: Engine, about: Sequence[str]) -> dict[str, Judgement]:
    """Return by what it is about the latest judgement that nobody has undone."""
    with engine.connect() as connection:
        return in_force(connection, about)


def _no_story(named: str) -> NobodyFound:
    return NobodyFound(f"no story of the record is called {named!r}; expected the key of one, or its URL")


def _number(connection: Connection, key: str) -> int:
    number = connection.execute(select(schema.stories.c.number).where(schema.stories.c.key == key)).scalar()
    if number is None:
        raise NobodyFound(f"no story has the key {key!r}")
    return int(number)


def _numbered(numbers: Sequence[int]) -> ColumnElement[bool]:
    return schema.stories.c.number.in_(numbers)
