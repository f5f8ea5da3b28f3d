"""Finds whose words a quotation is: by the cue after it, before it, around it, or by the words that it goes on from."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.annotate.cues import Class
from onrecord.annotate.reports import Report
from onrecord.annotate.rows import Row
from onrecord.annotate.speech import words
from onrecord.annotate.subjects import nearest_subject
from onrecord.model.span import Span

_BREAKS = frozenset({",", "-", "–", "—", "--", "”", '"', "''"})
_LEADING = frozenset("as then later while".split())
_REACH = 40  # tokens between a cue and the quotation that it reports
_BARE = 4  # tokens that a report after a full stop may hold behind its cue
_TAIL = 8  # tokens that may follow a cue at the end of its sentence


class Said(NamedTuple):
    """How a quotation got its voice; ``voice`` is None where a cue is plain and its subject is not."""

    voice: Span | None
    cue: Span | None
    why: str
    cue_kind: Class | None = None


def linked(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Return the voice that the quotation's own sentence gives it."""
    return _after(row, told, index) or _before(row, told, index) or _colon(row, index) or _trailing(row, told, index)


def carried(row: Row, told: tuple[Report, ...], index: int, before: Said | None) -> Said | None:
    """Return the voice of an uncued quotation: that of the last report before it, or of the quotation before it."""
    for report in reversed(told):
        if report.at < index and report.voice and not report.passive:
            return Said(report.voice.span, None, "carried over from the words before")
    return Said(before.voice, None, "carried over from the quotation before") if before else None


def _said(report: Report, where: str) -> Said:
    kind = report.cue.kind if report.cue else "say"
    return Said(report.voice.span if report.voice else None, report.span, f"“{report.span.text}” {where}", kind)


def _after(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Read "…," she said / "…," said the star / "…," according to a source."""
    tokens = row.tokens
    start = index + 1
    while start < len(tokens) and tokens[start].low in _BREAKS and tokens[start].kind == "word":
        start += 1
    report = next((report for report in told if report.first >= start), None)
    if report is None or (report.voice is None and report.order == "voice first"):
        return None
    if report.first > start + 1 or any(token.kind == "quote" for token in tokens[start : report.at]):
        return None
    if report.first == start + 1 and not (tokens[start].low in _LEADING or tokens[start].low.endswith("ly")):
        return None
    inner = words(tokens[index])
    if inner and inner[-1].endswith(".") and not _is_bare(row, report):
        return None
    return _said(report, "after the quotation")


def _is_bare(row: Row, report: Report) -> bool:
    """Tell whether a report holds nothing but voice, cue and whom it was told: then it may follow a full stop."""
    tokens, last = row.tokens, row.last[report.at]
    if tokens[report.first].span.text[0].islower():
        return True
    following = tokens[report.end : last]
    return len(following) <= _BARE and not any(token.low in (":", "that") or token.kind == "quote" for token in following)


def _before(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Read: she said: "…" / she said it was "…" / according to her, "…" / …, adding, "…"."""
    tokens, first = row.tokens, row.first[index]
    adjacent = index > first and tokens[index - 1].low in (":", ",")
    for report in reversed(told):
        if not first <= report.at < index or index - report.at > _REACH:
            continue
        if report.cue and report.cue.kind == "express" and not adjacent and index > report.end:
            continue
        if report.infinitive and report.voice is None:
            continue
        return _said(report, "before the quotation")
    return None


def _colon(row: Row, index: int) -> Said | None:
    """Read Kim Lee: "…" in headlines and interviews, and The star opened her heart: "…"."""
    tokens, first = row.tokens, row.first[index]
    if index - first < 2 or tokens[index - 1].low != ":":
        return None
    party = tokens[index - 2].party
    if index - 2 > first:
        at = nearest_subject(row, first, index - 1)
        party = None if at is None else tokens[at].party
    return Said(party.span, None, "the subject before the colon") if party else None


def _trailing(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Read … is "open to the idea" of a deal, a source confirmed."""
    tokens, last = row.tokens, row.last[index]
    for report in told:
        ends = index < report.first and report.at < last and last - report.end <= _TAIL
        if ends and report.voice and tokens[report.first - 1].low in (",", "—", "–", "-"):
            return _said(report, "at the sentence's end")
    return None
