"""Marks what a story reports without quotation marks: what somebody says, denies or is reported to have done."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from onrecord.annotate.parties import DETERMINERS
from onrecord.annotate.reported import HEDGES, reported
from onrecord.annotate.reports import Report, reports
from onrecord.annotate.rows import STOPS, Row, rows
from onrecord.annotate.stances import stance
from onrecord.annotate.subjects import BE, PREPOSITIONS
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document
from onrecord.model.marks import Claim, Mark, Marks
from onrecord.model.span import Span

NEEDS = ("mentions", "sources", "quotes")

# Verbs whose clause without "that" is what is said: she said the deal was off.
_BARE = listed("say claim insist think believe know hope admit add allege report confirm reveal suspect fear feel")
# Verbs that must have a "that" right behind them or behind whom they address.
_ADDRESSED = listed("tell assure inform remind warn promise")
_OPENING = listed("that how why whether if")
_MAY = listed("may might")
_ASKING = listed("what what's what’s where who who's who’s whose how why when which")
_LEAST, _MOST = 3, 400  # tokens that make a clause
_NEAR = 8  # tokens between a verb and its "that"
_LATEST = 8  # claims of the reader that one of the rules is compared with; of one cue there are rarely more than two
_PARENTHESIS = 6  # tokens of an "according to" between commas


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every reported content that is no quotation, one for each cue; a hedge alone makes one as well.

    The trained reader's reports come first; the rules add what stands beside none of them.
    """
    seen = list(reported(document, marks))
    yield from seen
    taken = sorted((span.start, span.end) for claim in seen for span in claim.spans)
    for claim in _by_rules(document, marks):
        span = claim.spans[0]
        near = bisect_left(taken, (span.end, 0))
        if all(end <= span.start for _, end in taken[:near][-_LATEST:]):
            yield claim


def _by_rules(document: Document, marks: Marks) -> Iterator[Claim]:
    for row in rows(document, marks):
        if row.block.kind in ("dateline", "caption"):
            continue
        said: set[int] = set()
        for report in reports(row):
            if row.first[report.at] in said:
                continue
            if claim := _claim(document, row, report):
                said.add(row.first[report.at])
                yield claim
        yield from _hedged(document, row, said)


def _claim(document: Document, row: Row, report: Report) -> Claim | None:
    if report.voice is None or report.passive or report.infinitive or not _is_telling(report):
        return None
    first, last = row.first[report.at], row.last[report.at]
    if report.order == "according to":
        content = _around(row, report, first, last)
    elif report.first > first and row.tokens[report.first - 1].low == "," and _closes(row, report, last):
        content = (first, report.first - 1)
    else:
        content = _following(row, report, last)
    span = _cut(document, row, content) if content[1] - content[0] <= _MOST else None
    if span is None:
        return None
    told = stance(document.story.text, report.span.start, report.span.end)
    hedge = _hedge(row, *content)
    return Claim(spans=(span,), voice=report.voice.span, cue=report.span, hedge=hedge, **told._asdict())


def _is_telling(report: Report) -> bool:
    """Tell whether a cue reports; "…, believing he left" is too far from its subject."""
    cue = report.cue
    if cue is None:
        return True
    return (
        cue.kind in ("say", "think", "deny", "write")
        and (cue.tense != "base" or (report.voice is not None and report.voice.plural))
        and (cue.kind, cue.tense) != ("think", "ing")
    )


def _closes(row: Row, report: Report, last: int) -> bool:
    """Tell whether nothing but whom and when follows the report: …, she told TMZ on Friday."""
    following = row.tokens[report.end : last]
    return len(following) <= _NEAR and not any(token.low in _OPENING or token.kind == "quote" for token in following)


