"""Names of places that everybody knows: countries, states, big cities."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def place_names() -> frozenset[str]:
    """Return the names as they are written; some have several words."""
    told = (files("onrecord.model") / "data" / "places.txt").read_text(encoding="utf-8")
    return frozenset(name.replace("_", " ") for name in told.split())
