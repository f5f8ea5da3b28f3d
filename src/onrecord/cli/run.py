"""Reads story after story, and lets no bad one stop the rest."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar

import click
import msgspec

from onrecord import stories
from onrecord.model.case import Case
from onrecord.model.errors import BadInput, internal
from onrecord.model.story import Story
from onrecord.show.harmless import harmless

CLEAN, FOUND, FAILED = 0, 1, 2
_Piece = TypeVar("_Piece")
_Watch = Callable[[BinaryIO], BinaryIO]


class Tally(msgspec.Struct):
    """What a run has come to so far; it settles the exit code."""

    findings: int = 0
    failed: int = 0

    @property
    def exit_code(self) -> int:
        """Return 2 when a story could not be read, else 1 when something was found, else 0."""
        if self.failed:
            return FAILED
        return FOUND if self.findings else CLEAN


def pieces(
    files: Sequence[Path | BadInput],
    work: Callable[[Story], Case],
    piece: Callable[[Case], _Piece],
    *,
    published: date | None,
    tally: Tally,
    bar: bool,
) -> Iterator[_Piece]:
    """Yield what ``piece`` makes of each story's case; a story that cannot be read is one line on standard error.

    ``bar`` allows a progress bar, which is shown on a terminal when there are many stories.
    """
    with _watched(files, bar) as watch:
        for file in files:
            for story in (
                (file,) if isinstance(file, BadInput) else stories.read(file, published=published, watch=watch)
            ):
                if isinstance(story, BadInput):
                    tally.failed += 1
                    say(str(story))
                    continue
                try:
                    case = work(story)
                    made = piece(case)
                except Exception as error:  # a fault of ours in one story must not lose the others
                    tally.failed += 1
                    say(f"{story.path}: {internal(error)}")
                    continue
                tally.findings += len(case.findings)
                yield made


def say(message: str) -> None:
    """Write one line on standard error, whatever the message holds."""
    click.echo(f"onrecord: {harmless(message)}", err=True)


@contextmanager
def _watched(files: Sequence[Path | BadInput], allowed: bool) -> Iterator[_Watch]:
    """Show on a terminal how much of many stories is read, and give what counts the bytes."""
    paths = [file for file in files if isinstance(file, Path) and file.is_file()]
    many = len(paths) > 1 or any(path.suffix.lower() == ".jsonl" for path in paths)
    if not (allowed and many and sys.stderr.isatty()):
        yield lambda stream: stream
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=sum(path.stat().st_size for path in paths))
        yield lambda stream: progress.wrap_file(stream, task_id=task)
