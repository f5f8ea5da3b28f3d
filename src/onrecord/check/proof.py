"""Holds what a story tells of births and events against each other, and puts a clash into words and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.model.case import Case
from onrecord.model.finding import Says
from onrecord.model.statement import Age, Kin, Statement
from onrecord.prove import Conflict, Fact, conflicts, facts_of, lines
from onrecord.prove.facts import Way
from onrecord.prove.statements import birth_facts, birth_of

_MOST_PARENTS = 2
_BIRTH = birth_of("")
_NEAR_BEHIND, _NEAR_BEFORE = 12, 30  # characters: "Ada Quill, now 41", "41-year-old singer and mother Ada Quill"


class Shown(NamedTuple):
    """What a finding tells of a clash: its words, its lines of reasoning, and its statements."""

    spans: tuple[Says, ...]
    reason: tuple[str, ...]
    statements: tuple[str, ...]


def all_facts(case: Case) -> tuple[Fact, ...]:
    """Return all that the story tells of days, with the people under their own ids."""
    return facts_of(case, {person.id: person.id for person in case.people})


def births_by_person(case: Case) -> dict[str, tuple[Fact, ...]]:
    """Return by person the facts that tell when they were born; only of whom something is told.

    An age counts where it stands at the person's name: whom "the 41-year-old" means is a reading, and no proof.
    """
    sure = {
        person: tuple(fact for fact in facts if _is_at_the_name(case, person, statement_of(case, fact)))
        for person, facts in birth_facts_by_person(case).items()
    }
    return {person: facts for person, facts in sure.items() if facts}


def birth_facts_by_person(case: Case) -> dict[str, tuple[Fact, ...]]:
    """Return by person all facts that tell when they were born, also those told of "the 41-year-old"."""
    found: dict[str, tuple[Fact, ...]] = {}
    for fact in birth_facts(case, {person.id: person.id for person in case.people}):
        for point, _ in fact.names:
            if point.startswith(_BIRTH):
                person = point.removeprefix(_BIRTH)
                found[person] = (*found.get(person, ()), fact)
    return found


def _is_at_the_name(case: Case, person: str, statement: Statement) -> bool:
    if not isinstance(statement, Age):
        return True
    age = statement.spans[0]
    names = (mention for mention in case.person(person).mentions if mention.form == "name")
    return any(0 <= age.start - name.end <= _NEAR_BEHIND or 0 <= name.start - age.end <= _NEAR_BEFORE for name in names)


def elders(case: Case) -> Iterator[Kin]:
    """Yield who is told in plain fact to be whose parent or grandparent; step- and adoptive ones are left out.

    A child who is given three parents or more was misread, for nobody has so many.
    """
    told = [
        kin for kin in case.all(Kin)
        if kin.relation in ("parent", "grandparent") and kin.reported == "fact" and not kin.detail
    ]  # fmt: skip
    parents = Counter(kin.to for kin in told if kin.relation == "parent")
    yield from (kin for kin in told if parents[kin.to] <= _MOST_PARENTS)


def kin_fact(case: Case, kin: Kin, line: str, *ways: Way) -> Fact:
    """Make a fact of what a kinship says of two births."""
    names = tuple((birth_of(one), f"{case.person(one).name}'s birth") for one in (kin.from_, kin.to))
    return Fact(id=f"{case.story.id}#{kin.id}", line=line, ways=ways, names=names)


def clash_with(fact: Fact, told: Iterable[Fact]) -> Conflict | None:
    """Return what a fact clashes with, None where it fits what is told."""
    return next((one for one in conflicts([*dict.fromkeys(told), fact]) if fact in one.facts), None)


def shown(case: Case, conflict: Conflict) -> Shown:
    """Put a clash into the words of the story and into lines."""
    spans, statements = _places(case, conflict.facts)
    return Shown(spans, lines(conflict), statements)


def told(case: Case, facts: Iterable[Fact]) -> Shown:
    """Put facts that fit into the words of the story and into lines."""
    known = tuple(dict.fromkeys(facts))
    spans, statements = _places(case, known)
    return Shown(spans, tuple(fact.line for fact in known), statements)


def statement_of(case: Case, fact: Fact) -> Statement:
    """Return the statement that a fact was made from."""
    known = fact.id.rpartition("#")[2]
    return next(one for one in case.statements if one.id == known)


def _places(case: Case, facts: Iterable[Fact]) -> tuple[tuple[Says, ...], tuple[str, ...]]:
    statements = [(statement_of(case, fact), fact.line) for fact in facts]
    spans = tuple(Says.of(one.spans[0], line.partition(": born")[0]) for one, line in statements)
    return tuple(sorted(spans, key=lambda says: says.start)), tuple(one.id for one, _ in statements)
