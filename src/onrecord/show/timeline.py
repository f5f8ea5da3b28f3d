"""Draws what happened when, and when people were born."""

from __future__ import annotations

from onrecord.model.case import Case


def svg(case: Case) -> str | None:
    """Return the timeline as SVG; None when the story gives no day to draw."""
    return None
