"""Settles whose words the quotations and claims are, and which sources a story has."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping

from onrecord.model.document import Document
from onrecord.model.marks import Claim as ClaimMark
from onrecord.model.marks import Marks, Mention, Name
from onrecord.model.marks import Quote as QuoteMark
from onrecord.model.marks import Source as SourceMark
from onrecord.model.source import Source, Voice
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote
from onrecord.resolve.who import Who

_AND = re.compile(r"\s+(?:and|&)\s+")
_AND_LAST = re.compile(r",?\s+(?:and|&)\s+")
_COMMA = re.compile(r",\s+")
# No opening words are as long as _OPENING, so that those where a stretch is cut never pass for a paragraph's first.
_OPENS = re.compile(r"(?:\A|[.!?…][\"'”’)]*\s+)(?:[A-Z]\w{0,29}(?:\s\w{1,30}){0,2},\s{1,4})?\Z")
_OPENING = 120
_TOLD = re.compile(r"(?:\s+(?:to|with|in|for|the|exclusively)){0,4}\s+")
_BEFORE_HEAD = re.compile(r"(?:(?:[A-Z][\w.'’-]*|the|an?)\s+){0,4}\Z")
# "Former Marlow adviser Joe Reed", but no "fans of Joe Reed".
_BEFORE_NAME = re.compile(
    r"(?:(?!(?:of|for|to|with|by|from|at|in|on|about|and|or|against|near|than|like|who|that)\s)[\w.'’-]+,?\s+){0,8}\Z"
)
_AFTER_HEAD = re.compile(r"\s*(?:\Z|[,(–—])")
_TWO = 2
_LISTED = 12  # names that a list before "they said" holds, at most
_FEW = 4  # mentions that the words for a spokesperson hold, at most
_REACH = 40  # characters between a cue and the outlet that it was told to


def voices(document: Document, marks: Marks, who: Who) -> tuple[tuple[Source, ...], list[Quote | Claim]]:
    """Return the sources of a story, and its quotations and claims, each on its own word; ids are given later."""
    sources = _sources(marks, who)
    settle = _Settling(document, marks, who, {span: source for source in sources for span in source.spans})
    return sources, [*map(settle.quote, marks.of(QuoteMark)), *map(settle.claim, marks.of(ClaimMark))]


def _sources(marks: Marks, who: Who) -> tuple[Source, ...]:
    """Join the marks of one source: those that point back to an earlier span."""
    mentions = sorted(who.ids)
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
            of=_spoken_for(group, mentions, who) if group[0].type == "spokesperson" else None,
        )
        for number, (first, group) in enumerate(groups.items(), 1)
    )


def _spoken_for(group: list[SourceMark], mentions: list[Span], who: Who) -> str | None:
    """Return whom a spokesperson speaks for: the one person of "her rep" or "a spokesman for Kim Lee"."""
    for mark in group:
        first = bisect_left(mentions, mark.span.start, key=lambda mention: mention.start)
        inside = (mention for mention in mentions[first : first + _FEW] if mention.end <= mark.span.end)
        people = who.all_of(inside)
        if len(people) == 1:
            return people[0]
    return None


class _Settling:
    """What it takes to say whose a voice is: the mentions in order, the people that they mean, the sources."""

    def __init__(self, document: Document, marks: Marks, who: Who, sources: Mapping[Span, Source]) -> None:
        self.document, self.text, self.who, self.sources = document, document.story.text, who, sources
        self.names = sorted(
            mention.span for mention in marks.of(Mention) if mention.form == "name" and who.of(mention.span)
        )
        self.heads = sorted({*sources, *(span for span, people in who.ids.items() if people)})
        self.pronouns = {mention.span for mention in marks.of(Mention) if mention.form == "pronoun"}
        self.plural = {mention.span for mention in marks.of(Mention) if mention.plural}
        self.outlets = sorted(name.span for name in marks.of(Name) if name.kind == "outlet")
        self.full = {person.id: person.name for person in who.people}
        self.barred = self._barred(marks)
        self.whole = _whole(marks)

    def _barred(self, marks: Marks) -> Mapping[Span, Counter[str]]:
        """Count the people that each voice's own quotations name: nobody speaks of themselves by name."""
        barred: dict[Span, Counter[str]] = {}
        for quote in marks.of(QuoteMark):
            if quote.voice:
                named = barred.setdefault(quote.voice, Counter())
                named.update(person for span in self._names_in(quote.span) for person in self.who.of(span))
        return barred

    def _names_in(self, span: Span) -> list[Span]:
        first = bisect_left(self.names, span.start, key=lambda name: name.start)
        last = bisect_right(self.names, span.end, key=lambda name: name.end)
        return self.names[first:last]

    def _head(self, span: Span) -> Span | None:
        """Return the mention or source that a voice of more words is about."""
        first = bisect_left(self.heads, span.start, key=lambda head: head.start)
        last = bisect_right(self.heads, span.end, key=lambda head: head.start)
        return next((head for head in self.heads[first:last] if _is_head(head, span)), None)

    def quote(self, mark: QuoteMark) -> Quote:
        """Give a quotation its people or its source."""
        people, source = self._voice(mark.voice)
        return Quote(
            id="",
            form=mark.form,
            speaker=people[0] if people else None,
            also=people[1:],
            source=source.id if source else None,
            voice=self.whole.get(mark.voice, mark.voice) if mark.voice else None,
            cue=self.whole.get(mark.cue, mark.cue) if mark.cue else None,
            why=mark.why,
            spans=(mark.span,),
            by=self._chain(people, source, mark.cue, mark.voice),
        )

    def claim(self, mark: ClaimMark) -> Claim:
        """Give a claim its people or its source."""
        people, source = self._voice(mark.voice)
        return Claim(
            id="",
            speaker=people[0] if people else None,
            also=people[1:],
            # Sources that are no people in the story are there because they speak, even of what they think.
            attitude="says" if mark.attitude == "thinks" and not people else mark.attitude,
            polarity=mark.polarity,
            source=source.id if source else None,
            voice=mark.voice,
            cue=mark.cue,
            hedge=mark.hedge,
            spans=mark.spans,
            by=self._chain(people, source, mark.cue, mark.voice),
        )

    def _voice(self, span: Span | None) -> tuple[tuple[str, ...], Source | None]:
        """Return the people of a voice, or its source; neither where the story does not tell."""
        if span is None:
            return (), None
        if source := self.sources.get(span):
            return (), source
        people = self.who.of(span)
        if span not in self.who.ids and (head := self._head(span)):
            if source := self.sources.get(head):
                return (), source
            people = self.who.of(head)
        if not people and span.text.lower() == "they":
            return self._listed_before(span), None
        if len(people) == 1 and span in self.plural:
            return (), None
        if len(people) == 1 and people[0] in self.barred.get(span, ()):
            people = self._namesake(span, people[0])
        joined = self._joined(span)
        return tuple(dict.fromkeys((*people, *joined))) if people else (), None

    def _namesake(self, span: Span, barred: str) -> tuple[str, ...]:
        """Return whom a voice means that its own quotation names: "Ann and I," Lee said; nobody for a pronoun."""
        if span in self.pronouns:
            return ()
        bearers = [person for person, name in self.full.items() if name.endswith(f" {span.text}")]
        others = [person for person in bearers if person not in self.barred[span]]
        return (others[0],) if len(others) == 1 else (barred,)

    def _joined(self, span: Span) -> tuple[str, ...]:
        """Return the people of a second name that "and" joins to a voice: Kim and Ann Lee said."""
        link = _AND.match(self.text, span.end)
        if link is None or span in self.pronouns:
            return ()
        at = bisect_left(self.names, link.end(), key=lambda name: name.start)
        return self.who.of(self.names[at]) if at < len(self.names) and self.names[at].start == link.end() else ()

    def _listed_before(self, span: Span) -> tuple[str, ...]:
        """Return the people of "Kim Lee, Ann Fox and Jo Hale left", where they are named last before "they said"."""
        block = self.document.block_at(span.start)
        if block is None:
            return ()
        first, last = (bisect_left(self.names, at, key=lambda name: name.start) for at in (block.start, span.start))
        near = max(first, last - _LISTED)
        names = [name for name in self.names[near:last] if not self.document.quotation_at(name.start)]
        if len(names) < _TWO or not _AND_LAST.fullmatch(self.text, names[-2].end, names[-1].start):
            return ()
        at = len(names) - _TWO
        while at and _COMMA.fullmatch(self.text, names[at - 1].end, names[at].start):
            at -= 1
        if not at and near > first:
            return ()  # the list may begin further back
        start = names[at].start
        opens = _OPENS.search(self.text[max(block.start, start - _OPENING) : start])
        return self.who.all_of(names[at:]) if opens else ()

    def _chain(
        self, people: tuple[str, ...], source: Source | None, cue: Span | None, voice: Span | None
    ) -> tuple[Voice, ...]:
        """Return the attribution chain, nearest voice first: the speaker, then the outlets that carried the words."""
        if source:
            return (Voice(source=source.id), *(Voice(outlet=outlet) for outlet in source.via))
        if not people:
            return ()
        outlet = self._told_to(max(end for end in (cue and cue.end, voice and voice.end) if end))
        return (Voice(person=people[0]), *((Voice(outlet=outlet),) if outlet else ()))

    def _told_to(self, end: int) -> str | None:
        """Return the outlet right behind a cue: she told The Daily Lantern."""
        link = _TOLD.match(self.text, end, end + _REACH)
        if link is None:
            return None
        at = bisect_left(self.outlets, link.start() + 1, key=lambda name: name.start)
        near = at < len(self.outlets) and self.outlets[at].start <= link.end()
        return self.outlets[at].text if near else None


