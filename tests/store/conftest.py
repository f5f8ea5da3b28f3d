"""Records to test with: a new one for each test, in SQLite and, where one is at hand, in PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator

import msgspec
import pytest
from sqlalchemy import Engine, create_engine, text

from onrecord import store
from onrecord.model.case import Case

POSTGRESQL = os.environ.get("ONRECORD_TEST_POSTGRESQL")
needs_postgresql = pytest.mark.skipif(
    not POSTGRESQL, reason="no PostgreSQL at hand: ONRECORD_TEST_POSTGRESQL is not set (.ci/run starts one)"
)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=needs_postgresql)])
def place(request, tmp_path) -> Iterator[str]:
    """Return where a record may begin: a file that is not there yet, or an empty schema of a database."""
    if request.param == "sqlite":
        yield str(tmp_path / "record.db")
        return
    name = f"test_{uuid.uuid4().hex}"
    assert POSTGRESQL is not None
    engine = create_engine(POSTGRESQL.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    yield f"{POSTGRESQL}&options=-csearch_path%3D{name}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()


@pytest.fixture
def record(place) -> Iterator[Engine]:
    with store.opened(place, new=True) as engine:
        yield engine


@pytest.fixture
def about(tell) -> Callable[..., Case]:
    """Return what tells a story of Jane Roe, 41, her husband Tom Hale and their son Ben; more can be told of it."""

    def case(text: str = "", *, published: str | None = "2025-03-04", **story: object) -> Case:
        told = tell(f"Jane Roe, 41, and her husband Tom Hale have a son, Ben.{text}", published)
        jane, tom, ben = told.person("Jane Roe"), told.person("Tom Hale"), told.person("Ben")
        told.age(jane, 41, "41")
        told.kin(jane, "spouse", tom)
        told.kin(jane, "parent", ben)
        made = told.case()
        return msgspec.structs.replace(made, story=msgspec.structs.replace(made.story, **story))

    return case
