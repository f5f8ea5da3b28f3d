"""Works out who are siblings and grandparents, where the story tells only who is whose parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations, islice

import msgspec

from onrecord.model.case import Case
from onrecord.model.statement import Derived, Kin

MOST = 500
"""A story that is all family, or all nonsense, is told no more than this of what follows from it."""

Parents = Mapping[str, Mapping[str, str]]


def with_derived(case: Case) -> Case:
    """Return the case with the kinships that follow from what it states of parents, those that it tells itself apart.

    Only facts count, and no step-parents.
    """
    parents: defaultdict[str, dict[str, str]] = defaultdict(dict)
    told: set[frozenset[str]] = set()
    for kin in case.all(Kin):
        told.add(frozenset((kin.from_, kin.to)))
        if kin.relation == "parent" and kin.reported == "fact" and kin.detail in (None, "adopted"):
            parents[kin.to].setdefault(kin.from_, kin.id)
    found = [
        one for one in (*_siblings(parents), *_grandparents(parents)) if frozenset((one.from_, one.to)) not in told
    ]
    return msgspec.structs.replace(case, derived=tuple(found[:MOST]))


def _siblings(parents: Parents) -> Iterator[Derived]:
    children: defaultdict[str, list[str]] = defaultdict(list)
    for child, of in parents.items():
        for parent in of:
            children[parent].append(child)
    together = (pair for born in children.values() for pair in combinations(born, 2))
    pairs = dict.fromkeys(islice(together, MOST))
    for one, other in pairs:
        shared = [parent for parent in parents[one] if parent in parents[other]]
        half = len(shared) == 1 and len(parents[one]) == len(parents[other]) == 2
        why = tuple(parents[child][parent] for parent in shared for child in (one, other))
        yield Derived(from_=one, relation="sibling", to=other, detail="half" if half else None, why=why)


def _grandparents(parents: Parents) -> Iterator[Derived]:
    seen: set[tuple[str, str]] = set()
    for child, of in parents.items():
        for parent, first in of.items():
            for elder, second in parents.get(parent, {}).items():
                if elder not in (child, parent) and (elder, child) not in seen:
                    seen.add((elder, child))
                    yield Derived(from_=elder, relation="grandparent", to=child, why=(second, first))
