"""Turns scores of words into what was read, in offsets of the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.model.reading import Chance, Layer, Reading, Report, Seen, Token
from onrecord.model.span import Span
from onrecord.reader.decoding import INSIDE, Stretch, best_tags, chances, chances_of_antecedents, reports, stretches
from onrecord.reader.decoding import Report as Stretches
from onrecord.reader.scores import Scores
from onrecord.reader.session import Labels

LAYERS: tuple[Layer, ...] = ("person", "organisation", "place", "work")
LEAST = 0.02
"""Chances below this are not kept; nothing is decided by them."""


def reading(text: str, words: Sequence[Span], firsts: Sequence[int], scores: Scores, labels: Labels) -> Reading:
    """Put what the scores say into spans and offsets.

    ``firsts`` are the words that open a sentence of the layout, which no name runs into.
    """
    layers = labels.layers
    return Reading(
        seen=tuple(_seen(text, words, firsts, scores, layers)),
        outside={
            word.start: round(float(chance), 4)
            for word, chance in zip(words, np.exp(scores.tags[:, layers.index("person"), 0]), strict=True)
        },
        reports=tuple(_reports(text, words, scores, firsts, layers.index("cue"))),
        antecedents={
            words[row.word].start: _kept(words, row.others, chances_of_antecedents(row)) for row in scores.antecedents
        },
        tokens=tuple(_tokens(scores, labels)),
        voices={
            words[row.word].start: _kept(words, row.others, chances(row.scores, float(nobody)))
            for row, nobody in zip(scores.voices, scores.nobody, strict=True)
        },
    )


def _seen(text: str, words: Sequence[Span], firsts: Sequence[int], scores: Scores, layers: Sequence[str]) -> list[Seen]:
    chances = scores.tags[:, [layers.index(layer) for layer in LAYERS]].swapaxes(0, 1).copy()
    chances[:, firsts, INSIDE] = -np.inf
    found = []
    for layer, told, tags in zip(LAYERS, chances, best_tags(chances), strict=True):
        for start, end in stretches(tags):
            sure = float(1 - np.exp(told[start:end, 0].max()))
            found.append(Seen(_span(text, words, start, end), layer, round(sure, 4)))
    return found


def _reports(text: str, words: Sequence[Span], scores: Scores, firsts: Sequence[int], cue_layer: int) -> list[Report]:
    return [
        Report(
            cue=_span(text, words, *report.cue),
            source=_span(text, words, *_nearest(report)) if report.source else None,
            content=tuple(_span(text, words, start, end) for start, end in report.content),
        )
        for report in reports(scores, cue_layer, firsts)
    ]


def _nearest(report: Stretches) -> Stretch:
    """Return the source's stretch that stands nearest to the cue."""
    return min(report.source, key=lambda source: max(report.cue[0] - source[1], source[0] - report.cue[1]))


def _tokens(scores: Scores, labels: Labels) -> Iterator[Token]:
    clauses, forms = scores.clause.argmax(-1).tolist(), scores.forms.astype(np.float64).round(2).tolist()
    rows = zip(scores.upos.tolist(), scores.head.tolist(), scores.relation.tolist(), clauses, forms, strict=True)
    for upos, head, relation, clause, heads in rows:
        yield Token(labels.upos[upos], head, labels.relations[relation], labels.clauses[clause], tuple(heads))


def _kept(words: Sequence[Span], others: np.ndarray, chances: np.ndarray) -> tuple[Chance, ...]:
    return tuple(
        Chance(words[int(others[place])].start, round(float(chances[place]), 4))
        for place in np.flatnonzero(chances >= LEAST)
    )


def _span(text: str, words: Sequence[Span], start: int, end: int) -> Span:
    return Span.of(text, words[start].start, words[end - 1].end)
