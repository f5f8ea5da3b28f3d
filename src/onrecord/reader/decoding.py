"""Scores become stretches of words: names, times, reports; nothing here knows what they mean."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.reader.scores import Floats, Row, Scores

Stretch = tuple[int, int]


class Report(NamedTuple):
    """A cue with the stretches of its source and of what it reports, in words of the story."""

    cue: Stretch
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]


def best_tags(scores: Floats) -> np.ndarray:
    """Find the likeliest row of O, B, I (0, 1, 2) in which no I follows an O (Viterbi); [..., n, 3] to [..., n]."""
    steps = np.moveaxis(scores, -2, 0)
    if not len(steps):
        return np.zeros(scores.shape[:-1], np.int64)
    best = steps[0].copy()
    best[..., 2] = -np.inf
    came: list[np.ndarray] = []
    for step in steps[1:]:
        outside_or_first = best.argmax(-1)
        inside = np.where(best[..., 1] > best[..., 2], 1, 2)
        came.append(np.stack([outside_or_first, outside_or_first, inside], -1))
        top = best.max(-1)
        within = np.maximum(best[..., 1], best[..., 2])
        best = np.stack([top, top, within], -1) + step
    tag = best.argmax(-1)
    path = [tag]
    for back in reversed(came):
        tag = np.take_along_axis(back, tag[..., None], -1)[..., 0]
        path.append(tag)
    return np.stack(path[::-1], -1)


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


def reports(scores: Scores, cue_layer: int) -> list[Report]:
    """Return every cue with the stretches that are its source and its content; a cue without content is no report."""
    asked = {row.word: row for row in scores.reports}
    found = []
    for cue in layer(scores, cue_layer):
        row = asked.get(cue[0])
        if row is None:
            continue
        source, content = (_against(row, column) for column in (0, 1))
        if content:
            found.append(Report(cue, source, content))
    return found


def _against(row: Row, column: int) -> tuple[Stretch, ...]:
    first = int(row.others[0])
    return tuple((start + first, end + first) for start, end in stretches(best_tags(row.scores[:, column])))


def chances_of_antecedents(row: Row) -> np.ndarray:
    """Return how likely each candidate is the antecedent; what is missing to 1 is the chance that there is none."""
    if not len(row.scores):
        return np.zeros(0)
    top = max(0.0, float(row.scores.max()))
    powers = np.exp(row.scores.astype(np.float64) - top)
    return np.asarray(powers / (powers.sum() + np.exp(-top)))
