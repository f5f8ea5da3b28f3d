"""Sums up on whose word a story says what it says of people, and what it has from those people themselves."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.document import Document
from onrecord.model.marks import Asked, Marks
from onrecord.model.source import Voice
from onrecord.model.sourcing import Basis, Request, Side, Sourcing
from onrecord.model.statement import Claim, Quote, Said
from onrecord.resolve.who import Who

_LEFT_OUT = frozenset({"dateline"})
_ANOTHER = re.compile(r"\b(?:another|second|third|different|separate|other)\b", re.I)
_DENIAL = re.compile(
    r"""\b(?:(?:not|n['’]t|never|nothing)\s+(?:\w+\s+)?(?:true|accurate|happen(?:ed|ing)?|the\s+case|correct|real)
    |un\s?true|false|fals(?:e|ity|ehoods?)|fabricat\w+|fiction\w*|bogus|made[\s-]up|mak(?:e|es|ing)\s+(?:\w+\s+)?up|baseless
    |unfounded|nonsense|ridiculous|absurd|hoax|no\s+truth|rubbish|lies|a\s+lie|total\s+lie|inaccurate|defamatory)\b""",
    re.I | re.X,
)


def sourcing(document: Document, marks: Marks, who: Who, case: Case) -> Sourcing:
    """Return the sourcing profile of a case whose statements have their ids."""
    said = [
        one
        for one in case.statements
        if isinstance(one, Quote) or (isinstance(one, Claim) and one.polarity != "unsaid")
    ]
    counts: Counter[Basis] = Counter(_bases(document, who, case, said))
    return Sourcing(
        on_record=counts["on_record"],
        unnamed=counts["unnamed"],
        outlet=counts["outlet"],
        untold=counts["untold"],
        story=counts["story"],
        origins=tuple(dict.fromkeys(origin for one in said if (origin := _origin(case, one)))),
        sides=tuple(_sides(marks, who, case, said)),
    )


def _bases(document: Document, who: Who, case: Case, said: list[Said]) -> Iterator[Basis]:
    """Yield for each sentence that speaks of people who answers for most of its words."""
    painted = _painted(document, case, said)
    mentions = sorted(span.start for span, people in who.ids.items() if people)
    for sentence in document.sentences:
        block = document.block_at(sentence.start)
        if block is None or block.kind in _LEFT_OUT:
            continue
        at = bisect_left(mentions, sentence.start)
        if at == len(mentions) or mentions[at] >= sentence.end:
            continue
        words = document.words_in(sentence.start, sentence.end)
        told: Counter[Basis] = Counter(painted.get(word.start, "story") for word in words if word.text[0].isalnum())
        # Where the story and somebody else fill as much, it is told.
        yield max(told, key=lambda basis: (told[basis], basis != "story"), default="story")


def _painted(document: Document, case: Case, said: list[Said]) -> dict[int, Basis]:
    """Tell for each word, by its offset, who answers for it: the report with the least words that holds it."""
    reports = []
    for one in said:
        basis = case.basis(one)
        reports += [(span, basis) for span in (*one.spans, one.voice, one.cue) if span]
    painted: dict[int, Basis] = {}
    for span, basis in sorted(reports, key=lambda report: report[0].start - report[0].end):
        for word in document.words_in(span.start, span.end):
            painted[word.start] = basis
    return painted


def _origin(case: Case, one: Said) -> Voice | None:
    """Return where a report comes from at the least: unnamed sources that an outlet carried are the outlet's."""
    basis = case.basis(one)
    if basis in ("untold", "story"):
        return None
    outlets = [link for link in one.by if link.outlet]
    last = next((link for link in reversed(one.by) if not link.outlet), None)
    if last is None or not last.source:
        return last or outlets[-1]
    source = case.source(last.source)
    if source.type == "outlet":
        return Voice(outlet=source.name)
    if source.type == "unnamed":
        return outlets[0] if outlets else _unnamed(case, source.id)
    return Voice(person=source.of) if source.of else last


def _unnamed(case: Case, source_id: str) -> Voice:
    """Return an unnamed source where the story tells it apart ("another insider"), else the first of them all."""
    unnamed = [source for source in case.sources if source.type == "unnamed" and not source.via]
    apart = unnamed and any(source.id == source_id and _ANOTHER.search(source.name) for source in unnamed)
    return Voice(source=source_id if apart or not unnamed else unnamed[0].id)


def _sides(marks: Marks, who: Who, case: Case, said: list[Said]) -> Iterator[Side]:
    """Yield the side of everybody who speaks in the story, by an aide perhaps, or was asked."""
    own: dict[str, list[Said]] = defaultdict(list)
    aides = {source.id: source.of for source in case.sources if source.of}
    for one in said:
        if any(not link.outlet for link in one.by[1:]) or (isinstance(one, Claim) and one.attitude == "thinks"):
            continue
        speaker = one.speaker or aides.get(one.source or "")
        for person in dict.fromkeys([speaker, *one.also]):
            if person:
                own[person].append(one)
    requests: dict[str, list[Request]] = defaultdict(list)
    for mark in sorted(marks.of(Asked), key=lambda mark: mark.span):
        for person in who.all_of(mark.who):
            requests[person].append(Request(span=mark.span, outcome=mark.outcome))
    for one_person in case.people:
        theirs, asked = own[one_person.id], requests[one_person.id]
        if theirs or asked:
            yield Side(
                who=one_person.id,
                said=tuple(one.id for one in theirs),
                denied=tuple(one.id for one in theirs if denies(one)),
                requests=tuple(asked),
            )


def denies(one: Said) -> bool:
    """Tell whether words deny: by their cue, or by what they say ("it's not true")."""
    if isinstance(one, Claim) and one.polarity != "said":
        return one.polarity == "denied"
    return any(_DENIAL.search(span.text) for span in one.spans)
