"""Flags a third husband where fewer marriages are told, or more husbands named before."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Count, Kin

_SPOUSES = frozenset(("husbands", "wives", "marriages"))
_PLACES = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each "third husband" or "second marriage" with how often the person married, and with former spouses.

    Whoever married twice has no third husband. A second wife follows one former wife at most, unless she is herself
    the former one.
    """
    times = {person: count for count in _spouses(case, ordinal=False) for person in count.who}
    former: dict[str, dict[str, Kin]] = {}
    for kin in case.all(Kin):
        if kin.relation == "spouse" and kin.status == "former" and kin.reported == "fact":
            former.setdefault(kin.from_, {})[kin.to] = kin
            former.setdefault(kin.to, {})[kin.from_] = kin
    for count in _spouses(case, ordinal=True):
        if not 1 <= count.n < len(_PLACES):
            continue
        for person in count.who[:1]:
            if person in times and times[person].n < count.n:
                yield _too_few(case, person, count, times[person])
            before = {one: kin for one, kin in former.get(person, {}).items() if one != count.of}
            if count.of and count.of not in former.get(person, {}) and len(before) >= count.n:
                yield _too_many(case, person, count, before)


def _spouses(case: Case, *, ordinal: bool) -> Iterator[Count]:
    for count in case.all(Count):
        if count.what in _SPOUSES and count.ordinal is ordinal and count.reported == "fact" and count.who:
            yield count


def _too_few(case: Case, person: str, count: Count, times: Count) -> Finding:
    name, place = case.person(person).name, _PLACES[int(count.n)]
    return Finding(
        level="unlikely",
        message=f"“{count.spans[0].text}” of {name}, who is told to have married {times.n:g} times",
        spans=(Says.of(count.spans[0], f"the {place}"), Says.of(times.spans[0], f"{times.n:g} marriages")),
        reason=(f"“{count.spans[0].text}”: at least {count.n:g}", f"“{times.spans[0].text}”: {times.n:g}"),
        statements=(count.id, times.id),
    )


def _too_many(case: Case, person: str, count: Count, before: dict[str, Kin]) -> Finding:
    name = case.person(person).name
    names = [case.person(one).name for one in before]
    return Finding(
        level="unlikely",
        message=f"“{count.spans[0].text}” of {name}, but {len(before)} former are named: {', '.join(names)}",
        spans=(
            Says.of(count.spans[0], f"the {_PLACES[int(count.n)]}"),
            *(Says.of(kin.spans[0], f"{name} and {one}") for kin, one in zip(before.values(), names, strict=True)),
        ),
        reason=(
            f"“{count.spans[0].text}”: {count.n:g}, so {count.n - 1:g} before",
            f"former husbands and wives of {name}: {', '.join(names)}: {len(names)}",
        ),
        statements=(count.id, *(kin.id for kin in before.values())),
    )
