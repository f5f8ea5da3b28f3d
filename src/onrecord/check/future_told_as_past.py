"""Flags what is told as past on a day that was still to come when the story was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.sentence import sentence_around
from onrecord.check.tense import at_odds, dated_by_year
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held

_PAST = re.compile(
    r"\b(?:was|were|had|did|died|won|lost|met|wed|began|became|left|born|told|said|gave|took|\w{3,}ed)\b"
    r"[^,;:.!?()\"“”—–]{0,50}?\b(?:in|on)\s\Z"
)
_MAY_COME = re.compile(
    r"\b(?:will|would|shall|could|should|may|might|can|to|if|until|till|by|through|for|set|scheduled|expected|planned"
    r"|due|slated|projected|next|plans?|expires?|ends?|ahead|before|after|than|potential|possible|candidate|contender|bid|need(?:ed|s)?|based)\b|[’']ll\b"
)


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each day with its year that follows a verb of the past with the day of publication.

    A sentence with a word for what is planned or may come ("to", "scheduled", "until", "would") is left alone.
    """
    published = case.story.published
    if published is None:
        return
    for span, days in dated_by_year(case):
        if days.earliest is None or days.earliest <= published:
            continue
        start, end = sentence_around(case.story.text, span)
        told = _PAST.search(case.story.text[start : span.start])
        if told and not _MAY_COME.search(case.story.text[start:end]):
            yield at_odds(
                told.group(), span, days, but=f"the story is of {published}", published=f"{published}, before that"
            )
