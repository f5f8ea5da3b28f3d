"""Finds whose words a quotation is: by the cue after it, before it, around it, or by the words that it goes on from."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from onrecord.annotate.cues import Class
from onrecord.annotate.reports import Report, may_lead
from onrecord.annotate.rows import Row
from onrecord.annotate.speech import is_clause, words
from onrecord.annotate.subjects import nearest_subject
from onrecord.annotate.word_lists import listed
from onrecord.model.span import Span

_BREAKS = frozenset({",", "-", "–", "—", "--", "”", '"', "''"})
_LEADING = listed("as then later")
_NAMING = frozenset({"named", "voted", "crowned", "branded", "billed", "nicknamed", "titled", "entitled"})
_TELLING = frozenset({"say", "write"})
_REACH = 40  # tokens between a cue and the quotation that it reports
_BACK = 300  # tokens that a voice is carried over inside a paragraph
_NEAR = 12  # tokens between a cue and a fragment in the clause that it governs
_TITLES = 7  # words that may stand before a name as its titles
_BARE = 4  # tokens that a report after a full stop may hold behind its cue
_SCARE = 2  # words that may only stand in marks
_TAIL = 8  # tokens that may follow a cue at the end of its sentence


class Said(NamedTuple):
    """How a quotation got its voice; ``voice`` is None where a cue is plain and its subject is not."""

    voice: Span | None
    cue: Span | None
    why: str
    kind: Class | None = None


def linked(row: Row, told: tuple[Report, ...], index: int) -> Said | None:
    """Return the voice that the quotation's own sentence gives it."""
    told = between(told, index - _REACH, index + _REACH)
    before = _before(row, told, index)
    if before and before.voice and _governs(row, told, index):
        return _said(before, "before the quotation")
    if after := _after(row, told, index):
        return _said(after, "after the quotation")
    introduced = before is not None and (before.voice is not None or before.end >= index - 1)
    if not introduced and (colon := _colon(row, index)):
        return colon
    if before:
        return _said(before, "before the quotation")
    trailing = _trailing(row, told, index)
    return _said(trailing, "at the sentence's end") if trailing else _named(row, index)


def carried(row: Row, told: tuple[Report, ...], index: int, last: tuple[int, Said] | None) -> Said | None:
    """Return the voice of an uncued quotation: that of the last sentence before it that has one.

    ``last`` is the place and the voice of the last quotation before this one, a place below 0 in an earlier paragraph.
    """
    main: Report | None = None
    for report in reversed(between(told, index - _BACK, index)):
        if main and row.first[main.at] != row.first[report.at]:
            break
        if report.voice and _tells(report):
            main = report
    voice = _voice(main) if main else None
    if main and voice and (last is None or row.first[main.at] > last[0]):
        return Said(voice, None, "carried over from the words before")
    return Said(last[1].voice, None, "carried over from the quotation before") if last else None


def between(told: tuple[Report, ...], low: int, high: int) -> tuple[Report, ...]:
    """Return the reports whose cues stand from place ``low`` to before ``high``."""
    return told[bisect_left(told, low, key=_at) : bisect_left(told, high, key=_at)]


def _at(report: Report) -> int:
    return report.at


def left_open(row: Row, told: tuple[Report, ...]) -> Said | None:
    """Return the voice of the paragraph's last sentence, for a quotation that opens the next paragraph."""
    if not row.tokens:
        return None
    begun, last = row.first[-1], len(row.tokens) - 1
    announced = row.tokens[last].low == ":"
    for report in between(told, begun, len(row.tokens)):
        if report.voice and _tells(report) and not report.infinitive and (announced or report.voice.kind != "outlet"):
            return Said(_voice(report), None, "carried over from the paragraph before")
    at = nearest_subject(row, begun, last) if announced else None
    party = None if at is None else row.tokens[at].party
    return Said(party.span, None, "the subject before the colon") if party else None


def _tells(report: Report) -> bool:
    return not report.passive and (report.cue is None or report.cue.kind in _TELLING)


def _said(report: Report, where: str) -> Said:
    kind = report.cue.kind if report.cue else "say"
    return Said(_voice(report), report.span, f"“{report.span.text}” {where}", kind)


def _voice(report: Report) -> Span | None:
    """Return the span of the voice: of the author where the words stand in "her memoir", None for who was told."""
    if report.voice is None or (report.passive and report.order == "voice first"):
        return None
    return report.voice.owner or report.voice.span


