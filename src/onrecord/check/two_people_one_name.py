"""Flags a quotation whose voice is a bare name that two people of the story bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.person import Mention
from onrecord.model.span import Span
from onrecord.model.statement import Quote

DEFAULT = False  # on real stories what is told around the name mostly leaves no doubt

NEAR_CHARACTERS = 700  # about three paragraphs: whoever was named in full only before that is no rival


def check(case: Case) -> Iterator[Finding]:
    """Look at each voice that is one bare name, and at who was lately named in full and bears it.

    Where two who bear it were named lately, and last one who does not speak, a reader may take one for the other.
    """
    bearers = _bearers(case)
    seen = set()
    for quote in case.all(Quote):
        if quote.voice is None or quote.voice.text in seen:
            continue
        start = quote.voice.start
        lately = {
            who: near[-1]
            for who, named in bearers.get(quote.voice.text, {}).items()
            if (near := [mention for mention in named if start - NEAR_CHARACTERS < mention.end <= start])
        }
        last = max(lately, key=lambda who: lately[who].end, default=None)
        if len(lately) > 1 and last != quote.speaker:
            seen.add(quote.voice.text)
            yield _finding(quote.voice, quote.id, sorted(lately.values(), key=lambda mention: mention.start))


def _bearers(case: Case) -> dict[str, dict[str, list[Mention]]]:
    """Return by surname who bears it, each with the places of the full name."""
    bearers: dict[str, dict[str, list[Mention]]] = {}
    for person in case.people:
        for mention in person.mentions:
            parts = mention.text.split()
            if mention.form == "name" and len(parts) > 1:
                bearers.setdefault(parts[-1], {}).setdefault(person.id, []).append(mention)
    return bearers


def _finding(voice: Span, quote: str, named: Sequence[Mention]) -> Finding:
    both = " or ".join(f"“{mention.text}”" for mention in named)
    return Finding(
        level="unclear",
        message=f"“{voice.text}” speaks, and may be {both}",
        spans=(Says.of(voice, "the voice"), *(Says.of(mention.span, "bears the name") for mention in named)),
        reason=(f"named in full shortly before: {', '.join(mention.text for mention in named)}",),
        statements=(quote,),
    )
