"""The commands that a user types, their options, and what they answer with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click
from click.shell_completion import CompletionItem

from onrecord.cli import desk, known, settings, writing
from onrecord.cli.elsewhere import Commands
from onrecord.cli.options import Day, colour, width
from onrecord.cli.run import CLEAN, FAILED, Tally, pieces, say
from onrecord.model.case import Case
from onrecord.model.errors import BadConfiguration, OnrecordError, internal
from onrecord.model.story import Story
from onrecord.show.harmless import harmless

INTERRUPTED = 130
_EXAMPLES = """\b
Examples:
  onrecord check story.txt                     what does not add up, and what does
  onrecord read story.txt                      the people, ages, kin, events and quotations
  onrecord checks                              all checks; onrecord checks NAME explains one
"""
_EXAMPLES_OF_READ = """\b
Examples:
  onrecord read story.txt
  onrecord read stories/ --format jsonl --output cases.jsonl
  curl -s URL | onrecord read - --format html --output page.html
"""
_EXAMPLES_OF_CHECK = """\b
Examples:
  onrecord check story.txt
  onrecord check story.txt --published 2025-11-13 --ignore name-spelled-two-ways
  onrecord check stories/ --format concise
  onrecord check drafts.jsonl --format html --output findings.html
  onrecord check stories/ --baseline baseline.toml --accept
  onrecord check draft-2.txt --diff draft-1.txt
"""
_EXAMPLES_OF_SILENCE = """\b
Examples:
  onrecord silence draft.txt name-spelled-two-ways --reason "two people"
  onrecord silence draft.txt ages-disagree "Jane Roe" --reason "the first is her age at the wedding"
"""
_EXAMPLES_OF_CHECKS = """\b
Examples:
  onrecord checks
  onrecord checks age-gap-against-ages
