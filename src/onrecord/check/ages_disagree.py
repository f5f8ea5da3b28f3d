"""Flags two ages of one person that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check.births import Born, births, clash, years_apart
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.statement import Age

GENERATION_YEARS = 15  # a slip is by a few years; further apart two people of one name are as likely


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare all ages that the story gives one person, now and at other known times.

    All ages without a time of their own hold on the story's day, so that even one year more is too much. Ages a
    generation apart may be of two people of one name, father and son, and only that much is said.
    """
    for told in births(case).values():
        for dated in (True, False):
            ages = [one for one in told if _is_exact(one) and one.dated is dated]
            if len(ages) > 1:
                clashing = clash(ages)
                yield _finding(*clashing) if clashing else _held(ages)


def _is_exact(one: Born) -> bool:
    """Tell whether a statement is an age in years or months; a decade of life is compared by a check of its own."""
    return isinstance(one.statement, Age) and one.statement.years is not None


def _finding(first: Born, second: Born) -> Finding:
    one, two = (f"{born.told} (“{born.statement.spans[0].text}”)" for born in (first, second))
    apart = years_apart(first.days, second.days)
    two_people = apart is not None and apart[0] >= GENERATION_YEARS
    message = (
        f"{first.name} is both {one} and {two} on {first.on}"
        if first.on == second.on
        else f"{first.name} is {one} on {first.on} and {two} on {second.on}"
    )
    return Finding(
        level="unclear" if two_people else "impossible",
        message=f"{message}, or are they two people?" if two_people else message,
        spans=(first.says, second.says),
        reason=(first.line, second.line, "no birthday allows both"),
        statements=(first.statement.id, second.statement.id),
    )


def _held(ages: list[Born]) -> Held:
    told = " and ".join(dict.fromkeys(f"{one.told} on {one.on}" for one in ages))
    return Held(
        message=f"{ages[0].name}: {told}, told {len(ages)} times",
        spans=tuple(one.says for one in ages),
        reason=tuple(dict.fromkeys(one.line for one in ages)),
        statements=tuple(one.statement.id for one in ages),
    )
