"""Holds the sightings that are taken for one person so far, and finds which of several groups one belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.model.record import Doubt, Profile, Sighting
from onrecord.record.evidence import Evidence, weigh

_MOST_COMPARED = 12
"""A sighting is laid beside so many groups of one block at most; more people of one name are not told apart."""
SURE = 1.0


class Group:
    """Sightings that are held to be one person so far; a ``whole`` one has a full name, and is taken in by no other."""

    __slots__ = ("apart", "evidence", "into", "members", "rank", "reasons", "whole")

    def __init__(self, profile: Profile) -> None:
        """Begin with one sighting."""
        self.members = [profile.sighting]
        self.rank = profile.sighting
        self.reasons: dict[Sighting, tuple[str, ...]] = {profile.sighting: ()}
        self.evidence = Evidence(profile)
        self.apart: set[Sighting] = set()
        self.whole = False
        self.into: Group | None = None

    @property
    def now(self) -> Group:
        """Return the group that holds these sightings now."""
        group = self
        while group.into:
            group = group.into
        return group

    def copy(self) -> Group:
        """Return a group of the same sightings that may grow by itself."""
        other = object.__new__(Group)
        other.members, other.rank, other.whole, other.into = [*self.members], self.rank, self.whole, None
        other.reasons, other.apart, other.evidence = {}, {*self.apart}, self.evidence.copy()
        return other

    def kept_apart(self, other: Group) -> bool:
        """Tell whether somebody has said of two of their sightings that they are two people."""
        return bool(self.apart and not self.apart.isdisjoint(other.members)) or bool(
            other.apart and not other.apart.isdisjoint(self.members)
        )


class Likely(msgspec.Struct, frozen=True):
    """The group that somebody most likely belongs to; of 1 and more it is sure."""

    weight: float
    group: Group
    reasons: tuple[str, ...]


class Question(msgspec.Struct, frozen=True):
    """Two groups that may be one person, and what speaks for it."""

    one: Group
    other: Group
    reasons: tuple[str, ...]


def likeliest(own: Group, others: Sequence[Group]) -> Likely | None:
    """Return the group among others that most speaks for, None when all are kept apart or clash."""
    best: Likely | None = None
    for group in others[:_MOST_COMPARED]:
        if own.kept_apart(group):
            continue
        weight, reasons = weigh(own.evidence, group.evidence)
        if weight is not None and (best is None or (-weight, group.rank) < (-best.weight, best.group.rank)):
            best = Likely(weight, group, reasons)
    return best


def merge(first: Group, mine: Sighting, second: Group, theirs: Sighting, reasons: tuple[str, ...]) -> None:
    """Put two groups together because of a sighting of each, the smaller into the larger.

    So no sighting moves more than log n times. A whole group keeps its rank.
    """
    one, other = first.now, second.now
    if one is other or one.kept_apart(other):
        return
    small, large = sorted((one, other), key=lambda group: (group.whole, len(group.members), group.rank))
    small.into = large
    large.members += small.members
    large.reasons |= small.reasons
    large.reasons[mine if small is one else theirs] = reasons
    large.evidence.take(small.evidence)
    large.apart |= small.apart
    if not large.whole:
        large.rank = min(large.rank, small.rank)


def distinct(groups: Iterable[Group]) -> list[Group]:
    """Return the groups as they are now, each once, in their order."""
    return list({id(group.now): group.now for group in groups}.values())


def still_open(questions: Iterable[Question]) -> list[Doubt]:
    """Return the questions that nobody has answered, and that joins made later have not answered either.

    Who has found a place among people of full names is asked about no more.
    """
    asked: dict[tuple[Sighting, Sighting], Doubt] = {}
    for question in questions:
        one, other = question.one.now, question.other.now
        if one is other or one.whole or one.kept_apart(other):
            continue
        first, second = sorted((one.rank, other.rank))
        asked.setdefault((first, second), Doubt(first, second, question.reasons))
    return list(asked.values())
