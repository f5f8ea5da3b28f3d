"""Flags two spellings of what looks like one name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import msgspec

from onrecord.check.births import births, settled
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.person import Mention
from onrecord.model.spelling import is_slip
from onrecord.model.statement import Kin
from onrecord.model.when import both

_SIC = re.compile(r"(?:['’]s?)?[ \u00a0]?[\[(]sic[\])]", re.IGNORECASE)  # the writer knows
_MOST_ALIKE = 40  # names that share all other parts and are compared with each other


class _Name(msgspec.Struct, frozen=True, kw_only=True):
    """A full name in lower case, part by part, where it first stands, and whose it is."""

    parts: tuple[str, ...]
    mention: Mention
    who: str


def check(case: Case) -> Iterator[Finding]:
    """Compare the full names of the story that are alike in all parts but one, and bare names with surnames.

    That part may differ by one letter, or by two neighbours that changed places, but not in its first or last letter:
    Elena and Helena, Daniel and Daniela are two names. Relatives, and people of different ages, are two people.
    """
    full, bare = _names(case)
    by_rest: dict[tuple[str | None, ...], list[_Name]] = {}
    for name in full:
        for index in range(len(name.parts)):
            rest = (*name.parts[:index], None, *name.parts[index + 1 :])
            by_rest.setdefault(rest, []).append(name)
    proven_two = _two_people(case)
    for rest, names in by_rest.items():
        index = rest.index(None)
        for one, two in combinations(names[:_MOST_ALIKE], 2):
            if is_slip(one.parts[index], two.parts[index]) and not proven_two(one.who, two.who):
                yield _finding(one, two)
    yield from _bare_slips(full, bare, proven_two)


def _bare_slips(
    full: Sequence[_Name], bare: Sequence[_Name], proven_two: Callable[[str, str], bool]
) -> Iterator[Finding]:
    """Compare each name that only ever stands alone with the surnames of the full names."""
    surnames = {name.parts[-1]: name for name in reversed(full)}
    known = {part for name in full for part in name.parts}
    for name in [name for name in bare if name.parts[0] not in known][:_MOST_ALIKE]:
        for surname, other in surnames.items():
            if is_slip(name.parts[0], surname) and not proven_two(name.who, other.who):
                yield _finding(*sorted((name, other), key=lambda one: one.mention.start))


def _names(case: Case) -> tuple[list[_Name], list[_Name]]:
    """Return the full names of the story and those of one word, each once, where it first stands."""
    full: list[_Name] = []
    bare: list[_Name] = []
    seen = set()
    for person in case.people:
        for mention in person.mentions:
            parts = tuple(mention.text.casefold().replace("’", "'").split())
            if mention.form != "name" or _SIC.match(case.story.text, mention.end):
                continue
            if parts and parts not in seen:
                seen.add(parts)
                (full if len(parts) > 1 else bare).append(_Name(parts=parts, mention=mention, who=person.id))
    return full, bare


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
