"""Flags somebody of whom unnamed sources speak, and whom nobody asked as far as the story tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check import unnamed_only
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Event, Quote

FEWEST_SENTENCES = 2
_ASKED = re.compile(
    r"\b(?:reps?|representatives?|spokes\w+|publicists?|lawyers?|attorneys?|aides?|comments?|respon(?:d|se)\w*"
    r"|reached out|contacted|approached|declined|den(?:y|ies|ied|ial)|dismiss\w*|shot down|shut down)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Look whether those whom the headline names are heard, where sources without a name speak.

    Nothing is said where any of them speaks, or an aide of theirs; where any word of the story tells that somebody was
    asked; nor of the dead. Where nobody with a name speaks at all, that is said by unnamed-only.
    """
    headline = case.story.headline
    if headline is None or case.sourcing.unnamed < FEWEST_SENTENCES or _ASKED.search(case.story.text):
        return
    about = [person for person in case.people if any(mention.end <= headline.end for mention in person.mentions)]
    heard = {side.who for side in case.sourcing.sides}
    dead = {who for event in case.all(Event) if event.event == "death" for who in event.who}
    voice = next(_unnamed_voices(case), None)
    if (
        voice is None
        or not about
        or any(unnamed_only.check(case))
        or any(person.id in heard or person.id in dead for person in about)
    ):
        return
    yield Finding(
        level="unsourced",
        message=f"not heard, and not asked as far as the story tells: {', '.join(person.name for person in about)}",
        spans=(
            *(Says.of(person.mentions[0].span, "spoken of") for person in about),
            Says.of(voice, "speaks, without a name"),
        ),
        reason=(
            f"{case.sourcing.unnamed} of {case.sourcing.sentences} sentences on people rest on sources without a name",
            "no word of those spoken of stands in the story, of an aide neither, nor a request for comment",
        ),
    )


def _unnamed_voices(case: Case) -> Iterator[Span]:
    for told in case.statements:
        if isinstance(told, Claim | Quote) and told.source and told.voice and case.basis(told) == "unnamed":
            yield told.voice
