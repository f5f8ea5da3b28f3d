"""Flags what somebody is said to think or feel, where nobody in the story tells of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote

_MIND = re.compile(  # "led him to fear" tells what led him
    r"(?<!\bto )\b(?:suspect(?:s|ed)?|fear(?:s|ed)?|thinks?|worr(?:y|ies|ied)|regret(?:s|ted)?|resent(?:s|ed)?"
    r"|dread(?:s|ed)?|feels?|felt|knows?|convinced|afraid|terrified)\Z",
    re.IGNORECASE,
)
_SHORT_OF_VERB = re.compile(
    r"[ \u00a0](?:(?:is|was|has|had|now|still|also|really|already|only|even|just)[ \u00a0]){0,3}\Z"
)
_AFTERTHOUGHT = re.compile(r",? (?:after|because|since|as|when|while|although|though|but|and)\b")
# The story asks, supposes, or speaks for itself.
_NOT_STATED = re.compile(
    r"\b(?:if|whether|not that|perhaps|maybe|possibl[ey]|possibility|probably|must|may|might|could|would|apparently"
    r"|seem(?:s|ed|ingly)?|imagine|guess|what|how|why|who|no word|reportedly|according|sources?|insiders?|us|let"
    r"|I|me|my|we|our|you|your)\b",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:I|[Ww]e)\b")


def check(case: Case) -> Iterator[Finding]:
    """Look for states of mind that rest on the story's word or on its outlet's alone; the first of each person.

    Nothing is said where the person is quoted anywhere in the story, or a source is heard in the same paragraph.
    """
    starts = [block.start for block in case.blocks]
    heard, reported = _heard(case, starts)
    seen = set()
    for claim in case.all(Claim):
        words = _stated(case, claim)
        if words is None or claim.cue is None or claim.speaker is None or claim.speaker in seen:
            continue
        place = bisect_right(starts, words.start) - 1
        block = case.blocks[place]
        if block.kind != "body" or _I.search(case.story.text, block.start, block.end):
            continue
        if claim.speaker in heard or place in reported:
            continue
        seen.add(claim.speaker)
        who = case.person(claim.speaker).name
        yield Finding(
            level="unsourced",
            message=f"nobody tells how the story knows: “{words.text}”",
            spans=(Says.of(words, "a state of mind"),),
            reason=(
                f"“{claim.cue.text}”: a state of mind, which only {who} can tell",
                f"{who} is not heard here, and nobody else who could know it",
            ),
            statements=(claim.id,),
        )


def _heard(case: Case, starts: list[int]) -> tuple[set[str], set[int]]:
    """Return the people who are quoted, by themselves or an aide, and the paragraphs where others than them report."""
    own = (case.story.outlet or "").casefold()
    people, places = set(), set()
    for told in case.statements:
        if not isinstance(told, Quote | Claim) or (isinstance(told, Claim) and told.attitude == "thinks"):
            continue
        source = case.source(told.source) if told.source else None
        if source and source.name.casefold() != own:
            places.add(bisect_right(starts, told.spans[0].start) - 1)
            people.add(source.of)
        elif isinstance(told, Quote):
            people.add(told.speaker)
    return {who for who in people if who}, places


def _stated(case: Case, claim: Claim) -> Span | None:
    """Return the words that state a state of mind as a fact: who, the verb, and what; None where they do not."""
    text, voice, cue, content = case.story.text, claim.voice, claim.cue, claim.spans[0]
    if (
        claim.attitude != "thinks"
        or claim.polarity != "said"
        or claim.hedge
        or voice is None
        or cue is None
        or not _MIND.search(cue.text)
    ):
        return None
    if not voice.end < cue.start < content.start or not _SHORT_OF_VERB.match(text, voice.end, cue.start):
        return None
    outlets = {link.outlet or case.source(link.source or "").name for link in claim.by if not link.person}
    if case.basis(claim) not in ("story", "outlet") or any(name != case.story.outlet for name in outlets):
        return None
    begin = max(text.rfind(mark, 0, voice.start) for mark in (". ", "! ", "? ", "\n")) + 1
    stop = re.compile(r"[.!?\n]").search(text, content.start)
    sentence = text[begin : stop.end() if stop else len(text)]
    if _NOT_STATED.search(sentence) or sentence.endswith("?"):
        return None
    cut = _AFTERTHOUGHT.search(text, content.start + 1, content.end)
    return Span.of(text, voice.start, cut.start() if cut else content.end)
