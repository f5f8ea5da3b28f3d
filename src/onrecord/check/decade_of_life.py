"""Flags somebody told to be in their forties whose age or birth is of another decade."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.check.proof import birth_facts_by_person, births_by_person, clash_with, shown, statement_of, told
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.statement import Age
from onrecord.prove.wording import age_in_words


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each decade of life, or part of one, with the ages at the person's name and with the births told.

    "In her early forties" is an age from 40 to 43.
    """
    sure = births_by_person(case)
    for person, facts in birth_facts_by_person(case).items():
        for decade in facts:
            statement = statement_of(case, decade)
            if not isinstance(statement, Age) or statement.years is not None:
                continue
            known = [fact for fact in sure.get(person, ()) if not _is_decade(case, fact.id)]
            if not known:
                continue
            name, words = case.person(person).name, f"“{statement.spans[0].text}”, {age_in_words(statement)}"
            if clash := clash_with(decade, known):
                message = f"{name} cannot be in the {words}, by what else is told"
                yield Finding(level="impossible", message=message, **shown(case, clash)._asdict())
            else:
                yield Held(message=f"{name} can be in the {words}", **told(case, (*known, decade))._asdict())


def _is_decade(case: Case, fact_id: str) -> bool:
    known = fact_id.rpartition("#")[2]
    return any(isinstance(one, Age) and one.id == known and one.years is None for one in case.statements)
