"""What the commands that ask a record have in common: where it is, and who is meant by a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from onrecord import stories
from onrecord.cli.run import say
from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Found, Sighting

if TYPE_CHECKING:
    from sqlalchemy import Engine

_ID = re.compile(r"[0-9a-f]{32}\.\w+")
_MUCH_MORE = 5
_SHOWN = 8
_Command = TypeVar("_Command", bound=Callable[..., Any])


def record_option(command: _Command) -> _Command:
    """Add where the record is."""
    return click.option(
        "--record", "record", default=stories.usual_record, metavar="FILE|URL",
        help=f"The record: a file, or the URL of a PostgreSQL database; else $ONRECORD_RECORD, else {stories.RECORD}.",
    )(command)  # fmt: skip


def one_person(engine: Engine, name: str) -> Sighting:
    """Return the person who is called so.

    Raises ``NobodyFound`` when there is none, ``BadConfiguration`` when there are several.
    """
    several = called(engine, name)
    if len(several) > 1:
        shown = "; ".join(f"{found.name} ({found.stories}): {found.who}" for found in several[:_SHOWN])
        raise BadConfiguration(f"{len(several)} people are called {name!r}; expected the id of one: {shown}")
    return several[0].who


def called(engine: Engine, name: str) -> list[Found]:
    """Return whoever is meant: the person of an id, the one of exactly this name whom most stories tell of, else all.

    Raises ``NobodyFound`` when there is none.
    """
    from onrecord import store
    from onrecord.record.names import fold

    if _ID.fullmatch(name):
        whole = store.who(engine, Sighting.of(name))
        return [Found(who=whole.id, name=name, stories=len(whole.members))]
    several = store.find(engine, name)
    if not several:
        raise store.NobodyFound(f"nobody of the record is called {name!r}; expected a name that a story gives")
    exact = [found for found in several if fold(found.name) == fold(name)]
    if len(exact) > 1 and exact[0].stories >= _MUCH_MORE * exact[1].stories:
        others = "; ".join(str(found.who) for found in exact[1 : _SHOWN + 1])
        say(f"{len(exact) - 1} more called {name!r}, of fewer stories: {others}")
        return exact[:1]
    return exact if len(exact) == 1 else several
