"""Says which part each person has in a statement: it is about them, theirs, on their word, or it names them."""

from __future__ import annotations

from typing import Literal

from onrecord.model.case import Case
from onrecord.model.statement import Claim, Quote, Statement, about, speakers

Part = Literal["of", "by", "via", "in"]


def parts(case: Case, statement: Statement) -> dict[str, Part]:
    """Return the part of each person, by id: "of" before "by" before "via" before "in" where one has several."""
    found: dict[str, Part] = {}
    if isinstance(statement, Quote | Claim):
        for person in case.people:
            if any(span.holds(mention.span) for span in statement.spans for mention in person.mentions):
                found[person.id] = "in"
    found |= {link.person: "via" for link in statement.by if link.person}
    found |= dict.fromkeys(speakers(statement), "by")
    return found | dict.fromkeys(about(statement), "of")
