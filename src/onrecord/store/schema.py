"""The tables of a record, the same in SQLite and in PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_Number = BigInteger().with_variant(Integer, "sqlite")
_Key = Text().with_variant(Text(collation="C"), "postgresql")  # compared letter by letter, as SQLite does


def _story() -> Column[int]:
    return Column("story", _Number, ForeignKey("stories.number"), primary_key=True)


stories = Table(
    "stories",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    # What the story is known by outside: the same text from the same outlet has the same key in every record.
    Column("key", String(32), nullable=False, unique=True),
    Column("text", String(64), nullable=False, index=True, comment="SHA-256 of the text"),
    Column("address", Text, index=True, comment="the URL as versions of one story share it"),
    Column("url", Text),
    Column("outlet", Text, index=True),
    Column("published", Date, index=True),
    Column("headline", Text),
    Column("path", Text),
    Column("added_at", DateTime(timezone=True), nullable=False),
    Column("added_by", Text, nullable=False, comment="the version of onrecord that read it"),
    Column("body", Text, nullable=False, comment="the whole case, as JSON"),
)

people = Table(
    "people",
    metadata,
    _story(),
    Column("person", String(12), primary_key=True),
    Column("name", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("body", Text, nullable=False, comment="the person as JSON, without the mentions"),
    Column("profile", Text, nullable=False, comment="what joining looks at, as JSON"),
)

blocks = Table(
    "blocks",
    metadata,
    Column("block", _Key, primary_key=True),
    _story(),
    Column("person", String(12), primary_key=True),
    Column("bare", Boolean, nullable=False, server_default=false(), comment="called by words alone, by no full name"),
    Index("ix_blocks_story_person", "story", "person"),
    Index("ix_blocks_bare", "block", sqlite_where=text("bare"), postgresql_where=text("bare")),
)

called = Table(
    "called",
    metadata,
    Column("word", _Key, primary_key=True),
    _story(),
    Column("person", String(12), primary_key=True),
    comment="the words of people's names, folded",
)

statements = Table(
    "statements",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("story", _Number, ForeignKey("stories.number"), nullable=False),
    Column("statement", String(12), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("body", Text, nullable=False, comment="the statement, as JSON"),
    UniqueConstraint("story", "statement"),
)

subjects = Table(
    "subjects",
    metadata,
    Column("statement", _Number, ForeignKey("statements.number"), primary_key=True),
    Column("person", String(12), primary_key=True),
    Column("story", _Number, ForeignKey("stories.number"), nullable=False),
    Column("part", String(4), nullable=False, comment="of: about them; by: their words; via: on their word; in: named"),
    Index("ix_subjects_story_person", "story", "person"),
)

sources = Table(
    "sources",
    metadata,
    _story(),
    Column("source", String(12), primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("type", String(16), nullable=False),
    Column("body", Text, nullable=False, comment="the source, as JSON"),
)

# What follows from the tables above is kept ready here; it can be made anew at any time.
joins = Table(
    "joins",
    metadata,
    _story(),
    Column("person", String(12), primary_key=True),
    Column("who", String(48), nullable=False, index=True, comment="the sighting the whole person is called by"),
    Column("reasons", Text, nullable=False, comment="why, as a JSON list"),
)

doubts = Table(
    "doubts",
    metadata,
    Column("first", String(48), primary_key=True),
    Column("second", String(48), primary_key=True),
    Column("reasons", Text, nullable=False),
    Index("ix_doubts_second", "second"),
)

unsettled = Table(
    "unsettled",
    metadata,
    Column("number", _Number, primary_key=True, autoincrement=True),
    Column("story", _Number, ForeignKey("stories.number"), nullable=False),
    Column("person", String(12), nullable=False),
    Index("ix_unsettled_story_person", "story", "person"),
    comment="sightings that were added or judged since the joins were last made",
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("verdict", String(12), nullable=False),
    Column("value", Text),
    Column("reason", Text),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)

judged = Table(
    "judged",
    metadata,
    Column("about", String(64), primary_key=True),
    Column("judgement", String(32), ForeignKey("judgements.id"), primary_key=True),
    Column("place", Integer, nullable=False),
    comment="what a judgement is about: sightings, a statement, a finding",
)

undone = Table(
    "undone",
    metadata,
    Column("judgement", String(32), ForeignKey("judgements.id"), primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)


def utc(moment: datetime) -> datetime:
    """Return a moment with its zone; SQLite keeps none, and all that are written are in UTC."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
