"""The whole way from the corpora to the reader's file and its card; what is done already is not done again."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.batches import Read, cut_up
from training.card import card
from training.example import Example
from training.export import by_onnx, export, quantise
from training.fit import fit
from training.keep import kept
from training.measure import by_torch, measure
from training.model import Reader
from training.plan import STAGES, Plan
from training.prepare import prepare
from training.shape import Shape
from training.start import begin_from


def recipe(
    shared: Path,
    work: Path,
    *,
    tokenizer: Path,
    weights: Path | None,
    shape: Shape = Shape(),  # noqa: B008 - frozen
    stages: Sequence[Plan] = STAGES,
    every: int = 1,
    stop_after_s: float | None = None,
    say: Callable[[str], None] = print,
) -> bool:
    """Do every step that is not done yet; False when ``stop_after_s`` ended training before its last step.

    ``weights`` are those of the encoder to begin from, None to begin from nothing; ``every`` 100 reads one
    story in a hundred, for a trial.
    """
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "dev.jsonl.gz").exists():
        prepare(shared / "data", shared / "gold", work, say=say)
    words = _tokenizer(tokenizer)
    if not (work / "relations.json").exists():
        relations = relations_of(islice(kept(work / "train.jsonl.gz"), 0, None, every), shape.relations)
        (work / "relations.json").write_text(json.dumps(relations), encoding="utf-8")
    names = json.loads((work / "relations.json").read_text(encoding="utf-8"))
    shape = replace(shape, relations=len(names))
    if not (work / "model.pt").exists():
        reads = cut_up(words, islice(kept(work / "train.jsonl.gz"), 0, None, every))
        torch.manual_seed(stages[0].seed)
        model = Reader(shape)
        if weights is not None:
            begin_from(model, weights)
        places = {name: place for place, name in enumerate(names)}
        if not _train(model, reads, places, stages, work, stop_after_s, say):
            return False
    _finish(work, words, names, shape, stages, every)
    return True


def _train(
    model: Reader,
    reads: Sequence[Read],
    relations: dict[str, int],
    stages: Sequence[Plan],
    work: Path,
    stop_after_s: float | None,
    say: Callable[[str], None],
) -> bool:
    """Go through the stages and write ``model.pt``; the time given is for all of them together."""
    started = time.monotonic()
    workers = max(0, (os.cpu_count() or 1) - 4)
    for number, plan in enumerate(stages, 1):
        ended = work / f"stage-{number}.pt"
        if ended.exists():
            model.load_state_dict(torch.load(ended, map_location="cpu", weights_only=True))
            continue
        say(f"stage {number} of {len(stages)}")
        left = None if stop_after_s is None else stop_after_s - (time.monotonic() - started)
        workers = max(0, (os.cpu_count() or 1) - 4)
        if not fit(
            model,
            reads,
            relations,
            plan,
            state=work / f"state-{number}.pt",
            workers=workers,
            stop_after_s=left,
            say=say,
        ):
            return False
        torch.save(model.state_dict(), ended)
    torch.save(model.state_dict(), work / "model.pt")
    return True


def relations_of(examples: Iterable[Example], most: int) -> tuple[str, ...]:
    """Return the dependency relations of the training treebanks, the most frequent first."""
    counts = Counter(name for example in examples for name in example.relations or ())
    return tuple(name for name, _ in counts.most_common(most))


def _tokenizer(path: Path) -> Tokenizer:
    """Load the tokenizer without the cutting and padding that its package asks for."""
    loaded = Tokenizer.from_file(str(path))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def _finish(
    work: Path, tokenizer: Tokenizer, relations: Sequence[str], shape: Shape, stages: Sequence[Plan], every: int
) -> None:
    """Measure, export, quantise, measure the exported files, and write the card."""
    model = Reader(shape)
    model.load_state_dict(torch.load(work / "model.pt", map_location="cpu", weights_only=True))
    export(model, relations, work / "reader-32.onnx")
    quantise(work / "reader-32.onnx", work / "reader.onnx")
    dev = cut_up(tokenizer, islice(kept(work / "dev.jsonl.gz"), 0, None, every))
    figures = {
        "PyTorch, 32 bits": measure(dev, by_torch(model), relations),
        "ONNX, 32 bits": measure(dev, by_onnx(work / "reader-32.onnx"), relations),
        "ONNX, 8 bits": measure(dev, by_onnx(work / "reader.onnx"), relations),
    }
    (work / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    (work / "MODEL-CARD.md").write_text(card(figures, stages, shape), encoding="utf-8")
