"""Marks the sources of a story other than named people: insiders, spokespeople, outlets, documents, organisations."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.parties import Party
from onrecord.annotate.reports import Report, reports
from onrecord.annotate.rows import rows
from onrecord.model.document import Document
from onrecord.model.marks import Mark, Marks, Source
from onrecord.model.span import Span

NEEDS = ("mentions",)


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every source that introduces or repeats something with a reporting verb or "according to"."""
    seen: dict[str, Span] = {}
    for row in rows(document, marks):
        done: set[Span] = set()
        for report in reports(row):
            party = report.voice
            if party and party.kind != "person" and party.span not in done and _answers(report):
                done.add(party.span)
                yield _source(party, report, seen)


def _answers(report: Report) -> bool:
    """Tell whether the party says something, rather than being told it."""
    return not report.passive


def _source(party: Party, report: Report, seen: dict[str, Span]) -> Source:
    again = seen.get(party.head) if party.definite or party.kind == "outlet" else None
    if again is None or not party.definite:
        seen[party.head] = party.span
    via = tuple(outlet for outlet in report.via if outlet != party.span.text)
    return Source(span=party.span, type=party.kind, via=via, again=again)  # type: ignore[arg-type]
