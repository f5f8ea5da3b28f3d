"""The word lists that tell names from other capitals: given names, surnames, everyday words, places, the press."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Literal

from onrecord.model.place_names import place_names

Sort = Literal["press", "places", "others"]


def folded(name: str) -> str:
    """Return a name as it is compared: lower case, no accents, straight apostrophes, single spaces."""
    if not name.isascii():
        plain = unicodedata.normalize("NFD", name.replace("’", "'").replace("‘", "'").replace("‑", "-"))
        name = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(name.lower().split())


def given(word: str) -> bool:
    """Tell whether the word, folded, is a usual given name."""
    return word in _given()


def women_share(word: str) -> float | None:
    """Return how many of the bearers of a given name, folded, are women: 0.0 to 1.0; None when it is none."""
    return _given().get(word)


def surname(word: str) -> bool:
    """Tell whether the word, folded, is a frequent surname."""
    return word in _surnames()


def usual(word: str) -> bool:
    """Tell whether the word, folded, is a frequent surname or an everyday word, and so hardly anybody's whole name."""
    return surname(word) or everyday(word) is not None


def everyday(word: str) -> str | None:
    """Return what an everyday word is: noun, verb, adjective, adverb ("nvar"), "d"igit, "f"unction word, "x" unknown.

    ``word`` is in lower case; None when it is not usually written so.
    """
    return _words().get(word)


def on_list(name: str) -> Sort | None:
    """Return which list a folded name of one or more words stands in."""
    return _listed().get(name)


@cache
def multiword_heads() -> frozenset[str]:
    """Return the first words of the on_list names of several words, folded."""
    return frozenset(name.split()[0] for name in _listed() if " " in name)


def _text(name: str) -> str:
    return (files("onrecord.annotate") / "data" / name).read_text(encoding="utf-8")


@cache
def _given() -> dict[str, float]:
    told = _text("given.txt").split()
    return {name: int(share) / 100 for name, share in zip(told[::2], told[1::2], strict=True)}


@cache
def _surnames() -> frozenset[str]:
    return frozenset(_text("surnames.txt").splitlines())


@cache
def _words() -> dict[str, str]:
    told = _text("words.txt").split()
    return dict(zip(told[::2], told[1::2], strict=True))


@cache
def _listed() -> dict[str, Sort]:
    table: dict[str, Sort] = {}
    lists: dict[Sort, Iterable[str]] = {
        "others": _text("others.txt").split(),
        "places": place_names(),
        "press": _text("press.txt").split(),
    }
    for sort, names in lists.items():
        table.update((folded(name.replace("_", " ")), sort) for name in names)
    return table
