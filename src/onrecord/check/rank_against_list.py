"""Flags a place in a row that the row does not have: the fourth of three, third behind three others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.written_numbers import CARDINAL, ORDINAL, number, ordinal
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span

_OF = re.compile(
    # "A third of five" is a fraction: only what "the" or an owner stands before is a place.
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)[ \u00a0](?P<place>{ORDINAL})(?:[ -](?!of\b)[a-z]{{2,15}}){{0,2}}"
    rf"[ \u00a0](?:out )?of[ \u00a0](?:(?:the|his|her|their|its|those|these)[ \u00a0])?(?P<count>{CARDINAL})"
    r"(?=[ \u00a0][a-z]+s\b| children\b|[.,;:!?\"”)\n]|[ \u00a0]?[—–]|\Z)(?![.,:]\d)"
)
_NAME = r"[A-ZÀ-ÖØ-Þ](?:[\w’'-]|\.(?=[ \u00a0]?[A-Z]))*(?:[ \u00a0][A-ZÀ-ÖØ-Þ](?:[\w’'-]|\.(?=[ \u00a0]?[A-Z]))*){0,2}"
_BEHIND = re.compile(
    r"\b(?:c[ao]me|coming|finish(?:ed|es|ing)?|ran|was|is|are|placed|ranked|ranks|stands|sits)(?:[ \u00a0]in)?"
    rf"(?:[ \u00a0]an?(?:[ \u00a0][a-z]{{2,12}}){{1,2}})?[ \u00a0](?P<place>{ORDINAL})(?:[ \u00a0]place)?"
    r",?[ \u00a0](?:right |just |only )?behind[ \u00a0]"
    rf"(?P<list>{_NAME}(?:, {_NAME}){{0,6}}(?:,? and {_NAME})?)(?![\w’'])"
)
_BETWEEN = re.compile(r",? and |, ")
_YEARS = range(1500, 2100)


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each place in a row with the number of those in the row, or of those named as ahead.

    Nobody is the fourth of three; and who comes third has two ahead, not three.
    """
    text = case.story.text
    for found in _OF.finditer(text):
        count = number(found["count"])
        if count.denominator == 1 and count not in _YEARS and count > 0:
            yield _of(found, int(count))
    for found in _BEHIND.finditer(text):
        yield from _behind(found)


def _of(found: re.Match[str], count: int) -> Finding | Held:
    place = ordinal(found["place"])
    spans = (_says(found, "place", f"number {place}"), _says(found, "count", f"{count:,} in all"))
    reason = (f"the highest place among {count:,} is {count:,}",)
    if place <= count:
        return Held(message=f"number {place} of {count:,}", spans=spans, reason=reason)
    return Finding(level="impossible", message=f"number {place} of only {count:,}", spans=spans, reason=reason)


def _behind(found: re.Match[str]) -> Iterator[Finding | Held]:
    place, ahead = ordinal(found["place"]), len(_BETWEEN.split(found["list"]))
    spans = (_says(found, "place", f"number {place}"), _says(found, "list", f"{ahead} ahead"))
    reason = (f"number {place} has {place - 1} ahead", f"named as ahead: {found['list']}: {ahead}")
    if ahead == place - 1:
        yield Held(message=f"number {place}, behind {ahead}", spans=spans, reason=reason)
    elif ahead > place - 1:  # that fewer are named is no fault: the nearest may be meant
        yield Finding(level="unlikely", message=f"number {place}, but behind {ahead}", spans=spans, reason=reason)


def _says(found: re.Match[str], group: str, says: str) -> Says:
    return Says.of(Span(*found.span(group), found[group]), says)
