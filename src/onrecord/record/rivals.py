"""Finds what stories tell of families that hardly fits together: a third parent, a sister who is a wife."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from onrecord.model.record import Clash, Collection
from onrecord.model.statement import Event, Kin, Statement
from onrecord.model.when import Interval
from onrecord.record.names import fold

SAME_TIME_DAYS = 31
"""Stories of days that lie no further apart tell of one time; what is otherwise later is a change, and no rival."""
_OF_BLOOD = frozenset((None, "half", "twin"))
_COUPLE = frozenset(("spouse", "partner", "engaged"))
_YEAR = re.compile(r"\b\d{4}\b")
_NOT_SURE = frozenset("~?%")
_WORDS = {
    "parent": "parent and child", "grandparent": "grandparent and grandchild", "sibling": "siblings",
    "couple": "a couple",
}  # fmt: skip


def rivals(collection: Collection) -> tuple[Clash, ...]:
    """Return the rival answers of a collection, each cut down to the fewest statements.

    Only what stories state as a fact counts. None of it is impossible: people marry twice, and a stepfather is called
    a father. So every clash is a likely one only.
    """
    names = {person.id: person.name for person in collection.case.people}
    stated = [kin for kin in collection.case.all(Kin) if kin.reported == "fact"]
    return (
        *_parents(stated, names),
        *_pairs(stated, names),
        *_spouses(stated, names, collection),
        *_weddings((one for one in collection.case.all(Event) if one.reported == "fact"), names),
    )


def _parents(stated: Iterable[Kin], names: dict[str, str]) -> Iterator[Clash]:
    """Lay every parent of somebody beyond the two whom most statements name beside these two."""
    told: defaultdict[str, defaultdict[str, list[Kin]]] = defaultdict(lambda: defaultdict(list))
    for kin in stated:
        if kin.relation == "parent" and kin.detail in _OF_BLOOD:
            told[kin.to][kin.from_].append(kin)
    for child, parents in told.items():
        first, second, *others = sorted(parents.values(), key=lambda several: -len(several)) + [[]] * 2
        for other in filter(None, others):
            three = (first, second, other)
            lines = [_often(f"{names[one[0].from_]} is a parent of {names[child]}", one) for one in three]
            why = "nobody is born to three people: one is a step-parent, or two of these are one person"
            yield _likely([one[0] for one in three], [*lines, why])


def _pairs(stated: Iterable[Kin], names: dict[str, str]) -> Iterator[Clash]:
    """Find two people who are related in two ways that rule each other out."""
    told: defaultdict[tuple[str, ...], dict[str, list[Kin]]] = defaultdict(dict)
    for kin in stated:
        way = "couple" if kin.relation in _COUPLE else kin.relation
        if way in _WORDS and kin.detail in _OF_BLOOD and kin.from_ != kin.to:
            told[tuple(sorted((kin.from_, kin.to)))].setdefault(way, []).append(kin)
    for pair, ways in told.items():
        for one, other in combinations(ways, 2):
            both = f"{names[pair[0]]} and {names[pair[1]]}"
            lines = [_often(f"{both} are {_WORDS[way]}", ways[way]) for way in (one, other)]
            why = "two people are hardly both: one of these is misread, or means somebody else"
            yield _likely([ways[one][0], ways[other][0]], [*lines, why])


def _spouses(stated: Iterable[Kin], names: dict[str, str], collection: Collection) -> Iterator[Clash]:
    """Find two spouses of one time."""
    told: defaultdict[str, list[tuple[date, str, Kin]]] = defaultdict(list)
    for kin in stated:
        day = collection.story(kin).published
        if kin.relation == "spouse" and kin.status == "current" and day:
            told[kin.from_].append((day, kin.to, kin))
            told[kin.to].append((day, kin.from_, kin))
    for who, marriages in told.items():
        marriages.sort(key=lambda one: (one[0], one[2].id))
        met: set[frozenset[str]] = set()
        for (day, one, first), (later, other, second) in pairwise(marriages):
            pair = frozenset((one, other))
            near = (later - day).days <= SAME_TIME_DAYS
            if one == other or not near or pair in met or _may_be_one(names[one], names[other]):
                continue
            met.add(pair)
            lines = [
                f"{names[who]} is married to {names[spouse]} on {told_on.isoformat()}"
                for spouse, told_on in ((one, day), (other, later))
            ]
            yield _likely([first, second], [*lines, f"{(later - day).days} days apart: hardly two marriages"])


def _weddings(events: Iterable[Event], names: dict[str, str]) -> Iterator[Clash]:
    """Find two days of one wedding or divorce, as far as the stories tell them with their year."""
    told: defaultdict[Hashable, list[tuple[Interval, Event]]] = defaultdict(list)
    for event in events:
        days = _days(event)
        if event.event in {"marriage", "divorce"} and len(set(event.who)) == 2 and days:
            told[event.event, frozenset(event.who)].append((days, event))
    for several in told.values():
        first, one = several[0]
        for days, other in several[1:]:
            if _days_between(first, days) > SAME_TIME_DAYS:
                both = " and ".join(names[who] for who in sorted(set(one.who)))
                lines = [f"{event.event} of {both}: {event.when.text}" for event in (one, other) if event.when]
                yield _likely([one, other], [*lines, f"more than {SAME_TIME_DAYS} days apart: hardly one {one.event}"])
                break


def _days(event: Event) -> Interval | None:
    when = event.when
    if when is None or not _YEAR.search(when.text or "") or _NOT_SURE & set(when.edtf or ""):
        return None
    return when.interval if when.earliest and when.latest else None


def _days_between(one: Interval, other: Interval) -> int:
    gaps = [
        (later.earliest - sooner.latest).days
        for sooner, later in ((one, other), (other, one))
        if later.earliest and sooner.latest
    ]
    return max(0, *gaps)


def _may_be_one(name: str, other: str) -> bool:
    """Tell whether one name holds all words of the other: then nobody has told yet that these are two people."""
    one, two = ({*folded.words} if (folded := fold(said)) else set() for said in (name, other))
    return one <= two or two <= one


def _often(line: str, told: Sequence[Statement]) -> str:
    stories = len({one.id.partition(".")[0] for one in told})
    return f"{line} ({stories} stories)" if stories > 1 else line


def _likely(statements: Iterable[Statement], lines: Iterable[str]) -> Clash:
    return Clash(tuple(one.id for one in statements), tuple(lines), certain=False)
