"""Flags a parent who is too old for the child, or a grandparent too young."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check.proof import births_by_person, clash_with, elders, kin_fact, shown
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import LIMITS as DEFAULTS
from onrecord.model.limits import Limits
from onrecord.model.statement import Kin
from onrecord.prove.facts import Way, apart
from onrecord.prove.statements import birth_of

LIMITS = ("oldest_mother_years", "oldest_father_years", "youngest_grandparent_years")


def check(case: Case, limits: Limits = DEFAULTS) -> Iterator[Finding | Held]:
    """Compare the years between generations with the limits of what is usual.

    Whoever the story calls "she" is held to the limit of mothers, all others to that of fathers.
    """
    births = births_by_person(case)
    for kin in elders(case):
        if kin.from_ not in births or kin.to not in births:
            continue
        elder, child = case.person(kin.from_).name, case.person(kin.to).name
        usual, way = _usual(case, kin, limits)
        fact = kin_fact(case, kin, f"{elder} is a {kin.relation} of {child}, and hardly {usual}", way)
        if clash := clash_with(fact, (*births[kin.from_], *births[kin.to])):
            message = f"{elder} is told to be a {kin.relation} of {child}, but is {usual}"
            yield Finding(level="unlikely", message=message, **shown(case, clash)._asdict())


def _usual(case: Case, kin: Kin, limits: Limits) -> tuple[str, Way]:
    points = birth_of(kin.from_), birth_of(kin.to)
    if kin.relation == "grandparent":
        years = limits.youngest_grandparent_years
        return f"less than {years} years older", apart(*points, at_least_months=12 * years, at_event=False)
    years = limits.oldest_mother_years if case.person(kin.from_).pronoun == "she" else limits.oldest_father_years
    _, under = apart(*points, at_least_months=0, under_months=12 * (years + 1), at_event=False)
    return f"more than {years} years older", (under,)
