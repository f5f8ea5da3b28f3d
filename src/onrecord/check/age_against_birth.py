"""Flags an age that the told time of birth does not allow."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check.births import Born, births
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.statement import Age, Event
from onrecord.model.when import both


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each age on a known day with each time of birth that the story tells of the same person.

    An age on a day leaves one year of birth days; where the told birth lies outside them, one of the two is wrong.
    """
    for told in births(case).values():
        birth = next((one for one in told if isinstance(one.statement, Event)), None)
        if birth is None:
            continue
        seen = set()
        for age in told:
            if isinstance(age.statement, Age) and age.dated and (age.told, age.on) not in seen:
                seen.add((age.told, age.on))
                yield _compare(birth, age)


def _compare(birth: Born, age: Born) -> Finding | Held:
    spans, reason = (birth.says, age.says), (birth.line, age.line)
    statements = (birth.statement.id, age.statement.id)
    if both(birth.days, age.days):
        message = f"{age.name}, born {birth.told}, is {age.word} on {age.on}"
        return Held(message=message, spans=spans, reason=reason, statements=statements)
    return Finding(
        level="impossible",
        message=f"{age.name} cannot be {age.told} on {age.on} if born {birth.told}",
        spans=spans,
        reason=(*reason, "no day is in both"),
        statements=statements,
    )
