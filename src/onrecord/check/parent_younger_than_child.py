"""Flags a parent who is not older than the child, or hardly old enough."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check.family import Family
from onrecord.check.proof import births_by_person, clash_with, elders, kin_fact, shown, told
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import LIMITS as DEFAULTS
from onrecord.model.limits import Limits
from onrecord.prove.facts import apart, before
from onrecord.prove.statements import birth_of

LIMITS = ("youngest_parent_years",)


def check(case: Case, limits: Limits = DEFAULTS) -> Iterator[Finding | Held]:
    """Compare the births of each parent or grandparent and child, where the story tells something of both.

    Who has a parent in common with the child is a sibling, and left out.

    Not to be older is impossible. For a parent to be older by less than the youngest parents are is unlikely.
    """
    births, family = births_by_person(case), Family.of(case)
    for kin in elders(case):
        if kin.from_ not in births or kin.to not in births or family.parents(kin.from_) & family.parents(kin.to):
            continue
        known = (*births[kin.from_], *births[kin.to])
        elder, child = case.person(kin.from_).name, case.person(kin.to).name
        is_elder = f"{elder} is a {kin.relation} of {child}"
        points = birth_of(kin.from_), birth_of(kin.to)
        older = kin_fact(case, kin, f"{is_elder}, and born before", before(*points, same_day=False))
        years = limits.youngest_parent_years
        of_age = kin_fact(
            case, kin, f"{is_elder}, and hardly less than {years} years older",
            apart(*points, at_least_months=12 * years, at_event=False),
        )  # fmt: skip
        if clash := clash_with(older, known):
            message = f"{elder} is told to be a {kin.relation} of {child}, but was not born before"
            yield Finding(level="impossible", message=message, **shown(case, clash)._asdict())
        elif kin.relation == "parent" and (clash := clash_with(of_age, known)):
            message = f"{elder} is told to be a {kin.relation} of {child}, but is less than {years} years older"
            yield Finding(level="unlikely", message=message, **shown(case, clash)._asdict())
        else:
            yield Held(message=f"{elder} can be a {kin.relation} of {child}", **told(case, (*known, older))._asdict())
