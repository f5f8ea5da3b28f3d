"""Turns marks of ages, kin, counts and events into statements about people."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.model.marks import Age as AgeMark
from onrecord.model.marks import Count as CountMark
from onrecord.model.marks import Marks
from onrecord.model.statement import Age, Count, Statement
from onrecord.resolve.happenings import Times, happenings
from onrecord.resolve.kinships import kinships
from onrecord.resolve.who import Who


def facts(document: Document, marks: Marks, who: Who) -> Iterator[Statement]:
    """Give every age, kinship, count and event to its people; ids are given later.

    What belongs to nobody that is known is dropped.
    """
    times = Times(marks)
    yield from _ages(marks, who, times)
    yield from kinships(marks, who)
    yield from _counts(marks, who)
    yield from happenings(marks, who, times)


def _ages(marks: Marks, who: Who, times: Times) -> Iterator[Age]:
    for mark in marks.of(AgeMark):
        people = who.of(mark.who)
        if len(people) == 1:
            yield Age(
                id="",
                who=people[0],
                years=mark.years,
                at_least_months=mark.at_least_months,
                under_months=mark.under_months,
                other_time=mark.other_time,
                when=times.when(mark.when),
                spans=(mark.span,),
            )


def _counts(marks: Marks, who: Who) -> Iterator[Count]:
    for mark in marks.of(CountMark):
        if people := who.all_of(mark.who):
            yield Count(
                id="",
                who=people,
                what=mark.what,
                n=mark.n,
                ordinal=mark.ordinal,
                of=next(iter(who.of(mark.of)), None),
                spans=(mark.span,),
                reported=mark.reported,
            )
