"""Flags two children of one mother who were born too close to each other, and not as twins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from onrecord.check.family import Family, adoption_is_told
from onrecord.check.proof import births_by_person, clash_with, kin_fact, shown
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import LIMITS as DEFAULTS
from onrecord.model.limits import Limits
from onrecord.model.statement import Kin
from onrecord.prove.facts import Bound, Fact, apart, either
from onrecord.prove.places import places_of_days
from onrecord.prove.statements import birth_of

LIMITS = ("closest_siblings_months",)
_TWINS_DAYS = 3


def check(case: Case, limits: Limits = DEFAULTS) -> Iterator[Finding | Held]:
    """Compare the births of each two children of a woman: within some days as twins are, or some months apart.

    Where the story tells of adoption or of a surrogate nothing is compared.
    """
    if adoption_is_told(case) or "surrog" in case.story.text.lower():
        return
    births, family = births_by_person(case), Family.of(case)
    seen = set()
    for mother, children in family.children.items():
        if family.people[mother].pronoun != "she":
            continue
        for one, other in combinations([child for child in children if child in births], 2):
            if frozenset((one, other)) in seen:
                continue
            seen.add(frozenset((one, other)))
            yield from _compare(case, mother, one, other, limits, births)


def _compare(
    case: Case, mother: str, one: str, other: str, limits: Limits, births: Mapping[str, tuple[Fact, ...]]
) -> Iterator[Finding]:
    first, second = birth_of(one), birth_of(other)
    months = limits.closest_siblings_months
    near = places_of_days(_TWINS_DAYS)[1]
    ways = either(
        (Bound(first, second, near), Bound(second, first, near)),
        apart(first, second, at_least_months=months, at_event=True),
        apart(second, first, at_least_months=months, at_event=True),
    )
    names = f"{case.person(one).name} and {case.person(other).name}"
    woman = case.person(mother).name
    kin = next(kin for kin in case.all(Kin) if kin.relation == "parent" and (kin.from_, kin.to) == (mother, other))
    fact = kin_fact(case, kin, f"{names} are children of {woman}: twins, or {months} months apart", *ways)
    if clash := clash_with(fact, (*births[one], *births[other])):
        yield Finding(
            level="unlikely",
            message=f"{names}, both children of {woman}, are told to be born less than {months} months apart",
            **shown(case, clash)._asdict(),
        )
