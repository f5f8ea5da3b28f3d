"""Gathers the training and development stories of all corpora into two files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.corpora.celebrity import celebrity
from training.corpora.gap import example, gap
from training.corpora.kinship import fewrel, knowledgenet, redocred
from training.corpora.meantime import meantime
from training.corpora.names import uner, worldwide
from training.corpora.polnear import polnear
from training.corpora.silver import with_people
from training.corpora.swaps import pronoun_swaps
from training.corpora.treebanks import treebank
from training.example import Example
from training.keep import keep

FOLD = 5
"""One in five stories of a corpus that comes without a development part is held out."""


def prepare(data: Path, gold: Path, work: Path, *, say: Callable[[str], None] = print) -> None:
    """Write ``train.jsonl.gz`` and ``dev.jsonl.gz`` into ``work``."""
    work.mkdir(parents=True, exist_ok=True)
    folded = [*_folded(data)]
    names = [*worldwide(data / "worldwide-train.tar.gz")]
    records = [*celebrity(gold / "celebrity-train.jsonl")]
    passages = [*map(example, gap(data / "gap-validation.tsv.gz"))]
    reports = [*polnear(data / "polnear-train.jsonl")]
    train = [
        *reports,
        *treebank(data / "gum-train.conllu.gz", shippable_only=True),
        *uner(data / "uner-ewt-train.iob2.gz", data / "ewt-train.conllu.gz"),
        *names,
        *records,
        *(story for story in folded if not held_out(story.id)),
        *fewrel(data / "fewrel-wiki-kin.jsonl.gz"),
        *fewrel(data / "fewrel-nyt-kin.jsonl.gz"),
        *(passage for passage in passages if not held_out(passage.id)),
    ]
    named = [*records, *names, *(story for story in train if story.corpus == "redocred")]
    swapped = [*pronoun_swaps([*named, *with_people(data / "polnear-train.jsonl")], seed=3)]
    dev = [
        *polnear(data / "polnear-dev.jsonl"),
        *treebank(data / "gum-dev.conllu.gz", shippable_only=False),
        *uner(data / "uner-ewt-dev.iob2.gz", data / "ewt-dev.conllu.gz"),
        *worldwide(data / "worldwide-dev.tar.gz"),
        *celebrity(gold / "celebrity-dev.jsonl"),
        *(replace(passage, corpus="gap-validation") for passage in passages if held_out(passage.id)),
        *(replace(example(row), corpus="gap") for row in gap(data / "gap-development.tsv.gz")),
        *(story for story in folded if held_out(story.id)),
    ]
    for name, stories in (("train", [*train, *swapped]), ("dev", dev)):
        keep(work / f"{name}.jsonl.gz", stories)
        say(f"{name}: {_counted(stories)}")


def _folded(data: Path) -> Iterator[Example]:
    yield from meantime(data / "meantime-en.tar.gz")
    yield from redocred(data / "redocred-dev.json.gz")
    yield from knowledgenet(data / "knowledgenet-kin.jsonl.gz")


def held_out(name: str) -> bool:
    """Tell whether a story of a corpus without a development part is held out of training."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLD == 0


def _counted(stories: Iterable[Example]) -> str:
    counts: dict[str, list[int]] = {}
    for story in stories:
        count = counts.setdefault(story.corpus, [0, 0])
        count[0] += 1
        count[1] += len(story.words)
    return ", ".join(f"{corpus} {stories} stories {words} words" for corpus, (stories, words) in counts.items())
