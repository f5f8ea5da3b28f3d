"""Says how sure it is that a quotation has the right voice, and leaves the voice open where that is too little."""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.model.document import Document
from onrecord.model.person import Person
from onrecord.model.reading import Reading
from onrecord.model.source import Source
from onrecord.model.span import Span
from onrecord.model.statement import Quote, Said

LEAST = 0.6
"""Below this confidence a voice is left open, unless somebody asks for more or less: it would rather be wrong."""

_SHORT = 2  # words that may only stand in marks
_FAR = 2  # paragraphs from a voice to its quotation
_EDGE = 0.02  # chances are cut to what lies between this and what is missing to 1
_WHYS = (
    "before the quotation", "after the quotation", "at the sentence's end", "colon", "recur",
    "carried over from the quotation before", "carried over from the words before",
    "carried over from the paragraph before",
)  # fmt: skip


class Evidence:
    """All that is weighed for the voices of one story."""

    def __init__(
        self, document: Document, people: Sequence[Person], sources: Sequence[Source], reading: Reading | None
    ) -> None:
        """Keep where each person and each source is spoken of."""
        self.document, self.reading = document, reading
        self.forms = {mention.span: mention.form for person in people for mention in person.mentions}
        self.spans: dict[str, list[Span]] = {
            **{person.id: sorted(mention.span for mention in person.mentions) for person in people},
            **{source.id: sorted(source.spans) for source in sources},
        }
        self.blocks = [block.start for block in document.blocks]

    def signs(self, quote: Quote) -> dict[str, float]:
        """Return the signs for and against the voice that a quotation was given, by name."""
        said, voice = quote.spans[0], quote.voice
        signs = {"bias": 1.0, quote.form: 1.0}
        if len(said.text.split()) <= _SHORT:
            signs["short"] = 1.0
        why = quote.why or ""
        signs.update({f"why {kind}": 1.0 for kind in _WHYS if kind in why})
        if quote.cue:
            signs["cue"] = 1.0
        if voice:
            signs[f"voice {self._form(quote, voice)}"] = 1.0
            if abs(self._block(said) - self._block(voice)) >= _FAR:
                signs["far"] = 1.0
        if quote.also:
            signs["joint"] = 1.0
        return signs | self._foreseen(quote)

    def _form(self, quote: Quote, voice: Span) -> str:
        if quote.source:
            return "source"
        inside = (form for span, form in self.forms.items() if voice.start <= span.start and span.end <= voice.end)
        return self.forms.get(voice) or next(inside, "other")

    def _block(self, span: Span) -> int:
        return bisect_right(self.blocks, span.start)

    def _foreseen(self, quote: Quote) -> dict[str, float]:
        """Return what the trained reader foresees: the chances of this voice, of another, of none."""
        chances = self.reading.voices.get(quote.spans[0].start) if self.reading else None
        if chances is None:
            return {}
        own = sum(one.chance for one in chances if self._is_of(quote, one.start))
        none = 1 - sum(one.chance for one in chances)
        return {"foreseen": _odds(own), "nobody foreseen": max(0.0, none)}

    def _is_of(self, quote: Quote, word: int) -> bool:
        """Tell whether the word that starts there speaks of whom the quotation was given to."""
        if quote.voice and quote.voice.start <= word < quote.voice.end:
            return True
        for one in (quote.speaker, *quote.also, quote.source):
            spans = self.spans.get(one or "", [])
            at = bisect_right(spans, word, key=lambda span: span.start) - 1
            if at >= 0 and word < spans[at].end:
                return True
        return False


def weighed(said: Sequence[Said], evidence: Evidence, *, least: float = LEAST) -> list[Said]:
    """Return the statements, each quotation that has a voice with its confidence; below ``least`` it keeps no voice."""
    return [_weighed(one, evidence, least) if isinstance(one, Quote) else one for one in said]


def _weighed(quote: Quote, evidence: Evidence, least: float) -> Quote:
    if not quote.speaker and not quote.source:
        return quote
    sure = chance(evidence.signs(quote), weights()["read" if evidence.reading else "alone"])
    if sure >= least:
        return msgspec.structs.replace(quote, confidence=sure)
    why = f"{quote.why}; left open, for it is too unsure ({sure:.2f})"
    return msgspec.structs.replace(quote, confidence=sure, speaker=None, also=(), source=None, by=(), why=why)


def chance(signs: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Return the chance that a voice with these signs is the right one, from 0 to 1, by a logistic regression."""
    return round(1 / (1 + math.exp(-sum(table.get(name, 0.0) * value for name, value in signs.items()))), 2)


def _odds(value: float) -> float:
    held = min(max(value, _EDGE), 1 - _EDGE)
    return math.log(held / (1 - held))


@cache
def weights() -> dict[str, dict[str, float]]:
    """Return the weight of each sign, with the trained reader (``read``) and without (``alone``)."""
    text = files("onrecord.resolve").joinpath("data/voice_weights.json").read_text(encoding="utf-8")
    return msgspec.convert(json.loads(text), dict[str, dict[str, float]])
