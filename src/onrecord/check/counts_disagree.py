"""Flags two numbers of children of the same parents that cannot both be true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.check.family import adoption_is_told, counts_children, is_of_some
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Count

FEWEST = 2  # a story of a second child calls its parents, before, parents of one
_MOST_COUNTS = 100  # that are compared with each other
_BORN_AT_ONCE = re.compile(r"twins|triplets|quadruplets", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare the numbers of children that the story tells of one person or couple.

    A couple has no more children than either of the two. Numbers of one family of several ("two older children",
    "also has a son") are left out, and where the story tells of adoption a couple may well count in two ways.
    """
    if adoption_is_told(case):
        return
    told = [count for count in case.all(Count) if _is_whole(case.story.text, count)][:_MOST_COUNTS]
    seen = set()
    for one, two in combinations(told, 2):
        few, many = sorted((one, two), key=lambda count: len(set(count.who)))
        alike = one.what == two.what and set(few.who) <= set(many.who)
        same = set(few.who) == set(many.who)
        key = (frozenset(one.who), frozenset(two.who), one.n, two.n)
        if not alike or key in seen:
            continue
        seen.add(key)
        if one.n != two.n and (same or many.n > few.n):
            yield _finding(case, one, two)
        elif same:
            yield _held(case, one, two)


def _is_whole(text: str, count: Count) -> bool:
    whole = counts_children(count) and not count.ordinal and count.n >= FEWEST
    return whole and not is_of_some(text, count) and not _BORN_AT_ONCE.search(count.spans[0].text)


def _finding(case: Case, one: Count, two: Count) -> Finding:
    first, second = (f"{int(count.n)} {count.what} of {_parents(case, count)}" for count in (one, two))
    return Finding(
        level="unlikely",
        message=f"{first}, and {second}",
        spans=(Says.of(one.spans[0], first), Says.of(two.spans[0], second)),
        reason=_lines(one, two),
        statements=(one.id, two.id),
    )


def _held(case: Case, one: Count, two: Count) -> Held:
    told = f"{int(one.n)} {one.what} of {_parents(case, one)}"
    return Held(
        message=f"{told}, told twice",
        spans=(Says.of(one.spans[0], told), Says.of(two.spans[0], told)),
        reason=_lines(one, two),
        statements=(one.id, two.id),
    )


def _lines(*counts: Count) -> tuple[str, ...]:
    return tuple(f"“{count.spans[0].text}”: {int(count.n)}" for count in counts)


def _parents(case: Case, count: Count) -> str:
    return " and ".join(case.person(person).name for person in dict.fromkeys(count.who))
