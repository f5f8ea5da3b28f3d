"""Finds what else a story dates: somebody did something on a day."""

from __future__ import annotations

from onrecord.annotate.event_times import chunk_of
from onrecord.annotate.owners import subject, subject_after
from onrecord.annotate.phrases import Line
from onrecord.model.document import Document
from onrecord.model.marks import Event, Time
from onrecord.model.span import Span

_IRREGULAR = frozenset(
    """
    is was are were has had have 's 've been became began bought brought broke built came caught chose did drew drove
    fell felt fought found flew forgot gave got went grew held hit hurt kept knew laid led left lost made met paid put
    quit ran rose said sang sat saw sent set shot showed shut slept sold spent spoke spread stood stole struck sued swore
    swept threw told took taught thought understood woke won wore wrote will 'll hosts stars returns appears gets takes
    makes plays opens hits comes goes says tells premieres airs
    """.split()  # noqa: SIM905
)
_DENIED = frozenset(("not", "n't", "never"))
_LONGEST = 12


def doing(document: Document, line: Line, time: Time) -> Event | None:
    """Return what the sentence says that somebody did at a time, None where that is not clear.

    The words are those from the verb to the time, "was acquitted in 1995", or those after a time that opens the
    sentence, "In July, she spoke out".
    """
    at, end = chunk_of(line, time.span.start), chunk_of(line, time.span.end - 1)
    who = subject(line, at, several=True)
    first = _verb(line, chunk_of(line, who[-1].end - 1) + 1, at) if who else None
    last = at - 1
    if first is None:
        who = subject_after(line, end + 1)
        begin = chunk_of(line, who[-1].end - 1) + 1 if who else 0
        first = _verb(line, begin, min(begin + 4, len(line.chunks))) if who else None
        last = _until(line, first) if first is not None else 0
    if first is None or not who:
        return None
    words = line.chunks[first : last + 1]
    while len(words) > 1 and words[-1].sign in _TRAILING:
        words = words[:-1]
    words = words[:_LONGEST]
    if _DENIED & {chunk.sign for chunk in words}:
        return None
    span = document.span(words[0].span.start, words[-1].span.end)
    quoted = document.quotation_at(span.start) is not None
    return Event(
        span=span, event="other", who=tuple(who), what=span.text, when=time.span, reported="claim" if quoted else "fact"
    )


_TRAILING = frozenset("in on at , back since by until from of the during for around about and as ( — that".split())
_STOPS = frozenset(", . ; : ! ? ( ) — and but when while after before".split())


def _verb(line: Line, start: int, stop: int) -> int | None:
    for index in range(start, stop):
        sign = line.chunks[index].sign
        if sign in _IRREGULAR or (sign.endswith("ed") and len(sign) > 3):
            return index
    return None


def _until(line: Line, first: int) -> int:
    for index in range(first + 1, min(first + _LONGEST, len(line.chunks))):
        if line.chunks[index].sign in _STOPS:
            return index - 1
    return min(first + _LONGEST, len(line.chunks)) - 1


def mentions_in(line: Line, span: Span) -> list[Span]:
    """Return the spans of the people mentioned inside a stretch."""
    return [chunk.span for chunk in line.chunks if chunk.mention and span.holds(chunk.span)]
