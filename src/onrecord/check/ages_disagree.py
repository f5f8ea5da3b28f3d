"""Flags two ages of one person that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check.births import Born, births, clash
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.statement import Age


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare all ages that the story gives one person, now and at other known times.

    All ages without a time of their own hold on the story's day, so that even one year more is too much.
    """
    for told in births(case).values():
        for dated in (True, False):
            ages = [one for one in told if isinstance(one.statement, Age) and one.dated is dated]
            if len(ages) > 1:
                clashing = clash(ages)
                yield _finding(*clashing) if clashing else _held(ages)


def _finding(first: Born, second: Born) -> Finding:
    one, two = (f"{born.told} (“{born.statement.spans[0].text}”)" for born in (first, second))
    return Finding(
        level="impossible",
        message=f"{first.name} is both {one} and {two} on {first.on}"
        if first.on == second.on
        else f"{first.name} is {one} on {first.on} and {two} on {second.on}",
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
