"""Keeps the couples that a story has told of so far, and who is whose husband, wife or love."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from onrecord.model.marks import Kin
from onrecord.model.span import Span

_TIES = frozenset(["spouse", "partner", "engaged"])
_WAIT = 1000  # characters behind a kinship until its people are known, or never

Couple = tuple[str, ...]


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

    def latest(self, before: int, among: Collection[str]) -> Couple:
        """Return the couple of these people that was told last before a place; nobody if none was."""
        self._listen(before)
        known = {couple for person in among for couple in self.of.get(person, ()) if couple <= set(among)}
        return max((self.told[couple] for couple in known), default=(0, ()))[1]

    def only(self, before: int) -> Couple:
        """Return the couple if just one has been told of before a place."""
        self._listen(before)
        return self.first if len(self.told) == 1 else ()

    def other(self, owner: str, relations: Collection[str], *, former: bool) -> Couple:
        """Return who alone stands in one of these relations to somebody, anywhere in the story."""
        found: set[str] = set()
        for kin in self.ties_of.get(owner, ()):
            pair = {*self.ids.get(kin.from_, ()), *self.ids.get(kin.to, ())}
            if kin.relation in relations and len(pair) == 2 and (kin.status == "former") == former:
                found |= pair - {owner}
        return tuple(found) if len(found) == 1 else ()

    def _listen(self, before: int) -> None:
        while self.at < len(self.ties) and self.ties[self.at].span.start <= before:
            self.waiting.append(self.ties[self.at])
            self.at += 1
        waiting, self.waiting = self.waiting, []
        for kin in waiting:
            pair = tuple(dict.fromkeys((*self.ids.get(kin.from_, ()), *self.ids.get(kin.to, ()))))
            if len(pair) == 2:
                self._keep(kin.span.start, pair)
            elif kin.span.end + _WAIT >= before:
                self.waiting.append(kin)

    def _keep(self, place: int, pair: Couple) -> None:
        couple = frozenset(pair)
        self.first = self.first or pair
        if place >= self.told.get(couple, (0, ()))[0]:
            self.told[couple] = (place, pair)
        for person in pair:
            self.of[person].add(couple)
