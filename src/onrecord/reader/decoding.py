"""Scores become stretches of words: names, times, reports; nothing here knows what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.reader.scores import Floats, Row, Scores

Stretch = tuple[int, int]
INSIDE = 2
"""The place of I among O, B, I."""
SOURCE = 0
"""The place of the source among what a cue is asked for."""


class Report(NamedTuple):
    """A cue with the stretches of its source and of what it reports, in words of the story."""

    cue: Stretch
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


def best_tags(scores: Floats) -> np.ndarray:
    """Find the likeliest row of O, B, I (0, 1, 2) in which no I follows an O (Viterbi); [..., n, 3] to [..., n]."""
    if not scores.size:
        return np.zeros(scores.shape[:-1], np.int64)
    rows = scores.reshape(-1, *scores.shape[-2:])
    count, length = rows.shape[:2]
    every = np.arange(count)
    came = np.zeros((length, count, 3), np.int64)
    best = rows[:, 0].copy()
    best[:, 2] = -np.inf
    for place in range(1, length):
        top = best.argmax(1)
        came[place, :, :2] = top[:, None]
        came[place, :, 2] = np.where(best[:, 1] > best[:, 2], 1, 2)
        within = np.maximum(best[:, 1], best[:, 2])
        best = rows[:, place] + np.stack([best[every, top], best[every, top], within], 1)
    tags = np.zeros((count, length), np.int64)
    tags[:, -1] = best.argmax(1)
    for place in range(length - 1, 0, -1):
        tags[:, place - 1] = came[place, every, tags[:, place]]
    return tags.reshape(scores.shape[:-1])


def stretches(tags: np.ndarray) -> list[Stretch]:
    """Turn one row of O, B, I into half-open stretches."""
    found: list[Stretch] = []
    begun: int | None = None
    for place, tag in enumerate([*tags.tolist(), 0]):
        if tag != 2 and begun is not None:
            found.append((begun, place))
            begun = None
        if tag == 1:
            begun = place
    return found


def layer(scores: Scores, place: int) -> list[Stretch]:
    """Return the stretches of one tagged layer."""
    return stretches(best_tags(scores.tags[:, place]))


def reports(scores: Scores, cue_layer: int, firsts: Sequence[int] = ()) -> list[Report]:
    """Return every cue with the stretches that are its source and its content; a cue without content is no report.

    ``firsts`` are words that open a sentence, which no source runs into.
    """
    cues = {cue[0]: cue for cue in layer(scores, cue_layer)}
    windows: dict[tuple[int, int], list[Row]] = {}
    for row in scores.reports:
        if row.word in cues:
            windows.setdefault((int(row.others[0]), len(row.others)), []).append(row)
    found = []
    for (first, _), rows in windows.items():
        told = np.stack([np.moveaxis(row.scores, 1, 0) for row in rows])
        inside = [place - first for place in firsts if first <= place < first + told.shape[2]]
        told[:, SOURCE, inside, INSIDE] = -np.inf
        tags = best_tags(told)
        for row, (source, content) in zip(rows, tags, strict=True):
            if reported := _from(first, content):
                found.append(Report(cues[row.word], _from(first, source), reported))
    return sorted(found)


def _from(first: int, tags: np.ndarray) -> tuple[Stretch, ...]:
    return tuple((start + first, end + first) for start, end in stretches(tags))


def chances_of_antecedents(row: Row) -> np.ndarray:
    """Return how likely each candidate is the antecedent; what is missing to 1 is the chance that there is none."""
    return chances(row.scores, 0.0)


def chances(scores: np.ndarray, none: float) -> np.ndarray:
    """Turn the logits of candidates into chances, beside the logit that none of them is meant."""
    if not len(scores):
        return np.zeros(0)
    top = max(none, float(scores.max()))
    powers = np.exp(scores.astype(np.float64) - top)
    return np.asarray(powers / (powers.sum() + np.exp(none - top)))
