"""Learns how much each sign speaks for a person's name, from stories whose people are known.

usage: python -m training.fit_name_weights --gold FOLDER

FOLDER holds celebrity-train.jsonl, one story a line with its `text` and its `people` with their `aliases`. The weights
are those of a logistic regression; they are written where the package reads them.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from onrecord.annotate.capitals import Run, runs, sentence_lines
from onrecord.annotate.name_evidence import features
from onrecord.annotate.name_kinds import name_ends, parts_of, titled_runs
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out
from training import gold

OUT = Path(__file__).parents[1] / "src/onrecord/annotate/data/name_weights.json"
RAREST, RIDGE, STEPS = 4, 1.0, 30
# A person too many costs more than one too few: everything about them would be false.
MARGIN = 0.3


class Example(NamedTuple):
    """One name of a story: what is known of it, whether it is a person's, how often it stands there."""

    told: dict[str, float]
    person: bool
    times: int


def main() -> None:
    """Write the weights."""
    examples = [example for row in gold.rows(__doc__) for example in _examples(row)]
    weights = _fit(examples)
    OUT.write_text(json.dumps(dict(sorted(weights.items())), indent=0) + "\n", encoding="utf-8")
    print(
        f"{OUT}: {len(weights)} weights from {len(examples)} names, {sum(e.person for e in examples)} of them people's"
    )


def _examples(row: dict[str, Any]) -> Iterator[Example]:
    text = row["text"]
    end = text.find("\n")
    headline = Span.of(text, 0, end) if end > 0 else None
    document = lay_out(Story(id=identity(text), text=text, headline=headline))
    spans = [
        match.span()
        for person in row["people"]
        for alias in person["aliases"]
        for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text)
    ]
    lines = list(sentence_lines(document))
    low = Counter(word.text for word in document.words if word.text.islower())
    body: dict[str, list[Run]] = defaultdict(list)
    for run in runs(document, lines):
        body[run.key].append(run)
    parts: Counter[str] = Counter()
    people = set()
    for example, key in _of(document, body, spans, low, parts):
        if example.person:
            people.add(key)
        yield example
    known = people | parts_of(people)
    heads: dict[str, list[Run]] = defaultdict(list)
    for line in lines:
        for run, is_known in titled_runs(document, line, known, low) if line.titled else ():
            if not is_known and run.key not in body:
                heads[run.key].append(run)
    yield from (example for example, _ in _of(document, heads, spans, low, parts))


def _of(
    document: Document,
    found: dict[str, list[Run]],
    spans: list[tuple[int, int]],
    low: Counter[str],
    parts: Counter[str],
) -> Iterator[tuple[Example, str]]:
    whole = Counter({key: len(of) for key, of in found.items()})
    for key in sorted(found, key=lambda key: -len(key.split())):
        told = features(document, key, found[key], whole, parts, low)
        hits = sum(_touches(document, run, spans) for run in found[key])
        person = 2 * hits > len(found[key])
        yield Example(told, person, len(found[key])), key
        if person:
            parts.update(name_ends({key}))


def _touches(document: Document, run: Run, spans: list[tuple[int, int]]) -> bool:
    start, end = document.words[run.first].start, document.words[run.last - 1].end
    return any(start < last and first < end for first, last in spans)


def _fit(examples: list[Example]) -> dict[str, float]:
    """Fit a logistic regression with a ridge penalty by Newton's method."""
    counts = Counter(name for example in examples for name in example.told)
    names = [name for name, count in counts.items() if count >= RAREST]
    at = {name: index for index, name in enumerate(names)}
    signs = np.zeros((len(examples), len(names) + 1))
    signs[:, -1] = 1
    for row, example in enumerate(examples):
        for name, value in example.told.items():
            if name in at:
                signs[row, at[name]] = value
    truth = np.array([example.person for example in examples], float)
    weight = np.array([min(3.0, 0.7 + 0.3 * example.times) for example in examples])
    ridge = np.append(np.full(len(names), RIDGE), 1e-6)
    found = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-signs @ found))
        slope = signs.T @ (weight * (chance - truth)) + ridge * found
        bend = (signs * (weight * chance * (1 - chance))[:, None]).T @ signs + np.diag(ridge)
        found -= np.linalg.solve(bend, slope)
    weights = {name: round(float(found[index]), 2) for name, index in at.items() if abs(found[index]) >= 0.05}
    return {**weights, "bias": round(float(found[-1]) - MARGIN, 2)}


if __name__ == "__main__":
    main()
