"""Marks quoted words with the words that name whose they are, and the cue that reports them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from onrecord.annotate.headings import by_word, repeated
from onrecord.annotate.linking import Said, carried, linked
from onrecord.annotate.reports import reports
from onrecord.annotate.rows import Row, Token, rows
from onrecord.annotate.speech import is_clause, is_heading_speech, is_speech, is_title, is_weak
from onrecord.model.document import Document
from onrecord.model.marks import Mark, Marks, Quote

NEEDS = ("mentions", "sources")
_HEADINGS = frozenset({"headline", "heading"})


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every quotation that reports what somebody said or wrote, the headings' after the body's."""
    laid_out = tuple(rows(document, marks))
    body = list(_body(row for row in laid_out if row.block.kind not in _HEADINGS))
    yield from body
    table = by_word(body)
    for row in laid_out:
        if row.block.kind in _HEADINGS:
            yield from _heading(row, table)


def _body(laid_out: Iterator[Row]) -> Iterator[Quote]:
    voice: Said | None = None
    fresh = False
    for row in laid_out:
        told = reports(row)
        before, fresh = (voice if fresh else None), False
        for index, token in enumerate(row.tokens):
            if token.kind != "quote" or is_title(row, index):
                continue
            said = linked(row, told, index)
            if said and is_weak(row, index, said.cue_kind):
                continue
            if said is None and not is_speech(row, index):
                continue
            if said is None:
                said = carried(row, told, index, before)
            yield _quote(token, said)
            fresh = True
            if said and said.voice:
                voice = before = said


def _heading(row: Row, table: dict[str, list[Quote]]) -> Iterator[Quote]:
    told = reports(row)
    for index, token in enumerate(row.tokens):
        if token.kind != "quote" or is_title(row, index):
            continue
        said = linked(row, told, index)
        again = None if said and said.voice else repeated(token.span, table)
        if again:
            said = Said(again.voice, None, "its words recur in a quotation of the story")
        if said or is_heading_speech(row, index):
            yield _quote(token, said)


def _quote(token: Token, said: Said | None) -> Quote:
    form: Literal["direct", "mixed"] = "direct" if is_clause(token) else "mixed"
    if said is None:
        return Quote(span=token.span, form=form)
    return Quote(span=token.span, form=form, voice=said.voice, cue=said.cue, why=said.why)
