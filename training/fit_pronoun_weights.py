"""Learns how much each sign speaks for a pronoun meaning somebody, from texts in which that is known.

usage: python -m training.fit_pronoun_weights --data FOLDER

FOLDER holds gum-train.conllu.gz, gum-dev.conllu.gz and gap-validation.tsv.gz. What the signs of the text weigh is
learnt from all three; how much the trained reader's chances weigh beside them only from what the reader was not
trained on. The weights are those of a softmax over the people of a text and nobody; they are written where the package
reads them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from onrecord import parts, reader
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention
from onrecord.model.story import Story, identity
from onrecord.resolve.people import who_is_who
from onrecord.resolve.ranking import foreseen
from onrecord.resolve.reference import References
from onrecord.text import lay_out
from training.corpora.gap import GapRow, gap
from training.corpora.treebanks import treebank
from training.example import Mention as Marked
from training.prepare import held_out

OUT = Path(__file__).parents[1] / "src/onrecord/resolve/data/pronoun_weights.json"
RAREST, RIDGE, STEPS, RATE = 8, 2.0, 3000, 0.5
NO_SPACE_BEFORE = frozenset(".,;:!?)]}%'’”")
NO_SPACE_BEHIND = frozenset("([{$‘“")

Place = tuple[int, int]


class Known(NamedTuple):
    """A text and, by the span of a pronoun, the spans of names that it means and of names that it does not mean.

    ``closed`` tells that all people of the text are known, so that a pronoun that means none of the names means nobody.
    """

    text: str
    means: dict[Place, list[Place]]
    others: dict[Place, list[Place]]
    closed: bool
    fresh: bool


class Choice(NamedTuple):
    """The people that a pronoun may mean, with their signs and the reader's chance; ``right`` is None for nobody."""

    signs: list[dict[str, float]]
    chances: list[float]
    right: int | None
    fresh: bool


