"""Flags a headline that states plainly what the story below only passes on, or confirms what nobody there does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check.wording import stems, words_of
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote

LIKE_THE_HEADLINE = 0.5  # share of the headline's words, names aside, that a sentence must have to say the same
FEWEST_WORDS = 2
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|supposedly|purportedly|apparently|rumou?red(?: to)?"
    r"|(?:is|are|was|were|has been|have been) (?:said|believed|thought|reported|claimed|alleged) to)\b",
    re.IGNORECASE,
)
_NOT_PLAIN = re.compile(
    rf"{_HEDGE.pattern}|[?\"“”‘:]|(?:^|\W)'\w|\b(?:says?|said|claims?|claimed|reports?|reported|tells?|told|sources?"
    r"|insiders?|rumou?rs?|alleged|accused|denies|denied|may|might|could|wants?|not|no|never)\b",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(r"\b(?:[Cc]onfirm|[Aa]dmit|[Cc]onfess|CONFIRM|ADMIT)(?:s|es|ed|S|ED)?\b")
_ANY_CONFIRMATION = re.compile(r"\b(?:confirm|admi(?:t|ss)|confess|acknowledg|official|announce)", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\S)[^.!?\n]+)*[.!?]*[\"”’']*")


def check(case: Case) -> Iterator[Finding]:
    """Compare the headline with the sentences below that say the same, and look for who confirms what it confirms."""
    headline = case.story.headline
    if headline is None:
        return
    confirms = _CONFIRMS.search(headline.text)
    if confirms and not _is_confirmed(case, headline):
        yield _unconfirmed(headline.part(headline.start + confirms.start(), headline.start + confirms.end()))
    elif not _NOT_PLAIN.search(headline.text):
        yield from _hedge_dropped(case, headline)


def _is_confirmed(case: Case, headline: Span) -> bool:
    """Tell whether anybody with a name speaks below, or whether words of confirming stand there."""
    spoken = (
        told for told in case.statements if isinstance(told, Quote | Claim) and told.spans[0].start > headline.end
    )
    return any(told.speaker for told in spoken) or bool(_ANY_CONFIRMATION.search(case.story.text, headline.end))


def _unconfirmed(words: Span) -> Finding:
    return Finding(
        level="altered",
        message=f"the headline has “{words.text}”, and nobody below does",
        spans=(Says.of(words, "in the headline"),),
        reason=("nobody with a name says anything below the headline", "no word of confirming stands there"),
    )


def _hedge_dropped(case: Case, headline: Span) -> Iterator[Finding]:
    names = {part for person in case.people for alias in person.aliases for part in alias.casefold().split()}
    wanted = stems(words_of(headline), names)
    if len(wanted) < FEWEST_WORDS:
        return
    reported: list[tuple[Span, str]] = []
    for found in _SENTENCE.finditer(case.story.text, headline.end):
        sentence = Span(found.start(), found.end(), found.group())
        shared = wanted & stems(words_of(sentence), names)
        if len(shared) >= max(FEWEST_WORDS, LIKE_THE_HEADLINE * len(wanted)):
            hedge = _HEDGE.search(sentence.text)
            if hedge is None:
                return
            reported.append((sentence, hedge.group()))
    for sentence, words in reported[:1]:
        start = sentence.end - len(sentence.text.lstrip())
        yield Finding(
            level="altered",
            message=f"the headline states what the story only passes on: “{words}”",
            spans=(Says.of(headline, "stated"), Says.of(sentence.part(start, sentence.end), "passed on")),
            reason=(f"below, the words stand with “{words}”", "no sentence there states them without"),
        )