def _governs(row: Row, told: tuple[Report, ...], index: int) -> bool:
    """Tell whether a cue before the quotation is nearer to it than any after it: she added, "…" / said it was "…"."""
    token = row.tokens[index]
    if row.tokens[index - 1].low in (":", ","):
        return row.last[index] == index + 1
    return not is_clause(token) and any(index - _NEAR <= report.at < index and _tells(report) for report in told)


def _after(row: Row, told: tuple[Report, ...], index: int) -> Report | None:
    """Read "…," she said / "…," said the star / "…," according to a source."""
    tokens = row.tokens
    start = index + 1
    while start < len(tokens) and tokens[start].low in _BREAKS and tokens[start].kind == "word":
        start += 1
    report = next((report for report in told if report.first >= start), None)
    if report is None or (report.voice is None and report.order == "voice first"):
        return None
    if any(token.kind == "quote" for token in tokens[start : report.at]):
        return None
    if report.first > start and not _leads(row, start, report.first):
        return None
    inner = words(tokens[index])
    if inner and inner[-1].endswith(".") and not _is_bare(row, report):
        return None
    return report


def _leads(row: Row, start: int, end: int) -> bool:
    """Tell whether the words between a quotation and its report are its: an adverb, "Hale Radio's", "attorney Dr."."""
    lead = row.tokens[start:end]
    if len(lead) == 1 and (lead[0].low in _LEADING or lead[0].low.endswith("ly")):
        return True
    named = row.tokens[end].party is not None and row.tokens[end].span.text[0].isupper()
    return named and len(lead) <= _TITLES and all(may_lead(token) for token in lead)


def _is_bare(row: Row, report: Report) -> bool:
    """Tell whether a report holds nothing but voice, cue and whom it was told: then it may follow a full stop."""
    tokens, last = row.tokens, row.last[report.at]
    if tokens[report.first].span.text[0].islower():
        return True
    following = tokens[report.end : last]
    return len(following) <= _BARE and not any(
        token.low in (":", "that") or token.kind == "quote" for token in following
    )


def _before(row: Row, told: tuple[Report, ...], index: int) -> Report | None:
    """Read: she said: "…" / she said it was "…" / according to her, "…" / …, adding, "…"."""
    tokens, first = row.tokens, row.first[index]
    adjacent = index > first and tokens[index - 1].low in (":", ",")
    spare: Report | None = None
    for report in reversed(told):
        if not first <= report.at < index or index - report.at > _REACH:
            continue
        if report.cue and report.cue.kind == "express" and not adjacent and index > report.end:
            continue
        if report.infinitive and report.voice is None:
            continue
        if report.voice or (report.cue and report.cue.tense in ("s", "past") and not report.passive):
            return report
        spare = spare or report
    return spare


def _colon(row: Row, index: int) -> Said | None:
    """Read Kim Lee: "…" and Kim Lee on her year: "…" in headlines, and The star opened her heart: "…"."""
    tokens, first = row.tokens, row.first[index]
    named = tokens[first].party if first + 2 < index and tokens[first + 1].low == ":" else None
    if named and row.block.kind != "body" and len(words(tokens[index])) > _SCARE:
        return Said(named.span, None, "the name before the heading's colon")
    if index - first < 2 or tokens[index - 1].low != ":" or not is_clause(tokens[index]):
        return None
    party = tokens[index - 2].party
    if tokens[first].party and tokens[first + 1].low == "on":
        party = tokens[first].party
    elif index - 2 > first and row.block.kind == "body":
        at = nearest_subject(row, first, index - 1)
        party = None if at is None else tokens[at].party
    return Said(party.span, None, "the subject before the colon") if party else None


def _named(row: Row, index: int) -> Said | None:
    """Read: he was named "the best man in town" by the paper; they are not his words, nor the last speaker's."""
    tokens, before = row.tokens, row.tokens[index - 1]
    if index == row.first[index] or before.low not in _NAMING or len(words(tokens[index])) <= _SCARE:
        return None
    agent = tokens[index + 2].party if index + 2 < row.last[index] and tokens[index + 1].low == "by" else None
    return Said(agent.span if agent else None, before.span, f"“{before.span.text}” before the quotation")


def _trailing(row: Row, told: tuple[Report, ...], index: int) -> Report | None:
    """Read … is "open to the idea" of a deal, a source confirmed."""
    tokens, last = row.tokens, row.last[index]
    for report in told:
        ends = index < report.first and report.at < last and last - report.end <= _TAIL
        if ends and report.voice and tokens[report.first - 1].low in (",", "—", "–", "-"):
            return report
    return None
