"""Finds the statements that cannot all be true: the fewest of each clash, whatever else is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.prove.facts import Bound, Fact, Way
from onrecord.prove.latest import Latest

# Beyond either number a choice is left open, and proves nothing.
MOST_TRIES, MOST_CHOICES = 500, 40


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Facts that cannot all hold, though all but any one of them can.

    ``also`` has for each of the ``facts`` those that say just the same. ``chain`` are the bounds that clash, each
    beginning at the point where the one before ended, with the place of its fact; empty where a fact has several ways,
    none of which fits.
    """

    facts: tuple[Fact, ...]
    also: tuple[tuple[Fact, ...], ...]
    chain: tuple[tuple[int, Bound], ...]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Facts that hang together by their points, apart from all others, and what clashes among them."""

    points: frozenset[str]
    facts: tuple[Fact, ...]
    conflicts: tuple[Conflict, ...]


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """All facts so far, part by part."""

    parts: tuple[Part, ...]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Return all clashes."""
        return tuple(conflict for part in self.parts for conflict in part.conflicts)


def conflicts(facts: Iterable[Fact]) -> tuple[Conflict, ...]:
    """Return what clashes among facts, each clash cut down until every fact of it is needed.

    What most statements say is believed first, then what was told first. A fact that clashes with those believed is in
    one conflict, and proves nothing further.
    """
    return checked(facts).conflicts


def checked(facts: Iterable[Fact]) -> Checked:
    """Check facts part by part: those that share no point, even over others, cannot clash."""
    return Checked(parts=tuple(_parts(tuple(facts))))


def added(before: Checked, facts: Iterable[Fact]) -> Checked:
    """Add facts, those of one more story, and check again only the parts that they touch.

    Gives the same clashes as checking all facts at once.
    """
    new = tuple(facts)
    points = {point for fact in new for point in _points(fact)}
    touched = [part for part in before.parts if not part.points.isdisjoint(points)]
    left = (part for part in before.parts if part.points.isdisjoint(points))
    known = (fact for part in touched for fact in part.facts)
    return Checked(parts=(*left, *_parts((*known, *new))))


def contradictory(facts: Sequence[Fact]) -> bool:
    """Tell whether the facts cannot all hold; where too many choices are open, that they can."""
    return any(_Solver(facts).misfits())


def _points(fact: Fact) -> Iterator[str]:
    for way in fact.ways:
        for bound in way:
            yield from (point for point in (bound.first, bound.second) if point is not None)


def _parts(facts: Sequence[Fact]) -> Iterator[Part]:
    lead: dict[str, str] = {}

    def root(point: str) -> str:
        while (up := lead.setdefault(point, point)) != point:
            lead[point] = lead[up]
            point = up
        return point

    for fact in facts:
        first, *others = list(_points(fact)) or [""]
        for other in others:
            lead[root(other)] = root(first)
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(root(next(_points(fact), "")), []).append(fact)
    for group in groups.values():
        points = frozenset(point for fact in group for point in _points(fact))
        yield Part(points=points, facts=tuple(group), conflicts=tuple(_conflicts(group)))


def _conflicts(facts: Iterable[Fact]) -> Iterator[Conflict]:
    """Believe fact after fact, the most often told first, and yield what each fact that does not fit clashes with."""
    alike: dict[tuple[tuple[Bound, ...], ...], list[Fact]] = {}
    for fact in facts:
        alike.setdefault(fact.ways, []).append(fact)
    believed = sorted(alike.values(), key=lambda same: -len(same))
    tell = [same[0] for same in believed]
    for clash in _Solver(tell).clashes():
        needed = _needed([tell[number] for number in sorted(clash)])
        also = tuple(tuple(alike[fact.ways][1:]) for fact in needed)
        yield Conflict(facts=needed, also=also, chain=_chain(needed))


