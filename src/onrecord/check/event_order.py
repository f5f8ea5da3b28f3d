"""Flags events of a life that are told in an order that no life has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from onrecord.check.births import before
from onrecord.check.proof import all_facts, shown, statement_of
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Event
from onrecord.prove import conflicts
from onrecord.prove.wording import in_days

_ORDER = ("meeting", "relationship_start", "engagement", "marriage", "separation", "divorce_filing", "divorce")
_ONCE = frozenset(("meeting", "engagement", "marriage", "divorce"))
_ENDS = frozenset(("separation", "divorce_filing", "divorce"))


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare the days of events that the story states in plain fact.

    To marry before birth or after death is impossible. For a couple to meet after their wedding, or to divorce before
    it, is unlikely: couples part and come together again, but seldom in one story. A parting before a wedding is left
    alone.
    """
    for clash in conflicts(all_facts(case)):
        events = [one for fact in clash.facts if isinstance(one := statement_of(case, fact), Event)]
        told = [one for one in events if one.event != "birth"]
        if (
            told
            and len(told) + sum(1 for one in events if one.event == "birth") == len(events)
            and len(clash.facts) > 1
        ):
            names = " and ".join(f"the {_plain(one.event)} of {_who(case, one)} ({_when(one)})" for one in told)
            message = f"{names} cannot be, by the births and deaths that are told"
            yield Finding(level="impossible", message=message, **shown(case, clash)._asdict())
    couples: dict[frozenset[str], list[Event]] = {}
    for event in case.all(Event):
        if event.event in _ORDER and event.reported == "fact" and len(set(event.who)) == 2 and event.when:
            couples.setdefault(frozenset(event.who), []).append(event)
    for events in couples.values():
        for one, other in combinations(sorted(events, key=lambda event: _ORDER.index(event.event)), 2):
            if one.event != other.event and (one.event not in _ENDS) and _comparable(one, other):
                yield from _compare(case, one, other)


def _comparable(one: Event, other: Event) -> bool:
    """Leave out what may come twice or in either order: partings before a wedding, a new start after a parting."""
    if other.event in ("separation", "divorce_filing"):
        return one.event == "meeting"
    return one.event in _ONCE or other.event in ("engagement", "marriage")


def _compare(case: Case, one: Event, other: Event) -> Iterator[Finding | Held]:
    if one.when is None or other.when is None or one.when.relative or other.when.relative:
        return
    lines = tuple(f"the {_plain(event.event)} of {_who(case, event)}: {_when(event)}" for event in (one, other))
    spans = tuple(Says.of(event.spans[0], line) for event, line in zip((one, other), lines, strict=True))
    if before(other.when.interval, one.when.interval):
        yield Finding(
            level="unlikely",
            message=f"{lines[1]}, before their {_plain(one.event)}: {_when(one)}",
            spans=spans,
            reason=(*lines, f"the {_plain(one.event)} should come first"),
            statements=(one.id, other.id),
        )
    elif before(one.when.interval, other.when.interval):
        yield Held(message=" then ".join(lines), spans=spans, reason=lines, statements=(one.id, other.id))


def _plain(event: str) -> str:
    return event.replace("_", " ")


def _who(case: Case, event: Event) -> str:
    return " and ".join(case.person(person).name for person in dict.fromkeys(event.who))


def _when(event: Event) -> str:
    return in_days(event.when.interval) if event.when else ""
