"""Flags a stir that the headline tells of and that nobody in the story makes: rumors, fears, a backlash."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote

_STIRS = (
    r"(?:spark|fuel|ignit|trigger|prompt|stir|stok|rais|fac|unleash|provok|caus|set)"
    r"(?:e?s|e?d|ing|e)?(?:[ ](?:up|off))?"
)
_STIR = (
    r"rumou?rs?|speculation|gossip|buzz|fears|concerns?|worr(?:y|ies)|backlash|outrage|fury|uproar|outcry|criticism"
    r"|controversy|questions"
)
_IN_HEADLINE = re.compile(
    rf"\b(?P<told>(?:{_STIRS}|amid|after|over)(?:[ ][\w’'-]+){{0,3}}?[ ](?:{_STIR}))\b", re.IGNORECASE
)
_CROWD = re.compile(
    r"\b(?:fans?|followers?|viewers?|users?|critics?|commenters?|onlookers?|observers?|readers?|tweeted|tweets?|twitter"
    r"|reddit|internet|social media|tabloids?|press)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Look below for anybody who may make the stir: a voice other than those the headline is about and the outlet."""
    headline = case.story.headline
    told = _IN_HEADLINE.search(headline.text) if headline else None
    if headline is None or told is None or _has_support(case, headline):
        return
    words = headline.part(headline.start + told.start("told"), headline.start + told.end("told"))
    yield Finding(
        level="unsourced",
        message=f"the headline has “{words.text}”, and the story shows nobody who makes it",
        spans=(Says.of(words, "in the headline"),),
        reason=("below, nobody is heard but those whom the headline is about, and the outlet itself",),
    )


def _has_support(case: Case, headline: Span) -> bool:
    """Tell whether anybody else is heard or seen below: a person, a source that is no document, a crowd."""
    about = {person.id for person in case.people if any(told.end <= headline.end for told in person.mentions)}
    own = (case.story.outlet or "").casefold()
    own_or_papers = {source.id for source in case.sources if source.type == "document" or source.name.casefold() == own}
    return bool(_CROWD.search(case.story.text, headline.end)) or any(
        (told.speaker and told.speaker not in about) or (told.source and told.source not in own_or_papers)
        for told in case.statements
        if isinstance(told, Quote | Claim) and told.spans[0].start > headline.end
    )
