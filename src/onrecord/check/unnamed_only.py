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
    single one of them, is quoted on anything or denies it, or where a quotation has no voice that was understood.
    """
    counted = case.sourcing
    if counted.unnamed < FEWEST_SENTENCES or counted.on_record or counted.outlet:
        return
    said = [told for told in case.statements if isinstance(told, Claim | Quote)]
    if any(_is_named(case, told) for told in said):
        return
    voices = {told.source for told in said if told.source and case.basis(told) == "unnamed"}
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


def _is_named(case: Case, told: Claim | Quote) -> bool:
    """Tell whether somebody with a name is heard, or somebody of whom it is not understood who it is."""
    if isinstance(told, Quote):
        return bool(told.speaker) or (told.form == "direct" and not told.by) or _is_of_an_office(case, told)
    return _is_of_an_office(case, told) or (told.polarity == "denied" and bool(told.speaker))


def _is_of_an_office(case: Case, told: Claim | Quote) -> bool:
    return told.source is not None and case.source(told.source).type in ("organisation", "spokesperson", "document")
