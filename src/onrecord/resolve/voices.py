"""Settles whose words the quotations and claims are, and which sources a story has."""

from __future__ import annotations

from onrecord.model.document import Document
from onrecord.model.marks import Claim as ClaimMark
from onrecord.model.marks import Marks
from onrecord.model.marks import Quote as QuoteMark
from onrecord.model.marks import Source as SourceMark
from onrecord.model.source import Source, Voice
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote
from onrecord.resolve.who import Who


def voices(document: Document, marks: Marks, who: Who) -> tuple[tuple[Source, ...], list[Quote | Claim]]:
    """Return the sources of a story, and its quotations and claims with their voices; ids are given later."""
    sources = _sources(marks)
    by_span = {span: source for source in sources for span in source.spans}
    said: list[Quote | Claim] = []
    for quote in marks.of(QuoteMark):
        people, source = _voice(quote.voice, by_span, who)
        said.append(
            Quote(
                id="",
                form=quote.form,
                speaker=people[0] if people else None,
                also=people[1:],
                source=source.id if source else None,
                voice=quote.voice,
                cue=quote.cue,
                why=quote.why,
                spans=(quote.span,),
                by=_chain(people, source),
            )
        )
    for claim in marks.of(ClaimMark):
        people, source = _voice(claim.voice, by_span, who)
        said.append(
            Claim(
                id="",
                speaker=people[0] if people else None,
                source=source.id if source else None,
                voice=claim.voice,
                cue=claim.cue,
                hedge=claim.hedge,
                spans=claim.spans,
                by=_chain(people, source),
            )
        )
    return sources, said


def _sources(marks: Marks) -> tuple[Source, ...]:
    """Join the marks of one source: those that point back to an earlier span."""
    groups: dict[Span, list[SourceMark]] = {}
    lead: dict[Span, Span] = {}
    for mark in sorted(marks.of(SourceMark), key=lambda mark: mark.span):
        first = lead.get(mark.again, mark.span) if mark.again else mark.span
        lead[mark.span] = first
        groups.setdefault(first, []).append(mark)
    return tuple(
        Source(
            id=f"o{number}",
            name=first.text,
            type=group[0].type,
            spans=tuple(mark.span for mark in group),
            via=tuple(dict.fromkeys(outlet for mark in group for outlet in mark.via)),
        )
        for number, (first, group) in enumerate(groups.items(), 1)
    )


def _voice(span: Span | None, sources: dict[Span, Source], who: Who) -> tuple[tuple[str, ...], Source | None]:
    """Return the people of a voice, or its source; neither where the story does not tell."""
    if span is None:
        return (), None
    source = sources.get(span)
    return ((), source) if source else (who.of(span), None)


def _chain(people: tuple[str, ...], source: Source | None) -> tuple[Voice, ...]:
    if source:
        return (Voice(source=source.id), *(Voice(outlet=outlet) for outlet in source.via))
    return tuple(Voice(person=person) for person in people[:1])
