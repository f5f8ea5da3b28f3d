"""Opens what the user names, files, folders and standard input, and reads story after story, never more than one."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from onrecord import ingest
from onrecord.ingest import MAX_STORY_BYTES
from onrecord.model.case import Case
from onrecord.model.errors import BadInput
from onrecord.model.story import Story

RECORD = "onrecord.db"
"""Where a record is when nobody says otherwise."""
FAMILY_SUFFIXES = (".ged", ".csv")
SUFFIXES = (".txt", ".html", ".htm", ".jsonl")
STANDARD_INPUT = Path("-")
_KINDS = ".txt, .html, .htm or .jsonl"


def usual_record() -> str:
    """Return where the record is: as ``$ONRECORD_RECORD`` says, else in the working folder."""
    return os.environ.get("ONRECORD_RECORD", RECORD)


def find(places: Sequence[str]) -> Iterator[Path | BadInput]:
    """Return the files that the user means, in the order named; a folder stands for all stories in it, sorted."""
    for place in places:
        path = Path(place)
        if place == "-":
            yield STANDARD_INPUT
        elif not place:  # a path of no letters would be the working folder
            yield BadInput("''", "an empty name", "the name of a story")
        elif path.is_dir():
            yield from _inside(path)
        else:
            yield path


def read(
    file: Path, *, published: date | None, watch: Callable[[BinaryIO], BinaryIO] = lambda stream: stream
) -> Iterator[Story | BadInput]:
    """Read the stories of one file, one at a time; what cannot be read is handed on as ``BadInput``, never raised.

    ``watch`` may wrap the open file, to see how far the reading is.
    """
    where = "-" if file == STANDARD_INPUT else _printable(file)
    try:
        if file == STANDARD_INPUT:
            yield from _stream(sys.stdin.buffer, where, "", published)
        elif stat.S_ISREG(file.stat().st_mode) and file.suffix.lower() not in SUFFIXES:
            yield BadInput(where, "no kind of file that holds stories", _KINDS)
        else:  # a pipe has no suffix that tells of its kind
            with file.open("rb") as raw:
                yield from _stream(watch(raw), where, file.suffix.lower(), published)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        yield BadInput(where, getattr(error, "strerror", None) or str(error), "a story that can be opened")


def read_bytes(data: bytes, *, name: str, published: date | None) -> Iterator[Story | BadInput]:
    """Read the stories of a file whose bytes are here already, as ``read`` does."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        yield BadInput(name, "no kind of file that holds stories", _KINDS)
        return
    yield from _stream(BytesIO(data), name, suffix, published)


def family(file: Path, *, published: date | None) -> Case | BadInput:
    """Read a family file, GEDCOM or a table; what cannot be read is handed back as ``BadInput``, never raised."""
    from onrecord.ingest.family_files import from_family_file

    where = _printable(file)
    try:
        with file.open("rb") as raw:
            data = raw.read(MAX_STORY_BYTES + 1)
        if len(data) > MAX_STORY_BYTES:
            return BadInput(where, f"more than {MAX_STORY_BYTES:,} bytes", "one family file")
        return from_family_file(data.decode("utf-8"), where=where, published=published)
    except BadInput as bad:
        return bad
    except UnicodeDecodeError:
        return BadInput(where, "not UTF-8", "a family file in UTF-8")
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        return BadInput(where, getattr(error, "strerror", None) or str(error), "a family file that can be opened")


def _inside(folder: Path) -> Iterator[Path | BadInput]:
    unread: list[BadInput] = []
    found = 0
    for inner, folders, names in os.walk(folder, onerror=lambda error: unread.append(_unread(error))):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES):
                found += 1
                yield Path(inner, name)
    yield from unread
    if not found and not unread:
        yield BadInput(_printable(folder), "no story in this folder", _KINDS)


def _unread(error: OSError) -> BadInput:
    return BadInput(_printable(error.filename), error.strerror or str(error), "a folder that can be opened")


def _stream(stream: BinaryIO, where: str, suffix: str, published: date | None) -> Iterator[Story | BadInput]:
    """Read one open file; ``suffix`` is empty where only the bytes can tell of what kind it is."""
    line = stream.readline(MAX_STORY_BYTES + 1)
    if suffix == ".jsonl" or (not suffix and line.lstrip().startswith(b"{")):
        yield from _lines(stream, line.removeprefix(codecs.BOM_UTF8), where, published)
        return
    data = line + stream.read(MAX_STORY_BYTES + 1 - len(line))
    if len(data) > MAX_STORY_BYTES:
        yield BadInput(where, f"more than {MAX_STORY_BYTES:,} bytes", "one news story")
    else:
        yield from ingest.from_bytes(data, where=where, suffix=suffix, published=published)


def _lines(stream: BinaryIO, line: bytes, where: str, published: date | None) -> Iterator[Story | BadInput]:
    """Read one story a line; ``line`` is the first, which the stream has left behind."""
    number = 1
    while line:
        at = f"{where}:{number}"
        if len(line) > MAX_STORY_BYTES:
            yield BadInput(at, f"a line of more than {MAX_STORY_BYTES:,} bytes", "one story a line")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_STORY_BYTES)
        elif line.strip():
            try:
                yield ingest.from_line(line, where=at, published=published)
            except BadInput as bad:
                yield bad
        line = stream.readline(MAX_STORY_BYTES + 1)
        number += 1


def _printable(path: Path | str) -> str:
    """Return the name of a file as text that any output can hold; a file's name may be any bytes."""
    return os.fsencode(path).decode("utf-8", "replace")
