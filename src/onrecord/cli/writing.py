"""Writes cases out in the format that was asked for, each as soon as it is read where the format allows it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Generic, TypeVar

import click
import msgspec

from onrecord.model.case import Case
from onrecord.model.errors import BadConfiguration
from onrecord.model.finding import Finding
from onrecord.model.sourcing import Sourcing

FORMATS_OF_READ = ("full", "json", "jsonl", "html", "svg")
FORMATS_OF_CHECK = ("full", "concise", "json", "jsonl", "html", "sarif", "github")
BROKEN_PIPE = 141
"""The exit code of a program whose reader has gone away, as shells know it: 128 and the number of the signal."""

_Piece = TypeVar("_Piece")


class Format(msgspec.Struct, Generic[_Piece], frozen=True):
    """A way to write cases: ``piece`` is what is kept of each case, ``join`` turns the pieces into the text."""

    piece: Callable[[Case], _Piece]
    join: Callable[[Iterator[_Piece]], Iterator[str]]


def of_read(name: str, *, width: int, colour: bool) -> Format[str] | Format[Case] | Format[tuple[str, Sourcing]]:
    """Return the format of a record: one of ``FORMATS_OF_READ``; ``width`` is the terminal's, in columns."""
    if name == "full":
        from onrecord.show import record

        return Format(
            lambda case: (record.full(case, width=width, colour=colour), case.sourcing), _with_sourcing_of_all
        )
    if name == "svg":
        return Format(lambda case: case, _sheet)
    return _data(name)


def of_check(name: str, *, width: int, colour: bool) -> Format[str] | Format[Case] | Format[tuple[str, Case]]:
    """Return the format of findings: one of ``FORMATS_OF_CHECK``; ``width`` is the terminal's, in columns."""
    if name == "full":
        from onrecord.show import terminal

        return Format(
            lambda case: (terminal.full(case, width=width, colour=colour), _counted(case)),
            lambda pieces: _summed_up(pieces, colour),
        )
    if name == "concise":
        from onrecord.show import terminal

        return Format(lambda case: terminal.concise(case, colour=colour), iter)
    if name == "github":
        from onrecord.show import github

        return Format(github.commands, iter)
    if name == "sarif":
        return Format(lambda case: case, _sarif)
    return _data(name)


def and_fixed(
    layout: Format[Any], before: Case, fixed: Callable[[], tuple[Finding, ...]], *, colour: bool
) -> Format[Any]:
    """Return the format with a line at the end for each finding of the version before that is no more."""
    from onrecord.show import terminal

    def join(pieces: Iterator[Any]) -> Iterator[str]:
        yield from layout.join(pieces)
        yield terminal.fixed(msgspec.structs.replace(before, findings=fixed()), colour=colour)

    return Format(layout.piece, join)


def _data(name: str) -> Format[str] | Format[Case]:
    if name == "jsonl":
        return Format(lambda case: f"{_json(case)}\n", iter)
    if name == "json":
        return Format(_json, _json_list)
    return Format(lambda case: case, _page)


def _json(case: Case) -> str:
    return msgspec.json.encode(case).decode()


def _json_list(pieces: Iterator[str]) -> Iterator[str]:
    """One case stands alone, none and several are a list; only the first two are ever held at once."""
    first, second = next(pieces, None), next(pieces, None)
    if first is None:
        yield "[]\n"
    elif second is None:
        yield msgspec.json.format(first, indent=2) + "\n"
    else:
        yield "[\n" + msgspec.json.format(first, indent=2)
        for piece in chain([second], pieces):
            yield ",\n" + msgspec.json.format(piece, indent=2)
        yield "\n]\n"


def _page(cases: Iterator[Case]) -> Iterator[str]:
    from onrecord.show.page import page

    yield page(list(cases))


def _sheet(cases: Iterator[Case]) -> Iterator[str]:
    from onrecord.show import sheet

    yield f"{sheet.svg(cases)}\n"


def _sarif(cases: Iterator[Case]) -> Iterator[str]:
    import onrecord
    from onrecord.show import sarif

    log = sarif.log(list(cases), onrecord.checks())
    yield msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _with_sourcing_of_all(pieces: Iterator[tuple[str, Sourcing]]) -> Iterator[str]:
    """Part the stories by an empty line; behind several, tell on whose word they rest together."""
    from onrecord.show import sourcing

    profiles: list[Sourcing] = []
    for piece, profile in pieces:
        yield f"\n{piece}" if profiles else piece
        profiles.append(profile)
    if len(profiles) > 1 and (lines := list(sourcing.of_all(profiles))):
        yield "".join(["\nSourcing of all stories\n", *(f"  {line}\n" for line in lines)])


def _summed_up(pieces: Iterator[tuple[str, Case]], colour: bool) -> Iterator[str]:
    from onrecord.show import terminal

    counted = []
    for text, case in pieces:
        if text:
            yield f"{text}\n"
        counted.append(case)
    if counted:
        yield terminal.summary(counted, colour=colour)


def _counted(case: Case) -> Case:
    """Return what the closing line counts of a case, so that the rest of it need not be kept."""
    return Case(
        story=msgspec.structs.replace(case.story, text="", headline=None),
        findings=case.findings,
        held=case.held,
        aside=case.aside,
    )


@contextmanager
def opened(output: Path | None) -> Iterator[BinaryIO]:
    """Open what is written to: a file, or standard output.

    Raises ``BadConfiguration`` when the file cannot be written.
    """
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        with output.open("wb") as file:
            yield file
    except OSError as error:
        raise BadConfiguration(f"{output}: {error.strerror}; expected a file that can be written") from None


def write(pieces: Iterable[str], stream: BinaryIO, *, encoding: str = "utf-8") -> None:
    """Write each text as soon as it is there; a character that the encoding lacks is written as its number.

    Raises ``BadConfiguration`` when the stream takes no more, and ``click.exceptions.Exit`` with ``BROKEN_PIPE`` when
    nobody reads any more.
    """
    for piece in pieces:
        try:
            stream.write(piece.encode(encoding, "backslashreplace"))
            stream.flush()
        except BrokenPipeError:
            _forget(stream)
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        except OSError as error:
            _forget(stream)
            raise BadConfiguration(f"cannot write: {error.strerror}; expected room for what was found") from None


def _forget(stream: BinaryIO) -> None:
    """Point a stream that failed at nothing, or Python complains again when it closes it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
