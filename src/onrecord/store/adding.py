"""Adds stories to a record: each wholly or not at all, and once however often it is added."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, insert, select

from onrecord.annotate import lexicon
from onrecord.model.case import Case
from onrecord.model.record import Profile
from onrecord.model.statement import Claim, Quote
from onrecord.model.story import Story
from onrecord.record.blocks import bare, blocks, folded
from onrecord.record.parts import parts
from onrecord.record.profiles import address, profiles
from onrecord.store import schema
from onrecord.store.opening import writing
from onrecord.store.words import index

KEY_LETTERS = 32
_Rows = list[dict[str, Any]]


class Added(msgspec.Struct, frozen=True):
    """What became of a story: its key, whether the record had it, and the keys of its other versions, by URL."""

    key: str
    new: bool
    versions: tuple[str, ...] = ()


class _Prepared(msgspec.Struct, frozen=True):
    """The rows of one story, made before anybody has to wait for the database."""

    story: dict[str, Any]
    rows: Sequence[tuple[Table, _Rows]]
    statements: _Rows
    words: str


def add(engine: Engine, cases: Iterable[Case]) -> list[Added]:
    """Add cases in one transaction; return one answer for each, in their order.

    A case whose story is there already, the same text from the same outlet, address and day, changes nothing.
    """
    now = datetime.now(UTC)
    prepared = [_prepare(case, now) for case in cases]
    with writing(engine) as connection:
        return [_add(connection, one) for one in prepared]


def key(story: Story) -> str:
    """Return what tells a story from all others: its text, and where and when it was published."""
    told = (story.id, story.outlet, address(story.url), story.published, story.published_at)
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:KEY_LETTERS]


def _prepare(case: Case, now: datetime) -> _Prepared:
    story = case.story
    name = key(story)
    found = profiles(case, name, given=lexicon.given, usual=lexicon.usual)
    headline = story.headline.text if story.headline else story.title
    return _Prepared(
        {
            "key": name,
            "text": story.id,
            "address": _plain(address(story.url)),
            "url": _plain(story.url),
            "outlet": _plain(story.outlet),
            "published": story.published,
            "headline": _plain(headline),
            "path": _plain(story.path),
            "added_at": now,
            "added_by": version("onrecord"),
            "body": msgspec.json.encode(case).decode(),
        },
        (
            (schema.people, list(_people(case, found))),
            (
                schema.blocks,
                [
                    {"block": _plain(one), "bare": bare(profile), **_of(profile)}
                    for profile in found
                    for one in sorted(blocks(profile))
                ],
            ),
            (schema.called, [{"word": _plain(one), **_of(profile)} for profile in found for one in _words(profile)]),
            (schema.sources, [_source(one) for one in case.sources]),
            (schema.unsettled, [_of(profile) for profile in found]),
        ),
        list(_statements(case)),
        story.text,
    )


def _add(connection: Connection, one: _Prepared) -> Added:
    """Write one story. The key decides: of two who add it at once, the second waits and then finds it there."""
    name = one.story["key"]
    number = connection.execute(_once(connection, one.story)).scalar()
    if number is None:
        return Added(name, False, _versions(connection, one.story))
    for table, rows in one.rows:
        if rows:
            connection.execute(insert(table), [{"story": number, **row} for row in rows])
    numbers: dict[str, int] = {}
    if one.statements:
        said = insert(schema.statements).returning(schema.statements.c.statement, schema.statements.c.number)
        kept = ("statement", "kind", "body")
        rows = [{"story": number, **{column: row[column] for column in kept}} for row in one.statements]
        numbers = {row.statement: row.number for row in connection.execute(said, rows)}
        about = [
            {"story": number, "person": who, "statement": numbers[row["statement"]], "part": part}
            for row in one.statements
            for who, part in row["people"].items()
        ]
        if about:
            connection.execute(insert(schema.subjects), about)
    index(connection, "story_words", {number: one.words})
    index(
        connection,
        "statement_words",
        {numbers[row["statement"]]: row["words"] for row in one.statements if row["words"]},
    )
    return Added(name, True, _versions(connection, one.story))


def _once(connection: Connection, story: dict[str, Any]) -> Any:
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return (
            postgresql.insert(schema.stories).values(story).on_conflict_do_nothing().returning(schema.stories.c.number)
        )
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(schema.stories).values(story).on_conflict_do_nothing().returning(schema.stories.c.number)


def _versions(connection: Connection, story: dict[str, Any]) -> tuple[str, ...]:
    if not story["address"]:
        return ()
    stories = schema.stories.c
    others = select(stories.key).where(stories.address == story["address"], stories.text != story["text"])
    return tuple(sorted(connection.execute(others).scalars()))


def _of(profile: Profile) -> dict[str, Any]:
    return {"person": profile.sighting.person}


def _people(case: Case, found: Iterable[Profile]) -> Iterator[dict[str, Any]]:
    profile = {one.sighting.person: one for one in found}
    for person in case.people:
        if person.id in profile:
            yield {
                "person": person.id,
                "name": _plain(person.name),
                "mentions": len(person.mentions),
                "earliest": person.born.earliest if person.born else None,
                "latest": person.born.latest if person.born else None,
                "body": msgspec.json.encode(msgspec.structs.replace(person, mentions=())).decode(),
                "profile": msgspec.json.encode(profile[person.id]).decode(),
            }


def _words(profile: Profile) -> list[str]:
    return sorted({word for name in folded(profile) for word in name.words})


def _source(source: Any) -> dict[str, Any]:
    return {
        "source": source.id,
        "name": _plain(source.name),
        "type": source.type,
        "body": msgspec.json.encode(source).decode(),
    }


def _statements(case: Case) -> Iterator[dict[str, Any]]:
    known = {person.id for person in case.people}
    for statement in case.statements:
        said = isinstance(statement, Quote | Claim)
        yield {
            "statement": statement.id,
            "kind": type(statement).__name__.lower(),
            "body": msgspec.json.encode(statement).decode(),
            "people": {who: part for who, part in parts(case, statement).items() if who in known},
            "words": " ".join(span.text for span in statement.spans) if said else "",
        }


def _plain(words: str | None) -> str | None:
    """Return words as every database can hold them; PostgreSQL takes no NUL, and neither takes half a character."""
    return words and words.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()
