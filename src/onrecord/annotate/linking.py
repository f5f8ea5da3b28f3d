"""Finds whose words a quotation is: by the cue after it, before it, around it, or by the quotation it goes on."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.annotate.reports import Report
from onrecord.annotate.rows import Row
from onrecord.annotate.speech import words
from onrecord.model.span import Span

_BREAKS = frozenset({",", "-", "–", "—", "--", "”", '"', "''"})
_LEAD = frozenset(["as", "and", "then", "later", "while", "which"])
_REACH = 40


class Said(NamedTuple):
    """How a quotation got its voice; ``voice`` is None where a cue is plain and its subject is not."""

    voice: Span | None
    cue: Span | None
    why: str


def linked(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Return the voice that the quotation's own sentence gives it."""
    return _after(row, told, index) or _before(row, told, index) or _colon(row, index) or _trailing(row, told, index)


def _said(report: Report, where: str) -> Said:
    return Said(report.voice.span if report.voice else None, report.span, f"“{report.span.text}” {where}")


def _after(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Read "…," she said / "…," said the star / "…," according to a source."""
    tokens = row.tokens
    start = index + 1
    while start < len(tokens) and tokens[start].low in _BREAKS and tokens[start].kind == "word":
        start += 1
    if start >= len(tokens) or tokens[start].low in ("and", "but", "or"):
        return None
    for report in told:
        if report.first < start:
            continue
        if report.first > start + 1 or any(t.kind == "quote" for t in tokens[start : report.at]):
            return None
        if report.first == start + 1 and not (tokens[start].low in _LEAD or tokens[start].low.endswith("ly")):
            return None
        if report.voice is None and report.order == "voice first":
            return None
        inner = words(tokens[index])
        if inner and inner[-1].endswith(".") and not _is_bare(row, report):
            return None
        return _said(report, "after the quotation")
    return None


def _is_bare(row: Row, report: Report) -> bool:
    """Tell whether a report holds nothing but voice, cue and whom it was told: it may follow a full stop."""
    tokens = row.tokens
    last = row.last[report.at]
    if tokens[report.first].span.text[0].islower():
        return True
    return last - report.end <= 4 and not any(
        t.low in (":", "that") or t.kind == "quote" for t in tokens[report.end : last]
    )


def _before(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Read: she said: "…" / she said it was "…" / according to her, "…" / …, adding, "…"."""
    tokens, first = row.tokens, row.first[index]
    adjacent = index > first and tokens[index - 1].low in (":", ",")
    for report in reversed(told):
        if report.at >= index or report.at < first:
            continue
        if report.passive or index - report.at > _REACH:
            continue
        if report.cue and report.cue.kind == "express" and not adjacent:
            continue
        if report.infinitive and report.voice is None:
            continue
        return _said(report, "before the quotation")
    return None


def _colon(row: Row, index: int) -> Said | None:
    """Read Kim Lee: "…" in headlines and interviews."""
    tokens, first = row.tokens, row.first[index]
    if index - first < 2 or tokens[index - 1].low != ":":
        return None
    party = tokens[index - 2].party
    if party and index - 2 == first:
        return Said(party.span, None, "colon before the quotation")
    return None


def _trailing(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Read … is "open to the idea" of a deal, a source confirmed."""
    tokens, last = row.tokens, row.last[index]
    for report in told:
        if report.first <= index or report.at >= last:
            continue
        comma = tokens[report.first - 1]
        if report.voice and comma.low == "," and last - report.end <= 8:
            return _said(report, "at the sentence's end")
    return None


def carried(row: Row, told: tuple[Report, ...], index: int, voice: Said | None) -> Said | None:
    """Return the voice of an uncued quotation: that of the words just before it."""
    for report in reversed(told):
        if report.at < index and report.voice and not report.passive:
            return Said(report.voice.span, None, "carried over from the words before")
    if voice and voice.voice:
        return Said(voice.voice, None, "carried over from the paragraph before")
    return None
