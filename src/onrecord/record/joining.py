"""Tells who is who across stories: whom several stories mean by one name, and whom they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.model.record import Doubt, Joined, Member, Profile, SamePerson, Sighting, Who
from onrecord.record.blocks import blocks, folded
from onrecord.record.evidence import Evidence, weigh

_MOST_COMPARED = 12
"""A sighting is laid beside so many groups of one block at most; more people of one name are not told apart."""


class _Group:
    """Sightings that are held to be one person so far."""

    __slots__ = ("apart", "evidence", "members", "reasons")

    def __init__(self, profile: Profile) -> None:
        self.members = [profile.sighting]
        self.reasons: dict[Sighting, tuple[str, ...]] = {profile.sighting: ()}
        self.evidence = Evidence(profile)
        self.apart: set[Sighting] = set()

    @property
    def rank(self) -> Sighting:
        return min(self.members)


def join(profiles: Iterable[Profile], judged: Iterable[SamePerson] = ()) -> Joined:
    """Return who is who among the profiles, and what a person is to settle.

    The answer depends on the set of profiles and verdicts alone, never on their order. A verdict always holds: what is
    judged one stays one, what is judged two is never joined, even by way of others. Of verdicts that contradict each
    other, "no" holds. The work grows with the number of profiles times the people of one name.
    """
    known = {profile.sighting: profile for profile in profiles}
    verdicts = sorted(
        {one for one in judged if one.first in known and one.second in known},
        key=lambda one: (one.verdict, one.first, one.second),
    )
    groups = {sighting: _Group(profile) for sighting, profile in known.items()}
    for one in verdicts:
        if one.verdict == "no":
            groups[one.first].apart.add(one.second)
            groups[one.second].apart.add(one.first)
    for one in verdicts:
        if one.verdict == "yes":
            _merge(groups, one.first, one.second, ("a person has said so",))
    doubtful: dict[frozenset[Sighting], tuple[str, ...]] = {}
    by_block: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in known.values():
        for block in blocks(profile):
            by_block[block].append(profile)
    for block in sorted(by_block, key=_surest_first):
        _join_block(by_block[block], groups, doubtful)
    people = sorted({id(group): group for group in groups.values()}.values(), key=lambda group: group.rank)
    return Joined(
        tuple(Who(tuple(Member(one, group.reasons[one]) for one in sorted(group.members))) for group in people),
        tuple(sorted(_open(doubtful, groups))),
    )


def _surest_first(block: str) -> tuple[int, str]:
    """Full names first, then company, then words alone."""
    return (1 if ", beside " in block else 2 if block.endswith(", alone") else 0, block)


def _join_block(
    profiles: Sequence[Profile], groups: dict[Sighting, _Group], doubtful: dict[frozenset[Sighting], tuple[str, ...]]
) -> None:
    """Lay each sighting of a block beside the groups of those before it; those that tell most come first."""
    seen: list[_Group] = []
    for profile in sorted(profiles, key=_telling):
        own = groups[profile.sighting]
        live = list({id(groups[group.members[0]]): groups[group.members[0]] for group in seen}.values())
        if own not in live:
            best: tuple[float, Sighting, _Group, tuple[str, ...]] | None = None
            for group in live[:_MOST_COMPARED]:
                if _kept_apart(own, group):
                    continue
                weight, reasons = weigh(own.evidence, group.evidence)
                if weight is not None and (best is None or (-weight, group.rank) < best[:2]):
                    best = (-weight, group.rank, group, reasons)
            if best and -best[0] >= 1:
                _merge(groups, profile.sighting, best[2].members[0], best[3])
            elif best and -best[0] > 0:
                doubtful.setdefault(frozenset((profile.sighting, best[1])), best[3])
        seen = [*live, groups[profile.sighting]]


def _telling(profile: Profile) -> tuple[bool, int, int, Sighting]:
    """Order sightings by how much they tell: full names, births, company; then by their keys."""
    ties = sum(1 for one in profile.company if one.tie)
    full = any(name.full for name in folded(profile))
    return (not full, -(profile.born is not None), -ties, profile.sighting)


def _kept_apart(one: _Group, other: _Group) -> bool:
    return bool(one.apart and not one.apart.isdisjoint(other.members)) or bool(
        other.apart and not other.apart.isdisjoint(one.members)
    )


def _merge(groups: dict[Sighting, _Group], first: Sighting, second: Sighting, reasons: tuple[str, ...]) -> None:
    """Put two groups together, the smaller into the larger, so that no sighting moves more than log n times."""
    one, other = groups[first], groups[second]
    if one is other or _kept_apart(one, other):
        return
    small, large = sorted((one, other), key=lambda group: (len(group.members), group.rank))
    pivot = first if small is one else second
    for sighting in small.members:
        groups[sighting] = large
    large.reasons |= small.reasons
    large.reasons[pivot] = reasons
    large.members += small.members
    large.evidence.take(small.evidence)
    large.apart |= small.apart


def _open(
    doubtful: dict[frozenset[Sighting], tuple[str, ...]],
    groups: dict[Sighting, _Group],
) -> Iterator[Doubt]:
    """Give the questions that nobody has answered, and that joins made later have not answered either."""
    asked = set()
    for pair, reasons in sorted(doubtful.items(), key=lambda item: sorted(item[0])):
        first, second = sorted(groups[one].rank for one in pair)
        if first == second or (first, second) in asked or _kept_apart(groups[first], groups[second]):
            continue
        asked.add((first, second))
        yield Doubt(first, second, reasons)