def main() -> None:
    """Write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds the corpora")
    data = parser.parse_args().data
    if not (data / "gap-validation.tsv.gz").is_file():
        sys.exit(f"{data}: no gap-validation.tsv.gz there; --data must name the folder of the corpora")
    choices = [choice for known in _texts(data) for choice in _choices(known)]
    weights = fit(choices)
    OUT.write_text(json.dumps(dict(sorted(weights.items())), indent=0) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(weights)} weights from {len(choices)} pronouns, {sum(c.fresh for c in choices)} of them fresh")


def _texts(data: Path) -> Iterator[Known]:
    for name in ("gum-train", "gum-dev"):
        for example in treebank(data / f"{name}.conllu.gz", shippable_only=True):
            yield _treebank(example.words, example.mentions or (), fresh=name == "gum-dev")
    yield from map(_passage, gap(data / "gap-validation.tsv.gz"))


def _treebank(words: Sequence[str], mentions: Sequence[Marked], *, fresh: bool) -> Known:
    """Write a text out, and tell whom its pronouns mean."""
    text, places = "", []
    for word in words:
        glued = word[0] in NO_SPACE_BEFORE or word == "n't" or text[-1:] in NO_SPACE_BEHIND
        text += "" if glued or not text else " "
        places.append((len(text), len(text) + len(word)))
        text += word
    names: dict[str, list[Place]] = {}
    for mention in mentions:
        if mention.form == "name":
            names.setdefault(mention.entity, []).append(places[mention.head])
    means = {
        places[mention.start]: names.get(mention.entity, [])
        for mention in mentions
        if mention.form == "pronoun" and mention.end == mention.start + 1
    }
    return Known(text, means, {}, True, fresh)


def _passage(row: GapRow) -> Known:
    place = (row.pronoun_offset, row.pronoun_offset + len(row.pronoun))
    told = [
        (is_meant, (start, start + len(name)))
        for is_meant, start, name in (
            (row.is_first, row.first_offset, row.first),
            (row.is_second, row.second_offset, row.second),
        )
    ]
    means = {place: [span for is_meant, span in told if is_meant]}
    others = {place: [span for is_meant, span in told if not is_meant]}
    return Known(row.text, means, others, False, held_out(row.id))


class _Watched(References):
    """Walks through a text and keeps what it weighed."""

    kept: dict[Place, dict[str, tuple[dict[str, float], float]]]

    def weighable(self, mention: Mention, sentence: int, barred: Set[str]) -> dict[str, tuple[dict[str, float], float]]:
        known = super().weighable(mention, sentence, barred)
        self.kept[mention.span.start, mention.span.end] = known
        return known


def _choices(known: Known) -> Iterator[Choice]:
    document = lay_out(Story(id=identity(known.text), text=known.text))
    kept, owner = _weighed(document)
    for place, weighed in kept.items():
        if place not in known.means:
            continue
        right = _bearers(owner, known.means[place])
        wrong = _bearers(owner, known.others.get(place, [])) - right
        if known.means[place] and not right:
            continue
        people = list(weighed) if known.closed or right else [person for person in weighed if person in wrong]
        found = next((at for at, person in enumerate(people) if person in right), None)
        if people and (found is not None or known.closed or wrong):
            yield Choice([weighed[p][0] for p in people], [weighed[p][1] for p in people], found, known.fresh)


def _weighed(document: Document) -> tuple[dict[Place, dict[str, tuple[dict[str, float], float]]], dict[Place, str]]:
    """Return what was weighed for each pronoun, and the person of each name."""
    marks = Marks(reading=reader.read(document))
    for extract in parts.extractors().values():
        marks += extract(document, marks)
    watched: list[_Watched] = []

    def walk(*args: Any) -> _Watched:
        walker = _Watched(*args)
        walker.kept = {}
        watched.append(walker)
        return walker

    who_is_who(document, marks, walk=walk)
    names = {mention.span for mention in marks.of(Mention) if mention.form == "name"}
    owner = {(span.start, span.end): people[0] for span, people in watched[0].ids.items() if people and span in names}
    return watched[0].kept, owner


def _bearers(owner: dict[Place, str], spans: Iterable[Place]) -> set[str]:
    """Return the person whom most of these names were given to."""
    counts = Counter(
        person for start, end in spans for (first, last), person in owner.items() if first < end and start < last
    )
    return {person for person, _ in counts.most_common(1)}


def fit(choices: list[Choice]) -> dict[str, float]:
    """Fit the signs of the text on all choices, then the reader's chance beside their sum on those that are fresh."""
    counts = Counter(name for choice in choices for signs in choice.signs for name in signs)
    names = [name for name, count in counts.items() if count >= RAREST]
    at = {name: index for index, name in enumerate(names)}
    rows = [_row(signs, at) for choice in choices for signs in choice.signs]
    weights = _softmax(np.array(rows), choices)
    base = {name: float(weights[index]) for name, index in at.items()}
    base["bias"] = float(weights[-1])
    fresh = [choice for choice in choices if choice.fresh]
    beside = [
        [
            sum(base.get(name, 0.0) * value for name, value in signs.items()) + base["bias"],
            *foreseen(chance).values(),
            1.0,
        ]
        for choice in fresh
        for signs, chance in zip(choice.signs, choice.chances, strict=True)
    ]
    scale, *more = _softmax(np.array(beside), fresh)
    told = dict(zip((*foreseen(0.5), "reader bias"), map(float, more), strict=True))
    out = {**base, "base": float(scale), **told}
    return {name: round(value, 3) for name, value in out.items() if abs(value) >= 0.01}


def _row(signs: dict[str, float], at: dict[str, int]) -> np.ndarray:
    row = np.zeros(len(at) + 1)
    row[-1] = 1.0
    for name, value in signs.items():
        if name in at:
            row[at[name]] = value
    return row


def _softmax(rows: np.ndarray, choices: list[Choice]) -> np.ndarray:
    """Fit a softmax over the people of each choice and nobody, whose score is 0, with a ridge penalty."""
    group = np.repeat(np.arange(len(choices)), [len(choice.signs) for choice in choices])
    firsts = np.cumsum([0, *[len(choice.signs) for choice in choices][:-1]])
    truth = np.zeros(len(rows))
    for first, choice in zip(firsts, choices, strict=True):
        if choice.right is not None:
            truth[first + choice.right] = 1.0
    found, speed = np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    for _ in range(STEPS):
        powers = np.exp(np.clip(rows @ found, -30, 30))
        share = powers / (1.0 + np.bincount(group, powers, len(choices)))[group]
        slope = (rows.T @ (share - truth) + RIDGE * found) / len(choices)
        speed = 0.9 * speed - RATE * slope
        found = found + speed
    return found


if __name__ == "__main__":
    main()
