"""Flags a stated gap in age that the ages or births of the two people do not allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.check.births import Born, births, settled, years_apart
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Age, Count
from onrecord.prove.statements import AGE_GAP


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each stated age gap with what the births of the two people allow.

    An age hides up to a year: people of 67 and 41 on one day were born more than 25 and less than 27 years apart.
    Whoever states a gap may round it either way, so that 25, 26 and 27 are all allowed.
    """
    told = births(case)
    known = settled(told, dated=True), settled(told, dated=False)
    gaps: dict[tuple[frozenset[str], int | float], list[Count]] = {}
    for gap in case.all(Count):
        if gap.what == AGE_GAP and gap.reported == "fact" and len(set(gap.who)) == 2:
            gaps.setdefault((frozenset(gap.who), gap.n), []).append(gap)
    for alike in gaps.values():
        one, two = dict.fromkeys(alike[0].who)
        for births_of in known:
            apart = years_apart(births_of[one].days, births_of[two].days) if {one, two} <= births_of.keys() else None
            if apart:
                yield _compare(alike, [*births_of[one].because, *births_of[two].because], apart)
                break


def _compare(gaps: Sequence[Count], because: Sequence[Born], apart: tuple[int, int]) -> Finding | Held:
    years = gaps[0].n
    spans = (*(Says.of(gap.spans[0], f"a gap of {years} years") for gap in gaps), *(one.says for one in because))
    statements = (*(gap.id for gap in gaps), *(one.statement.id for one in because))
    allowed = f"born between {apart[0]} and {apart[1]} years apart"
    reason = (*(one.line for one in because), f"so {allowed}")
    difference = _difference(because)
    if apart[0] <= years <= apart[1]:
        plain = difference if difference and difference.endswith(f"= {years}") else allowed
        return Held(message=f"{years} years: {plain}", spans=spans, reason=reason, statements=statements)
    return Finding(
        level="impossible",
        message=f"a gap of {years} years, but {difference or f'they were {allowed}'}",
        spans=spans,
        reason=reason,
        statements=statements,
    )


def _difference(because: Sequence[Born]) -> str | None:
    """Write the sum that a reader would do, "67 - 41 = 26", where it rests on two whole ages on one day."""
    ages = [(one.statement.at_least_months // 12, one) for one in because if isinstance(one.statement, Age)]
    if len(because) != 2 or len(ages) != 2 or ages[0][1].on != ages[1][1].on:
        return None
    if not all(one.told.isdecimal() for _, one in ages):
        return None
    younger, older = sorted(years for years, _ in ages)
    return f"{older} - {younger} = {older - younger}"
