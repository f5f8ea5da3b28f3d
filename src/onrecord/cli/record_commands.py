"""The commands that keep a record of many stories and ask it: who somebody is, and who says so."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from onrecord.cli import writing
from onrecord.cli.options import Day, colour, width
from onrecord.cli.record_options import called, one_person, record_option
from onrecord.cli.run import CLEAN, FAILED, FOUND, Tally, pieces, say
from onrecord.model.case import Case
from onrecord.model.errors import BadConfiguration, BadInput

if TYPE_CHECKING:
    from onrecord.show.answers.sheet import Sheet

_FORMATS = ("table", "json", "html", "svg")
_EXAMPLES_OF_ADD = """\b
Examples:
  onrecord add story.txt --published 2025-11-13
  onrecord add stories/ --record family.db
  onrecord add family.ged --published 2024-01-31
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
@record_option
@click.option("--published", type=Day(), help="The day that the stories were published, as YYYY-MM-DD.")
def add(story: tuple[str, ...], record: str, published: date | None) -> int:
    """Read each STORY and keep what it says in a record; a story that is there already changes nothing.

    A family file, .ged (GEDCOM) or .csv with a column "name", is kept as a source of its own.

    Each story is kept as soon as it is read, wholly or not at all; after a stop, add the same stories again.

    Exit code: 0, or 2 when a story could not be read.
    """
    from onrecord import pipeline, store, stories

    tally = Tally()
    new = known = 0
    families = [place for place in story if place.lower().endswith(stories.FAMILY_SUFFIXES)]
    files = list(stories.find([place for place in story if place not in families]))
    with store.opened(record, new=True) as engine:
        made = pieces(files, lambda read: pipeline.check(pipeline.read(read)), lambda case: case,
                      published=published, tally=tally, bar=True)  # fmt: skip
        for case in chain(made, _families(families, published, tally)):
            (added,) = store.add(engine, [case])
            new, known = new + added.new, known + (not added.new)
            if added.new and added.versions:
                say(f"{case.story.path}: another version of {case.story.url}; onrecord versions {added.key} shows both")
        store.settle(engine)
    click.echo(f"{record}: {new} added, {known} there already")
    return FAILED if tally.failed else 0


def _families(places: Sequence[str], published: date | None, tally: Tally) -> Iterator[Case]:
    """Read family files; one that cannot be read is one line on standard error."""
    from onrecord import stories

    for place in places:
        family = stories.family(Path(place), published=published)
        if isinstance(family, BadInput):
            tally.failed += 1
            say(str(family))
        else:
            yield family


@click.command(epilog=_EXAMPLES_OF_PERSON)
@click.argument("name")
@record_option
@_written(*_FORMATS)
def person(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell what the record holds of NAME: birth, kin, events, words said, each with all stories that tell it.

    NAME is a name, a part of one, or an id; of several people who are called so, a list is printed with their ids.

    Exit code: 0, or 2 when nobody is called so.
    """
    from onrecord import store
    from onrecord.show.answers import people

    with store.opened(record) as engine:
        several = called(engine, name)
        if len(several) > 1:
            _answer(people.listing(f"Called {name}", several), several, format_, output)
        else:
            shown = store.portrait(engine, several[0].who)
            _answer(people.portrait(shown), shown, format_, output)
    return 0


@click.command()
@click.argument("name")
@record_option
@_written(*_FORMATS)
def timeline(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell what happened to NAME, in the order of time, each with all stories that tell it."""
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        shown = store.portrait(engine, one_person(engine, name))
    _answer(lists.timeline(shown), shown, format_, output)
    return 0


@click.command()
@click.argument("name")
@record_option
@_written(*_FORMATS)
def family(name: str, record: str, format_: str, output: Path | None) -> int:
    """Tell and draw the kin of NAME and of their kin, each tie with all stories that tell it."""
    from onrecord import store
    from onrecord.record.portraying import facts
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        who = one_person(engine, name)
        found = store.family(engine, who)
        whole = store.who(engine, who)
    _answer(lists.family(found, facts(found.case.statements), str(whole.id)), found, format_, output)
    return 0


@click.command(epilog=_EXAMPLES_OF_QUOTES)
@record_option
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
            engine,
            by=one_person(engine, by) if by else None,
            about=one_person(engine, about) if about else None,
            words=words,
        )
    asked = (("by", by), ("about", about), ("with", f"“{words}”" if words else None))
    title = "Words " + ", ".join(f"{how} {what}" for how, what in asked if what)
    _answer(lists.quotes(found, facts(found.case.statements), title), found, format_, output)
    return 0


@click.command()
@click.argument("name", required=False)
@record_option
@_written("table", "json", "html")
def conflicts(name: str | None, record: str, format_: str, output: Path | None) -> int:
    """Show what cannot all be true, or hardly, of what the stories tell of everybody or of NAME, step by step.

    Exit code: 0 when nothing clashes, 1 when something does, 2 when nobody is called so.
    """
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        collection, found = store.clashes(engine, one_person(engine, name) if name else None)
    data = {"clashes": found, "collection": collection}
    _answer(lists.clashes(collection, found), data, format_, output)
    return FOUND if found else CLEAN


@click.command()
@click.argument("name", required=False)
@record_option
@_written("table", "json", "html")
def origins(name: str | None, record: str, format_: str, output: Path | None) -> int:
    """Show where several stories have one thing from: a text, an outlet, words that drift on their way."""
    from onrecord import store
    from onrecord.show.answers import lists

    with store.opened(record) as engine:
        collection, found = store.origins(engine, one_person(engine, name) if name else None)
    _answer(lists.origins(collection, found), {"origins": found, "collection": collection}, format_, output)
    return 0


@click.command()
@click.argument("story")
@record_option
@_written("table", "json", "html")
def versions(story: str, record: str, format_: str, output: Path | None) -> int:
    """Show what was changed from each version of STORY, the URL or the id of one, to the next: words, and facts told.

    Exit code: 0, or 2 when the record has no such story.
    """
    from onrecord import store
    from onrecord.show.answers import lists
    from onrecord.store import desk

    with store.opened(record) as engine:
        there = desk.versions(engine, story)
        made = [desk.revision(engine, before.key, after.key) for before, after in pairwise(there)]
    _answer(lists.versions(there, made), made, format_, output)
    return 0


@click.command()
@record_option
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
@record_option
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
@record_option
@_by
def undo(judgement: str, record: str, by: str) -> int:
    """Take back the JUDGEMENT of this id; it stays on record as undone."""
    from onrecord import store

    with store.opened(record) as engine:
        made = store.undo(engine, judgement, by=by)
    click.echo(f"undone: {made.verdict}, by {made.by}")
    return 0


@click.command()
@record_option
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
