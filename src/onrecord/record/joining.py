"""Tells who is who across stories: whom several stories mean by one name, and whom they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from onrecord.model.record import Joined, Member, Profile, SamePerson, Sighting, Who
from onrecord.record.blocks import bare, blocks, of_names
from onrecord.record.groups import SURE, Group, Question, distinct, likeliest, merge, still_open


def join(profiles: Iterable[Profile], judged: Iterable[SamePerson] = ()) -> Joined:
    """Return who is who among the profiles, and what a person is to settle.

    The answer depends on the set of profiles and verdicts alone, never on their order. A verdict always holds: what is
    judged one stays one, what is judged two is never joined, even by way of others. Of verdicts that contradict each
    other, "no" holds. The work grows with the number of profiles times the people of one name.

    People with full names come first. Then each crowd of those who are called by a word alone, linked by the company
    that they share, is laid beside them; no crowd looks at what another has found. So the answer for somebody follows
    from those of the same full names and from the crowds around these, and from nobody else.
    """
    known = {profile.sighting: profile for profile in sorted(profiles, key=_telling)}
    verdicts = sorted(
        {one for one in judged if one.first in known and one.second in known},
        key=lambda one: (one.verdict, one.first, one.second),
    )
    groups = {sighting: Group(profile) for sighting, profile in known.items()}
    for one in verdicts:
        if one.verdict == "no":
            groups[one.first].apart.add(one.second)
            groups[one.second].apart.add(one.first)
    for one in verdicts:
        if one.verdict == "yes":
            merge(groups[one.first], one.first, groups[one.second], one.second, ("a person has said so",))
    named: defaultdict[str, list[Sighting]] = defaultdict(list)
    alone: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting, profile in known.items():
        for block in blocks(profile):
            (named if of_names(block) else alone)[block].append(sighting)
    doubts = still_open(question for block in sorted(named) for question in _lay_beside(named[block], groups, ()))
    groups = {sighting: group.now for sighting, group in groups.items()}
    for group in groups.values():
        group.whole = bool(group.evidence.full)
    for crowd in _crowds(groups, alone, verdicts):
        doubts += still_open(_find_places(crowd, groups, alone))
    return Joined(tuple(_people(groups)), tuple(sorted(doubts)))


def _telling(profile: Profile) -> tuple[bool, int, int, Sighting]:
    """Order sightings by how much they tell: full names, births, company; then by their keys."""
    ties = sum(1 for one in profile.company if one.tie)
    return (bare(profile), -(profile.born is not None), -ties, profile.sighting)


def _lay_beside(
    block: Iterable[Sighting], groups: Mapping[Sighting, Group], others: Iterable[Group]
) -> Iterator[Question]:
    """Lay each sighting of a block, those that tell most first, beside others and the groups of those before it."""
    seen = list(others)
    for sighting in block:
        own = groups[sighting].now
        live = distinct(seen)
        if own not in live and not own.whole:
            best = likeliest(own, live)
            if best and best.weight >= SURE:
                merge(own, sighting, best.group, best.group.members[0], best.reasons)
            elif best and best.weight > 0:
                yield Question(own, best.group, best.reasons)
        seen = [*live, own.now]


def _crowds(
    groups: Mapping[Sighting, Group], alone: Mapping[str, Sequence[Sighting]], verdicts: Iterable[SamePerson]
) -> Iterator[set[str]]:
    """Yield the blocks of each crowd; whoever a person has told apart stand in one crowd too."""
    links: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for block, several in alone.items():
        for one in several:
            if not groups[one].whole:
                links[block].append(groups[one])
                links[groups[one]].append(block)
    for verdict in verdicts:
        first, second = groups[verdict.first], groups[verdict.second]
        if not (first.whole or second.whole):
            links[first].append(second)
            links[second].append(first)
    while links:
        edge = [next(iter(links))]
        crowd: set[str] = set()
        while edge:
            end = edge.pop()
            edge += links.pop(end, ())
            if isinstance(end, str):
                crowd.add(end)
        yield crowd


def _find_places(
    crowd: Iterable[str], groups: Mapping[Sighting, Group], alone: Mapping[str, Sequence[Sighting]]
) -> Iterator[Question]:
    """Lay the people of a crowd beside each other, and beside those of full names whom the same words may mean.

    These are copied, so that what the crowd tells of them stays with the crowd.
    """
    copies: dict[Sighting, Group] = {}
    for block in sorted(crowd, key=_surest_first):
        full = distinct(groups[one] for one in alone[block] if groups[one].whole)
        for group in full:
            if group.rank not in copies:
                copies[group.rank] = group.copy()
        others = [copies[group.rank] for group in sorted(full, key=lambda one: (-len(one.members), one.rank))]
        yield from _lay_beside([one for one in alone[block] if not groups[one].whole], groups, others)


def _surest_first(block: str) -> tuple[bool, str]:
    """Company first, then words alone."""
    return (", beside " not in block, block)


def _people(groups: Mapping[Sighting, Group]) -> Iterator[Who]:
    members: defaultdict[Sighting, list[Member]] = defaultdict(list)
    for sighting in sorted(groups):
        group = groups[sighting].now
        members[group.rank].append(Member(sighting, group.reasons.get(sighting, ())))
    for rank in sorted(members):
        yield Who(tuple(sorted(members[rank], key=lambda one: (one.sighting != rank, one.sighting))))
