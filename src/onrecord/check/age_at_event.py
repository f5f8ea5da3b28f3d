"""Flags an age at a wedding, a birth or another dated event that the person's other ages do not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.proof import births_by_person, clash_with, shown, told
from onrecord.check.sentence import sentence_around
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.statement import Age, Event
from onrecord.prove import Fact, apart, within
from onrecord.prove.statements import birth_of
from onrecord.prove.wording import age_in_words, in_days

_BETWEEN = re.compile(r",? (?:when|at the time|as|and|while)\b[^.;:!?]*|[^.;:!?,]*")
_FURTHEST = 60  # characters between an age and the event that it is told of


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare "was 27 when they married" with the day of the wedding, told anywhere, and with the age now.

    The event must be the person's own, follow or lead the age in one clause, and be dated somewhere in the story.
    """
    births = births_by_person(case)
    for age in case.all(Age):
        if not age.other_time or (age.when and not age.when.relative) or age.who not in births:
            continue
        event = _event_beside(case, age)
        if event is None or event.when is None:
            continue
        name, kind = case.person(age.who).name, event.event.replace("_", " ")
        point = f"event {event.id}"
        line = f"{name}, {age_in_words(age)} at the {kind} of {in_days(event.when.interval)}"
        at_age = apart(
            birth_of(age.who), point, at_least_months=age.at_least_months, under_months=age.under_months, at_event=True
        )
        fact = Fact(
            id=f"{case.story.id}#{age.id}",
            line=line,
            ways=((*within(point, event.when.interval), *at_age),),
            names=((birth_of(age.who), f"{name}'s birth"), (point, f"the {kind}")),
        )
        if clash := clash_with(fact, births[age.who]):
            message = f"{name} cannot be {age_in_words(age)} at the {kind} of {in_days(event.when.interval)}"
            yield Finding(level="impossible", message=message, **shown(case, clash)._asdict())
        else:
            yield Held(message=line, **told(case, (*births[age.who], fact))._asdict())


def _event_beside(case: Case, age: Age) -> Event | None:
    """Return the one dated event of the person in the clause of an age."""
    text, span = case.story.text, age.spans[0]
    start, end = sentence_around(text, span)
    found = []
    for event in case.all(Event):
        if event.event == "other" or event.reported != "fact" or age.who not in event.who:
            continue
        if event.when is None or event.when.relative or not event.when.earliest:
            continue
        for words in event.spans:
            if start <= words.start and words.end <= end:
                first, last = sorted((span, words))
                if last.start - first.end <= _FURTHEST and _BETWEEN.fullmatch(text, first.end, last.start):
                    found.append(event)
    return found[0] if len({one.id for one in found}) == 1 else None
