"""Keeps findings that were looked at in files beside the stories: silences of one story, and the baseline of many."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.model.anchor import Anchor
from onrecord.model.case import Case
from onrecord.model.errors import BadConfiguration
from onrecord.model.finding import Finding
from onrecord.model.known import Known

ENDING = ".silences.toml"
_LINE = re.compile(r":\d+\Z")  # the number of a story's line, behind the name of its .jsonl file
_HEADS = {
    "silence": "# Findings that may stand, each with the reason. They are known by their words: lines may move.\n",
    "finding": "# What was found when this baseline was made; onrecord check --baseline leaves it out.\n",
}


def sidecar(story_path: str) -> Path:
    """Return the file that holds the silences of a story: ``draft.txt`` has ``draft.txt.silences.toml``."""
    return Path(_LINE.sub("", story_path) + ENDING)


def known_of(case: Case, finding: Finding, *, reason: str | None = None, story: str | None = None) -> Known:
    """Remember a finding of a story."""
    anchor = Anchor.of(case.story.text, finding.spans)
    return Known(check=finding.check, anchor=anchor, reason=reason, story=story)


def read(file: Path, name: str) -> list[Known]:
    """Return what a file remembers in its tables called ``name``; nothing when there is no such file.

    Raises ``BadConfiguration`` when the file cannot be read or holds anything else.
    """
    try:
        written = file.read_text(encoding="utf-8")
        import tomllib  # seldom is there anything to read

        table = tomllib.loads(written)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BadConfiguration(f"{file}: {error.strerror}; expected a file that can be read") from None
    except ValueError as error:  # not TOML, or not UTF-8
        raise BadConfiguration(f"{file}: {error}; expected TOML") from None
    if set(table) - {name}:
        raise BadConfiguration(f"{file}: {sorted(set(table) - {name})[0]!r} is not known here; expected [[{name}]]")
    try:
        return [_known(row) for row in msgspec.convert(table.get(name, []), list[_Row])]
    except msgspec.ValidationError as error:
        raise BadConfiguration(f"{file}: {error}; expected [[{name}]] with check and words") from None


def append(file: Path, known: Known) -> None:
    """Add a silence at the end of its file, whatever else stands there.

    Raises ``BadConfiguration`` when the file cannot be written.
    """
    begun = file.exists()
    _write(file, "".join([*([] if begun else [_HEADS["silence"]]), *_table("silence", known)]), mode="a")


def write_baseline(file: Path, known: Iterable[Known]) -> None:
    """Write a baseline anew.

    Raises ``BadConfiguration`` when the file cannot be written.
    """
    _write(file, "".join([_HEADS["finding"], *(line for one in known for line in _table("finding", one))]), mode="w")


class _Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One table of a file."""

    check: str
    words: tuple[str, ...]
    near: str = ""
    reason: str | None = None
    story: str | None = None


def _known(row: _Row) -> Known:
    return Known(check=row.check, anchor=Anchor(words=row.words, near=row.near), reason=row.reason, story=row.story)


def _table(name: str, known: Known) -> Iterator[str]:
    yield f"\n[[{name}]]\n"
    for key, value in (("story", known.story), ("check", known.check), ("reason", known.reason)):
        if value is not None:
            yield f"{key} = {_string(value)}\n"
    yield f"words = [{', '.join(_string(words) for words in known.anchor.words)}]\n"
    if known.anchor.near:
        yield f"near = {_string(known.anchor.near)}\n"


def _string(text: str) -> str:
    """Write a string as TOML does: as JSON does, and the one control character more that TOML wants escaped."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007F")


def _write(file: Path, text: str, *, mode: str) -> None:
    try:
        with file.open(mode, encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise BadConfiguration(f"{file}: {error.strerror}; expected a file that can be written") from None
