"""Keeps the couples that a story has told of so far, and who is whose husband, wife or love."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from onrecord.model.marks import Kin, Mention
from onrecord.model.span import Span

_TIES = frozenset(["spouse", "partner", "engaged"])
_WAIT = 1000  # characters behind a kinship until its people are known, or never
_AND = re.compile(r"\s+(?:and|&)\s+(?:(?:her|his)\s+(?:[\w-]+\s+){1,3}|[A-Z][\w.]*\s+)?")
_COMMA = re.compile(r"\s*,\s*")

Couple = tuple[str, ...]


class Pairs:
    """The places where two people whom the story is about are named together, "Kim and Jo"; close kin are no pair.

    It is about two if nobody is named more often, or if they are named together again and again.
    """

    def __init__(
        self, text: str, mentions: Iterable[Mention], kins: Iterable[Kin], ids: Mapping[Span, tuple[str, ...]]
    ) -> None:
        """Take the names of a story and whom they mean."""
        blood = {
            frozenset((*ids.get(kin.from_, ()), *ids.get(kin.to, ()))) for kin in kins if kin.relation not in _TIES
        }
        names = sorted({mention.span for mention in mentions if mention.form == "name" and len(ids[mention.span]) == 1})
        often = Counter(ids[span][0] for span in names)
        most = sorted(often.values(), reverse=True)[:2]
        together = [(first.start, (*ids[first], *ids[second])) for first, second in _joined(text, names)]
        again = Counter(frozenset(pair) for _, pair in together)
        self.found = [
            (start, pair)
            for start, pair in together
            if len(set(pair)) == 2
            and frozenset(pair) not in blood
            and (again[frozenset(pair)] > 1 or min(often[one] for one in pair) >= most[-1])
        ]

    def latest(self, before: int, since: int = 0) -> Couple:
        """Return the two who were named together last before a place, not before ``since``; nobody if none were."""
        at = bisect_left(self.found, (before, ())) - 1
        return self.found[at][1] if at >= 0 and self.found[at][0] >= since else ()


def _joined(text: str, names: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield each two names that "and" joins, where no comma joins a third one to them."""
    for at, (first, second) in enumerate(pairwise(names)):
        listed = at > 0 and _COMMA.fullmatch(text, names[at - 1].end, first.start)
        if not listed and _AND.fullmatch(text, first.end, second.start):
            yield first, second


class Couples:
    """The couples of a story, while one goes through it; ``ids`` grows as mentions are settled."""

    def __init__(self, kins: Iterable[Kin], ids: Mapping[Span, tuple[str, ...]]) -> None:
        """Begin with all kinships of couples, of which none is told yet."""
        self.ids = ids
        self.ties = sorted((kin for kin in kins if kin.relation in _TIES), key=lambda kin: kin.span)
        self.at = 0
        self.waiting: list[Kin] = []
        self.told: dict[frozenset[str], tuple[int, Couple]] = {}
        self.first: Couple = ()
        self.parted: list[Couple] = []
        self.of: dict[str, set[frozenset[str]]] = defaultdict(set)
        self.at_mention: dict[Span, list[Kin]] = defaultdict(list)
        for kin in self.ties:
            for span in {kin.from_, kin.to}:
                self.at_mention[span].append(kin)
        self.ties_of: dict[str, list[Kin]] = defaultdict(list)
        for span, who in ids.items():
            self.settled(span, who)

    def settled(self, span: Span, who: tuple[str, ...]) -> None:
        """Take up whom a mention means."""
        for kin in self.at_mention.get(span, ()):
            for person in who:
                self.ties_of[person].append(kin)

    def latest(self, before: int, among: Collection[str], *, former: bool = False) -> Couple:
        """Return the couple of these people that was told last before a place; nobody if none was.

        ``former``: one that is told to be none any longer.
        """
        self._listen(before)
        if former:
            return next((pair for pair in reversed(self.parted) if set(pair) <= set(among)), ())
        known = {couple for person in among for couple in self.of.get(person, ()) if couple <= set(among)}
        return max((self.told[couple] for couple in known), default=(0, ()))[1]

    def only(self, before: int) -> Couple:
        """Return the couple if just one has been told of before a place."""
        self._listen(before)
        return self.first if len(self.told) == 1 else ()

    def other(self, owner: str, relations: Collection[str], *, former: bool) -> Couple:
        """Return who alone stands in one of these relations to somebody, and to nobody else, anywhere in the story."""
        found = self._tied(owner, relations, former=former)
        alone = [one for one in found if self._tied(one, relations, former=former) == {owner}]
        return tuple(alone) if len(found) == 1 else ()

    def _tied(self, person: str, relations: Collection[str], *, former: bool) -> set[str]:
        found: set[str] = set()
        for kin in self.ties_of.get(person, ()):
            pair = {*self.ids.get(kin.from_, ()), *self.ids.get(kin.to, ())}
            if kin.relation in relations and len(pair) == 2 and (kin.status == "former") == former:
                found |= pair - {person}
        return found

    def _listen(self, before: int) -> None:
        while self.at < len(self.ties) and self.ties[self.at].span.start <= before:
            self.waiting.append(self.ties[self.at])
            self.at += 1
        waiting, self.waiting = self.waiting, []
        for kin in waiting:
            pair = tuple(dict.fromkeys((*self.ids.get(kin.from_, ()), *self.ids.get(kin.to, ()))))
            if len(pair) == 2:
                self._keep(kin.span.start, pair)
                if kin.status == "former":
                    self.parted.append(pair)
            elif kin.span.end + _WAIT >= before:
                self.waiting.append(kin)

    def _keep(self, place: int, pair: Couple) -> None:
        couple = frozenset(pair)
        self.first = self.first or pair
        if place >= self.told.get(couple, (0, ()))[0]:
            self.told[couple] = (place, pair)
        for person in pair:
            self.of[person].add(couple)