def _whole(marks: Marks) -> dict[Span, Span]:
    """Return for voices and cues of quotations all words that the reader sees: "Lee, the mayor", "also said"."""
    reports = sorted(marks.reading.reports, key=lambda report: report.cue) if marks.reading else []
    whole: dict[Span, Span] = {}
    for quote in marks.of(QuoteMark):
        if quote.cue is None:
            continue
        at = bisect_right(reports, quote.cue.start, key=lambda report: report.cue.start) - 1
        report = reports[at] if at >= 0 else None
        if report is None or report.cue.end < quote.cue.end:
            continue
        whole.setdefault(quote.cue, report.cue)
        source = report.source
        if source and quote.voice and source.start <= quote.voice.start and quote.voice.end <= source.end:
            whole.setdefault(quote.voice, source)
    return whole


def _is_head(inside: Span, voice: Span) -> bool:
    """Tell whether a mention is whom the words of a voice are about: "Gov. Ann Lee, the chairwoman" is Ann Lee."""
    if not voice.start <= inside.start < inside.end <= voice.end:
        return False
    before, after = voice.text[: inside.start - voice.start], voice.text[inside.end - voice.start :]
    leads = _BEFORE_NAME if inside.text[0].isupper() else _BEFORE_HEAD
    return leads.fullmatch(before) is not None and _AFTER_HEAD.match(after) is not None
