"""The tables that a corpus becomes: their columns, and the rows of one story."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from onrecord.model.case import Case
from onrecord.model.errors import BadConfiguration
from onrecord.model.statement import Statement
from onrecord.model.story import Story

if TYPE_CHECKING:
    import pyarrow as pa

Row = dict[str, Any]
Rows = dict[str, list[Row]]

STATEMENTS = {
    "ages": "age", "kin": "kin", "counts": "count", "events": "event", "quotes": "quote", "claims": "claim",
}  # fmt: skip
CHOICES = ("people", "mentions", *STATEMENTS, "times", "sources", "findings")
"""What ``--select`` chooses from; stories, signatures and errors are always kept."""

OF_COLLECTING = ("stories", "signatures", "errors")
OF_READING = ("people", "mentions", "statements", "times", "sources", "findings")


def chosen(select: Collection[str] | None) -> tuple[str, ...]:
    """Return what to keep of each story, in the order of ``CHOICES``; None keeps all.

    Raises ``BadConfiguration`` when there is no choice of a name.
    """
    for name in select or ():
        if name not in CHOICES:
            raise BadConfiguration(f"nothing is called {name!r}; expected some of {', '.join(CHOICES)}")
    return tuple(name for name in CHOICES if select is None or name in select)


def written(select: Collection[str]) -> tuple[str, ...]:
    """Return the tables that hold what was chosen of each story."""
    return tuple(
        table for table in OF_READING if table in select or (table == "statements" and {*STATEMENTS} & {*select})
    )


def key(shard: str, number: int) -> str:
    """Return what all tables call a document by: its shard and its place there, from 1."""
    return f"{shard}-{number:06}"


def number(key: str) -> int:
    """Return the place in its shard of what a key stands for."""
    return int(key.rpartition("-")[2])


def schema(name: str) -> pa.Schema:
    """Return the columns of a table, or of one that is kept only while the whole corpus is looked at."""
    return {**schemas(), **_meanwhile()}[name]


@cache
def schemas() -> dict[str, pa.Schema]:
    """Return the columns of each table."""
    import pyarrow as pa

    text, number, day, yes = pa.string(), pa.int32(), pa.date32(), pa.bool_()
    texts = pa.list_(text)
    span = {"start": number, "end": number, "text": text}
    spans = pa.list_(pa.struct(span))
    columns: dict[str, dict[str, pa.DataType]] = {
        "stories": {
            "story": text, "sha256": text, "given_id": text, "path": text, "url": text, "site": text, "outlet": text,
            "author": text, "title": text, "headline": pa.struct(span), "published": day,
            "published_at": pa.timestamp("us", tz="UTC"), "language": text, "words": number,
            "original_sha256": text, "extractor": text, "text": text,
        },
        "signatures": {"story": text, "signature": pa.binary()},
        "repeats": {"story": text, "same_as": text},
        "people": {
            "story": text, "person": text, "name": text, "aliases": texts, "pronoun": text, "born_earliest": day,
            "born_latest": day, "born_edtf": text, "mentions": number,
        },
        "mentions": {"story": text, "person": text, **span, "form": text},
        "statements": {
            "story": text, "statement": text, "kind": text, "reported": text, "spans": spans,
            "by": pa.list_(pa.struct({"person": text, "source": text, "outlet": text})),
            "basis": text,
            "who": texts, "years": pa.float64(), "at_least_months": number, "under_months": number, "other_time": yes,
            "from_person": text, "relation": text, "to_person": text, "status": text, "detail": text,
            "what": text, "n": pa.float64(), "ordinal": yes, "of": text,
            "event": text, "place": text,
            "earliest": day, "latest": day, "edtf": text, "time": text,
            "form": text, "speaker": text, "also": texts, "source": text, "voice": pa.struct(span),
            "cue": pa.struct(span), "attitude": text, "polarity": text, "hedge": text, "why": text,
            "confidence": pa.float64(),
        },
        "times": {"story": text, **span, "type": text, "value": text, "edtf": text},
        "sources": {
            "story": text, "source": text, "name": text, "type": text, "spans": spans, "via": texts, "of": text,
        },
        "findings": {
            "story": text, "finding": number, "check": text, "level": text, "message": text,
            "spans": pa.list_(pa.struct({**span, "says": text})), "reason": texts, "statements": texts,
        },
        "met": {"story": text, "person": text, "group": text, "reasons": texts},
        "groups": {"group": text, "profile": pa.binary()},
        "identities": {"story": text, "person": text, "who": text, "reasons": texts},
        "errors": {"story": text, "path": text, "stage": text, "kind": text, "reason": text},
    }  # fmt: skip
    return {name: pa.schema(list(fields.items())) for name, fields in columns.items()}


@cache
def _meanwhile() -> dict[str, pa.Schema]:
    import pyarrow as pa

    place, text = pa.int64(), pa.string()
    pairs = {"later": place, "earlier": place}
    columns: dict[str, dict[str, pa.DataType]] = {
        "alike": pairs,
        "firsts": {"later": place, "story": text, "same_as": text},
        "spread": {"block": pa.uint64(), "place": place, "profile": pa.binary()},
        "near": pairs,
        "together": pairs,
        "who": {"place": place, "who": text, "reasons": pa.list_(text)},
    }
    return {name: pa.schema(list(fields.items())) for name, fields in columns.items()}


def of_story(story: Story, key: str) -> Row:
    """Return the row of a story; ``key`` is what all tables call it by."""
    row = _plain(story)
    return {
        **row, "story": key, "sha256": story.id, "site": site(story.url), "words": len(story.text.split()),
    }  # fmt: skip


def to_story(row: Row) -> Story:
    """Read a story back from its row."""
    told = {name: row[name] for name in Story.__struct_fields__ if name in row and row[name] is not None}
    return msgspec.convert({**told, "id": row["sha256"]}, Story, builtin_types=(date, datetime))


def of_case(case: Case, key: str, select: Collection[str]) -> Rows:
    """Return the rows of all that one story says, by table; only what was chosen."""
    kinds = {kind for name, kind in STATEMENTS.items() if name in select}
    rows: Rows = {
        "people": [_person(person) for person in _plain(case.people)],
        "mentions": [{**_plain(mention), "person": person.id} for person in case.people for mention in person.mentions],
        "statements": [_statement(case, one) for one in case.statements if one.__struct_config__.tag in kinds],
        "times": _plain(case.times),
        "sources": [{**source, "source": source.pop("id")} for source in _plain(case.sources)],
        "findings": [
            {**one, "finding": number, "level": one.get("level", "held")}
            for number, one in enumerate(_plain((*case.findings, *case.held)), 1)
        ],
    }
    return {table: [{**row, "story": key} for row in rows[table]] for table in written(select)}


def site(url: str | None) -> str | None:
    """Return the host of an address, in lower case and without "www."; None where there is none."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, builtin_types=(date, datetime))


def _person(person: Row) -> Row:
    born = person.pop("born") or {}
    return {
        **person,
        "person": person["id"],
        "mentions": len(person["mentions"]),
        **{f"born_{name}": born.get(name) for name in ("earliest", "latest", "edtf")},
    }


def _statement(case: Case, statement: Statement) -> Row:
    row: Row = _plain(statement)
    time = row.pop("when", None) or {}
    who = row.get("who")
    return {
        **row,
        "statement": row["id"],
        "basis": case.basis(statement),
        "who": [who] if isinstance(who, str) else who,
        "from_person": row.get("from"),
        "to_person": row.get("to"),
        **{name: time.get(name) for name in ("earliest", "latest", "edtf")},
        "time": time.get("text") or time.get("relative"),
    }
