"""Finds the report, as the trained reader sees it, whose content holds a quotation: who says it where no rule tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.annotate.parties import Party
from onrecord.annotate.reported import is_said_of
from onrecord.annotate.reports import may_lead, unlisted
from onrecord.annotate.rows import Row
from onrecord.annotate.subjects import DAYS
from onrecord.model.reading import Report
from onrecord.model.span import Span

_LATEST = 8  # contents that begin before a quotation and may hold it; there are rarely more than two
_MARK = 3  # characters of marks and stops that may stand outside the content


class Covered(NamedTuple):
    """Whose words a quotation is by a report around it, and the cue of that report."""

    party: Party
    cue: Span


class Covering:
    """The contents of the reports that the trained reader sees, to look up those that hold some words."""

    def __init__(self, reports: Iterable[Report]) -> None:
        """Sort the contents by where they begin."""
        self.placed = sorted(
            ((span, report) for report in reports if report.source for span in report.content),
            key=lambda placed: placed[0],
        )

    def of(self, row: Row, quoted: Span) -> Covered | None:
        """Return what the smallest report around a quotation tells, if its source stands in the same paragraph."""
        held = min(self._holding(quoted), key=lambda placed: placed[0].end - placed[0].start, default=None)
        source = held[1].source if held else None
        if held is None or source is None or is_said_of(row.grammar.document.story.text, held[1].cue):
            return None
        if not row.block.start <= source.start < source.end <= row.block.end:
            return None
        party = _party(row, source)
        return Covered(party, held[1].cue) if party else None

    def _holding(self, span: Span) -> Iterator[tuple[Span, Report]]:
        at = bisect_right(self.placed, span.start + _MARK, key=lambda placed: placed[0].start)
        for content, report in self.placed[max(0, at - _LATEST) : at]:
            if content.end >= span.end - _MARK and not span.start <= report.cue.start < span.end:
                yield content, report


def _party(row: Row, source: Span) -> Party | None:
    """Return the party that the words of a source name: one that only titles stand before, else all of the words."""
    for token in row.tokens:
        if token.span.start < source.start:
            continue
        if token.span.end > source.end:
            break
        if token.party:
            return token.party
        if not may_lead(token):
            break
    phrase = row.grammar.phrase_of(source) if source.text.lower() not in DAYS else None
    return unlisted(row, phrase) if phrase else None
