"""Flags parts that do not add up to the total that stands right before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from onrecord.check.written_numbers import CARDINAL, number
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span

# Nouns that between them leave nobody out and count nobody twice.
_KINDS = tuple(
    frozenset(kind.split())
    for kind in (
        "man men woman women child children",
        "man men woman women boy boys girl girls",
        "son sons daughter daughters",
        "adult adults child children",
        "male males female females",
        "republican republicans democrat democrats independent independents",
    )
)
_LONGEST_LIST = 160  # characters
_TOTAL = re.compile(
    rf"(?P<number>{CARDINAL})(?P<what>(?:[ \u00a0][a-z][\w’'-]{{0,30}}){{1,4}}?)"
    r"(?:[ \u00a0]?[—–:(][ \u00a0]?|[ \u00a0]-{1,2}[ \u00a0])(?=\w)"
)
_END = re.compile(r"[ \u00a0]?[—–:;.()\n]|[ \u00a0]-{1,2}[ \u00a0]|\Z")
_BETWEEN = re.compile(r",? and |, ")
_PART = re.compile(rf"(?P<number>{CARDINAL})[ \u00a0](?:of them )?(?P<noun>[A-Za-z]{{3,15}})")


class _Part(msgspec.Struct, frozen=True):
    """One part of the list: its words, its number, and the noun it counts."""

    span: Span
    number: int
    noun: str


def check(case: Case) -> Iterator[Finding | Held]:
    """Add up the parts that stand as a full list right behind their total: "nine children — five boys and four girls".

    The parts must be of a kind that leaves nobody out: men and women, sons and daughters, and the like.
    """
    text = case.story.text
    for found in _TOTAL.finditer(text):
        total = number(found["number"])
        parts = _parts(text, found.end())
        if total.denominator == 1 and parts:
            yield _compare(Span(*found.span("number"), found["number"]), int(total), parts)


def _parts(text: str, start: int) -> list[_Part]:
    """Return the parts of the list that begins at ``start``; none unless all of it is understood."""
    end = _END.search(text, start, start + _LONGEST_LIST)
    if end is None:
        return []
    parts, place = [], start
    for between in [*_BETWEEN.finditer(text, start, end.start()), None]:
        stop = between.start() if between else end.start()
        part = _PART.fullmatch(text, place, stop)
        if part is None or (value := number(part["number"])).denominator != 1:
            return []
        parts.append(_Part(Span(place, stop, part.group()), int(value), part["noun"].lower()))
        place = between.end() if between else stop
    nouns = {part.noun for part in parts}
    return parts if 1 < len(parts) == len(nouns) and any(nouns <= kind for kind in _KINDS) else []


def _compare(told: Span, total: int, parts: list[_Part]) -> Finding | Held:
    added = sum(part.number for part in parts)
    line = f"{' + '.join(str(part.number) for part in parts)} = {added:,}"
    spans = (Says.of(told, f"{total:,} in all"), *(Says.of(part.span, f"{part.number:,}") for part in parts))
    if added == total:
        return Held(message=f"{total:,} in all: {line}", spans=spans, reason=(line,))
    return Finding(level="impossible", message=f"{total:,} in all, but {line}", spans=spans, reason=(line,))
