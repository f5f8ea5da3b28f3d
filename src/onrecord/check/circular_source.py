"""Flags an outlet that gives itself as its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.statement import Claim, Quote

# "The Lantern can reveal" is its own news; "according to The Lantern" leans on it as if it were another's.
_LEANS = re.compile(r"\b(?:according to|reports|reported|is reporting|as reported by|citing|per)\b", re.IGNORECASE)
_ENDING = re.compile(r"(?:\.(?:com|co\.uk|org|net))?$|(?: magazine| online| news)$", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Compare each outlet that the story leans on with the one that publishes it, where that is known."""
    own = _folded(case.story.outlet or "")
    if not own:
        return
    for told in case.statements:
        if not isinstance(told, Claim | Quote) or told.voice is None or told.cue is None or not told.source:
            continue
        source = case.source(told.source)
        if source.type == "outlet" and _folded(source.name) == own and _LEANS.search(told.cue.text):
            yield Finding(
                level="unsourced",
                message=f"{source.name} gives itself as the source",
                spans=(Says.of(told.voice, "the outlet itself"), Says.of(told.spans[0], "what rests on it")),
                reason=(
                    f"published by {case.story.outlet}",
                    f"“{told.cue.text}” leans on {source.name}, and on nobody else",
                ),
                statements=(told.id,),
            )
            return


def _folded(name: str) -> str:
    """Return a name as it is compared: without "the", a web ending, "magazine", spaces and case."""
    plain = name.strip().casefold().removeprefix("the ")
    for _ in range(2):
        plain = _ENDING.sub("", plain)
    return re.sub(r"\W", "", plain)
