"""The tables that the migrations make are those that the code works with, from every earlier state on."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, create_engine, insert, select, text

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Sighting
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


@pytest.mark.parametrize("revision", revisions()[1:])
def test_a_record_of_every_earlier_state_is_brought_up_with_all_it_holds(place, about, revision, tmp_path):
    cases = [about(), about(" They sing.", published="2026-03-04")]
    first, second = (f"{store.key(case.story)}.p1" for case in cases)
    with store.opened(str(tmp_path / "today.db"), new=True) as engine:
        store.add(engine, cases)
        store.judge(engine, "person", [first, second], "no", by="ann", reason="cousins")
        told = [store.portrait(engine, Sighting.of(one)) for one in (first, second)]
        write_as_of(place, revision, engine)
    with store.opened(place) as engine:
        assert [store.portrait(engine, Sighting.of(one)) for one in (first, second)] == told
        assert [one.reason for one in store.judgements(engine)] == ["cousins"]
        (added,) = store.add(engine, [about(" They row.")])
        assert added.new
        assert len(store.who(engine, Sighting(added.key, "p1")).members) == 2


def write_as_of(place: str, revision: str, today: Engine) -> None:
    """Make a record with the tables of an earlier state, and fill these with what a record of today has for them."""
    url = place.replace("postgresql://", "postgresql+psycopg://") if "://" in place else f"sqlite:///{place}"
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    earlier = MetaData()
    earlier.reflect(engine, only=lambda name, _: name in schema.metadata.tables)
    with engine.begin() as connection, today.connect() as source:
        for table in earlier.sorted_tables:
            now = schema.metadata.tables[table.name]
            shared = [now.c[column.name] for column in table.columns if column.name in now.c]
            rows = [row._asdict() for row in source.execute(select(*shared))]
            if rows:
                connection.execute(insert(table), rows)
            if engine.name == "postgresql" and "number" in table.c:
                connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'number'), 1000)"))
    engine.dispose()


def test_a_record_of_a_newer_onrecord_is_refused(place):
    with store.opened(place, new=True) as engine, writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BadConfiguration, match="a newer onrecord"), store.opened(place):
        pass
