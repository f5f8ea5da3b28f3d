"""Writes findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from onrecord.model.case import Case
from onrecord.model.finding import Finding
from onrecord.show.harmless import harmless
from onrecord.show.place import line_starts, place, whence

_LEVELS = {"impossible": "error", "unlikely": "warning", "altered": "warning", "unclear": "warning",
           "unsourced": "notice"}  # fmt: skip


def commands(case: Case) -> str:
    """Return one workflow command a line, for each finding of a story."""
    starts = line_starts(case.story.text)
    return "".join(f"{_command(case, finding, starts)}\n" for finding in case.findings)


def _command(case: Case, finding: Finding, starts: list[int]) -> str:
    properties = {"file": whence(case.story)}
    if finding.spans:
        (line, column), (end_line, end_column) = (
            place(starts, offset) for offset in (finding.spans[0].start, finding.spans[0].end)
        )
        properties |= {"line": str(line), "endLine": str(end_line)}
        if line == end_line:  # GitHub takes columns within one line only
            properties |= {"col": str(column), "endColumn": str(end_column)}
    properties["title"] = f"{finding.level}: {finding.check}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = "%0A".join(_data(line) for line in (finding.message, *finding.reason))
    return f"::{_LEVELS[finding.level]} {listed}::{message}"


def _data(text: str) -> str:
    return harmless(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
