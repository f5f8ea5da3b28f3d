"""Marks quoted words with the words that name whose they are, and the cue that reports them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.annotate.covering import Covering
from onrecord.annotate.headings import by_word, repeated
from onrecord.annotate.linking import Said, carried, left_open, linked
from onrecord.annotate.reports import reports
from onrecord.annotate.rows import Row, Token, rows
from onrecord.annotate.speech import (
    ALONE,
    TITLE,
    WEAK,
    is_at_rest,
    is_clause,
    is_heading_speech,
    is_title,
    is_weak,
    why_left_out,
)
from onrecord.model.document import Document
from onrecord.model.marks import LeftOut, Mark, Marks, Quote

NEEDS = ("mentions", "sources")
_HEADINGS = frozenset({"headline", "heading"})


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every quotation that reports what somebody said or wrote, the headings' after the body's.

    Other words between quotation marks are marked as left out, with the reason.
    """
    laid_out = tuple(rows(document, marks))
    covering = Covering(marks.reading.reports if marks.reading else ())
    body = list(_body((row for row in laid_out if row.block.kind not in _HEADINGS), covering))
    yield from body
    table = by_word(mark for mark in body if isinstance(mark, Quote))
    for row in laid_out:
        if row.block.kind in _HEADINGS:
            yield from _heading(row, table)


def _body(laid_out: Iterable[Row], covering: Covering) -> Iterator[Quote | LeftOut]:
    carry: Said | None = None
    for row in laid_out:
        told = reports(row)
        last = (-1, carry) if carry else None
        found = False
        for index, token in enumerate(row.tokens):
            if token.kind != "quote":
                continue
            said = linked(row, told, index)
            if why := why_left_out(row, index, said.kind if said else None, cued=said is not None):
                yield LeftOut(span=token.span, why=why)
                continue
            if said is None or said.voice is None:
                covered = covering.of(row, token.span)
                said = Said(covered.party.span, covered.cue, "the reader sees it reported") if covered else said
            if said is None and is_at_rest(row, index):
                said = carried(row, told, index, last)
            yield _quote(token, said)
            found = True
            if said and said.voice:
                last = (row.first[index], said)
            elif is_clause(token):
                last = None
        carry = last[1] if found and last else left_open(row, told)


def _heading(row: Row, table: dict[str, list[Quote]]) -> Iterator[Quote | LeftOut]:
    told = reports(row)
    for index, token in enumerate(row.tokens):
        if token.kind != "quote":
            continue
        if is_title(row, index):
            yield LeftOut(span=token.span, why=TITLE)
            continue
        again = repeated(token.span, table)
        said = None if again and again.voice else linked(row, told, index)
        plain = said is not None and not is_weak(row, index, said.kind)
        if again and not plain:
            yield _quote(token, Said(again.voice, None, "its words recur in a quotation of the story"))
        elif plain if said else is_heading_speech(row, index):
            yield _quote(token, said)
        else:
            yield LeftOut(span=token.span, why=WEAK if said else ALONE)


def _quote(token: Token, said: Said | None) -> Quote:
    form: Literal["direct", "mixed"] = "direct" if is_clause(token) else "mixed"
    if said is None:
        return Quote(span=token.span, form=form)
    return Quote(span=token.span, form=form, voice=said.voice, cue=said.cue, why=said.why)
