"""Opens a record: one SQLite file, or a PostgreSQL database by its URL; brings its tables up to date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, create_engine, event, make_url, text, tuple_
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from onrecord.model.errors import BadConfiguration, OnrecordError

HEAD = "0002"
"""The newest state of the tables that this onrecord knows: the last of the migrations."""
MIGRATIONS = Path(__file__).with_name("migrations")
_LOCK = 0x0EC0_4D00
"""The number of the advisory lock that writers of joins and tables take in PostgreSQL."""
_WAIT_SECONDS = 60
_PARAMETERS = 400
_Thing = TypeVar("_Thing")
_CACHE_KILOBYTES = 32_000


@contextmanager
def opened(where: str, *, new: bool = False) -> Iterator[Engine]:
    """Open a record: the name of an SQLite file, or a URL such as ``postgresql://user@host/name``.

    ``new`` allows to begin one. Whoever writes takes ``writing(engine)``, whoever only looks ``engine.connect()``.

    Raises ``BadConfiguration`` when there is no record, or it cannot be opened, or a newer onrecord has made it.
    """
    engine = _engine(where, new)
    try:
        with engine.connect() as connection:
            version = _version(connection)
        if version != HEAD:
            _bring_up(engine, where, version, new)
        yield engine
    except DBAPIError as error:
        raise OnrecordError(f"{where}: {fault(error)}") from error
    finally:
        engine.dispose()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that writes; it is kept whole or not at all.

    In SQLite one writer waits for another to finish, up to a minute, before either has read anything.
    """
    with engine.connect().execution_options(onrecord_writes=True) as connection, connection.begin():
        yield connection


def lock(connection: Connection) -> None:
    """Let no other connection do the same until this transaction ends; SQLite has one writer at a time anyhow."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _LOCK})


def parts(things: Iterable[_Thing]) -> Iterator[list[_Thing]]:
    """Give things in parts that fit into one question to the database."""
    rest = iter(things)
    while some := list(islice(rest, _PARAMETERS)):
        yield some


def standing_at(
    story: ColumnElement[Any], inside: ColumnElement[str], places: Sequence[tuple[Any, str]]
) -> ColumnElement[bool]:
    """Return the condition that a row is of one of these places: a story, and an id inside it.

    The stories are named by themselves too: of pairs alone SQLite makes no use of an index.
    """
    return story.in_({one for one, _ in places}) & tuple_(story, inside).in_(places)


def fault(error: DBAPIError) -> str:
    """Return what the database says, in one line."""
    said = str(error.orig).strip().splitlines() or [type(error).__name__]
    return said[0]


def _engine(where: str, new: bool) -> Engine:
    if "://" in where:
        try:
            url = make_url(where)
            if url.drivername in {"postgresql", "postgres"}:
                url = url.set(drivername="postgresql+psycopg")
            return (
                create_engine(url, pool_pre_ping=True)
                if url.get_backend_name() != "sqlite"
                else _file(url.database or "")
            )
        except (ArgumentError, NoSuchModuleError) as error:
            raise BadConfiguration(f"{where}: {error}; expected postgresql://USER@HOST/NAME") from None
        except ModuleNotFoundError as error:
            raise BadConfiguration(f"{where}: {error}; expected onrecord[postgresql] to be installed") from None
    file = Path(where)
    if not new and not file.is_file():
        raise BadConfiguration(f"{where}: no record here; expected one that `onrecord add` has begun")
    if new and not file.parent.is_dir():
        raise BadConfiguration(f"{where}: no folder of this name; expected one for the record to stand in")
    return _file(where)


def _file(name: str) -> Engine:
    # A connection that is kept has its pages at hand; the last that closes writes the whole log into the file.
    engine = create_engine(f"sqlite:///{name}", pool_use_lifo=True, connect_args={"timeout": _WAIT_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # the driver is to begin nothing by itself
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute(f"PRAGMA cache_size=-{_CACHE_KILOBYTES}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("onrecord_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _version(connection: Connection) -> str | None:
    from sqlalchemy import inspect

    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _bring_up(engine: Engine, where: str, version: str | None, new: bool) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is None and not new:
        raise BadConfiguration(f"{where}: no record; expected one that `onrecord add` has begun")
    if version is not None and version not in known:
        raise BadConfiguration(f"{where}: made by a newer onrecord (tables {version}); expected {HEAD} or older")
    with writing(engine) as connection:
        lock(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
