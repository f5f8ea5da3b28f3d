"""Flags an admission or a claim of somebody whom the story quotes on other things, and not on that."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import msgspec

from onrecord.check.wording import stems, words_of
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote

SHORTEST_WORDS = 5
_TELLING = re.compile(r"\b(?:claim(?:s|ed)?|admit(?:s|ted)?|confess(?:es|ed)?|boast(?:s|ed)?|brag(?:s|ged)?)\Z", re.I)
_MAY = re.compile(r"\b(?:would|could|will|can|may|might|should)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|additionally|further)\b", re.IGNORECASE)
_BACK = 12  # characters before a cue in which its "also" stands
_PAPERS = re.compile(r"\b(?:sued?|suit|lawsuit|court|plea|filing|filed|guilt|guilty|testif\w+|docs?|documents)\b", re.I)
_OPENING = "\"“‘'”"


class _Said(msgspec.Struct, frozen=True):
    """A quotation of somebody: its paragraph, whether that begins with it, and how its words begin."""

    place: int
    leads: bool
    stems: frozenset[str]


def check(case: Case) -> Iterator[Finding]:
    """Look at what people are said to claim, admit or boast, and at their quotations in the whole story.

    A quotation carries a claim when they share a word, or when it stands in the same paragraph or the next. After "she
    also claimed", a next paragraph that names its speaker anew speaks of something else. The first of each person.
    """
    starts = [block.start for block in case.blocks]
    names = {part for person in case.people for alias in person.aliases for part in alias.casefold().split()}
    said = _said(case, starts, names)
    seen = set()
    for claim in case.all(Claim):
        words = _content(case, claim)
        theirs = said.get(claim.speaker or "", ())
        if words is None or claim.cue is None or not theirs or claim.speaker in seen:
            continue
        place, wanted = bisect_right(starts, words.start) - 1, stems(words_of(words), names)
        also = _ALSO.search(case.story.text, claim.cue.start - _BACK, claim.cue.end) is not None
        if case.blocks[place].kind != "body" or any(_carries(one, place, wanted, also=also) for one in theirs):
            continue
        seen.add(claim.speaker)
        yield _finding(case, claim, claim.cue, words, len(theirs))


def _said(case: Case, starts: list[int], names: set[str]) -> Mapping[str, list[_Said]]:
    said: dict[str, list[_Said]] = {}
    for quote in case.all(Quote):
        words = quote.spans[0]
        place = bisect_right(starts, words.start) - 1
        for who in (quote.speaker, *quote.also):
            if who:
                leads = case.story.text[starts[place]] in _OPENING
                said.setdefault(who, []).append(_Said(place, leads, stems(words_of(words), names)))
    return said


def _content(case: Case, claim: Claim) -> Span | None:
    """Return what somebody claims; None where it is no claim of a person alone, and where words of it are quoted."""
    words, text = claim.spans[0], case.story.text
    if claim.attitude != "says" or claim.polarity != "said" or claim.hedge or not claim.speaker or len(claim.by) != 1:
        return None
    if claim.cue is None or not claim.voice or not _TELLING.search(claim.cue.text) or _MAY.search(claim.cue.text):
        return None
    line = text[text.rfind("\n", 0, claim.cue.start) + 1 : words.end]
    if _PAPERS.search(line) or any(quotation.span.touches(words) for quotation in case.quotations):
        return None
    return words if len(words_of(words)) >= SHORTEST_WORDS else None


def _carries(quotation: _Said, place: int, wanted: frozenset[str], *, also: bool) -> bool:
    if quotation.place == place or wanted & quotation.stems:
        return True
    return quotation.place == place + 1 and (quotation.leads or not also)


def _finding(case: Case, claim: Claim, cue: Span, words: Span, quotations: int) -> Finding:
    who = case.person(claim.speaker or "").name
    number = "1 quotation" if quotations == 1 else f"{quotations} quotations"
    return Finding(
        level="unsourced",
        message=f"no words of {who}'s carry what the story says: “{words.text}”",
        spans=(Says.of(words, f"{who} “{cue.text}”"),),
        reason=(f"the story has {number} of {who}", "none of them has a word of it, and none stands beside it"),
        statements=(claim.id,),
    )
