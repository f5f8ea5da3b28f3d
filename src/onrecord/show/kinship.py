"""Sorts the people of a story into households: who stands beside whom, and who above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.model.case import Case
from onrecord.model.statement import Kin

UNIONS = ("spouse", "engaged", "partner")
_RANK = {name: rank for rank, name in enumerate((*UNIONS, "parent", "sibling", "grandparent", "family"))}
_NOT_TOLD = 10_000_000  # later than any day that a calendar counts
_STATUS = {"current": 0, "future": 1, "former": 2}


class Household(msgspec.Struct, frozen=True):
    """Up to two partners with the children that are theirs; ``tie`` is what joins the partners, if the story tells it.

    Without partners, the children are siblings whose parents the story does not name. ``adopted`` and ``doubted`` are
    children that are told to be adopted, or only reported to be theirs; ``twins`` are those born together.
    """

    partners: tuple[str, ...]
    children: tuple[str, ...]
    tie: Kin | None = None
    adopted: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    twins: tuple[tuple[str, ...], ...] = ()


class Kinship(msgspec.Struct, frozen=True):
    """A family: its households, the generation of each person (0 is the oldest), and the ties of any other kind."""

    generation: Mapping[str, int]
    households: tuple[Household, ...]
    loose: tuple[Kin, ...]


def ties(case: Case) -> list[Kin]:
    """Return one tie for each two people that are related, the closest and surest one that the story tells."""
    known = {person.id for person in case.people}
    best: dict[frozenset[str], Kin] = {}
    for tie in case.all(Kin):
        if tie.from_ != tie.to and {tie.from_, tie.to} <= known:
            pair = frozenset((tie.from_, tie.to))
            if pair not in best or _preference(tie) < _preference(best[pair]):
                best[pair] = tie
    return list(best.values())


def families(case: Case) -> list[Kinship]:
    """Return each family of a story, the largest first; people without kin are in none."""
    together = _Groups()
    told = ties(case)
    for tie in told:
        together.join(tie.from_, tie.to)
    parts: defaultdict[str, list[Kin]] = defaultdict(list)
    for tie in told:
        parts[together.root(tie.from_)].append(tie)
    order = {person.id: number for number, person in enumerate(case.people)}
    births = {
        person.id: person.born.earliest.toordinal() for person in case.people if person.born and person.born.earliest
    }
    found = [_kinship(part, order, births) for part in parts.values()]
    return sorted(found, key=lambda family: (-len(family.generation), min(order[who] for who in family.generation)))


def _preference(tie: Kin) -> tuple[bool, int, int]:
    return (tie.reported == "claim", _RANK[tie.relation], _STATUS[tie.status])


def _kinship(told: list[Kin], order: Mapping[str, int], births: Mapping[str, int]) -> Kinship:
    unions = {frozenset((tie.from_, tie.to)): tie for tie in told if tie.relation in UNIONS}
    parents = _parents(told, unions)
    generation = _generations(told, parents)
    kept = {
        child: tuple(one for one in couple if generation[one] < generation[child]) for child, couple in parents.items()
    }
    for child, couple in kept.items():
        if len({generation[one] for one in couple}) == 2:
            kept[child] = couple[:1]
    children: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for child, couple in kept.items():
        if couple:
            children[tuple(sorted(couple, key=lambda one: order[one]))].append(child)
    for pair in unions:
        children.setdefault(tuple(sorted(pair, key=lambda one: order[one])), [])
    by_birth = {who: (births.get(who, _NOT_TOLD), order[who]) for who in generation}
    adopted = {tie.to for tie in told if tie.relation == "parent" and tie.detail == "adopted"}
    stated = {tie.to for tie in told if tie.relation == "parent" and tie.reported == "fact"}
    households = [
        Household(
            couple,
            tuple(sorted(born, key=by_birth.__getitem__)),
            unions.get(frozenset(couple)),
            adopted=frozenset(adopted.intersection(born)),
            doubted=frozenset(born) - stated,
            twins=_twins(told, born),
        )
        for couple, born in children.items()
        if len({generation[one] for one in couple}) == 1
    ]
    households += _siblings(told, kept, by_birth)
    return Kinship(generation, tuple(households), tuple(_loose(told, households)))


def _parents(told: list[Kin], unions: Mapping[frozenset[str], Kin]) -> dict[str, tuple[str, ...]]:
    """Return each child's one or two parents; of more, two that are a couple. Step-parents are not counted."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for tie in told:
        if tie.relation == "parent" and tie.detail not in {"step", "in-law"}:
            named[tie.to].append(tie.from_)
    chosen: dict[str, tuple[str, ...]] = {}
    for child, people in named.items():
        first = people[0]
        couple = next(
            ((one, two) for one in people[:9] for two in people[:9] if frozenset((one, two)) in unions), (first,)
        )
        chosen[child] = tuple(people) if len(people) <= 2 else couple
    return chosen


