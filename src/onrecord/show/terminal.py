"""Shows on the terminal what does not add up in a story, under the words that it rests on."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

import click

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Level, Says
from onrecord.show.harmless import harmless
from onrecord.show.place import line_starts, place, whence
from onrecord.show.snippet import snippet

_COLOURS = {"impossible": "red", "unlikely": "yellow", "altered": "magenta", "unclear": "cyan", "unsourced": "blue"}


def full(case: Case, *, width: int = 100, colour: bool = False) -> str:
    """Return each finding with its lines of the story and carets under the words, then what is silenced and what holds.

    ``width`` is that of the terminal, in columns. Empty when nothing was found and nothing was checked.
    """
    starts = line_starts(case.story.text)
    findings = [_finding(case, finding, starts, width, colour) for finding in case.findings]
    silenced = "".join(
        f"{_header(case, one.finding, starts, colour, silenced=True)} ({harmless(one.reason or '')})\n"
        for one in case.aside
        if one.why == "silenced"
    )
    held = "".join(f"{_header(case, held, starts, colour)}\n" for held in case.held)
    rest = silenced + held
    return "\n".join([*findings, rest] if rest else findings)


def concise(case: Case, *, colour: bool = False) -> str:
    """Return one line a finding: ``path:line:column: level[check] message``."""
    starts = line_starts(case.story.text)
    return "".join(f"{_header(case, finding, starts, colour)}\n" for finding in case.findings)


def fixed(before: Case, *, colour: bool = False) -> str:
    """Return one line for each finding of a version before that is no more."""
    return "".join(f"fixed: {line}\n" for line in concise(before, colour=colour).splitlines())


def summary(cases: Sequence[Case], *, colour: bool = False) -> str:
    """Return one closing line: ``2 stories, 3 findings (1 impossible, 2 unclear), 7 held, 1 silenced``."""
    counts = Counter(finding.level for case in cases for finding in case.findings)
    held = sum(len(case.held) for case in cases)
    by_level = ", ".join(
        _style(f"{counts[level]} {level}", colour, fg=_COLOURS[level]) for level in get_args(Level) if counts[level]
    )
    found = f"{_number(counts.total(), 'finding')} ({by_level})" if counts else "no findings"
    stories = f"{len(cases)} {'story' if len(cases) == 1 else 'stories'}"
    aside = Counter(one.why for case in cases for one in case.aside)
    return f"{', '.join([stories, found, f'{held} held', *(f'{count} {why}' for why, count in aside.items())])}\n"


def _finding(case: Case, finding: Finding, starts: list[int], width: int, colour: bool) -> str:
    lines = [_header(case, finding, starts, colour)]
    gutter = max((len(str(place(starts, span.end)[0])) for span in finding.spans), default=0)
    ink = _COLOURS[finding.level]
    for row in snippet(case.story.text, starts, finding.spans, width=width - gutter - 3):
        number = "" if row.line is None else str(row.line)
        rule = _style(f"{number:>{gutter}} |", colour, fg="bright_black")
        words = _style(row.text, colour, fg=ink, bold=True) if row.points else row.text
        lines.append(f"{rule} {words}".rstrip())
    for reason in finding.reason:
        lines += _reason(reason, gutter, width, colour)
    return "".join(f"{line}\n" for line in lines)


def _reason(reason: str, gutter: int, width: int, colour: bool) -> Iterator[str]:
    wrapped = textwrap.wrap(harmless(reason), max(width - gutter - 3, 20)) or [""]
    for number, line in enumerate(wrapped):
        sign = _style("=" if number == 0 else " ", colour, fg="bright_black")
        yield f"{'':{gutter}} {sign} {line}"


def _header(case: Case, result: Finding | Held, starts: list[int], colour: bool, *, silenced: bool = False) -> str:
    where = harmless(whence(case.story)) + _position(result.spans, starts)
    level, ink = (result.level, _COLOURS[result.level]) if isinstance(result, Finding) else ("held", "green")
    if silenced:
        level, ink = "silenced", "bright_black"
    named = f"{_style(level, colour, fg=ink, bold=True)}[{result.check}]"
    return f"{_style(where, colour, bold=True)}: {named} {harmless(result.message)}"


def _position(spans: Sequence[Says], starts: list[int]) -> str:
    if not spans:
        return ""
    line, column = place(starts, spans[0].start)
    return f":{line}:{column}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _style(text: str, colour: bool, *, fg: str | None = None, bold: bool | None = None) -> str:
    return click.style(text, fg=fg, bold=bold) if colour and text else text
