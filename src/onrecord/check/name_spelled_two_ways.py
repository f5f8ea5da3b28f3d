"""Flags two spellings of what looks like one name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations

import msgspec

from onrecord.check.births import births, settled
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.person import Mention
from onrecord.model.statement import Kin
from onrecord.model.when import both

SHORTEST_LETTERS = 5  # shorter names that differ by a letter are mostly two names: Ann and Anna, Jon and John
_SIC = re.compile(r"(?:['’]s?)?[ \u00a0]?[\[(]sic[\])]", re.IGNORECASE)  # the writer knows
_MOST_ALIKE = 40  # names that share all other parts and are compared with each other


class _Name(msgspec.Struct, frozen=True, kw_only=True):
    """A full name in lower case, part by part, where it first stands, and whose it is."""

    parts: tuple[str, ...]
    mention: Mention
    who: str


def check(case: Case) -> Iterator[Finding]:
    """Compare the full names of the story that are alike in all parts but one.

    That part may differ by one letter, or by two neighbours that changed places, but not in its first or last letter:
    Elena and Helena, Daniel and Daniela are two names. Relatives, and people of different ages, are two people.
    """
    by_rest: dict[tuple[str | None, ...], list[_Name]] = {}
    for name in _full_names(case):
        for index in range(len(name.parts)):
            rest = (*name.parts[:index], None, *name.parts[index + 1 :])
            by_rest.setdefault(rest, []).append(name)
    proven_two = _two_people(case)
    for rest, names in by_rest.items():
        index = rest.index(None)
        for one, two in combinations(names[:_MOST_ALIKE], 2):
            if _is_slip(one.parts[index], two.parts[index]) and not proven_two(one.who, two.who):
                yield _finding(one, two)


def _full_names(case: Case) -> Iterator[_Name]:
    """Yield each full name of the story once."""
    seen = set()
    for person in case.people:
        for mention in person.mentions:
            parts = tuple(mention.text.casefold().replace("’", "'").split())
            if mention.form != "name" or _SIC.match(case.story.text, mention.end):
                continue
            if len(parts) > 1 and parts not in seen:
                seen.add(parts)
                yield _Name(parts=parts, mention=mention, who=person.id)


def _is_slip(one: str, two: str) -> bool:
    """Tell whether two words differ by one letter, or two neighbours in the other order, inside the word."""
    if min(len(one), len(two)) < SHORTEST_LETTERS or one == two:
        return False
    alike = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    one, two = one[alike:], two[alike:]
    behind = next(
        (n for n, (a, b) in enumerate(zip(one[::-1], two[::-1], strict=False)) if a != b), min(len(one), len(two))
    )
    one, two = one[: len(one) - behind], two[: len(two) - behind]
    if not alike or not behind or not (one + two).isalpha():
        return False
    return max(len(one), len(two)) == 1 or (len(one) == len(two) == 2 and one == two[::-1])


def _two_people(case: Case) -> Callable[[str, str], bool]:
    """Return what tells of two ids whether the story proves them to be two people."""
    related = {frozenset((kin.from_, kin.to)) for kin in case.all(Kin)}
    told = births(case)
    births_of = settled(told, dated=True), settled(told, dated=False)

    def proven(one: str, two: str) -> bool:
        return frozenset((one, two)) in related or any(
            one in known and two in known and both(known[one].days, known[two].days) is None for known in births_of
        )

    return proven


def _finding(one: _Name, two: _Name) -> Finding:
    return Finding(
        level="unclear",
        message=f"“{one.mention.text}” and “{two.mention.text}”: one name spelled two ways?",
        spans=(Says.of(one.mention.span, "one spelling"), Says.of(two.mention.span, "the other")),
        reason=("the two differ by one letter or by two that changed places",),
    )
