"""Flags a paragraph that is nothing but a quotation, where nothing near it tells whose words it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.check.wording import words_of
from onrecord.model.case import Case
from onrecord.model.document import Block
from onrecord.model.finding import Finding, Says
from onrecord.model.statement import Claim, Quote

_OPENING, _FULL_STOPS = "\"“‘'”", " .\u00a0"
SHORTEST_WORDS = 8  # shorter ones are often slogans, titles and phrases that everybody says


def check(case: Case) -> Iterator[Finding]:
    """Look at each paragraph of the body that is a quotation without a voice, and at the paragraphs around it.

    Either may tell the voice by any person or source; and quotations in a row are one speech.
    """
    text, bodies = case.story.text, [block for block in case.blocks if block.kind == "body"]
    starts = [block.start for block in bodies]
    named = sorted(
        [told.voice.start for told in case.statements if isinstance(told, Claim | Quote) and told.voice]
        + [span.start for source in case.sources for span in source.spans]
        + [mention.start for person in case.people for mention in person.mentions]
    )
    for quote in case.all(Quote):
        words = quote.spans[0]
        index = bisect_right(starts, words.start) - 1
        if quote.voice or quote.speaker or quote.source or index < 0 or len(words_of(words)) < SHORTEST_WORDS:
            continue
        if (text[starts[index] : words.start] + text[words.end : bodies[index].end]).strip(_FULL_STOPS):
            continue
        before, behind = bodies[:index][-1:], bodies[index + 1 : index + 2]
        if any(text[block.start] in _OPENING or text[block.end - 1] == ":" for block in before + behind):
            continue
        if _stands_in(named, before + behind) or "<" in words.text:  # what is left of a page's code is no paragraph
            continue
        yield Finding(
            level="unclear",
            message="the story does not tell whose words these are",
            spans=(Says.of(words, "nobody's words"),),
            reason=("the paragraph is nothing but the quotation", "nobody is named beside it, before or behind"),
            statements=(quote.id,),
        )


def _stands_in(places: list[int], blocks: list[Block]) -> bool:
    return any(bisect_left(places, block.end) > bisect_left(places, block.start) for block in blocks)
