"""Keeps what people have judged: with who and when, beside what was judged before, and undone only in the open."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Engine, Select, insert, select

from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Judgement, SamePerson, Sighting
from onrecord.model.statement import Statement
from onrecord.record.judged import after_judgement
from onrecord.store import schema
from onrecord.store.opening import writing

Kind = Literal["person", "statement", "finding"]
VERDICTS: dict[Kind, tuple[str, ...]] = {
    "person": ("yes", "no", "later"),
    "statement": ("accepted", "rejected", "corrected"),
    "finding": ("silenced",),
}
_AT_ONCE = 500


def judge(
    engine: Engine,
    kind: Kind,
    about: Sequence[str],
    verdict: str,
    *,
    by: str,
    reason: str | None = None,
    value: str | None = None,
) -> Judgement:
    """Keep a judgement. Of several on the same thing the latest that is not undone holds.

    ``about`` of "person" are two sightings, as ``str`` writes them; of "statement" the key of its story, a dot and its
    id there; of "finding" what the page calls it by. ``value`` is the JSON of the fields that a correction puts right.

    Raises ``BadConfiguration`` when there is no such verdict, when nobody is named as judge, or when a sighting is none
    of the record.
    """
    if verdict not in VERDICTS[kind]:
        raise BadConfiguration(
            f"no verdict on a {kind} is called {verdict!r}; expected one of {', '.join(VERDICTS[kind])}"
        )
    if not by.strip():
        raise BadConfiguration("nobody is named as judge; expected a name")
    made = Judgement(
        id=uuid.uuid4().hex, kind=kind, about=tuple(about), verdict=verdict, value=value, reason=reason, by=by,
        at=datetime.now(UTC),
    )  # fmt: skip
    with writing(engine) as connection:
        row = {name: getattr(made, name) for name in ("id", "kind", "verdict", "value", "reason", "by", "at")}
        connection.execute(insert(schema.judgements).values(row))
        told = [{"about": one, "judgement": made.id, "place": place} for place, one in enumerate(made.about)]
        connection.execute(insert(schema.judged), told)
        if kind == "statement" and value:
            _lead_to(connection, made.about[0], value)
        if kind == "person":
            connection.execute(insert(schema.unsettled), _places(connection, made.about))
    return made


def undo(engine: Engine, judgement: str, *, by: str) -> Judgement:
    """Undo a judgement: it stays, with who undid it and when, and no longer counts.

    Raises ``BadConfiguration`` when there is none of this id, or it is undone already.
    """
    with writing(engine) as connection:
        found = _read(connection, select(schema.judgements.c.id).where(schema.judgements.c.id == judgement))
        if not found:
            raise BadConfiguration(f"no judgement is called {judgement!r}; expected one that the list names")
        if found[0].undone_by:
            raise BadConfiguration(f"judgement {judgement} is undone already, by {found[0].undone_by}")
        connection.execute(insert(schema.undone).values(judgement=judgement, by=by, at=datetime.now(UTC)))
        if found[0].kind == "person":
            connection.execute(insert(schema.unsettled), _places(connection, found[0].about))
        return _read(connection, select(schema.judgements.c.id).where(schema.judgements.c.id == judgement))[0]


def judgements(engine: Engine, about: Iterable[str] | None = None) -> list[Judgement]:
    """Return all judgements, undone ones too, or those about one of these things; the oldest first."""
    with engine.connect() as connection:
        chosen = select(schema.judgements.c.id)
        if about is not None:
            chosen = select(schema.judged.c.judgement).where(schema.judged.c.about.in_(list(about)))
        return _read(connection, chosen)


def in_force(connection: Connection, about: Sequence[str]) -> dict[str, Judgement]:
    """Return by what it is about the latest judgement of statements or findings that nobody has undone."""
    if len(about) > _AT_ONCE:  # people judge less than stories tell: all of it is soon read
        chosen = select(schema.judgements.c.id).where(schema.judgements.c.kind != "person")
    else:
        chosen = select(schema.judged.c.judgement).where(schema.judged.c.about.in_(about))
    wanted = frozenset(about)
    return {one.about[0]: one for one in _read(connection, chosen) if not one.undone_by and one.about[0] in wanted}


def as_judged(connection: Connection, key: str, told: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the statements of the story of this key as they stand after judgement."""
    named = [(f"{key}.{one.id}", one) for one in told]
    return tuple(after_judgement(named, in_force(connection, [name for name, _ in named])))


def same_person(connection: Connection) -> list[SamePerson]:
    """Return what holds of all judgements on whether two sightings are one person."""
    latest: dict[frozenset[str], Judgement] = {}
    for one in _read(connection, select(schema.judgements.c.id).where(schema.judgements.c.kind == "person")):
        if not one.undone_by:
            latest[frozenset(one.about)] = one
    return [
        SamePerson(first=first, second=second, verdict=one.verdict)  # type: ignore[arg-type]
        for one in latest.values()
        for first, second in [sorted(map(Sighting.of, one.about))]
    ]


def _lead_to(connection: Connection, statement: str, value: str) -> None:
    """Let a statement that was put right be found by whoever is its speaker now."""
    speaker = msgspec.json.decode(value, type=dict[str, Any]).get("speaker")
    key, _, name = statement.partition(".")
    statements, subjects = schema.statements.c, schema.subjects.c
    found = connection.execute(
        select(statements.number, statements.story)
        .join(schema.stories, schema.stories.c.number == statements.story)
        .where(schema.stories.c.key == key, statements.statement == name)
    ).first()
    if speaker is None or found is None:
        return
    known = select(subjects.part).where(subjects.statement == found.number, subjects.person == speaker)
    if connection.execute(known).first() is None:
        row = {"statement": found.number, "person": speaker, "story": found.story, "part": "by"}
        connection.execute(insert(schema.subjects).values(row))


def _read(connection: Connection, chosen: Select[Any]) -> list[Judgement]:
    judgement, undone = schema.judgements, schema.undone
    about: defaultdict[str, list[str]] = defaultdict(list)
    told = select(schema.judged).where(schema.judged.c.judgement.in_(chosen)).order_by(schema.judged.c.place)
    for row in connection.execute(told):
        about[row.judgement].append(row.about)
    rows = connection.execute(
        select(judgement, undone.c.by.label("undone_by"), undone.c.at.label("undone_at"))
        .outerjoin(undone)
        .where(judgement.c.id.in_(chosen))
        .order_by(judgement.c.at, judgement.c.id)
    )
    return [
        Judgement(
            id=row.id, kind=row.kind, about=tuple(about[row.id]), verdict=row.verdict, value=row.value,
            reason=row.reason, by=row.by, at=schema.utc(row.at), undone_by=row.undone_by,
            undone_at=schema.utc(row.undone_at) if row.undone_at else None,
        )
        for row in rows
    ]  # fmt: skip


def _places(connection: Connection, about: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of two sightings.

    Raises ``BadConfiguration`` when they are not two, or one is none of the record.
    """
    if len(set(about)) != 2:
        raise BadConfiguration(f"{', '.join(about)}: expected two people of stories")
    stories, people = schema.stories.c, schema.people.c
    places = []
    for written in about:
        try:
            sighting = Sighting.of(written)
        except ValueError as error:
            raise BadConfiguration(str(error)) from None
        row = connection.execute(
            select(people.story, people.person)
            .join(schema.stories, stories.number == people.story)
            .where(stories.key == sighting.story, people.person == sighting.person)
        ).first()
        if row is None:
            raise BadConfiguration(f"{written}: nobody of the record; expected one whom a story names")
        places.append({"story": row.story, "person": row.person})
    return places
