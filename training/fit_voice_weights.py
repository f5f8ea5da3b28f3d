"""Learns how sure the voice of a quotation is, from stories whose voices are known.

usage: python -m training.fit_voice_weights --gold FOLDER

FOLDER holds celebrity-train.jsonl, one story a line with its `text`, its `people` and its `quotes`. The weights are
those of a logistic regression, once with the trained reader and once with rules alone; they are written where the
package reads them. Five folds of stories tell how well it does on stories that it was not fitted on.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from evaluation.voices import is_right, meant
from onrecord import parts, reader
from onrecord.ingest import from_text
from onrecord.model.marks import Marks
from onrecord.model.statement import Quote
from onrecord.resolve.confidence import LEAST, Evidence, chance
from onrecord.resolve.people import who_is_who
from onrecord.resolve.voices import voices
from onrecord.text import lay_out
from training import gold

OUT = Path(__file__).parents[1] / "src/onrecord/resolve/data/voice_weights.json"
RAREST, RIDGE, STEPS, FOLDS = 8, 2.0, 30, 5


class Example(NamedTuple):
    """The signs of one voice, whether it is right, and the number of its story."""

    signs: dict[str, float]
    right: bool
    story: int


def main() -> None:
    """Write the weights."""
    rows = list(gold.rows(__doc__))
    tables = {}
    for name, alone in (("read", False), ("alone", True)):
        examples = [example for number, row in enumerate(rows) for example in _examples(row, number, alone=alone)]
        tables[name] = fit(examples)
        print(f"{name}: {len(examples)} voices, {sum(one.right for one in examples)} right; {folds(examples)}")
    OUT.write_text(json.dumps(tables, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _examples(row: dict[str, Any], number: int, *, alone: bool) -> Iterator[Example]:
    laid = lay_out(from_text(row["text"]))
    marks = Marks(reading=None if alone else reader.read(laid))
    for extract in parts.extractors().values():
        marks += extract(laid, marks)
    who = who_is_who(laid, marks)
    sources, said = voices(laid, marks, who)
    evidence = Evidence(laid, who.people, sources, marks.reading)
    known = meant(row, who.people)
    for quote in said:
        if isinstance(quote, Quote) and (quote.speaker or quote.source):
            yield Example(evidence.signs(quote), is_right(row, quote, known), number)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Fit a logistic regression with a ridge penalty by Newton's method; rare signs are left out."""
    counts = Counter(name for example in examples for name in example.signs)
    names = [name for name, count in counts.items() if count >= RAREST]
    seen = np.array([[example.signs.get(name, 0.0) for name in names] for example in examples])
    truth = np.array([example.right for example in examples], float)
    ridge = np.array([1e-6 if name == "bias" else RIDGE for name in names])
    found = np.zeros(len(names))
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-seen @ found))
        slope = seen.T @ (sure - truth) + ridge * found
        bend = (seen * (sure * (1 - sure))[:, None]).T @ seen + np.diag(ridge)
        found -= np.linalg.solve(bend, slope)
    return {name: round(float(value), 2) for name, value in zip(names, found, strict=True)}


def folds(examples: Sequence[Example]) -> str:
    """Say how well the confidence does on stories that it was not fitted on: by deciles, and at the threshold."""
    told = []
    for fold in range(FOLDS):
        table = fit([one for one in examples if one.story % FOLDS != fold])
        told += [(chance(one.signs, table), one.right) for one in examples if one.story % FOLDS == fold]
    kept = [is_right for sure, is_right in told if sure >= LEAST]
    error = float(np.mean([(sure - is_right) ** 2 for sure, is_right in told]))
    return f"Brier score {error:.3f}; of {len(kept)} that are kept, {100 * float(np.mean(kept)):.1f}% right"


if __name__ == "__main__":
    main()
