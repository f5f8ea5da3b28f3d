"""Flags a birthday that is told with its day, and that the age told beside it does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.check.proof import births_by_person, clash_with, shown, statement_of, told
from onrecord.check.sentence import sentence_around
from onrecord.model.case import Case, Time
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import LIMITS as DEFAULTS
from onrecord.model.limits import Limits
from onrecord.model.statement import Age
from onrecord.model.when import Interval, interval, months_before
from onrecord.prove import Fact, within
from onrecord.prove.statements import birth_of

LIMITS = ("birthday_party_days",)

_BIRTHDAY = re.compile(r"(?: [a-z]+){0,2} birthday\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def check(case: Case, limits: Limits = DEFAULTS) -> Iterator[Finding | Held]:
    """Compare "her 42nd birthday on Nov. 12" with her age on the day of publication, and with her birth.

    A birthday is kept on the day or some days from it, so that the day of birth is known but for the limit. Whoever
    has had the birthday is of that age, whoever has not is a year younger.
    """
    births = births_by_person(case)
    for age in case.all(Age):
        text, span = case.story.text, age.spans[0]
        if not age.other_time or age.years is None or not _BIRTHDAY.match(text, span.end):
            continue
        time = _only_day(case, *sentence_around(text, span))
        known = [fact for fact in births.get(age.who, ()) if statement_of(case, fact) is not age]
        if time is None or not known:
            continue
        day = _around(time, int(age.years), limits.birthday_party_days)
        name = case.person(age.who).name
        fact = Fact(
            id=f"{case.story.id}#{age.id}",
            line=f"{name}, {age.years:g} by a birthday kept around {time.value}: born {day.earliest} to {day.latest}",
            ways=(within(birth_of(age.who), day),),
            names=((birth_of(age.who), f"{name}'s birth"),),
        )
        if clash := clash_with(fact, known):
            message = f"{name} cannot turn {age.years:g} around {time.value}, by what else is told"
            yield Finding(level="unlikely", message=message, **shown(case, clash)._asdict())
        else:
            yield Held(
                message=f"{name} can turn {age.years:g} around {time.value}", **told(case, (*known, fact))._asdict()
            )


def _only_day(case: Case, start: int, end: int) -> Time | None:
    """Return the one day that a sentence tells; None where it tells none, or several."""
    days = [
        time for time in case.times
        if start <= time.start and time.end <= end and time.type == "DATE" and _DAY.fullmatch(time.value or "")
    ]  # fmt: skip
    return days[0] if len(days) == 1 else None


def _around(time: Time, years: int, days: int) -> Interval:
    on = months_before(date.fromisoformat(time.value or ""), 12 * years)
    return interval(on - timedelta(days=days), on + timedelta(days=days))
