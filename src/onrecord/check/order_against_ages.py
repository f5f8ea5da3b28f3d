"""Flags a place among brothers and sisters that their ages do not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.check.births import Born, Known, before, births, settled
from onrecord.check.family import Family, adoption_is_told, counts_children
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Count

BIRTH_ORDER = "birth order"
_PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_FROM_THE_YOUNGEST = re.compile(r"young|last", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each place in the order of birth with the ages and births of the named brothers and sisters.

    A second child has one older sibling and no more. All children of the named parents count, for "her second child"
    counts those of every father; where the story tells of adoption, they may be counted in the order they came. Fewer
    older siblings prove nothing, unless the story counts the children and names and ages them all.
    """
    told, family, adopted = births(case), Family.of(case), adoption_is_told(case)
    births_of = settled(told, dated=True), settled(told, dated=False)
    whole = {(person, count.n) for count in case.all(Count) if _is_whole(count) for person in count.who}
    for count in case.all(Count):
        person, others = _whose_place(family, count)
        if person is None or not 1 <= count.n < len(_PLACES):
            continue
        for all_known in births_of:
            known = {one: all_known[one] for one in (person, *others) if one in all_known}
            if person in known and len(known) > 1:
                line = _Line.of(person, known, complete=len(known) == len(others) + 1)
                all_told = all((parent, len(known)) in whole for parent in count.who)
                yield from _compare(family, count, line, adopted=adopted, all_told=all_told)
                break


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """A person among brothers and sisters, in the order of birth; ``sure`` when it leaves no other place."""

    person: str
    older: tuple[str, ...]
    younger: tuple[str, ...]
    sure: bool
    because: tuple[Born, ...]

    @classmethod
    def of(cls, person: str, known: Mapping[str, Known], *, complete: bool) -> _Line:
        """Put those whose birth is known in line; ``complete`` when that is all who are named."""
        own = known[person].days
        older = tuple(one for one in known if before(known[one].days, own))
        younger = tuple(one for one in known if before(own, known[one].days))
        return cls(
            person=person,
            older=older,
            younger=younger,
            sure=complete and len(older) + len(younger) == len(known) - 1,
            because=tuple(born for one in (*older, person, *younger) for born in known[one].because),
        )


def _is_whole(count: Count) -> bool:
    return counts_children(count) and not count.ordinal


def _whose_place(family: Family, count: Count) -> tuple[str | None, tuple[str, ...]]:
    """Return the person whose place is told, and the others who are in that order."""
    if not count.ordinal or count.reported != "fact" or _FROM_THE_YOUNGEST.search(count.spans[0].text):
        return None, ()
    if count.what == BIRTH_ORDER and len(count.who) == 1:
        return count.who[0], tuple(family.siblings.get(count.who[0], ()))
    if counts_children(count) and count.of:
        return count.of, tuple(one for one in family.counted(count) if one != count.of)
    return None, ()


def _compare(family: Family, count: Count, line: _Line, *, adopted: bool, all_told: bool) -> Iterator[Finding | Held]:
    name, place = family.name(line.person), f"{_PLACES[int(count.n)]} {_one_of(count.what)}"
    spans = (Says.of(count.spans[0], f"{name} is the {place}"), *(born.says for born in line.because))
    statements = (count.id, *(born.statement.id for born in line.because))
    older = ", ".join(family.name(one) for one in line.older) or "nobody"
    reason = (*(born.line for born in line.because), f"older than {name}: {older}")
    if len(line.older) == count.n - 1 and line.sure:
        message = f"{name} is the {place}: {_PLACES[int(count.n)]} in the list of ages"
        yield Held(message=message, spans=spans, reason=reason, statements=statements)
    elif len(line.older) >= count.n or (line.sure and all_told):
        yield Finding(
            level="impossible" if len(line.older) >= count.n and not adopted else "unlikely",
            message=f"{name} is told to be the {place}, but older {'is' if len(line.older) < 2 else 'are'} {older}",
            spans=spans,
            reason=reason,
            statements=statements,
        )


def _one_of(what: str) -> str:
    return "child" if what in ("children", BIRTH_ORDER) else what.removesuffix("s")
