"""Writes cases as one page that opens offline and needs no script."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model.case import Case

__all__ = ["page"]


def page(cases: Sequence[Case]) -> str:
    """Return one HTML page, whole in itself, with all that these stories say and what adds up in them."""
    return "<!doctype html>"
