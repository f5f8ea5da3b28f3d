"""What the reader has to say about a story, word by word, put together from its windows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.windows import Window

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Raw = Mapping[str, NDArray[np.generic]]

BY_WORD = ("upos", "start", "tags", "forms", "clause", "head", "relation")


@dataclass(frozen=True)
class Row:
    """Scores of the word ``word`` against others of its window, ``others`` in the order of the text."""

    word: int
    others: Ints
    scores: Floats
    """[others] or [others, kinds]."""


@dataclass(frozen=True)
class Scores:
    """Arrays over the n words of a story; every word is told by one window.

    ``upos`` [n] places in ``UPOS``; ``start`` [n] above 0 where a sentence begins; ``tags`` [n, layers, 3] log
    probabilities of O, B, I; ``forms`` [n, 3] probabilities of heading a mention that is a name, noun, pronoun;
    ``clause`` [n, 4] probabilities of ``CLAUSES``; ``head`` [n] the head's place (a root is its own), ``relation``
    [n] places in ``RELATIONS``. Rows: ``antecedents`` (logits against 0 for none; earlier words only), ``kin``
    [others, kinds] logits, ``reports`` [others, 2, 3] log probabilities for source and content of a cue, ``voices``
    logits of being the voice of a quotation, with ``nobody`` [quotes] the logit of its not being told.
    """

    upos: Ints
    start: Floats
    tags: Floats
    forms: Floats
    clause: Floats
    head: Ints
    relation: Ints
    antecedents: tuple[Row, ...]
    kin: tuple[Row, ...]
    reports: tuple[Row, ...]
    voices: tuple[Row, ...]
    nobody: Floats


def put_together(windows: Sequence[Window], raw: Sequence[Raw], quotes: Sequence[Sequence[int]]) -> Scores:
    """Take each word's answers from the window that owns it; ``quotes`` are the opening words asked for, by window."""
    by_word: dict[str, list[NDArray[np.generic]]] = {name: [] for name in BY_WORD}
    rows: dict[str, list[Row]] = {"antecedent": [], "kin": [], "report": [], "voice": []}
    nobody: list[np.float32] = []
    for window, found, asked in zip(windows, raw, quotes, strict=True):
        own = slice(window.own_start - window.start, window.own_end - window.start)
        for name in BY_WORD:
            values = found[name][own]
            by_word[name].append(values + window.start if name == "head" else values)
        people = found["mention_at"].astype(np.int64)
        everyone = np.arange(window.start, window.end)
        for place, word in enumerate(people):
            if own.start <= word < own.stop:
                before = people < word
                row = found["antecedent"][place][before]
                rows["antecedent"].append(Row(int(word) + window.start, people[before] + window.start, row))
                rows["kin"].append(Row(int(word) + window.start, people + window.start, found["kin"][place]))
        for place, word in enumerate(found["cue_at"]):
            if own.start <= word < own.stop:
                rows["report"].append(Row(int(word) + window.start, everyone, found["report"][place]))
        for place, word in enumerate(asked):
            if own.start <= word < own.stop:
                rows["voice"].append(Row(word + window.start, everyone, found["voice"][place]))
                nobody.append(found["nobody"][place])
    return Scores(
        **{name: np.concatenate(parts) for name, parts in by_word.items()},
        antecedents=tuple(rows["antecedent"]),
        kin=tuple(rows["kin"]),
        reports=tuple(rows["report"]),
        voices=tuple(rows["voice"]),
        nobody=np.array(nobody, np.float32),
    )
