"""The tables that the migrations make are those that the code works with, from every earlier state on."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.store import schema
from onrecord.store.opening import HEAD, MIGRATIONS, writing

OWN_WAY = {"story_words", "statement_words"}
"""Full-text search is each database's own, and no table of the schema."""


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


def test_the_head_is_the_newest_migration():
    assert revisions()[0] == HEAD


def test_the_migrations_make_the_tables_of_the_schema(record):
    with record.connect() as connection:
        differences = compare_metadata(
            MigrationContext.configure(
                connection,
                opts={
                    "include_name": lambda name, kind, _: (
                        not (kind == "table" and any(name.startswith(own) for own in OWN_WAY))
                    )
                },
            ),
            schema.metadata,
        )
    assert differences == []


def test_a_record_that_is_opened_again_keeps_what_it_holds(place, about):
    for _ in range(2):
        with store.opened(place, new=True) as engine:
            store.add(engine, [about()])
            assert len(store.stories(engine)) == 1


def test_a_record_of_a_newer_onrecord_is_refused(place):
    with store.opened(place, new=True) as engine, writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadConfiguration, match="a newer onrecord"), store.opened(place):
        pass
