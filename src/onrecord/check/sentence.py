"""Cuts the sentence around some words out of a story, near enough for what is told beside them."""

from __future__ import annotations

import re

from onrecord.model.case import Case
from onrecord.model.span import Span

_LONGEST = 400  # characters to either side
_TWO = "Mr|Ms|Dr|Jr|Sr|St|Lt|Co|No"
_THREE = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mrs|Rev|Hon|Gov|Sen|Rep|Gen|Col|Sgt|Cpl|Ret"
_END = re.compile(rf"(?<!\b[A-Z])(?<!\b(?:{_TWO}))(?<!\b(?:{_THREE}))(?<!\bSept)[.!?][\"'”’)]*(?=\s|\Z)|\n")


def sentence_around(text: str, span: Span) -> tuple[int, int]:
    """Return where the sentence around a span begins and ends; a full stop behind "Nov" or an initial ends none."""
    start = max(0, span.start - _LONGEST)
    for found in _END.finditer(text, start, span.start):
        start = found.end()
    end = _END.search(text, span.end, min(len(text), span.end + _LONGEST))
    return start, end.start() if end else min(len(text), span.end + _LONGEST)


def in_quotation(case: Case, span: Span) -> bool:
    """Tell whether some words are somebody's own, in quotation marks: their day may be another than the story's."""
    return any(one.start <= span.start and span.end <= one.end for one in case.quotations)
