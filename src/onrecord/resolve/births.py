"""Works out when people were born from all that a story says of them."""

from __future__ import annotations

import msgspec

from onrecord.model.born import born, whose_birth
from onrecord.model.case import Case
from onrecord.model.statement import Age, Event, Kin
from onrecord.model.when import Interval, both


def with_births(case: Case) -> Case:
    """Return the case with each person's birth interval, where the story allows one.

    Only what the story states as a fact counts. Of statements that cannot all be true the first one stands; the
    checks report the clash.
    """
    known: dict[str, Interval] = {}
    children = {kin.to for kin in case.all(Kin) if kin.relation == "parent"}
    for statement in case.statements:
        if not isinstance(statement, Age | Event) or statement.reported != "fact":
            continue
        days = born(statement, case.story.published)
        if days is None:
            continue
        for person in whose_birth(statement, children):
            narrowed = both(known[person], days) if person in known else days
            known[person] = narrowed or known[person]
    people = tuple(msgspec.structs.replace(person, born=known.get(person.id)) for person in case.people)
    return msgspec.structs.replace(case, people=people)
