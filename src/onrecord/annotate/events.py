"""Marks the events of people's lives, and what else a story dates: who, what, when, where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from onrecord.annotate.doings import doing
from onrecord.annotate.event_times import datable, dated, end_of
from onrecord.annotate.life_words import LifeWord, life_words
from onrecord.annotate.owners import subject, subject_after
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Event, Mark, Marks, Name, Time
from onrecord.model.span import Span
from onrecord.model.statement import Happening, Reported

NEEDS = ("mentions", "times")

_DENIED_WORDS = "not n't never deny denies denied denying nor neither without no"
_UNREAL_WORDS = "almost nearly if would could might may should whether unless 'd hopes wants wanted want ready eager"
_PLANNED_WORDS = "will 'll planning plans plan planned going set about upcoming future soon off to"
_HEDGE_WORDS = (
    "reportedly allegedly rumored rumoured supposedly claims claimed alleged apparently rumors rumours speculation"
)
_CLAUSE_SIGNS = '. ; : ! ? ( ) " — , when while after before since'
_BEFORE_VERB_WORDS = (
    "has have had is was were been be also later then secretly finally recently first officially 's 'd just reportedly"
)
_DENIED, _UNREAL = frozenset(_DENIED_WORDS.split()), frozenset(_UNREAL_WORDS.split())
_PLANNED, _HEDGES = frozenset(_PLANNED_WORDS.split()), frozenset(_HEDGE_WORDS.split())
_CLAUSE, _BEFORE_VERB = frozenset(_CLAUSE_SIGNS.split()), frozenset(_BEFORE_VERB_WORDS.split())
_BASE = frozenset(("marry", "meet", "tie", "get", "begin", "start", "file", "give", "say"))
_ENDS: dict[Happening, Happening] = {"marriage": "divorce", "relationship_start": "separation"}
_ROLE = re.compile(ROLE)
_NEAR = 8


class Told(NamedTuple):
    """An event told in a line: where its words stand among the chunks, and whom they name."""

    word: LifeWord
    first: int
    last: int
    who: tuple[Span, ...]
    span: Span


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark the events of each sentence with their people, their time and their place."""
    times = sorted(marks.of(Time), key=lambda time: time.span)
    starts = [time.span.start for time in times]
    places = sorted(name.span for name in marks.of(Name) if name.kind == "place")
    for line in lines(document, marks, nouns=True):
        if not line.chunks or _is_dateline(document, line):
            continue
        inside = times[bisect_left(starts, line.chunks[0].span.start) : bisect_left(starts, line.chunks[-1].span.end)]
        told = _told(document, marks, line)
        when = dated(line, inside, [(one.first, one.last) for one in told])
        used: set[Span | None] = set()
        for index, one in enumerate(told):
            event = _event(document, line, one, when.get(index), _place(line, one, places))
            if event is None:
                continue
            used.add(event.when)
            yield event
            start = when.get(index)
            end = end_of(document, inside, start) if start and one.word.state else None
            if end and one.word.event in _ENDS:
                used.add(end.span)
                yield msgspec.structs.replace(event, event=_ENDS[one.word.event], when=end.span)
        for time in datable(inside):
            if time.span not in used and (other := doing(document, line, time)):
                yield other


def _is_dateline(document: Document, line: Line) -> bool:
    block = document.block_at(line.chunks[0].span.start)
    return block is not None and block.kind == "dateline"


def _told(document: Document, marks: Marks, line: Line) -> list[Told]:
    """Return the events that the line tells, each stretch of words once."""
    found: list[Told] = []
    for word in life_words():
        for match in word.pattern.finditer(line.text):
            first, last = line.at(match.start()), line.at(match.end() - 1)
            if any(first <= one.last and one.first <= last for one in found) or _is_name(document, line, first):
                continue
            who = _who(marks, line, word, match)
            if who:
                found.append(Told(word, first, last, tuple(who), line.cut(document, match)))
    return sorted(found, key=lambda one: one.first)


def _is_name(document: Document, line: Line, first: int) -> bool:
    """Tell whether a word is written as a name is, inside a sentence of the body: "the Met Gala"."""
    block = document.block_at(line.chunks[first].span.start)
    return (
        first > 0
        and line.chunks[first].span.text.istitle()
        and line.chunks[first].mention is None
        and bool(block and block.kind == "body")
    )


def _who(marks: Marks, line: Line, word: LifeWord, match: re.Match[str]) -> list[Span]:
    """Return to whom it happens; empty where that is not clear."""
    groups = match.groupdict()
    others = line.everyone(match, "other") if groups.get("other") else []
    owners = line.everyone(match, "owner") if groups.get("owner") else []
    if word.of == "child" and others:
        return others
    first = line.at(match.start())
    leading = owners or _antecedent(line, first) or _joined(line, first) or _led(line, word, first)
    leading = leading or subject_after(line, line.at(match.end() - 1) + 1)
    if word.of != "pair":
        return leading
    both = [*(one for one in leading if one not in others), *others] if leading else []
    several = any(mention and mention.plural for mention in map(marks.mention_at, both))
    return both if len(both) > 1 or several else []


def _antecedent(line: Line, first: int) -> list[Span]:
    """Return whom the verb is about in "Kim, who married ..." and "Kim — mother of Jo — died"."""
    index = first - 1
    while index > 0 and line.chunks[index].sign in _BEFORE_VERB:
        index -= 1
    if index < 1 or line.chunks[index].sign not in ("who", "—", ")"):
        return []
    if line.chunks[index].sign != "who":
        opening = "(" if line.chunks[index].sign == ")" else "—"
        starts = [at for at in range(max(0, index - 20), index) if line.chunks[at].sign == opening]
        index = starts[-1] if starts else 0
    return [chunk.span for chunk in line.chunks[max(0, index - 4) : index] if chunk.mention][-1:]


def _led(line: Line, word: LifeWord, first: int) -> list[Span]:
    """Return the subject of the words; "his accuser died" is not about him."""
    leading = subject(line, first, several=True)
    if word.owned or not leading:
        return leading
    owners = {
        chunk.span
        for chunk, following in pairwise(line.chunks)
        if chunk.mention and (chunk.sign in "RSYMU" or following.sign in ("'s", "'"))
    }
    return [] if leading[-1] in owners else leading


def _joined(line: Line, first: int) -> list[Span]:
    """Return both subjects of "Lee, 33, and actor Kim, 30, began dating" and of a headline's "Lee, Kim split"."""
    found: list[Span] = []
    conjunction = False
    for chunk in reversed(line.chunks[max(0, first - 12) : first]):
        if chunk.mention and chunk.sign in "NHDG":
            if found:
                return [chunk.span, *found] if conjunction else []
            found.append(chunk.span)
        elif found and chunk.sign in ("and", "&"):
            conjunction = True
        elif (
            chunk.sign not in _BEFORE_VERB
            and chunk.sign != ","
            and not chunk.sign.isdigit()
            and not _ROLE.fullmatch(chunk.sign)
        ):
            return []
    return []


def _event(document: Document, line: Line, told: Told, time: Time | None, place: Span | None) -> Event | None:
    reported = _reported(document, line, told, has_time=time is not None)
    if reported is None or (told.word.state and (time is None or (time.value or "").endswith("REF"))):
        return None
    return Event(
        span=told.span,
        event=told.word.event,
        who=told.who,
        when=time.span if time else None,
        place=place,
        reported=reported,
    )


def _reported(document: Document, line: Line, told: Told, *, has_time: bool) -> Reported | None:
    """Return how sure the story is; None for what it denies, only imagines, or plans without a day."""
    around: set[str] = set()
    for chunk in reversed(line.chunks[max(0, told.first - _NEAR) : told.first]):
        if chunk.sign in _CLAUSE:
            break
        around.add(chunk.sign)
    inside = {chunk.sign for chunk in line.chunks[told.first : told.last + 1]}
    if (_DENIED | _UNREAL) & around or _DENIED & inside:
        return None
    if "decided" in around:
        around.discard("to")
    planned = bool(_PLANNED & around) or line.chunks[told.first].sign in _BASE
    if planned and not has_time:
        return None
    asked = line.chunks[-1].sign == "?" or "?" in {chunk.sign for chunk in line.chunks[-2:]}
    if planned or asked or _HEDGES & (around | inside) or document.quotation_at(told.span.start):
        return "claim"
    return "fact"


def _place(line: Line, told: Told, places: Sequence[Span]) -> Span | None:
    """Return the first place that the words after the event name: "married in Rome"."""
    for index in range(told.last + 1, min(told.last + 12, len(line.chunks) - 1)):
        chunk = line.chunks[index]
        if chunk.sign in _CLAUSE:
            return None
        if chunk.sign in ("in", "at"):
            start = line.chunks[index + 1].span.start
            at = bisect_left(places, start, key=lambda place: place.start)
            if at < len(places) and places[at].start == start:
                return places[at]
    return None
