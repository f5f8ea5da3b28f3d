"""Keeps the latest place that each point may have, bound by bound, and finds the bounds that cannot all hold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import msgspec

from onrecord.prove.facts import Bound

OPEN = 10**12  # later than any day: nothing bounds the point from above
_Edge = tuple[int, int, int, int, Bound]  # from, to, most, number of the fact, the bound itself


class Link(msgspec.Struct, frozen=True):
    """One bound of a contradiction, and the number of the fact that it is from."""

    fact: int
    bound: Bound


class Latest:
    """The latest places that all bounds so far allow together; bounds come and go last in, first out.

    Each bound is an edge of a graph, and a contradiction a circle of edges whose lengths add up to less than nothing
    (Bellman 1958; adding one at a time as Cotton and Maler 2006). A new bound moves only the points that it touches.
    """

    def __init__(self) -> None:
        """Begin with the calendar alone."""
        self._points: dict[str | None, int] = {None: 0}
        self._places = [0]
        self._because: list[_Edge | None] = [None]
        self._edges: list[list[_Edge]] = [[]]
        self._steps: list[tuple[list[int], list[tuple[int, int, _Edge | None]]]] = []

    def add(self, fact: int, bounds: Iterable[Bound]) -> tuple[Link, ...]:
        """Take the bounds of a fact; where they contradict those before, none is taken.

        Returns the contradiction as a closed chain of bounds, each beginning where the one before ended; empty when
        all bounds can hold.
        """
        starts: list[int] = []
        moved: list[tuple[int, int, _Edge | None]] = []
        self._steps.append((starts, moved))
        for bound in bounds:
            edge = (self._number(bound.first), self._number(bound.second), bound.most, fact, bound)
            self._edges[edge[0]].append(edge)
            starts.append(edge[0])
            circle = self._settle(edge, moved)
            if circle:
                self.undo()
                return circle
        return ()

    def undo(self) -> None:
        """Take back what was added last."""
        starts, moved = self._steps.pop()
        for start in reversed(starts):
            self._edges[start].pop()
        for point, place, because in reversed(moved):
            self._places[point], self._because[point] = place, because

    def _number(self, point: str | None) -> int:
        number = self._points.setdefault(point, len(self._places))
        if number == len(self._places):
            self._places.append(OPEN)
            self._because.append(None)
            self._edges.append([])
        return number

    def _settle(self, new: _Edge, moved: list[tuple[int, int, _Edge | None]]) -> tuple[Link, ...]:
        """Move all points that a new edge moves.

        Where its own beginning would move, or the calendar, the edges that led there close a contradiction.
        """
        places, because = self._places, self._because
        start = new[0]
        if places[start] + new[2] >= places[new[1]]:
            return ()
        if start == new[1]:
            return (Link(new[3], new[4]),)
        waiting = deque((new,))
        while waiting:
            edge = waiting.popleft()
            first, second, most = edge[:3]
            place = places[first] + most
            if place >= places[second]:
                continue
            if second in (start, 0):
                return self._circle(edge)
            moved.append((second, places[second], because[second]))
            places[second], because[second] = place, edge
            waiting.extend(self._edges[second])
        return ()

    def _circle(self, last: _Edge) -> tuple[Link, ...]:
        """Follow the edges back until they come round: to where the last one leads, or to each other before."""
        links, heads = [last], {last[1]: 0}
        while (tail := links[-1][0]) not in heads:
            before = self._because[tail]
            if before is None:
                raise RuntimeError("a contradiction that does not close")
            heads[tail] = len(links)
            links.append(before)
        return tuple(Link(edge[3], edge[4]) for edge in reversed(links[heads[tail] :]))
