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

ROUNDED = Fraction(1, 10)  # the rounder of two numbers may be off by that share: "$40 million" for 39.5 million
SMALLEST_ROUNDED = 10
SMALLEST_ALONE = 13  # a smaller number may be the count of what the story lists
MOST_LISTED = 100  # a number that opens the headline may be such a count up to that: "31 readers tell"
SHORTEST_STORY_WORDS = 60
_LENGTH = re.compile(r"[ \u00a0-](?:year|month|week|day|hour|minute|second)s?\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CARDINAL, _ORDINAL = re.compile(CARDINAL), re.compile(ORDINAL)
_AMOUNT = re.compile(
    rf"(?P<money>[$£€])?(?P<number>{CARDINAL}|(?<![\w.,])[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?=(?:[kKmMbB]|bn)(?!\w)))"
    r"(?P<short>(?:[kKmMbB]|bn)(?!\w))?(?:(?P<percent>%|[ \u00a0-]?per[ ]?cent\b)"
    r"|[ \u00a0-](?P<noun>[A-Za-z]{3,20})(?:[ \u00a0-](?P<next>[A-Za-z]{3,20}))?)?"
)
# "iPhone 4", "Boeing 787": what a number behind its noun counts; no month, and no word that opens a headline.
_LABEL = re.compile(r"(?P<label>[a-z]?[A-Z][A-Za-z]{2,20}|No\.)[ \u00a0]\Z")
_LONGEST_LABEL = 24
_SHORT = {"k": 1_000, "m": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000}
_NO_UNIT = frozenset(
    # Lengths of time: a headline may work them out of days that the story gives.
    "year years month months week weeks day days hour hours minute minutes second seconds"
    " and but the for with from after before over under more less than most least other others new old times time per"
    " out off who that which are was were has had can will may all its his her their our your this these those".split()
)
_NO_LABEL = _NO_UNIT | frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sept sep oct nov dec age aged just only about top first last between into onto than".split()
)


class _Amount(msgspec.Struct, frozen=True):
    """A number with what it counts: "$", "%", the nouns right behind it, in the singular, or the name before it."""

    span: Span
    value: Fraction
    units: frozenset[str]


def check(case: Case) -> Iterator[Finding | Held]:
    """Look for each amount of the headline in the story below.

    Nothing is said where the number stands below at all, in figures or words. Where nothing of its kind is counted
    there, only a number in figures from ``SMALLEST_ALONE`` on is looked for. A headline may round, or the story.
    """
    headline, text = case.story.headline, case.story.text
    if headline is None:
        return
    below = _amounts(text, headline.end, len(text))
    values = {Fraction(ordinal(found.group())) for found in _ORDINAL.finditer(text, headline.end)}
    values |= {number(found.group()) for found in _CARDINAL.finditer(text, headline.end)}
    values |= {one.value for one in below}
    long_enough = len(text[headline.end :].split()) >= SHORTEST_STORY_WORDS
    for told in _amounts(text, headline.start, headline.end, units_needed=False):
        alike = [one for one in below if one.units & told.units]
        same = next((one for one in alike if one.value == told.value), None)
        if same:
            yield _held(told, same)
        elif told.value in values or any(_is_rounded(told.value, one.value) for one in alike):
            continue
        elif alike:
            yield _finding(told, alike)
        elif (
            long_enough
            and _stands_for_itself(text, told, opens=told.span.start == headline.start)
            and not any(_is_rounded(told.value, one) for one in values)
        ):
            yield _nowhere(told)


def _amounts(text: str, start: int, end: int, *, units_needed: bool = True) -> list[_Amount]:
    found = []
    for amount in _AMOUNT.finditer(text, start, end):
        nouns = {_singular(amount[name].lower()) for name in ("noun", "next") if amount[name]} - _NO_UNIT
        label = _LABEL.search(text, max(start, amount.start("number") - _LONGEST_LABEL), amount.start("number"))
        units = {"$"} if amount["money"] else {"%"} if amount["percent"] else nouns
        if label and label["label"].lower() not in _NO_LABEL and not amount["money"]:
            units |= {label["label"]}
        value = number(amount["number"]) * _SHORT.get((amount["short"] or "").lower(), 1)
        if (units or not units_needed) and value != 1:
            place = amount.start("money") if amount["money"] else amount.start("number")
            stop = amount.end("percent") if amount["percent"] else max(amount.end("number"), amount.end("short"))
            found.append(_Amount(Span(place, stop, text[place:stop]), value, frozenset(units)))
    return found


def _singular(noun: str) -> str:
    return {"men": "man", "women": "woman", "children": "child", "kids": "child", "people": "person"}.get(
        noun, noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
    )


def _is_rounded(one: Fraction, two: Fraction) -> bool:
    """Tell whether the one with fewer digits may be the other one rounded."""
    if min(one, two) <= SMALLEST_ROUNDED or abs(one - two) > ROUNDED * max(one, two):
        return False
    return len(in_figures(one).replace(",", "").strip("0")) != len(in_figures(two).replace(",", "").strip("0"))


def _held(told: _Amount, same: _Amount) -> Held:
    spans = (Says.of(told.span, "in the headline"), Says.of(same.span, "in the story"))
    return Held(message=f"“{told.span.text}” in the headline: “{same.span.text}” in the story", spans=spans)


def _stands_for_itself(text: str, told: _Amount, *, opens: bool) -> bool:
    """Tell whether a number in figures is no year or length of time, and no count of what the story lists.

    ``opens`` says that the headline begins with it.
    """
    words, before = told.span.text, text[: told.span.start].rstrip(" ")[-1:]
    worked_out = _LENGTH.match(text, told.span.end)
    lists = told.value < (MOST_LISTED if opens else SMALLEST_ALONE)
    return (
        any(map(str.isdigit, words))
        and not lists
        and not worked_out
        and before not in ("'", "’", "‘")
        and not _YEAR.fullmatch(words)
    )


def _nowhere(told: _Amount) -> Finding:
    return Finding(
        level="altered",
        message=f"the headline has “{told.span.text}”, which stands nowhere below",
        spans=(Says.of(told.span, "in the headline"),),
        reason=(f"no number of the story is {in_figures(told.value)}, or comes near it",),
    )


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