def _around(row: Row, report: Report, first: int, last: int) -> tuple[int, int]:
    """Return the content beside "according to": after its comma, or all before it."""
    if report.at == first or row.tokens[report.at - 1].low in ("and", "but"):
        comma = next(
            (at for at in range(report.end, min(report.end + _PARENTHESIS, last)) if row.tokens[at].low == ","), -1
        )
        return (comma + 1, last) if comma >= 0 else (report.end, report.end)
    return first, report.at


def _following(row: Row, report: Report, last: int) -> tuple[int, int]:
    """Return the clause after the verb, with the "that" which opens it."""
    tokens, start = row.tokens, report.end
    for at in range(start, min(start + _NEAR, last)):
        if tokens[at].low in _OPENING and tokens[at].kind == "word":
            return at, last
        if tokens[at].kind == "quote" or tokens[at].low in (",", ":", ";"):
            break
    if (
        report.cue
        and report.cue.verb in _BARE
        and report.cue.verb not in _ADDRESSED
        and _opens_clause(row, start, last)
    ):
        return start, last
    return start, start


def _opens_clause(row: Row, start: int, last: int) -> bool:
    """Tell whether a clause with a subject of its own begins there: "she is", "the deal was"."""
    if start >= last:
        return False
    token = row.tokens[start]
    if token.party:
        following = row.tokens[start + 1] if start + 1 < last else None
        return (
            following is not None
            and following.kind == "word"
            and following.low not in PREPOSITIONS | STOPS | {",", "and"}
        )
    return token.low in DETERMINERS or token.low in ("it", "there", "no", "everything", "nothing")


def _hedge(row: Row, start: int, end: int) -> str | None:
    return next((token.low for token in row.tokens[start:end] if token.low in HEDGES), None)


def _cut(document: Document, row: Row, content: tuple[int, int]) -> Span | None:
    """Return the content without the stop at its end; None where it holds a quotation or is no clause."""
    start, end = content
    while end > start and (row.tokens[end - 1].low in STOPS or row.tokens[end - 1].low in (",", ";", ":")):
        end -= 1
    inside = row.tokens[start:end]
    if len(inside) < _LEAST or any(token.kind == "quote" for token in inside):
        return None
    return document.span(inside[0].span.start, inside[-1].span.end)


def _hedged(document: Document, row: Row, said: set[int]) -> Iterator[Claim]:
    """Mark each sentence that only a hedge reports: have they split? The two may have, reportedly."""
    for index, token in enumerate(row.tokens):
        first = row.first[index]
        hedge = _own_hedge(row, index) if first not in said and token.kind == "word" else None
        if hedge:
            said.add(first)
            span = _cut(document, row, (first, row.last[index]))
            if span:
                yield Claim(spans=(span,), hedge=hedge)


def _own_hedge(row: Row, index: int) -> str | None:
    """Return the hedge that stands there: "reportedly", "may have", the question mark of a heading."""
    token, last = row.tokens[index], row.last[index]
    if token.low in HEDGES:
        return None if _is_adjective(row, index) else token.span.text
    if token.low in _MAY and index + 1 < last and row.tokens[index + 1].low == "have":
        return f"{token.span.text} {row.tokens[index + 1].span.text}"
    asks = token.low == "?" and index + 1 == last and row.block.kind in ("headline", "heading")
    return "?" if asks and not _asks_what(row, index) else None


def _asks_what(row: Row, index: int) -> bool:
    """Tell whether a question is for more than yes or no: "What now?", "The split: who wins?"."""
    first = row.first[index]
    return any(
        row.tokens[at].low in _ASKING and (at == first or row.tokens[at - 1].low == ":") for at in range(first, index)
    )


def _is_adjective(row: Row, index: int) -> bool:
    """Tell whether "rumored" stands before a noun: the rumored bride."""
    if not row.tokens[index].low.startswith("rumo"):
        return False
    before = row.tokens[index - 1].low if index else ""
    if before in ("'s", "’s"):
        return index + 1 < len(row.tokens) and row.tokens[index + 1].low != "to"
    return before not in BE
