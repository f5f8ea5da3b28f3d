"""Flags what is told as still to come on a day that was over when the story was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.sentence import in_quotation, sentence_around
from onrecord.check.tense import at_odds, dated_by_year
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held

_TO_COME = re.compile(
    r"\b(?:will(?! have\b)(?! ever\b)|is set to|are set to|is expected to|are expected to|is due to|are due to"
    r"|is scheduled to|are scheduled to|is going to|are going to)\b"
    r"[^,;:.!?()\"“”—–]{0,70}?\b(?:in|on)\s\Z"
)


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each day with its year that follows "will", "is set to" and the like with the day of publication.

    Words inside quotation marks may be older than the story, and are left alone.
    """
    published = case.story.published
    if published is None:
        return
    for span, days in dated_by_year(case):
        if days.latest is None or days.latest >= published or in_quotation(case, span):
            continue
        start, _ = sentence_around(case.story.text, span)
        told = _TO_COME.search(case.story.text[start : span.start])
        if told:
            yield at_odds(
                told.group(), span, days, but=f"that was over on {published}", published=f"{published}, later than that"
            )
