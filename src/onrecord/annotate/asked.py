"""Marks who was asked for comment, and whether they declined or gave no answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.annotate.rows import Row, rows
from onrecord.annotate.subjects import subject_before
from onrecord.model.document import Document
from onrecord.model.marks import Asked, Mark, Marks, Mention
from onrecord.model.sourcing import Outcome
from onrecord.model.span import Span

NEEDS = ("mentions",)

_COMMENT = r"(?:comments?|requests?|[ie]nquir(?:y|ies)|quer(?:y|ies)|e-?mails?|calls?|messages?|questions?)"
_NOT = r"""(?:(?:did|has|have|had|would|could)\s*(?:not|n['’]t)|(?:has|have|had)\s+yet\s+to|failed\s+to|never)\s+
    (?:immediately\s+|yet\s+|publicly\s+)?"""
_TALK = rf"(?:{_COMMENT}|speculation|allegations?|claims?|reports?|rumou?rs?|accusations?)"
_AIDES = r"(?:reps?|representatives?|publicists?|spokes\w+|camp|team|lawyers?|attorneys?|agents?|managers?)"


def _compiled(*patterns: tuple[str, Outcome]) -> tuple[tuple[re.Pattern[str], Outcome], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE | re.VERBOSE), outcome) for pattern, outcome in patterns)


# Whoever was asked stands before these, as their subject.
_OF_SUBJECT = _compiled(
    (rf"\b{_NOT}(?:respond|repl|return|answer)\w*\s+(?:to\s+)?(?:[\w'’]+\s+){{0,4}}?{_TALK}\b", "no answer"),
    (rf"\b{_NOT}comment(?:ed)?\b", "no answer"),
    (r"\bcould\s*(?:not|n['’]t)\s+(?:immediately\s+)?be\s+reached\b", "no answer"),
    (
        r"\b(?:declin|refus)(?:ed?|es|ing)\s+(?:to\s+)?(?:\w+\s+){0,2}?(?:comment|be\s+interviewed|interview)\w*",
        "declined",
    ),
    (r"\b(?:had|has|have)\s+no\s+(?:further\s+)?comment\b", "declined"),
)
# Whoever was asked stands inside these.
_OF_OBJECT = _compiled(
    (
        rf"""\b{_COMMENT}\s+(?:for\s+comment\s+)?(?:from|to|by)\s+[^.;!?\n]{{1,80}}?
        \b(?:was|were|(?:has|have)\s+been|went)\s*(?:not|n['’]t|un)\s*(?:immediately\s+)?(?:been\s+)?(?:returned|answered)""",
        "no answer",
    ),
    (
        r"""\b(?:reach(?:ed|ing)?\s+out\s+to|contact(?:ed|ing)?|approach(?:ed|ing)?|asked)\s+[^.;!?\n]{1,80}?
        \bfor\s+(?:a\s+|further\s+|an\s+official\s+)?(?:comment|statement|response)\b""",
        "asked",
    ),
    (rf"\bneither\s[^.;!?\n]{{1,80}}?\s(?:commented|responded\s+to\s+(?:[\w'’]+\s+){{0,4}}?{_TALK})\b", "no answer"),
    (r"\bwhen\s+(?:contacted|reached)\b[^.,;!?\n]{0,60},\s[^.,;!?\n]{0,40}", "asked"),
    (rf"\breach(?:ed|ing)?\s+out\s+to\s+[^.,;!?\n]{{0,60}}?\b{_AIDES}\b[^.,;!?\n]{{0,60}}", "asked"),
)
_JOINING = frozenset({"and", "or", "nor", "&"})


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark each stretch that tells of a request for comment, with the mentions of whom it was put to."""
    mentions = sorted(marks.of(Mention), key=lambda mention: mention.span)
    starts = [mention.span.start for mention in mentions]
    spans = [mention.span for mention in mentions]
    for row in rows(document, marks):
        taken = row.block.start
        for found, outcome, of_subject in _found(document.story.text, row):
            if found.start < taken or document.quotation_at(found.start):
                continue
            stretches = _subject(row, found) if of_subject else [found]
            who = tuple(span for stretch in stretches for span in _inside(stretch, spans, starts))
            if who:
                taken = found.end
                yield Asked(span=found, who=who, outcome=outcome)


def _found(text: str, row: Row) -> list[tuple[Span, Outcome, bool]]:
    """Return what the patterns find in a paragraph, in the order of the text."""
    found = [
        (Span.of(text, *match.span()), outcome, of_subject)
        for patterns, of_subject in ((_OF_SUBJECT, True), (_OF_OBJECT, False))
        for pattern, outcome in patterns
        for match in pattern.finditer(text, row.block.start, row.block.end)
    ]
    return sorted(found, key=lambda one: (one[0].start, -one[0].end))


def _subject(row: Row, found: Span) -> list[Span]:
    """Return the party that is the subject of the words, and the one that is joined to it."""
    index = bisect_right(row.tokens, found.start, key=lambda token: token.span.start) - 1
    at, _ = subject_before(row, index, participle=False) if index >= 0 else (None, False)
    if at is None:
        return []
    parties = [row.tokens[at]]
    if at + 2 < index and row.tokens[at + 1].low in _JOINING:
        parties.append(row.tokens[at + 2])
    return [token.span for token in parties if token.party]


def _inside(stretch: Span, spans: list[Span], starts: list[int]) -> list[Span]:
    first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
    return [span for span in spans[first:last] if span.end <= stretch.end]