def _needed(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Leave out what the contradiction does not need, the later facts first."""
    needed = list(facts)
    for fact in reversed(facts):
        rest = [one for one in needed if one is not fact]
        if len(rest) < len(needed) and (clash := _clash(rest)):
            needed = [rest[number] for number in sorted(clash)]
    return tuple(needed)


def _clash(facts: Sequence[Fact]) -> frozenset[int]:
    return next(_Solver(facts).clashes(), frozenset())


def _chain(facts: Sequence[Fact]) -> tuple[tuple[int, Bound], ...]:
    if any(len(fact.ways) > 1 for fact in facts):
        return ()
    latest = Latest()
    for number, fact in enumerate(facts):
        if links := latest.add(number, fact.ways[0]):
            at = min(range(len(links)), key=lambda index: (links[index].bound.first is not None, links[index].fact))
            return tuple((link.fact, link.bound) for link in (*links[at:], *links[:at]))
    return ()


class _Solver:
    """Believes facts one by one, each in one of its ways; where none fits, the fact is left out again."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.facts = facts
        self.latest = Latest()
        self.settled: dict[int, frozenset[int]] = {}
        self.choices: list[tuple[int, Way]] = []
        self.tries = 0

    def clashes(self) -> Iterator[frozenset[int]]:
        """Yield the numbers of the facts that clash, once for each fact that is left out."""
        for misfit in self.misfits():
            clash, newest = misfit, misfit
            while not contradictory([self.facts[number] for number in sorted(clash)]):
                newest = frozenset(reason for number in newest for reason in self.settled.get(number, ())) - clash
                clash |= newest
            yield clash

    def misfits(self) -> Iterator[frozenset[int]]:
        """Yield what each fact that is left out clashes with; what left another only one way (``settled``) is apart."""
        several = [number for number, fact in enumerate(self.facts) if len(fact.ways) > 1]
        for number, fact in enumerate(self.facts):
            if len(fact.ways) == 1 and (links := self.latest.add(number, fact.ways[0])):
                yield frozenset(link.fact for link in links)
        left = []
        for number in several:
            fits, blamed = self._fitting(number)
            if not fits:
                yield blamed
            elif len(fits) == 1:  # the others never will, for what excludes them stays
                self.latest.add(number, fits[0])
                self.settled[number] = blamed
            else:
                left.append(number)
        for number in left[:MOST_CHOICES]:
            if clash := self._choose(number):
                yield clash

    def _fitting(self, number: int) -> tuple[list[Way], frozenset[int]]:
        """Return the ways that fit what is believed, and the facts that exclude the others, itself included."""
        fits, blamed = [], {number}
        for way in self.facts[number].ways:
            if links := self.latest.add(number, way):
                blamed.update(link.fact for link in links)
            else:
                self.latest.undo()
                fits.append(way)
        return fits, frozenset(blamed)

    def _choose(self, number: int) -> frozenset[int]:
        """Take a fact of which several ways may fit; where it clashes, leave it, and return what clashes."""
        before = tuple(self.choices)
        for way in self.facts[number].ways:
            if not self._take(number, way):
                return frozenset()
        while self.choices:
            self._take_back()
        self.tries = 0
        clash = self._fit([number, *(choice for choice, _ in before)])
        if clash != frozenset():
            for choice, way in before:
                self._take(choice, way)
        return clash or frozenset()

    def _fit(self, open_: Sequence[int]) -> frozenset[int] | None:
        """Find a way for each choice; else take none, and return the facts to blame, None after too many tries."""
        if not open_:
            return frozenset()
        blamed: frozenset[int] = frozenset()
        for way in self.facts[open_[0]].ways:
            self.tries += 1
            if self.tries > MOST_TRIES:
                return None
            clash: frozenset[int] | None = self._take(open_[0], way)
            if not clash:
                clash = self._fit(open_[1:])
                if clash == frozenset():
                    return clash
                self._take_back()
            if clash is None or open_[0] not in clash:
                return clash
            blamed |= clash
        return blamed

    def _take(self, number: int, way: Way) -> frozenset[int]:
        links = self.latest.add(number, way)
        if not links:
            self.choices.append((number, way))
        return frozenset(link.fact for link in links)

    def _take_back(self) -> None:
        self.choices.pop()
        self.latest.undo()
