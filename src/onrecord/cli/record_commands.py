"""The commands that keep a record of many stories and ask it: who somebody is, and who says so."""

from __future__ import annotations

import getpass
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
from onrecord.cli.run import CLEAN, FAILED, FOUND, Tally, pieces, say
from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Found, Sighting

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from onrecord.show.answers.sheet import Sheet

DEFAULT_RECORD = "onrecord.db"
_FORMATS = ("table", "json", "html", "svg")
_MUCH_MORE = 5
_SHOWN = 8
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
_EXAMPLES_OF_QUOTES = """\b
Examples:
  onrecord quotes --by "Jane Roe"
  onrecord quotes --about "Jane Roe" --word "never marr*"
"""
_EXAMPLES_OF_JUDGE = """\b
Examples:
  onrecord queue
  onrecord judge ID ID yes --reason "the same wedding"
"""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _record(command: _Command) -> _Command:
    return click.option(
        "--record", "record", default=lambda: os.environ.get("ONRECORD_RECORD", DEFAULT_RECORD), metavar="FILE|URL",
        help=f"The record: a file, or the URL of a PostgreSQL database; else $ONRECORD_RECORD, else {DEFAULT_RECORD}.",
    )(command)  # fmt: skip


def _by(command: _Command) -> _Command:
    return click.option(
        "--by", default=getpass.getuser, show_default="the name you are logged in by", help="Who judges."
    )(command)


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
@_written(*_FORMATS)
def person(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell what the record holds of NAME: birth, kin, events, words said, each with all stories that tell it.

    NAME is a name, a part of one, or an id; of several people who are called so, a list is printed with their ids.

    Exit code: 0, or 2 when nobody is called so.
    """
    from onrecord import store
    from onrecord.show.answers import people

    with store.opened(record) as engine:
        several = _called(engine, name)
        if len(several) > 1:
            _answer(people.listing(f"Called {name}", several), several, format_, output)
        else:
            shown = store.portrait(engine, several[0].who)
            _answer(people.portrait(shown), shown, format_, output)
    return 0


@click.command()
@click.argument("name")
@_record
@_written(*_FORMATS)
def timeline(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell what happened to NAME, in the order of time, each with all stories that tell it."""
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        shown = store.portrait(engine, _one(engine, name))
    _answer(lists.timeline(shown), shown, format_, output)
    return 0


@click.command()
@click.argument("name")
@_record
@_written(*_FORMATS)
def family(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell and draw the kin of NAME and of their kin, each tie with all stories that tell it."""
    from onrecord import store
    from onrecord.record.portraying import facts
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        who = _one(engine, name)
        found = store.family(engine, who)
        whole = store.who(engine, who)
    _answer(lists.family(found, facts(found.case.statements), str(whole.id)), found, format_, output)
    return 0


@click.command(epilog=_EXAMPLES_OF_QUOTES)
@_record
@click.option("--by", metavar="NAME", help="Words of this person.")
@click.option("--about", metavar="NAME", help="Words that name this person.")
@click.option("--word", "words", metavar="WORDS", help="Words that hold all of these; a * ends a beginning of one.")
@_written("table", "json", "html")
def quotes(by: str | None, about: str | None, words: str | None, record: str, format_: str, output: Path | None) -> int:
    """Find quotations and claims in all stories: whose they are, whom they name, which words they hold."""
    from onrecord import store
    from onrecord.record.portraying import facts
    from onrecord.show.answers import lists

    if not (by or about or words):
        raise BadConfiguration("nothing to look for; expected --by, --about or --word")
    with store.opened(record) as engine:
        found = store.quotes(
            engine, by=_one(engine, by) if by else None, about=_one(engine, about) if about else None, words=words
        )
    asked = (("by", by), ("about", about), ("with", f"“{words}”" if words else None))
    title = "Words " + ", ".join(f"{how} {what}" for how, what in asked if what)
    _answer(lists.quotes(found, facts(found.case.statements), title), found, format_, output)
    return 0


@click.command()
@click.argument("name", required=False)
@_record
@_written("table", "json", "html")
def conflicts(name: str | None, record: str, format_: str, output: Path | None) -> int:
    """Show what cannot all be true of what the stories say of days, of everybody or of NAME, step by step.

    Exit code: 0 when nothing clashes, 1 when something does, 2 when nobody is called so.
    """
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        collection, found = store.clashes(engine, _one(engine, name) if name else None)
    data = {"clashes": found, "collection": collection}
    _answer(lists.clashes(collection, found), data, format_, output)
    return FOUND if found else CLEAN


@click.command()
@click.argument("name", required=False)
@_record
@_written("table", "json", "html")
def origins(name: str | None, record: str, format_: str, output: Path | None) -> int:
    """Show where several stories have one thing from: a text, an outlet, words that drift on their way."""
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        collection, found = store.origins(engine, _one(engine, name) if name else None)
    _answer(lists.origins(collection, found), {"origins": found, "collection": collection}, format_, output)
    return 0


@click.command()
@_record
@_written("table", "json", "html")
def queue(record: str, format_: str, output: Path | None) -> int:
    """List the questions on who is who that are open, each with what speaks for one person."""
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        open_ = store.doubts(engine)
        found = store.found(engine, {str(who) for doubt in open_ for who in (doubt.first, doubt.second)})
    _answer(lists.queue(open_, found), open_, format_, output)
    return 0


@click.command(epilog=_EXAMPLES_OF_JUDGE)
@click.argument("first")
@click.argument("second")
@click.argument("verdict", type=click.Choice(("yes", "no", "later")))
@_record
@_by
@click.option("--reason", help="Why.")
def judge(first: str, second: str, verdict: str, record: str, by: str, reason: str | None) -> int:
    """Say whether FIRST and SECOND, the ids of two people, are one person; it is kept with who says so and when."""
    from onrecord import store

    with store.opened(record) as engine:
        made = store.judge(engine, "person", (first, second), verdict, by=by, reason=reason)
    click.echo(f"kept: {verdict}, by {by}; onrecord undo {made.id} takes it back")
    return 0


@click.command()
@click.argument("judgement")
@_record
@_by
def undo(judgement: str, record: str, by: str) -> int:
    """Take back the JUDGEMENT of this id; it stays on record as undone."""
    from onrecord import store

    with store.opened(record) as engine:
        made = store.undo(engine, judgement, by=by)
    click.echo(f"undone: {made.verdict}, by {made.by}")
    return 0


@click.command()
@_record
@_written("table", "json", "html")
def judgements(record: str, format_: str, output: Path | None) -> int:
    """List what people have judged, what was undone too."""
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        made = store.judgements(engine)
    _answer(lists.judgements(made), made, format_, output)
    return 0


def _answer(sheet: Sheet, data: object, format_: str, output: Path | None) -> None:
    """Write an answer in the format that was asked for.

    Raises ``BadConfiguration`` when there is nothing to draw.
    """
    from onrecord.show.answers.sheet import table

    if format_ == "json":
        text = msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"
    elif format_ == "html":
        from onrecord.show.answers.page import page

        text = page(sheet)
    elif format_ == "svg":
        if not sheet.pictures:
            raise BadConfiguration(f"{sheet.title}: nothing that could be drawn; expected --format table")
        text = sheet.pictures[0][1] + "\n"
    else:
        text = table(sheet, width=width(), colour=colour(output))
    with writing.opened(output) as stream:
        writing.write([text], stream)


def _one(engine: Engine, name: str) -> Sighting:
    """Return the person who is called so.

    Raises ``NobodyFound`` when there is none, ``BadConfiguration`` when there are several.
    """
    several = _called(engine, name)
    if len(several) > 1:
        shown = "; ".join(f"{found.name} ({found.stories}): {found.who}" for found in several[:_SHOWN])
        raise BadConfiguration(f"{len(several)} people are called {name!r}; expected the id of one: {shown}")
    return several[0].who


def _called(engine: Engine, name: str) -> list[Found]:
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


COMMANDS = (add, person, timeline, family, quotes, conflicts, origins, queue, judge, undo, judgements)
