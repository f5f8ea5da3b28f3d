"""Flags a number in the headline that the story below gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec

from onrecord.check.written_numbers import CARDINAL, ORDINAL, in_figures, number, ordinal
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span

ROUNDED = Fraction(1, 10)  # a headline may round by that share: "$40 million" for 39.5 million
_AMOUNT = re.compile(
    rf"(?P<money>[$£€])?(?P<number>{CARDINAL}|(?<![\w.,])[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?=(?:[kKmMbB]|bn)(?!\w)))"
    r"(?P<short>(?:[kKmMbB]|bn)(?!\w))?(?:(?P<percent>%|[ \u00a0-]?per[ ]?cent\b)"
    r"|[ \u00a0-](?P<noun>[A-Za-z]{3,20})(?:[ \u00a0-](?P<next>[A-Za-z]{3,20}))?)?"
)
_SHORT = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000}
_NO_UNIT = frozenset(
    # Lengths of time: a headline may work them out of days that the story gives.
    "year years month months week weeks day days hour hours minute minutes second seconds"
    " and but the for with from after before over under more less than most least other others new old times time per"
    " out off who that which are was were has had can will may all its his her their our your this these those".split()
)


class _Amount(msgspec.Struct, frozen=True):
    """A number with what it counts: "$", "%", or the nouns right behind it, in the singular."""

    span: Span
    value: Fraction
    units: frozenset[str]


def check(case: Case) -> Iterator[Finding | Held]:
    """Look for each amount of the headline in the story below.

    Nothing is said where the number stands below at all, in figures or words, nor where nothing of its kind is
    counted there. A headline may round.
    """
    headline, text = case.story.headline, case.story.text
    if headline is None:
        return
    below = _amounts(text, headline.end, len(text))
    places = {Fraction(ordinal(found.group())) for found in re.finditer(ORDINAL, text[headline.end :])}
    for told in _amounts(text, headline.start, headline.end):
        alike = [one for one in below if one.units & told.units]
        same = next((one for one in alike if one.value == told.value), None)
        if same:
            yield _held(told, same)
        elif alike and told.value not in places and not any(_is_near(told.value, one.value) for one in below):
            yield _finding(told, alike)


def _amounts(text: str, start: int, end: int) -> list[_Amount]:
    found = []
    for amount in _AMOUNT.finditer(text, start, end):
        nouns = {amount[name].lower() for name in ("noun", "next") if amount[name]} - _NO_UNIT
        units = {"$"} if amount["money"] else {"%"} if amount["percent"] else {_singular(noun) for noun in nouns}
        value = number(amount["number"]) * _SHORT.get((amount["short"] or "").lower(), 1)
        if units and value != 1:
            place = amount.start("money") if amount["money"] else amount.start("number")
            stop = amount.end("percent") if amount["percent"] else max(amount.end("number"), amount.end("short"))
            found.append(_Amount(Span(place, stop, text[place:stop]), value, frozenset(units)))
    return found


def _singular(noun: str) -> str:
    return {"men": "man", "women": "woman", "children": "child", "kids": "child", "people": "person"}.get(
        noun, noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    )


def _is_near(one: Fraction, two: Fraction) -> bool:
    return one == two or (min(one, two) > 10 and abs(one - two) <= ROUNDED * max(one, two))


def _held(told: _Amount, same: _Amount) -> Held:
    spans = (Says.of(told.span, "in the headline"), Says.of(same.span, "in the story"))
    return Held(message=f"“{told.span.text}” in the headline: “{same.span.text}” in the story", spans=spans)


def _finding(told: _Amount, alike: Sequence[_Amount]) -> Finding:
    unit = " or ".join(sorted(told.units & alike[0].units))
    return Finding(
        level="altered",
        message=f"the headline has “{told.span.text}”, the story “{alike[0].span.text}”",
        spans=(Says.of(told.span, "in the headline"), *(Says.of(one.span, "in the story") for one in alike[:3])),
        reason=(
            f"the headline: {in_figures(told.value)} ({unit})",
            f"the story: {', '.join(dict.fromkeys(in_figures(one.value) for one in alike[:3]))} ({unit})",
            f"{in_figures(told.value)} stands nowhere below the headline",
        ),
    )
