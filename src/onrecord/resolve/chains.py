"""Puts what is told inside another's words on the word of both: Paul said that Matt told him that it was over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.model.span import Span
from onrecord.model.statement import Claim, Fact, Quote, Said

_LATEST = 32  # contents that begin before some words and may still hold them; more than a few never do
_DEEPEST = 4  # reports inside reports
_SELF = frozenset({"i", "we"})


class _Contents:
    """The contents of all quotations and claims, to look up the smallest that holds some words."""

    def __init__(self, said: Sequence[Said]) -> None:
        self.placed = sorted((span, place) for place, one in enumerate(said) for span in one.spans)
        self.starts = [span.start for span, _ in self.placed]

    def holding(self, inside: Span, but: int | None = None) -> int | None:
        """Return the place of the quotation or claim, other than ``but``, whose content holds these words."""
        at = bisect_right(self.starts, inside.start)
        held = [
            (span.end - span.start, place)
            for span, place in self.placed[max(0, at - _LATEST) : at]
            if place != but and span.end >= inside.end
        ]
        return min(held)[1] if held else None


def chained(said: Sequence[Said]) -> list[Said]:
    """Return the quotations and claims with whole chains: a report inside another's words is on his word as well.

    "I" inside a quotation is whoever speaks it; what people tell of their own minds they say.
    """
    contents = _Contents(said)
    outer = [
        contents.holding(anchor, place) if (anchor := one.voice or one.cue) else None for place, one in enumerate(said)
    ]
    return [_nested(said, outer, place, _DEEPEST) for place in range(len(said))]


def _nested(said: Sequence[Said], outer: Sequence[int | None], place: int, depth: int) -> Said:
    around = outer[place]
    if around is None or not depth:
        return said[place]
    return _on_word_of(said[place], _nested(said, outer, around, depth - 1))


def _on_word_of(one: Said, outer: Said) -> Said:
    if not one.by and one.voice and one.voice.text.lower() in _SELF and isinstance(outer, Quote):
        one = msgspec.structs.replace(one, speaker=outer.speaker, also=outer.also, source=outer.source, by=outer.by[:1])
    if one.by and one.by[0] == next(iter(outer.by), None):
        own = (
            msgspec.structs.replace(one, attitude="says")
            if isinstance(one, Claim) and one.attitude == "thinks"
            else one
        )
        return msgspec.structs.replace(own, by=outer.by)
    return msgspec.structs.replace(one, by=(*one.by, *outer.by)) if one.by else one


def on_whose_word(facts: Iterable[Fact], said: Sequence[Said]) -> Iterator[Fact]:
    """Give every fact that stands inside somebody's words the chain of those words."""
    contents = _Contents(said)
    for fact in facts:
        around = {contents.holding(span) for span in fact.spans}
        place = around.pop() if len(around) == 1 else None
        yield fact if place is None else msgspec.structs.replace(fact, by=said[place].by)
