"""An answer laid out: headings, what is told under each, and below it who tells it, on which day, in which words."""

from __future__ import annotations

import textwrap

import click
import msgspec

from onrecord.show.harmless import harmless

_NARROWEST = 40


class Source(msgspec.Struct, frozen=True):
    """Who tells something: the outlet or file, the day, the words; the story's key and the first character there."""

    whence: str
    words: str = ""
    story: str | None = None
    start: int = 0


class Row(msgspec.Struct, frozen=True):
    """One thing that is told, and by whom; ``id`` is what else to ask by, ``lines`` are reasoning to follow."""

    said: str
    sources: tuple[Source, ...] = ()
    id: str | None = None
    lines: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """Rows that belong together, under a heading."""

    heading: str
    rows: tuple[Row, ...]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A whole answer; ``pictures`` are SVG by their names, and ``nothing`` is said when there are no sections."""

    title: str
    lead: str = ""
    sections: tuple[Section, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    nothing: str = "Nothing of this is on record."


def table(sheet: Sheet, *, width: int = 100, colour: bool = False) -> str:
    """Return a sheet as lines for a terminal of some columns."""
    title = harmless(sheet.title)
    lines = [click.style(title, bold=True) if colour else title]
    lines += _wrapped(sheet.lead, width, "  ")
    for section in sheet.sections:
        lines += ["", click.style(section.heading, bold=True) if colour else section.heading]
        for row in section.rows:
            lines += _wrapped(row.said, width, "  ")
            lines += [line for one in row.lines for line in _wrapped(f"= {one}", width, "    ")]
            for source in row.sources:
                lines += _wrapped(f"{source.whence}: {source.words}" if source.words else source.whence, width, "    ")
            lines += _wrapped(row.id or "", width, "    ")
    if not sheet.sections:
        lines.append(f"  {sheet.nothing}")
    return "".join(f"{line}\n" for line in lines)


def _wrapped(row: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        harmless(row), max(width, _NARROWEST), initial_indent=indent, subsequent_indent=f"{indent}    ",
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip
