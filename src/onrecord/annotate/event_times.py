"""Gives each time of a sentence to the words that it dates."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from onrecord.annotate.phrases import Chunk, Line
from onrecord.model.document import Document
from onrecord.model.marks import Time

_BREAK_SIGNS = "; : ? ! while when before after but who which where because although though as — ( )"
_BREAKS = frozenset(_BREAK_SIGNS.split())
_REACH_BACK, _REACH_AHEAD = 25, 22
_VAGUE = frozenset(("PRESENT_REF", "FUTURE_REF", None))


def datable(times: Sequence[Time]) -> list[Time]:
    """Return the times that can date an event: dates and clock times, not durations, "now" or "the past"."""
    told = (time for time in times if time.type in ("DATE", "TIME") and time.value not in _VAGUE)
    return [time for time in told if not time.span.text.lower().endswith("past")]


def chunk_of(line: Line, offset: int) -> int:
    """Return the place among the chunks of the character at ``offset`` in the story."""
    return max(0, bisect_left(line.chunks, offset + 1, key=_start) - 1)


def _start(chunk: Chunk) -> int:
    return chunk.span.start


def dated(
    line: Line, times: Sequence[Time], told: Sequence[tuple[int, int]], may_date: Callable[[Time, int], bool]
) -> dict[int, Time]:
    """Return the time of each stretch of chunks in ``told`` that has one, by its index; ``told`` in their order, apart.

    A time belongs to the words before it in its clause, "met in 2011"; to those after it where it opens the clause,
    "In 2011, they met", or stands inside a noun phrase, "her 2011 wedding". ``may_date`` tells whether a time and the
    stretch at an index are told in one clause.
    """
    when: dict[int, Time] = {}
    for time in datable(times):
        at, end = chunk_of(line, time.span.start), chunk_of(line, time.span.end - 1)
        index = _inside(line, at, end, told)
        if index is None:
            index = _before(line, at, told)
        if index is None:
            index = _after(line, at, end, told)
        if index is not None and index not in when and may_date(time, index):
            when[index] = time
    return when


def _inside(line: Line, at: int, end: int, told: Sequence[tuple[int, int]]) -> int | None:
    """Return the index of the words around a time, or right after it in one noun phrase."""
    index = bisect_left(told, at + 1, key=_first) - 1
    if index >= 0 and at <= told[index][1]:
        return index
    index = bisect_left(told, end + 1, key=_first)
    follows = index < len(told) and told[index][0] - end <= 2
    return index if follows and at and line.chunks[at - 1].sign in _NOUN_PHRASE else None


def _first(stretch: tuple[int, int]) -> int:
    return stretch[0]


def _last(stretch: tuple[int, int]) -> int:
    return stretch[1]


_NOUN_PHRASE = frozenset(("R", "S", "Y", "'s", "'", "the", "a"))


def _before(line: Line, at: int, told: Sequence[tuple[int, int]]) -> int | None:
    index = bisect_left(told, at, key=_last) - 1
    if index < 0 or at - told[index][1] > _REACH_BACK + 2:
        return None
    between = _outside(line.chunks[told[index][1] + 1 : at])
    if between and between[-1].sign == "(":
        between = between[:-1]  # "married X (May 2015)"
    if len(between) > _REACH_BACK or any(chunk.sign in _BREAKS for chunk in between):
        return None
    return index


def _outside(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Leave out what stands between brackets: "married Lee (then Jo) in 2011"."""
    found: list[Chunk] = []
    for chunk in chunks:
        opened = [at for at, one in enumerate(found) if one.sign == "("]
        if chunk.sign == ")" and opened:
            del found[opened[-1] :]
        else:
            found.append(chunk)
    return found


def _after(line: Line, at: int, end: int, told: Sequence[tuple[int, int]]) -> int | None:
    opens = at <= 3 or any(chunk.sign in _BREAKS or chunk.sign in (",", "and") for chunk in line.chunks[at - 3 : at])
    index = bisect_left(told, end + 1, key=_first)
    if not opens or index == len(told) or told[index][0] - end > _REACH_AHEAD + 1:
        return None
    between = line.chunks[end + 1 : told[index][0]]
    if any(chunk.sign in _BREAKS - {"when"} for chunk in between):
        return None
    return index


_SO_FAR = frozenset(("have", "has", "'ve"))
_LASTING = frozenset("for now only just almost nearly over more than publicly happily".split())


def lasting(line: Line, times: Sequence[Time], last: int) -> Time | None:
    """Return how long a state has lasted that is told as lasting: "have been married for eight years"."""
    if not _SO_FAR & {chunk.sign for chunk in line.chunks[max(0, last - 4) : last + 1]}:
        return None
    for time in times:
        at = chunk_of(line, time.span.start)
        behind = time.type == "DURATION" and at > last
        if behind and all(chunk.sign in _LASTING for chunk in line.chunks[last + 1 : at]):
            return time
    return None


_THROUGH = frozenset(("to", "until", "till", "through", "-", "–", "—"))


def end_of(document: Document, times: Sequence[Time], start: Time, *, joins: frozenset[str] = _THROUGH) -> Time | None:
    """Return the later time of "from 2003 to 2011", "2002-2003", by the earlier one; None where there is none."""
    index = bisect_left(times, start.span, key=lambda time: time.span) + 1
    if index >= len(times):
        return None
    between = document.story.text[start.span.end : times[index].span.start]
    return times[index] if between.strip() in joins and times[index].type in ("DATE", "TIME") else None


_COUNTED = frozenset(("later", "earlier", "ago"))


def stretch(document: Document, times: Sequence[Time], start: Time) -> Time | None:
    """Return the last of the times that tell one stretch with an earlier one: "2002 to 2003", "2006 and 2007"."""
    end = end_of(document, times, start, joins=_THROUGH | {"and"})
    if end is None or end.days is None or start.days is None or _COUNTED & set(end.span.text.lower().split()):
        return None
    return end if _fine(end) == _fine(start) else None


def _fine(time: Time) -> int:
    return len(time.value or "")
