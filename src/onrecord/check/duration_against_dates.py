"""Flags a length of marriage that the dates of the wedding and of its end do not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.check.sentence import in_quotation
from onrecord.check.weddings import days_of, ends, only_wedding
from onrecord.check.written_numbers import CARDINAL, number
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.limits import LIMITS as DEFAULTS
from onrecord.model.limits import Limits
from onrecord.model.span import Span
from onrecord.model.when import months_before
from onrecord.prove.wording import in_days

LIMITS = ("rounded_years",)

_ABOUT = r"(?:(?:nearly|almost|about|around|over|more than|less than|some|at least) )?"
_MARRIED = re.compile(
    rf"\b(?:after|following|of|for) {_ABOUT}(?P<n>{CARDINAL}) years of (?:marriage|being married)\b"
    rf"|\bmarried (?:for )?{_ABOUT}(?P<n2>{CARDINAL}) years\b(?! (?:ago|later|after|before|earlier))"
    rf"|\b(?P<n3>{CARDINAL})[- ]year marriage\b"
)


def check(case: Case, limits: Limits = DEFAULTS) -> Iterator[Finding | Held]:
    """Compare "after 12 years of marriage" with the one wedding that the story dates, and the dated end of it.

    Where the story tells of no end, the marriage has lasted until the day of publication; where it tells of one without
    its day, nothing is compared. Years may be rounded by the limit either way.
    """
    wedding = only_wedding(case)
    began = days_of(wedding) if wedding else None
    if wedding is None or began is None:
        return
    over = ends(case, wedding)
    dated = [(end, days) for end in over if (days := days_of(end))]
    if over and not dated:
        return
    published = case.story.published
    for found in _MARRIED.finditer(case.story.text):
        group = next(name for name in ("n", "n2", "n3") if found[name])
        span = Span.of(case.story.text, *found.span(group))
        told = int(number(span.text))
        closing = [days for _, days in dated] or ([(published, published)] if published else [])
        if not closing or in_quotation(case, span):
            continue
        longest = _years(began[0], max(last for _, last in closing)) + 1
        shortest = max(0, _years(began[1], min(first for first, _ in closing)))
        end = in_days(dated[0][0].when.interval) if dated and dated[0][0].when else f"{published}, the day of the story"
        reason = (f"the wedding: {in_days(wedding.when.interval) if wedding.when else ''}", f"the end: {end}")
        spans = (
            Says.of(span, f"{told} years of marriage"), Says.of(wedding.spans[0], reason[0]),
            *(Says.of(one.spans[0], f"the end: {end}") for one, _ in dated[:1]),
        )  # fmt: skip
        statements = (wedding.id, *(one.id for one, _ in dated))
        allowed = f"between {shortest} and {longest} years"
        if shortest - limits.rounded_years <= told <= longest + limits.rounded_years - 1:
            message = f"{told} years of marriage: {allowed}"
            yield Held(message=message, spans=spans, reason=(*reason, allowed), statements=statements)
        else:
            message = f"{told} years of marriage, but from the wedding to the end it is {allowed}"
            yield Finding(
                level="unlikely", message=message, spans=spans, reason=(*reason, allowed), statements=statements
            )


def _years(first: date, last: date) -> int:
    years = last.year - first.year
    while years > 0 and months_before(last, 12 * years) < first:
        years -= 1
    return years
