"""Marks the events of people's lives, and what else a story dates: who, what, when, where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from onrecord.annotate.doings import doing, posted
from onrecord.annotate.event_grammar import NOBODY, Grammar, deed
from onrecord.annotate.event_people import nouns_by_end, whom
from onrecord.annotate.event_times import datable, dated, end_of, lasting, stretch
from onrecord.annotate.life_words import LifeWord, life_words
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.tree import tree
from onrecord.model.document import Document
from onrecord.model.marks import Event, Mark, Marks, Mention, Name, Time
from onrecord.model.span import Span
from onrecord.model.statement import Happening, Reported

NEEDS = ("mentions", "times")

_DENIED_WORDS = "not n't never deny denies denied denying nor neither without no"
_UNREAL_WORDS = "almost nearly if would could might may should whether unless 'd hopes wants wanted want ready eager"
_PLANNED_WORDS = (
    "will 'll planning plans plan planned going set about upcoming future soon off to gears gearing headed heading"
    " bracing braces prepares preparing"
)
_HEDGE_WORDS = (
    "reportedly reported allegedly rumored rumoured supposedly claims claimed alleged apparently rumors rumours rumor"
    " rumour speculation speculations gossip idea possibility prospect"
)
_CLAUSE_SIGNS = '. ; : ! ? ( ) " — , when while after before since'
_DENIED, _UNREAL = frozenset(_DENIED_WORDS.split()), frozenset(_UNREAL_WORDS.split())
_PLANNED, _HEDGES = frozenset(_PLANNED_WORDS.split()), frozenset(_HEDGE_WORDS.split())
_CLAUSE = frozenset(_CLAUSE_SIGNS.split())
_ABOUT_NOUNS_WORDS = (
    "no without nor neither deny denies denied denying if whether unless almost nearly plans planning gears gearing"
    " headed heading bracing braces prepares preparing"
)
_RUMORS = frozenset("rumors rumours rumor rumour speculation speculations gossip".split())
_WEDDINGS = frozenset(("wedding", "nuptials"))
_AWAITED = frozenset(("impending", "pending", "upcoming", "looming", "future"))
_ABOUT_NOUNS = frozenset(_ABOUT_NOUNS_WORDS.split()) | _HEDGES
_BASE = frozenset(("marry", "meet", "tie", "get", "begin", "start", "file", "give", "say"))
_ENDS: dict[Happening, Happening] = {"marriage": "divorce", "relationship_start": "separation"}
_NEAR = 8


class Told(NamedTuple):
    """An event told in a line: where its words stand among the chunks, and whom they name.

    The telling itself ``begins`` further on in "Lee, whom Kim married".
    """

    word: LifeWord
    first: int
    last: int
    begins: int
    who: tuple[Span, ...]
    span: Span
    what: str | None = None


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark the events of each sentence with their people, their time and their place."""
    times = sorted(marks.of(Time), key=lambda time: time.span)
    starts = [time.span.start for time in times]
    places = sorted(name.span for name in marks.of(Name) if name.kind == "place")
    nouns = nouns_by_end(marks)
    sentences = tree(document, marks.reading)
    grammar = Grammar(sentences, marks) if sentences else None
    for line in lines(document, marks, nouns=True):
        if not line.chunks or _is_dateline(document, line):
            continue
        inside = times[bisect_left(starts, line.chunks[0].span.start) : bisect_left(starts, line.chunks[-1].span.end)]
        told = _told(document, marks, nouns, grammar, line)
        unsigned = [time for time in inside if posted(document, line, time) is None]
        life = list(_life(document, grammar, line, told, unsigned, places))
        yield from life
        yield from _others(document, grammar, line, inside, {event.when for event in life})


def _life(
    document: Document,
    grammar: Grammar | None,
    line: Line,
    told: Sequence[Told],
    times: Sequence[Time],
    places: Sequence[Span],
) -> Iterator[Event]:
    """Yield the events of lives; "dated from 2003 to 2011" is a beginning and an end."""
    by_place = {(one.first, one.last): one for one in told}
    stretches = sorted(by_place)

    def may_date(time: Time, index: int) -> bool:
        return grammar is None or grammar.may_date(time.span, by_place[stretches[index]].span)

    when = dated(line, times, stretches, may_date)
    for one in told:
        start = when.get(bisect_left(stretches, (one.first, one.last)))
        if start is None and grammar:
            start = grammar.explained(one.span, datable(times))
        if start is None and one.word.state:
            start = lasting(line, times, one.last)
        event = _event(document, line, one, start, _place(line, one, places, times))
        if event is None:
            continue
        yield event
        end = end_of(document, times, start) if start and one.word.event in _ENDS else None
        if end:
            yield msgspec.structs.replace(event, event=_ENDS[one.word.event], when=end.span)


