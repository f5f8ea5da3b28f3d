"""The first record: stories, people, statements, sources, joins, judgements, and the words to search for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "doubts",
        sa.Column("first", sa.String(length=48), nullable=False),
        sa.Column("second", sa.String(length=48), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_doubts"),
    )
    op.create_index("ix_doubts_second", "doubts", ["second"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )
    op.create_table(
        "stories",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=32), nullable=False),
        sa.Column("text", sa.String(length=64), nullable=False, comment="SHA-256 of the text"),
        sa.Column("address", sa.Text(), nullable=True, comment="the URL as versions of one story share it"),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False, comment="the version of onrecord that read it"),
        sa.Column("body", sa.Text(), nullable=False, comment="the whole case, as JSON"),
        sa.PrimaryKeyConstraint("number", name="pk_stories"),
        sa.UniqueConstraint("key", name="uq_stories_key"),
    )
    op.create_index("ix_stories_address", "stories", ["address"], unique=False)
    op.create_index("ix_stories_outlet", "stories", ["outlet"], unique=False)
    op.create_index("ix_stories_published", "stories", ["published"], unique=False)
    op.create_index("ix_stories_text", "stories", ["text"], unique=False)
    op.create_table(
        "blocks",
        sa.Column("block", KEY, nullable=False),
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_blocks_story"),
        sa.PrimaryKeyConstraint("block", "story", "person", name="pk_blocks"),
    )
    op.create_index("ix_blocks_story_person", "blocks", ["story", "person"], unique=False)
    op.create_table(
        "called",
        sa.Column("word", KEY, nullable=False),
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_called_story"),
        sa.PrimaryKeyConstraint("word", "story", "person", name="pk_called"),
        comment="the words of people's names, folded",
    )
    op.create_table(
        "joins",
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("who", sa.String(length=48), nullable=False, comment="the sighting the whole person is called by"),
        sa.Column("reasons", sa.Text(), nullable=False, comment="why, as a JSON list"),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_joins_story"),
        sa.PrimaryKeyConstraint("story", "person", name="pk_joins"),
    )
    op.create_index("ix_joins_who", "joins", ["who"], unique=False)
    op.create_table(
        "judged",
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("judgement", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name="fk_judged_judgement"),
        sa.PrimaryKeyConstraint("about", "judgement", name="pk_judged"),
        comment="what a judgement is about: sightings, a statement, a finding",
    )
    op.create_table(
        "people",
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("earliest", sa.Date(), nullable=True),
        sa.Column("latest", sa.Date(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False, comment="the person as JSON, without the mentions"),
        sa.Column("profile", sa.Text(), nullable=False, comment="what joining looks at, as JSON"),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_people_story"),
        sa.PrimaryKeyConstraint("story", "person", name="pk_people"),
    )
    op.create_table(
        "sources",
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="the source, as JSON"),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_sources_story"),
        sa.PrimaryKeyConstraint("story", "source", name="pk_sources"),
    )
    op.create_index("ix_sources_name", "sources", ["name"], unique=False)
    op.create_table(
        "statements",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("statement", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("body", sa.Text(), nullable=False, comment="the statement, as JSON"),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_statements_story"),
        sa.PrimaryKeyConstraint("number", name="pk_statements"),
        sa.UniqueConstraint("story", "statement", name="uq_statements_story_statement"),
    )
    op.create_table(
        "subjects",
        sa.Column("statement", NUMBER, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("story", NUMBER, nullable=False),
        sa.Column(
            "part",
            sa.String(length=4),
            nullable=False,
            comment="of: about them; by: their words; via: on their word; in: named",
        ),
        sa.ForeignKeyConstraint(["statement"], ["statements.number"], name="fk_subjects_statement"),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_subjects_story"),
        sa.PrimaryKeyConstraint("statement", "person", name="pk_subjects"),
    )
    op.create_index("ix_subjects_story_person", "subjects", ["story", "person"], unique=False)
    op.create_table(
        "undone",
        sa.Column("judgement", sa.String(length=32), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.id"], name="fk_undone_judgement"),
        sa.PrimaryKeyConstraint("judgement", name="pk_undone"),
    )
    op.create_table(
        "unsettled",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("story", NUMBER, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.number"], name="fk_unsettled_story"),
        sa.PrimaryKeyConstraint("number", name="pk_unsettled"),
        comment="sightings that were added or judged since the joins were last made",
    )
    op.create_index("ix_unsettled_story_person", "unsettled", ["story", "person"], unique=False)
    for table in ("story_words", "statement_words"):
        if op.get_bind().dialect.name == "sqlite":
            # No copy of the words is kept beside the index: they stand in the stories.
            op.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(words, content='', tokenize='unicode61')")
        else:
            op.execute(f"CREATE TABLE {table} (number BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX ix_{table}_words ON {table} USING gin (words)")
