"""Writes findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from onrecord.model.case import Case


def commands(case: Case) -> str:
    """Return one workflow command a line, for each finding of a story."""
    return ""
