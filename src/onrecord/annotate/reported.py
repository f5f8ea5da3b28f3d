"""Turns the reports that the trained reader sees into claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.annotate.stances import stance
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document
from onrecord.model.marks import Claim, Marks, Quote
from onrecord.model.reading import Report
from onrecord.model.span import Span

HEDGES = listed("reportedly allegedly supposedly rumored rumoured purportedly apparently")
_FEWEST = 2
"""Words that a content has at least; one alone ("it", "because") is a slip of the reader more often than not."""

# Words that report nothing by themselves.
_NO_CUES = listed(
    "'s ’s 'm ’m 're ’re is are was were be been can could will would may might has have had do does did no via it"
)
# Behind these "to be" tells of somebody what others say; who "claimed to be" does speak.
_SAID_OF = listed("said thought believed reported rumored rumoured understood known alleged considered estimated")
_PASSIVE = _SAID_OF | listed("is are was were been being")
_TO_BE = re.compile(r"\s+to\s+(?:be|have)\b")
_REACH = 12  # characters
_WORD = re.compile(r"[^\W\d_]+")
_RIM = " \t\r\n\"'“”‘’,.;:!?-–—()[]"


def reported(document: Document, marks: Marks) -> Iterator[Claim]:
    """Yield a claim for each report whose content is not simply a quotation that is marked already."""
    if marks.reading is None:
        return
    quoted = sorted(_bare(quote.span) for quote in marks.of(Quote) if quote.voice)
    for report in marks.reading.reports:
        spans = tuple(span for span in report.content if _is_near(document, span, report.cue))
        spans = tuple(span for span in spans if not _is_quoted(span, report.cue, quoted))
        words = sum(len(span.text.split()) for span in spans)
        if words >= _FEWEST and report.cue.text.lower() not in _NO_CUES:
            told = stance(document.story.text, report.cue.start, report.cue.end)
            voice = None if is_said_of(document.story.text, report.cue) else report.source
            yield Claim(spans=spans, voice=voice, cue=report.cue, hedge=_hedge(report), **told._asdict())


def is_said_of(text: str, cue: Span) -> bool:
    """Tell whether the one named is spoken of, not speaking: "with Lee said to be the owner"."""
    words = cue.text.lower().split()
    return words[-1] in _SAID_OF and words[0] in _PASSIVE and _TO_BE.match(text[cue.end : cue.end + _REACH]) is not None


def _is_near(document: Document, span: Span, cue: Span) -> bool:
    """Tell whether no end of a heading stands between a cue and what it reports."""
    first, last = document.block_at(span.start), document.block_at(cue.start)
    return first == last or all(block is not None and block.kind == "body" for block in (first, last))


def _is_quoted(span: Span, cue: Span, quoted: list[tuple[int, int]]) -> bool:
    """Tell whether a content is a quotation that is marked already, or a part of one that a cue outside reports."""
    start, end = _bare(span)
    at = bisect_right(quoted, (start, end)) - 1
    within = [(first, last) for first, last in quoted[max(0, at) : at + 2] if first <= start and end <= last]
    return any(not first <= cue.start < last for first, last in within)


def _hedge(report: Report) -> str | None:
    words = (word[0].lower() for span in (report.cue, *report.content) for word in _WORD.finditer(span.text))
    return next((word for word in words if word in HEDGES), None)


def _bare(span: Span) -> tuple[int, int]:
    """Return a span's bounds without marks at its rim."""
    left = len(span.text) - len(span.text.lstrip(_RIM))
    return span.start + left, span.start + len(span.text.rstrip(_RIM))
