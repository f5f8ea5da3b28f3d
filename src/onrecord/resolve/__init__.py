"""Marks become a case: who is who, whose age, whose quote."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from onrecord.model.case import Case, Time
from onrecord.model.document import Document, Quotation
from onrecord.model.marks import LeftOut, Marks
from onrecord.model.marks import Time as TimeMark
from onrecord.resolve.births import with_births
from onrecord.resolve.chains import chained, on_whose_word
from onrecord.resolve.confidence import LEAST, Evidence, weighed
from onrecord.resolve.derived import with_derived
from onrecord.resolve.facts import facts
from onrecord.resolve.people import who_is_who
from onrecord.resolve.sourcing import sourcing
from onrecord.resolve.voices import voices

__all__ = ["resolve"]


def resolve(document: Document, marks: Marks, *, least_confidence: float = LEAST) -> Case:
    """Settle who is who, and turn marks into statements, numbered in the order of the text.

    A quotation whose voice is less sure than ``least_confidence`` keeps none.
    """
    who = who_is_who(document, marks)
    sources, found = voices(document, marks, who)
    said = chained(weighed(found, Evidence(document, who.people, sources, marks.reading), least=least_confidence))
    told = on_whose_word(facts(document, marks, who), said)
    statements = sorted([*told, *said], key=lambda statement: statement.spans[0])
    case = Case(
        story=document.story,
        people=who.people,
        statements=tuple(
            msgspec.structs.replace(statement, id=f"s{number}") for number, statement in enumerate(statements, 1)
        ),
        times=tuple(_time(mark) for mark in sorted(marks.of(TimeMark), key=lambda mark: mark.span)),
        sources=sources,
        blocks=document.blocks,
        quotations=tuple(_explained(document.quotations, marks)),
    )
    case = msgspec.structs.replace(case, sourcing=sourcing(document, marks, who, case))
    return with_derived(with_births(case))


def _explained(quotations: tuple[Quotation, ...], marks: Marks) -> Iterator[Quotation]:
    """Give the quotations that report nothing the reason why."""
    why = {mark.span: mark.why for mark in marks.of(LeftOut)}
    for one in quotations:
        yield msgspec.structs.replace(one, left_out=why[one.span]) if one.span in why else one


def _time(mark: TimeMark) -> Time:
    return Time(
        start=mark.span.start,
        end=mark.span.end,
        text=mark.span.text,
        type=mark.type,
        value=mark.value,
        edtf=mark.days.edtf if mark.days else None,
    )
