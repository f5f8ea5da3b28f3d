"""Flags a denial that stands far down in a story whose headline states things plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.statement import Claim

FAR_DOWN = 0.4  # share of the text below the headline that stands before the denial
# The headline asks, tells of the dispute, or gives somebody's words.
_OPEN = re.compile(
    r"\?|\b(?:den(?:y|ies|ied|ying|ials?)|rumou?r\w*|claim\w*|reports?|reportedly|alleg\w*|accus\w*|not|no|never|maybe|false"
    r"|fake|hoax|slam\w*|blast\w*|respon\w*|react\w*|address\w*|refut\w*|dismiss\w*|shut\w*|shoots?|clear\w*|truth"
    r"|debunk\w*|say\w*|tell\w*|silence\w*|on)\b|n['’]t\b",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut\w+|shot down|shut down|debunk\w*|contradict\w*)\b", re.I)


def check(case: Case) -> Iterator[Finding]:
    """Look for the first denial by somebody whom the headline names, or by a spokesperson, and how far down it is."""
    headline, text = case.story.headline, case.story.text
    if headline is None or _OPEN.search(headline.text):
        return
    about = {person.id for person in case.people if any(mention.end <= headline.end for mention in person.mentions)}
    for claim in case.all(Claim):
        if claim.polarity != "denied" or claim.cue is None or claim.cue.start < headline.end:
            continue
        source = case.source(claim.source) if claim.source else None
        if not (claim.speaker in about or (source and (source.of in about or source.type == "spokesperson"))):
            continue
        if not _DENIES.search(claim.cue.text) or _is_asked(text, claim.cue):
            continue
        above = (claim.cue.start - headline.end) / (len(text) - headline.end)
        if above >= FAR_DOWN:
            yield _finding(headline, claim, claim.cue, above)
        return


def _is_asked(text: str, cue: Span) -> bool:
    end = re.compile(r"[.!?\n]").search(text, cue.end)
    return end is not None and end.group() == "?"


def _finding(headline: Span, claim: Claim, cue: Span, above: float) -> Finding:
    return Finding(
        level="unclear",
        message=f"a denial stands {above:.0%} down the story, and the headline knows nothing of it",
        spans=(Says.of(headline, "stated plainly"), Says.of(cue, "denied"), Says.of(claim.spans[0], "what is denied")),
        reason=(
            f"{above:.0%} of the text stands before “{cue.text}”",
            "the headline neither asks nor tells that it is denied",
        ),
        statements=(claim.id,),
    )
