"""Turns the marks of events into one statement for each happening, however often a story tells it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec

from onrecord.model.marks import Event as EventMark
from onrecord.model.marks import Marks, Time
from onrecord.model.span import Span
from onrecord.model.statement import Event
from onrecord.model.when import When, both
from onrecord.resolve.partners import Partners
from onrecord.resolve.who import Who


class Times:
    """The time expressions of a story by where they stand."""

    def __init__(self, marks: Marks) -> None:
        """Take the times from all marks."""
        self._times = {time.span: time for time in marks.of(Time)}
        self._spans = sorted(self._times)

    def when(self, span: Span | None) -> When | None:
        """Return the days of the time at this span, or only its words where they tell no days.

        A span from one time to another ("2002 to 2003") is the days of both and between.
        """
        if span is None:
            return None
        time = self._times.get(span)
        if time is None and (stretch := self._stretch(span)):
            return stretch
        if time is None or time.days is None:
            return When(text=span.text, relative=span.text)
        return When(edtf=time.days.edtf, earliest=time.days.earliest, latest=time.days.latest, text=span.text)

    def _stretch(self, span: Span) -> When | None:
        first = bisect_left(self._spans, span.start, key=lambda one: one.start)
        last = bisect_right(self._spans, span.end, key=lambda one: one.end) - 1
        if not 0 <= first < last:
            return None
        ends = [self._times[self._spans[at]].days for at in (first, last)]
        if not (ends[0] and ends[1] and ends[0].earliest and ends[1].latest and ends[0].earliest <= ends[1].latest):
            return None
        edtf = f"{ends[0].edtf}/{ends[1].edtf}"
        return When(edtf=edtf, earliest=ends[0].earliest, latest=ends[1].latest, text=span.text)


def happenings(marks: Marks, who: Who, times: Times, partners: Partners) -> Iterator[Event]:
    """Yield one statement for each event of the same people whose times do not exclude each other.

    Where only one of two is known, as of "she and the star married in 2008", it is told in the words of the story.
    """
    groups: dict[tuple[str, frozenset[str], str | None], list[Event]] = {}
    for mark in sorted(marks.of(EventMark), key=lambda mark: mark.span):
        people = partners.complete(mark.event, mark.who, mark.span.start)
        if len(people) == 1 and mark.event in _OF_TWO:
            mark = msgspec.structs.replace(mark, event="other", what=mark.span.text)
            people = people if mark.when else ()
        if not people:
            continue
        event = Event(
            id="",
            event=mark.event,
            who=people,
            what=mark.what,
            place=mark.place.text if mark.place else None,
            when=times.when(mark.when),
            spans=(mark.span,),
            reported=mark.reported,
        )
        # Who had a child without a name was not born then.
        what = mark.what if mark.event == "other" else "a child" if mark.what else None
        told = groups.setdefault((mark.event, frozenset(people), what), [])
        for index, earlier in enumerate(told):
            if _may_be_one(earlier, event):
                told[index] = _joined(earlier, event)
                break
        else:
            told.append(event)
    for told in groups.values():
        yield from told


_OF_TWO = frozenset(
    ("meeting", "relationship_start", "engagement", "marriage", "separation", "divorce_filing", "divorce")
)


def _may_be_one(first: Event, second: Event) -> bool:
    """Tell whether two tellings may be of one happening: one has no time, or the days agree and are not apart."""
    if first.when is None or second.when is None:
        return True
    if first.when.relative or second.when.relative:
        return first.when.relative == second.when.relative
    return both(first.when.interval, second.when.interval) is not None


def _joined(first: Event, second: Event) -> Event:
    """Join two tellings: the narrower time, and a fact rather than a claim."""
    return msgspec.structs.replace(
        first,
        when=min(first.when, second.when, key=_width),
        place=first.place or second.place,
        spans=(*first.spans, *second.spans),
        reported="fact" if "fact" in (first.reported, second.reported) else "claim",
    )


def _width(when: When | None) -> tuple[int, int]:
    """Order times: whole stretches by their days, then open ones, then words alone, then none."""
    if when is None:
        return (3, 0)
    if when.relative:
        return (2, 0)
    if when.earliest is None or when.latest is None:
        return (1, 0)
    return (0, (when.latest - when.earliest).days)
