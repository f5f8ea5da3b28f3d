"""Flags an anniversary that its year does not make."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.sentence import in_quotation
from onrecord.check.weddings import only_wedding
from onrecord.check.written_numbers import ORDINAL, ordinal
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.limits import LIMITS as DEFAULTS
from onrecord.model.limits import Limits
from onrecord.model.span import Span

LIMITS = ("rounded_years",)

_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?![\w-])"
_OF_A_YEAR = re.compile(rf"(?P<told>{ORDINAL}) anniversary of (?:[^\s.,;:!?]+ ){{1,8}}?(?:in |of )?{_YEAR}")
_WEDDING = re.compile(rf"\b(?:their|a|the couple['’]s) (?P<told>{ORDINAL}) (?:wedding )?anniversary(?! of)")
_COMING = re.compile(r"\b(?:will|would|upcoming|next|ahead of|before|planned|plans)\b")
_BACK = 120  # characters in which a word tells that the anniversary is not now


def check(case: Case, limits: Limits = DEFAULTS) -> Iterator[Finding | Held]:
    """Compare "the 10th anniversary of the 2012 wedding" with the years from then to the year of publication.

    A year more or less is allowed, for a story may come before the day or look back on it. A wedding anniversary is
    held against the one wedding whose year is told.
    """
    published, text = case.story.published, case.story.text
    if published is None:
        return
    for found in _OF_A_YEAR.finditer(text):
        from_then = Says.of(Span.of(text, *found.span("year")), f"the year {found['year']}")
        yield from _compare(case, found, int(found["year"]), (from_then,), (), published.year, limits)
    wedding = only_wedding(case)
    if wedding is None or wedding.when is None or wedding.when.earliest is None:
        return
    for found in _WEDDING.finditer(text):
        told = Says.of(wedding.spans[0], f"the wedding: {wedding.when.earliest.year}")
        if not _COMING.search(text, max(0, found.start() - _BACK), found.start()):
            year = wedding.when.earliest.year
            yield from _compare(case, found, year, (told,), (wedding.id,), published.year, limits)


def _compare(
    case: Case, found: re.Match[str], year: int, told: tuple[Says, ...], statements: tuple[str, ...], now: int,
    limits: Limits,
) -> Iterator[Finding | Held]:  # fmt: skip
    span = Span.of(case.story.text, *found.span("told"))
    if in_quotation(case, span):
        return
    years = ordinal(span.text)
    spans = (Says.of(span, f"{years} years"), *told)
    reason = (f"{now} - {year} = {now - year}", f"“{span.text} anniversary”: {years}")
    if abs(now - year - years) <= limits.rounded_years:
        message = f"{span.text} anniversary: {reason[0]}"
        yield Held(message=message, spans=spans, reason=reason, statements=statements)
    else:
        message = f"the {span.text} anniversary of {year} is not in {now}: {reason[0]}"
        yield Finding(level="unlikely", message=message, spans=spans, reason=reason, statements=statements)
