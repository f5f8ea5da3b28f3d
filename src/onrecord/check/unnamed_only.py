"""Flags a story in which nobody with a name answers for anything."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.statement import Claim, Quote

FEWEST_SENTENCES = 2


def check(case: Case) -> Iterator[Finding]:
    """Look at who answers for the sentences that speak of people, and at all voices of the story.

    Nothing is said where a named person, an organisation, a document, a spokesperson or another outlet answers for a
    single one of them, or where a quotation has no voice that was understood.
    """
    counted = case.sourcing
    if counted.unnamed < FEWEST_SENTENCES or counted.on_record or counted.outlet:
        return
    said = [told for told in case.statements if isinstance(told, Claim | Quote)]
    voices = {told.source for told in said if told.source and case.basis(told) == "unnamed"}
    if any(told.speaker for told in said if isinstance(told, Quote)) or any(
        isinstance(told, Quote) and told.form == "direct" and not told.by for told in said
    ):
        return
    sources = [source for source in case.sources if source.id in voices]
    if sources:
        names = ", ".join(f"“{source.name}”" for source in sources)
        yield Finding(
            level="unsourced",
            message=f"nobody with a name answers for this story: {names}",
            spans=tuple(Says.of(source.spans[0], "without a name") for source in sources),
            reason=(
                f"{counted.unnamed} of {counted.sentences} sentences on people rest on them",
                "no named person, organisation, document or outlet answers for another",
            ),
        )
