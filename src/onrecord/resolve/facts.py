"""Turns marks of ages, kin, counts and events into statements about people."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.model.marks import Age as AgeMark
from onrecord.model.marks import Count as CountMark
from onrecord.model.marks import Marks
from onrecord.model.statement import Age, Count, Fact
from onrecord.resolve.happenings import Times, happenings
from onrecord.resolve.kinships import kinships
from onrecord.resolve.partners import Partners
from onrecord.resolve.who import Who


def facts(document: Document, marks: Marks, who: Who) -> Iterator[Fact]:
    """Give every age, kinship, count and event to its people; ids are given later.

    What belongs to nobody that is known is dropped.
    """
    times = Times(marks)
    kin = tuple(kinships(marks, who))
    yield from _ages(marks, who, times)
    yield from kin
    yield from _counts(marks, who)
    yield from happenings(marks, who, times, Partners(document, marks, who, kin))


def _ages(marks: Marks, who: Who, times: Times) -> Iterator[Age]:
    """Yield every age; one that is told of a noun goes to whom a name gives that age, if just one name does.

    "Kim Lee, 41, met Jo. The 41-year-old ..." is Kim's, whoever was named last.
    """
    told = _named_ages(marks, who)
    for mark in marks.of(AgeMark):
        people = who.of(mark.who)
        if len(people) > 1:
            continue
        mention = marks.mention_at(mark.who)
        if mention and mention.form == "noun" and not mark.other_time:
            same = [person for person, months in told.items() if mark.at_least_months in months]
            if len(same) == 1 and not mention.same:
                people = (same[0],)
            elif people and told.get(people[0]) and not mention.same:
                continue  # but "her 51-year-old husband Paul" is Paul, however old he is said to be elsewhere
        if people:
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


def _named_ages(marks: Marks, who: Who) -> dict[str, set[int]]:
    """Return the ages, in whole months, that stand at a person's name."""
    told: dict[str, set[int]] = {}
    for mark in marks.of(AgeMark):
        mention, people = marks.mention_at(mark.who), who.of(mark.who)
        if mention and mention.form == "name" and len(people) == 1 and not mark.other_time:
            told.setdefault(people[0], set()).add(mark.at_least_months)
    return told


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
