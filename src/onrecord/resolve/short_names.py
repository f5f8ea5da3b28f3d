"""Finds whom a short form of a full name means: a handle, initials, "J.Lo", "Kim K"."""

from __future__ import annotations

import re
from collections.abc import Callable

_NO_LETTERS = re.compile(r"[\W\d_]+")
_BLEND = re.compile(r"([A-Z][a-z]*)[.-]?([A-Z][a-z]+)")
_INITIALS = re.compile(r"[A-Z]{2,3}")
_FIRST_AND_INITIAL = re.compile(r"([A-Z]\w+)[ -]([A-Z])\.?")
_PET_NAME = re.compile(r"([A-Z][a-z]{3,})s")
_SHORTEST_HANDLE = 6  # letters: a shorter one is a word like any other


def short_form(text: str) -> Callable[[tuple[str, ...]], bool] | None:
    """Return what tells whether a name is short for a full name, given as words in lower case.

    "@susanhale", "SH", "S.Ha", "SuHa", "Susan H", and "Marls" of Marlow; None for a name that looks like none of them.
    """
    if text.startswith("@"):
        handle = _NO_LETTERS.sub("", text).lower()
        return (lambda name: handle == "".join(name)) if len(handle) >= _SHORTEST_HANDLE else None
    if _INITIALS.fullmatch(text):
        return lambda name: text.lower() == "".join(word[0] for word in name)
    parts = _FIRST_AND_INITIAL.fullmatch(text) or _BLEND.fullmatch(text)
    if parts:
        first, last = parts[1].lower(), parts[2].lower()
        return lambda name: (
            name[0].startswith(first) and any(part.startswith(last) for part in name[1:]) and last not in name
        )
    if pet := _PET_NAME.fullmatch(text):
        stem = pet[1].lower()
        return lambda name: name[-1].startswith(stem) and name[-1] not in (stem, stem + "s")
    return None