def _others(
    document: Document, grammar: Grammar | None, line: Line, times: Sequence[Time], used: set[Span | None]
) -> Iterator[Event]:
    """Yield what else is told of a time that dates no event of a life."""
    for time in datable(times):
        post = posted(document, line, time)
        if post is not None:
            yield from post
            continue
        other = None
        if time.span not in used:
            other = (
                (grammar and deed(document, grammar, time))
                or _doing(document, grammar, line, time)
                or (grammar and deed(document, grammar, time, anybody=True))
            )
        if other:
            end = stretch(document, times, time)
            used.add(end.span if end else None)
            yield msgspec.structs.replace(
                other, when=document.span(time.span.start, end.span.end) if end else time.span
            )


def _doing(document: Document, grammar: Grammar | None, line: Line, time: Time) -> Event | None:
    """Return what somebody did at a time by the order of the words; none who only tells what was at that time."""
    found = doing(document, line, time)
    return None if found and grammar and grammar.is_told(time.span, found.span) else found


def _is_dateline(document: Document, line: Line) -> bool:
    block = document.block_at(line.chunks[0].span.start)
    return block is not None and block.kind == "dateline"


def _told(
    document: Document, marks: Marks, nouns: Mapping[int, Mention], grammar: Grammar | None, line: Line
) -> list[Told]:
    """Return the events that the line tells, each stretch of words once."""
    found: list[Told] = []
    for word in life_words():
        for match in word.pattern.finditer(line.text):
            first, last = line.at(match.start()), line.at(match.end() - 1)
            at = bisect_right(found, last, key=_first)
            if (at and first <= found[at - 1].last) or _is_name(document, line, word, match):
                continue
            span = line.cut(document, match)
            pair = grammar.pair(span) if grammar and (word.parsed or not word.owned) else NOBODY
            unnamed = word.event == "birth" and word.of == "child" and not match.groupdict().get("other")
            owner = match.start("owner") if match.groupdict().get("owner") else match.start()
            begins = line.at(owner)
            for who in whom(marks, nouns, line, word, match, pair):
                found.insert(at, Told(word, first, last, begins, who, span, span.text if unnamed else None))
    return found


def _first(told: Told) -> int:
    return told.first


def _is_name(document: Document, line: Line, word: LifeWord, match: re.Match[str]) -> bool:
    """Tell whether the word is written as a name is, inside a sentence of the body: "the Met Gala", "his Birth of"."""
    first, last = line.at(match.start()), line.at(match.end() - 1)
    block = document.block_at(line.chunks[first].span.start)
    if block is None or block.kind != "body":
        return False
    for group in ("other", "title"):
        if match.groupdict().get(group):
            last = line.at(match.start(group)) - 1
    inside = line.chunks[max(first, 1) : max(last if word.owned else first, first) + 1]
    return any(chunk.span.text.istitle() and chunk.mention is None for chunk in inside)


def _event(document: Document, line: Line, told: Told, time: Time | None, place: Span | None) -> Event | None:
    reported = _reported(document, line, told, has_time=time is not None)
    if reported is None or (told.word.state and (time is None or (time.value or "").endswith("REF"))):
        return None
    return Event(
        span=told.span,
        event=told.word.event,
        who=told.who,
        what=told.what,
        when=time.span if time else None,
        place=place,
        reported=reported,
    )


def _reported(document: Document, line: Line, told: Told, *, has_time: bool) -> Reported | None:
    """Return how sure the story is; None for what it denies, only imagines, or plans without a day."""
    around: set[str] = set()
    for chunk in reversed(line.chunks[max(0, told.begins - _NEAR) : told.begins]):
        if chunk.sign in _CLAUSE:
            break
        if chunk.span.text != "May":
            around.add(chunk.sign)
    inside = {chunk.sign for chunk in line.chunks[told.first : told.last + 1]}
    if told.word.owned and not _WEDDINGS & inside:
        if _RUMORS & around:
            return None
        around &= _ABOUT_NOUNS  # "he will not discuss their divorce" takes it for granted; a wedding may lie ahead
    if (_DENIED | _UNREAL) & around or _DENIED & inside:
        return None
    if "decided" in around:
        around.discard("to")
    planned = bool(_PLANNED & around) or line.chunks[told.first].sign in _BASE
    if planned and not has_time:
        return None
    asked = any("?" in chunk.sign for chunk in line.chunks[-2:])
    if planned or asked or (_HEDGES | _AWAITED) & (around | inside) or document.quotation_at(told.span.start):
        return "claim"
    return "fact"


def _place(line: Line, told: Told, places: Sequence[Span], times: Sequence[Time]) -> Span | None:
    """Return the first place that the words after the event name, "married in Rome"; no month is a place."""
    for index in range(told.last + 1, min(told.last + 12, len(line.chunks) - 1)):
        chunk = line.chunks[index]
        if chunk.sign in _CLAUSE:
            return None
        if chunk.sign in ("in", "at"):
            start = line.chunks[index + 1].span.start
            at = bisect_left(places, start, key=lambda place: place.start)
            if at < len(places) and places[at].start == start and not any(places[at].touches(t.span) for t in times):
                return places[at]
    return None
