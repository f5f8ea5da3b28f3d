"""The commands that keep a record of many stories and ask it: who somebody is, and who says so."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from onrecord.cli import writing
from onrecord.cli.options import Day, colour, width
from onrecord.cli.run import FAILED, Tally, pieces, say
from onrecord.model.record import Found, Sighting

if TYPE_CHECKING:
    from sqlalchemy import Engine

DEFAULT_RECORD = "onrecord.db"
_ID = re.compile(r"[0-9a-f]{32}\.\w+")
_EXAMPLES_OF_ADD = """\b
Examples:
  onrecord add story.txt --published 2025-11-13
  onrecord add stories/ --record family.db
  onrecord add stories.jsonl --record postgresql://desk@localhost/record
"""
_EXAMPLES_OF_PERSON = """\b
Examples:
  onrecord person "Jane Roe"
  onrecord person roe --format json
"""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _record(command: _Command) -> _Command:
    return click.option(
        "--record", "record", default=lambda: os.environ.get("ONRECORD_RECORD", DEFAULT_RECORD), metavar="FILE|URL",
        help=f"The record: a file, or the URL of a PostgreSQL database; else $ONRECORD_RECORD, else {DEFAULT_RECORD}.",
    )(command)  # fmt: skip


def _written(*formats: str) -> Callable[[_Command], _Command]:
    """Add how an answer is written, and where to."""

    def add(command: _Command) -> _Command:
        for option in (
            click.option(
                "--output",
                type=click.Path(path_type=Path, dir_okay=False),
                help="Write to this file, not to the screen.",
            ),
            click.option(
                "--format", "format_", type=click.Choice(formats), default=formats[0], show_default=True,
                help="How to write it.",
            ),
        ):  # fmt: skip
            command = option(command)
        return command

    return add


@click.command(epilog=_EXAMPLES_OF_ADD)
@click.argument("story", nargs=-1, required=True, type=click.Path())
@_record
@click.option("--published", type=Day(), help="The day that the stories were published, as YYYY-MM-DD.")
def add(story: tuple[str, ...], record: str, published: date | None) -> int:
    """Read each STORY and keep what it says in a record; a story that is there already changes nothing.

    Each story is kept as soon as it is read, wholly or not at all; after a stop, add the same stories again.

    Exit code: 0, or 2 when a story could not be read.
    """
    from onrecord import pipeline, store, stories

    tally = Tally()
    new = known = 0
    with store.opened(record, new=True) as engine:
        made = pieces(list(stories.find(story)), lambda read: pipeline.check(pipeline.read(read)), lambda case: case,
                      published=published, tally=tally, bar=True)  # fmt: skip
        for case in made:
            (added,) = store.add(engine, [case])
            new, known = new + added.new, known + (not added.new)
            if added.new and added.versions:
                say(f"{case.story.path}: another version of {case.story.url} is kept beside it")
        store.settle(engine)
    click.echo(f"{record}: {new} added, {known} there already")
    return FAILED if tally.failed else 0


@click.command(epilog=_EXAMPLES_OF_PERSON)
@click.argument("name")
@_record
@_written("table", "json")
def person(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell what the record holds of NAME: birth, kin, events, words said, each with all stories that tell it.

    NAME is a name, or a part of one; of several people who are called so, a list is printed with the id that each is
    asked for by.

    Exit code: 0, or 2 when nobody is called so.
    """
    from onrecord import store
    from onrecord.show import portrait

    with store.opened(record) as engine:
        several = _called(engine, name)
        if len(several) > 1:
            text = portrait.listing(several)
        else:
            shown = store.portrait(engine, several[0].who)
            text = portrait.full(shown, width=width(), colour=colour(output)) if format_ == "table" else _json(shown)
    with writing.opened(output) as stream:
        writing.write([text], stream)
    return 0


def _called(engine: Engine, name: str) -> list[Found]:
    """Return the one person who is called exactly so, else all who are.

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
    return exact if len(exact) == 1 else several


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


COMMANDS = (add, person)
