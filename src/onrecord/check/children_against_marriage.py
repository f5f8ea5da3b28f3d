"""Flags children who are told to have come after a wedding, but whose ages put a birth before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.check.births import Known, before, births, settled
from onrecord.check.family import Family, counts_children
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.statement import Count, Event
from onrecord.model.when import When
from onrecord.prove.wording import in_days

_FURTHEST_APART = 200  # characters between the words for a wedding and for the children said to have come after it
_LATER = re.compile(r"\b(?:later|then|afterwards?|since|subsequently|went on to)\b")
_ENDS_SENTENCE = re.compile(r"[.!?]\s|\n")


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare the births of a couple's children with their wedding, where the story tells the order.

    "They married in 2012, later welcoming seven children" says that the eldest of the seven came after the wedding.
    Where nothing tells the order nothing is compared, for children may be born before a wedding.
    """
    births_of, family = settled(births(case), dated=True), Family.of(case)
    weddings = {
        frozenset(event.who): event
        for event in reversed(case.all(Event))
        if event.event == "marriage" and event.reported == "fact"
    }
    for count in case.all(Count):
        wedding = weddings.get(frozenset(count.who))
        if wedding is None or wedding.when is None or wedding.when.earliest is None:
            continue
        if not counts_children(count) or count.ordinal or not _told_later(case.story.text, wedding, count):
            continue
        children = {one: births_of[one] for one in family.counted(count) if one in births_of}
        if children:
            eldest = min(children, key=lambda child: children[child].days.latest or date.max)
            yield _compare(family.name(eldest), children[eldest], wedding, wedding.when, count)


def _told_later(text: str, wedding: Event, count: Count) -> bool:
    start, end = wedding.spans[0].end, count.spans[0].start
    if not start <= end <= start + _FURTHEST_APART:
        return False
    return bool(_LATER.search(text, start, end)) and not _ENDS_SENTENCE.search(text, start, end)


def _compare(name: str, eldest: Known, wedding: Event, when: When, count: Count) -> Finding | Held:
    day, birth = in_days(when.interval), f"birth between {eldest.days.earliest} and {eldest.days.latest}"
    spans = (
        Says.of(wedding.spans[0], f"the wedding: {day}"),
        Says.of(count.spans[0], f"{int(count.n)} {count.what}, told to have come later"),
        *(one.says for one in eldest.because),
    )
    reason = (f"the wedding: {day}", *(one.line for one in eldest.because))
    statements = (wedding.id, count.id, *(one.statement.id for one in eldest.because))
    child = f"{name}, {eldest.because[0].told}," if eldest.because[0].told.isdecimal() else name
    if before(eldest.days, when.interval):
        return Finding(
            level="unclear",
            message=f"the children are told to have come after the wedding of {day}, "
            f"but {child} was born before it ({birth})",
            spans=spans,
            reason=reason,
            statements=statements,
        )
    message = f"{child} can have been born after the wedding of {day} ({birth})"
    return Held(message=message, spans=spans, reason=reason, statements=statements)