def _twins(told: list[Kin], born: list[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of children who are told to be twins."""
    groups = _Groups()
    for tie in told:
        if tie.relation == "sibling" and tie.detail == "twin" and {tie.from_, tie.to} <= set(born):
            groups.join(tie.from_, tie.to)
    return tuple(tuple(group) for group in groups.all())


def _siblings(
    told: list[Kin], parents: Mapping[str, tuple[str, ...]], by_birth: Mapping[str, tuple[int, int]]
) -> list[Household]:
    """Return siblings of whom no parent is known, as households without partners."""
    groups = _Groups()
    for tie in told:
        if tie.relation == "sibling" and not parents.get(tie.from_) and not parents.get(tie.to):
            groups.join(tie.from_, tie.to)
    return [Household((), tuple(sorted(group, key=by_birth.__getitem__))) for group in groups.all()]


def _loose(told: list[Kin], households: list[Household]) -> Iterable[Kin]:
    """Give the ties that no household shows, and that do not follow from those that are shown."""
    couples = {frozenset(home.partners) for home in households}
    childhoods = {child: home for home in households for child in home.children}
    above = {child: set(home.partners) for child, home in childhoods.items()}
    for tie in told:
        if tie.relation in UNIONS:
            shown = frozenset((tie.from_, tie.to)) in couples
        elif tie.relation == "parent":
            shown = tie.from_ in above.get(tie.to, ())
        elif tie.relation == "grandparent":
            shown = any(tie.from_ in above.get(parent, ()) for parent in above.get(tie.to, ()))
        elif tie.relation == "sibling":
            homes = (childhoods.get(tie.from_), childhoods.get(tie.to))
            shown = homes[0] is not None and homes[0] is homes[1]
            shown = shown or bool(above.get(tie.from_, set()) & above.get(tie.to, set()))
        else:
            shown = False
        if not shown:
            yield tie


def _generations(told: list[Kin], parents: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Give each person a generation: partners and siblings the same, a parent at least one above the child.

    Ties that contradict those before them (somebody's own ancestor, in a faulty story) have no say.
    """
    groups = _Groups()
    people = list(dict.fromkeys(who for tie in told for who in (tie.from_, tie.to)))
    for who in people:
        groups.join(who, who)
    for tie in told:
        if tie.relation in UNIONS or tie.relation == "sibling":
            groups.join(tie.from_, tie.to)
    brood: dict[frozenset[str], str] = {}
    for child, couple in parents.items():
        groups.join(couple[0], couple[-1])
        groups.join(child, brood.setdefault(frozenset(couple), child))
    descends: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for tie in told:
        above, below = groups.root(tie.from_), groups.root(tie.to)
        if above != below and tie.relation in {"parent", "grandparent"}:
            steps = 1 if tie.relation == "parent" else 2
            descends[above][below] = max(steps, descends[above].get(below, 0))
    roots = list(dict.fromkeys(groups.root(who) for who in people))
    level = _levels(roots, descends)
    relatives = [tie for tie in told if tie.relation == "family"]
    _settle(roots, descends, level, [(groups.root(tie.from_), groups.root(tie.to)) for tie in relatives])
    lowest = min(level.values())
    return {who: level[groups.root(who)] - lowest for who in people}


def _levels(roots: list[str], descends: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """Return the longest way down to each node; a way that leads back to where it came from is left out."""
    order: list[str] = []
    state: dict[str, int] = {}
    for root in roots:
        stack = [(root, iter(descends.get(root, ())))] if root not in state else []
        state.setdefault(root, 1)
        while stack:
            node, below = stack[-1]
            child = next((one for one in below if one not in state), None)
            if child is None:
                stack.pop()
                order.append(node)
                state[node] = 2
            else:
                state[child] = 1
                stack.append((child, iter(descends.get(child, ()))))
    rank = {node: number for number, node in enumerate(reversed(order))}
    level = dict.fromkeys(roots, 0)
    for node in reversed(order):
        for child, steps in descends.get(node, {}).items():
            if rank[child] > rank[node]:
                level[child] = max(level[child], level[node] + steps)
    return level


def _settle(
    roots: list[str],
    descends: Mapping[str, Mapping[str, int]],
    level: dict[str, int],
    relatives: list[tuple[str, str]],
) -> None:
    """Bring those without known parents down to just above their children, and other relatives beside each other."""
    has_parents = {child for below in descends.values() for child in below}
    for node in roots:
        if node not in has_parents and descends.get(node):
            level[node] = min(level[child] - steps for child, steps in descends[node].items())
    for first, second in relatives:
        for alone, other in ((first, second), (second, first)):
            if alone not in has_parents and not descends.get(alone):
                level[alone] = level[other]
                break


class _Groups:
    """Things that belong together, directly or by way of others."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, thing: str) -> str:
        """Return the one that stands for the group of a thing."""
        above = self._above
        above.setdefault(thing, thing)
        while above[thing] != thing:
            above[thing] = above[above[thing]]
            thing = above[thing]
        return thing

    def join(self, first: str, second: str) -> None:
        """Put two things, and all that belong to them, together."""
        self._above[self.root(second)] = self.root(first)

    def all(self) -> list[list[str]]:
        """Return the groups, each in the order its things came."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for thing in list(self._above):
            found[self.root(thing)].append(thing)
        return list(found.values())
