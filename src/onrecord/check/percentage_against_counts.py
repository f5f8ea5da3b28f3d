"""Flags a percentage that the two numbers beside it do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from onrecord.check.written_numbers import CARDINAL, in_figures, number
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span

HEDGED_POINTS = 3  # percentage points by which "about", "nearly" or "more than" may be off
_ROUGHLY = (
    r"(?:(?P<rough>(?i:about|around|roughly|approximately|nearly|almost|some|just|more than|less than|fewer than|over"
    r"|under|at least|up to|an estimated|close to))[ \u00a0](?:over |under )?)?"
)
_PERCENT = rf"{_ROUGHLY}(?P<percent>[0-9]{{1,3}}(?:\.(?P<decimals>[0-9]{{1,3}}))?)(?:%|[ -]?(?:percent|per[ ]cent)\b)"
_OF = (
    rf"(?P<part>{CARDINAL})(?P<noun>[ \u00a0][a-z][\w-]{{0,20}})?[ \u00a0](?:out[ ]of|of)[ \u00a0]"
    rf"(?:(?:the|its|their|his|her|all|a[ ]total[ ]of)[ \u00a0]){{0,2}}(?P<whole>{CARDINAL})(?![%]| ?per ?cent)"
)
_WORDS = r"(?:[ \u00a0][A-Za-z][\w’'-]{0,20}){0,3}"
_COUNTS_FIRST = re.compile(rf"{_OF}{_WORDS}(?: \(|, or |,? — |, )(?:or )?{_PERCENT}(?=\)|[,.;]| —| of )")
_PERCENT_FIRST = re.compile(rf"{_PERCENT}(?: \(|, or | — )(?:or )?{_OF}")


def check(case: Case) -> Iterator[Finding | Held]:
    """Divide the two numbers that stand right beside a percentage: "30 of the 120 members (25 percent)".

    A percentage may be rounded or cut off at its last digit; one that is hedged may be ``HEDGED_POINTS`` off.
    """
    for pattern in (_COUNTS_FIRST, _PERCENT_FIRST):
        for found in pattern.finditer(case.story.text):
            part, whole = number(found["part"]), number(found["whole"])
            if 0 < part <= whole and whole > 1:
                yield _compare(found, part, whole)


def _compare(found: re.Match[str], part: Fraction, whole: Fraction) -> Finding | Held:
    told, exact = Fraction(found["percent"]), 100 * part / whole
    within = Fraction(HEDGED_POINTS) if found["rough"] else Fraction(1, 10 ** len(found["decimals"] or ""))
    sum_ = f"{in_figures(part)} of {in_figures(whole)} is {in_figures(exact)} percent"
    spans = (
        Says.of(Span(*found.span("percent"), found["percent"]), f"{found['percent']} percent"),
        Says.of(Span(*found.span("part"), found["part"]), "the part"),
        Says.of(Span(*found.span("whole"), found["whole"]), "the whole"),
    )
    reason = (f"100 x {in_figures(part)} / {in_figures(whole)} = {in_figures(exact)}",)
    if abs(told - exact) < within:
        return Held(message=f"{found['percent']} percent: {sum_}", spans=spans, reason=reason)
    return Finding(
        level="unlikely" if found["rough"] else "impossible",
        message=f"{found['percent']} percent told, but {sum_}",
        spans=spans,
        reason=reason,
    )
