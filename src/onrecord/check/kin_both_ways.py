"""Flags two people who are told to be related in two ways that exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.check.proof import all_facts, shown, statement_of
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Kin
from onrecord.prove import Fact, conflicts

_COUPLE = frozenset(("spouse", "engaged"))
_BLOOD = frozenset(("parent", "grandparent", "sibling"))
_SAYS = {"spouse": "married to", "engaged": "engaged to", "sibling": "a sibling of"}


def check(case: Case) -> Iterator[Finding | Held]:
    """Look for people who are their own ancestors, and for couples and siblings who are told to be parent and child.

    Nobody is older than a parent: a circle of parents is impossible whatever the births. That two people are a
    couple and of one blood, or siblings and of two generations, is unlikely.
    """
    for clash in conflicts(all_facts(case)):
        if all(isinstance(statement_of(case, fact), Kin) for fact in clash.facts):
            names = ", ".join(dict.fromkeys(case.person(kin.from_).name for kin in _kins(case, clash.facts)))
            message = f"{names}: each is told to be older than the next, and the last older than the first"
            yield Finding(level="impossible", message=message, **shown(case, clash)._asdict())
    pairs: dict[frozenset[str], list[Kin]] = {}
    for kin in case.all(Kin):
        if kin.reported == "fact" and not kin.detail and kin.status != "future":
            pairs.setdefault(frozenset((kin.from_, kin.to)), []).append(kin)
    for told in pairs.values():
        for one, other in combinations(told, 2):
            if _exclude(one, other):
                yield _finding(case, one, other)


def _kins(case: Case, facts: Iterable[Fact]) -> list[Kin]:
    return [kin for fact in facts if isinstance(kin := statement_of(case, fact), Kin)]


def _exclude(one: Kin, other: Kin) -> bool:
    kinds = {one.relation, other.relation}
    return len(kinds) == 2 and (kinds <= _BLOOD or bool(kinds & _COUPLE and kinds & _BLOOD))


def _finding(case: Case, one: Kin, other: Kin) -> Finding:
    lines = tuple(_line(case, kin) for kin in (one, other))
    return Finding(
        level="unlikely",
        message=f"{lines[0]}, and {lines[1]}",
        spans=tuple(Says.of(kin.spans[0], line) for kin, line in zip((one, other), lines, strict=True)),
        reason=lines,
        statements=(one.id, other.id),
    )


def _line(case: Case, kin: Kin) -> str:
    first, second = case.person(kin.from_).name, case.person(kin.to).name
    return f"{first} is {'once ' * (kin.status == 'former')}{_SAYS.get(kin.relation, f'a {kin.relation} of')} {second}"
