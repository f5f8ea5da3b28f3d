"""Marks quoted words with the words that name whose they are, and the cue that reports them."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate.linking import Said, carried, linked
from onrecord.annotate.reports import reports
from onrecord.annotate.rows import Token, rows
from onrecord.annotate.speech import is_clause, is_speech, is_title
from onrecord.model.document import Document
from onrecord.model.marks import Mark, Marks, Quote

NEEDS = ("mentions", "sources")


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every quotation that reports what somebody said or wrote."""
    voice: Said | None = None
    apart = 9  # paragraphs since the last quotation
    for row in rows(document, marks):
        told = reports(row)
        apart += 1
        for index, token in enumerate(row.tokens):
            if token.kind != "quote" or is_title(row, index):
                continue
            said = linked(row, told, index)
            if said is None and is_clause(token):
                said = carried(row, told, index, voice if apart <= 1 else None)
            if said is None and not is_speech(row, index):
                continue
            yield _quote(token, said)
            voice, apart = (said if said and said.voice else voice), 0


def _quote(token: Token, said: Said | None) -> Quote:
    form = "direct" if is_clause(token) else "mixed"
    if said is None:
        return Quote(span=token.span, form=form)  # type: ignore[arg-type]
    return Quote(span=token.span, form=form, voice=said.voice, cue=said.cue, why=said.why)  # type: ignore[arg-type]
