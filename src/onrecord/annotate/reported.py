"""Turns the reports that the trained reader sees into claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document
from onrecord.model.marks import Claim, Marks, Quote
from onrecord.model.reading import Report
from onrecord.model.span import Span

HEDGES = listed("reportedly allegedly supposedly rumored rumoured purportedly apparently")
_WORD = re.compile(r"[^\W\d_]+")
_RIM = " \t\r\n\"'“”‘’,.;:!?-–—()[]"


def reported(document: Document, marks: Marks) -> Iterator[Claim]:
    """Yield a claim for each report whose content is not simply a quotation that is marked already."""
    if marks.reading is None:
        return
    quoted = {_bare(quote.span) for quote in marks.of(Quote)}
    for report in marks.reading.reports:
        spans = tuple(span for span in report.content if _bare(span) not in quoted)
        if spans:
            yield Claim(spans=spans, voice=report.source, cue=report.cue, hedge=_hedge(report))


def _hedge(report: Report) -> str | None:
    words = (word[0].lower() for span in (report.cue, *report.content) for word in _WORD.finditer(span.text))
    return next((word for word in words if word in HEDGES), None)


def _bare(span: Span) -> tuple[int, int]:
    """Return a span's bounds without marks at its rim."""
    left = len(span.text) - len(span.text.lstrip(_RIM))
    return span.start + left, span.start + len(span.text.rstrip(_RIM))
