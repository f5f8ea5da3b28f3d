"""Draws how the people of a story are related."""

from __future__ import annotations

from onrecord.model.case import Case


def svg(case: Case) -> str | None:
    """Return the family picture as SVG; None when the story tells of no relation."""
    return None