"""
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _complete_checks(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    import onrecord

    typed, comma, last = incomplete.rpartition(",") if param.name in ("select", "ignore") else ("", "", incomplete)
    known = onrecord.checks().items()
    return [CompletionItem(f"{typed}{comma}{name}", help=line) for name, line in known if name.startswith(last)]


def _split(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    """Take names one by one or with commas between; None when the option was not given."""
    names = tuple(name.strip() for part in value for name in part.split(",") if name.strip())
    return names if value else None


def _stories_options(formats: Sequence[str]) -> Callable[[_Command], _Command]:
    """Add what every command that reads stories takes."""

    def add(command: _Command) -> _Command:
        for option in (
            click.option(
                "--least-confidence",
                type=click.FloatRange(0, 1),
                metavar="SHARE",
                help="Leave the voice of a quotation open that is less sure; from 0 to 1, 0.6 unless set.",
            ),
            click.option("--published", type=Day(), help="The day that the stories were published, as YYYY-MM-DD."),
            click.option(
                "--output",
                type=click.Path(path_type=Path, dir_okay=False),
                help="Write to this file, not to the screen.",
            ),
            click.option("--format", "format_", type=click.Choice(formats), help="How to write it; full unless set."),
            click.argument("story", nargs=-1, required=True, type=click.Path()),
        ):
            command = option(command)
        return command

    return add


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    epilog=_EXAMPLES,
)
@click.version_option(package_name="onrecord", message="%(prog)s %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Put news stories on record, and check what adds up in them.

    A STORY is a .txt, .html or .jsonl file (one story a line), a folder of them, or - for standard input.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@cli.command(epilog=_EXAMPLES_OF_READ)
@_stories_options(writing.FORMATS_OF_READ)
def read(
    story: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    published: date | None,
    least_confidence: float | None,
) -> int:
    """Write what each STORY says: people, ages, kin, events, quotations, each with its words.

    Exit code: 0, or 2 when a story could not be read.
    """
    ink = colour(output)
    layout = writing.of_read(format_ or "full", width=width(), colour=ink)
    work = _reading(least_confidence)
    return _write(story, work, layout, format_ or "full", output, published)


@cli.command(epilog=_EXAMPLES_OF_CHECK)
@_stories_options(writing.FORMATS_OF_CHECK)
@click.option("--select", multiple=True, callback=_split, shell_complete=_complete_checks, metavar="NAMES",
              help="Run these checks only; commas between, or give it again.")  # fmt: skip
@click.option("--ignore", multiple=True, callback=_split, shell_complete=_complete_checks, metavar="NAMES",
              help="Leave these checks out.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE",
              help="The file of settings; else the nearest onrecord.toml or pyproject.toml.")  # fmt: skip
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Leave out the findings that this file knows.")  # fmt: skip
@click.option("--accept", is_flag=True, help="Write what is found today to the baseline.")
@click.option("--diff", metavar="STORY", help="Show what is new since this version of the story, and what was fixed.")
def check(
    story: tuple[str, ...],
    format_: str | None,
    output: Path | None,
    published: date | None,
    least_confidence: float | None,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    config: Path | None,
    baseline: Path | None,
    accept: bool,
    diff: str | None,
) -> int:
    """Check each STORY: what cannot all be true, what was altered, and what was checked and holds.

    Exit code: 0 when nothing was found, 1 when something was, 2 when a story could not be read.
    """
    from onrecord import parts, pipeline

    found = config or settings.find(Path.cwd())
    settled = settings.load(found) if found else settings.Settings()
    names = settings.chosen(
        tuple(parts.checks()),
        parts.default_checks(),
        select=settled.select if select is None else select,
        ignore=settled.ignore if ignore is None else ignore,
    )
    name = format_ or settled.format or "full"
    layout = writing.of_check(name, width=width(), colour=colour(output))
    work = _reading(settled.least_confidence if least_confidence is None else least_confidence)

    def checked(read: Story) -> Case:
        return pipeline.check(work(read), names, limits=settled.limits)

    if accept and baseline is None:
        raise BadConfiguration("--accept writes a baseline; expected --baseline FILE with it")
    if diff is not None and (len(story) != 1 or name not in ("full", "concise")):
        raise BadConfiguration("--diff compares one story with another; expected one STORY, and full or concise")
    before = desk.only(diff, checked, published) if diff is not None else None
    looked = desk.Desk(baseline=baseline, accept=accept, before=before)
    if before:
        layout = writing.and_fixed(layout, before, looked.fixed, colour=colour(output))
    code = _write(story, lambda read: looked.sort(checked(read)), layout, name, output, published)
    looked.close()
    return code


@cli.command(epilog=_EXAMPLES_OF_SILENCE)
@click.argument("story", type=click.Path())
@click.argument("check", shell_complete=_complete_checks)
@click.argument("words", required=False)
@click.option("--reason", required=True, help="Why the finding may stand; it is shown with it.")
@click.option("--published", type=Day(), help="The day that the story was published, as YYYY-MM-DD.")
def silence(story: str, check: str, words: str | None, reason: str, published: date | None) -> int:
    """Set one finding of CHECK in STORY aside for good, with the reason; WORDS tell which, where there are several.

    It is kept beside the story, in STORY.silences.toml, and known by its words, however the story is edited.
    """
    from onrecord import parts, pipeline

    names = settings.chosen(tuple(parts.checks()), (), select=(check,), ignore=())
    cases = desk.checked(story, lambda read: desk.silenced(pipeline.check(pipeline.read(read), names)), published)
    case, finding = desk.the_one(cases, check, words)
    file = known.sidecar(story)
    known.append(file, known.known_of(case, finding, reason=reason))
    click.echo(f"{file}: silenced {check}: {harmless(finding.message)}")
    return CLEAN


@cli.command(epilog=_EXAMPLES_OF_CHECKS)
@click.argument("name", required=False, shell_complete=_complete_checks)
def checks(name: str | None) -> None:
    """List the checks, or print the page of the check called NAME."""
    import onrecord
    from onrecord import parts
    from onrecord.cli.pages import page

    known = onrecord.checks()
    if name is None:
        width = max(map(len, known))
        on = parts.default_checks()
        off = {check: "" if check in on else " (Off unless selected.)" for check in known}
        click.echo("\n".join(f"{check:{width}}  {line}{off[check]}" for check, line in known.items()))
    elif name not in known:
        raise BadConfiguration(f"no check is called {name!r}{settings.nearest(name, known)}")
    else:
        click.echo(page(name))


def _reading(least_confidence: float | None) -> Callable[[Story], Case]:
    """Return what reads a story, with the confidence that was asked for."""
    from onrecord import pipeline

    return pipeline.read if least_confidence is None else partial(pipeline.read, least_confidence=least_confidence)


def _write(
    places: Sequence[str],
    work: Callable[[Story], Case],
    layout: writing.Format[Any],
    name: str,
    output: Path | None,
    published: date | None,
) -> int:
    from onrecord import stories

    files = list(stories.find(places))
    if output and any(
        isinstance(file, Path) and file.exists() and output.exists() and file.samefile(output) for file in files
    ):
        raise BadConfiguration(f"{output} is one of the stories; expected another file to write to")
    tally = Tally()
    as_text = name in ("full", "concise", "github") and output is None
    encoding = (sys.stdout.encoding if as_text else None) or "utf-8"
    silent = output is not None or not sys.stdout.isatty() or name in ("html", "sarif")
    with writing.opened(output) as stream:
        made = pieces(files, work, layout.piece, published=published, tally=tally, bar=silent)
        writing.write(layout.join(made), stream, encoding=encoding)
    return tally.exit_code


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code; every fault is one line on standard error."""
    try:
        if sys.stdout is None:
            raise BadConfiguration("standard output is closed; expected somewhere to write to")
        code = cli.main(arguments, prog_name="onrecord", standalone_mode=False)
    except click.Abort:
        code = INTERRUPTED
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "onrecord"
        say(f"{error.format_message()} (see {command} --help)")
        code = FAILED
    except (click.ClickException, OnrecordError) as error:
        say(str(error))
        code = FAILED
    except Exception as error:  # the last resort: never a traceback
        say(internal(error))
        code = FAILED
    sys.exit(code or 0)
