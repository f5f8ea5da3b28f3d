"""The whole recipe on two invented stories: training that is stopped and goes on, files, figures, card."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
tokenizers = pytest.importorskip("tokenizers")
pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("safetensors")

from onrecord.reader.session import Reader
from training.example import Attribution, Example, Mention
from training.keep import keep
from training.plan import Plan
from training.recipe import recipe, relations_of
from training.shape import TINY

STAGES = (
    Plan(passes=1.5, planned=3, pieces_a_batch=30, repeats={"polnear": 4}),
    Plan(passes=2, pieces_a_batch=30, heads_rate=8e-4, seed=11, masked=0.1, recased=0.3),
)
REPORT = Example(
    id="a",
    corpus="polnear",
    words=tuple("Mara Quill said it rained .".split()),
    stretches={"person": ((0, 2),), "time": ()},
    attributions=(Attribution(((0, 2),), ((2, 3),), ((3, 5),)),),
)
TREE = Example(
    id="b",
    corpus="gum",
    words=tuple("Tobias wept . He left .".split()),
    sentences=(0, 3),
    upos=tuple("PROPN VERB PUNCT PRON VERB PUNCT".split()),
    heads=(1, 1, 1, 4, 4, 4),
    relations=tuple("nsubj root punct nsubj root punct".split()),
    mentions=(Mention(0, 1, 0, "name", "t"), Mention(3, 4, 3, "pronoun", "t")),
    forms=frozenset(("name", "noun", "pronoun")),
)


@pytest.fixture
def run(tmp_path):
    """Run the recipe in a folder of its own, from stories that lie prepared there."""
    known = "[PAD] [UNK] [CLS] [SEP] mara quill said it rained tobias wept he left .".split()
    made = tokenizers.Tokenizer(tokenizers.models.WordPiece({word: place for place, word in enumerate(known)}))
    made.normalizer = tokenizers.normalizers.Lowercase()
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    made.model.unk_token = "[UNK]"
    made.save(str(tmp_path / "tokenizer.json"))

    def run(name, stop_after_s=None):
        work = tmp_path / name
        if not work.exists():
            work.mkdir()
            keep(work / "train.jsonl.gz", [REPORT, REPORT, TREE, TREE])
            keep(work / "dev.jsonl.gz", [REPORT, REPORT, TREE])
        done = recipe(
            tmp_path / "nowhere",
            work,
            tokenizer=tmp_path / "tokenizer.json",
            weights=None,
            shape=replace(TINY, pieces=2000),
            stages=STAGES,
            every=2,
            stop_after_s=stop_after_s,
            say=lambda _: None,
        )
        return work, done

    return run


def test_the_recipe_makes_a_reader_its_figures_and_its_card(run):
    work, done = run("whole")
    assert done
    figures = json.loads((work / "figures.json").read_text())
    assert list(figures) == ["PyTorch, 32 bits", "ONNX, 32 bits", "ONNX, 8 bits"]
    assert figures["ONNX, 32 bits"] == figures["PyTorch, 32 bits"]
    assert {"polnear/source exact", "gum/LAS", "gum/antecedent of a pronoun"} <= set(figures["ONNX, 8 bits"])
    card = (work / "MODEL-CARD.md").read_text(encoding="utf-8")
    assert "| polnear/source exact |" in card
    assert "1.5 passes of 3 planned" in card
    assert "Time ended stage 1 before its rate had fallen to zero." in card
    assert "Time ended stage 2" not in card
    reader = Reader(work / "reader.onnx", (work.parent / "tokenizer.json").read_text())
    assert json.loads((work / "relations.json").read_text()) == ["nsubj", "root", "punct"]
    assert len(reader.read(REPORT.words, [0]).upos) == 6


def test_a_run_that_is_stopped_again_and_again_ends_with_the_same_weights(run):
    whole, _ = run("whole")
    stops = 0
    while not run("parts", stop_after_s=0)[1]:
        stops += 1
    parts = whole.parent / "parts"
    assert stops > 3
    ours, theirs = (torch.load(work / "model.pt", weights_only=True) for work in (whole, parts))
    assert all(torch.equal(value, theirs[name]) for name, value in ours.items())


def test_a_second_run_does_nothing_again(run):
    work, _ = run("whole")
    before = (work / "model.pt").stat().st_mtime_ns
    run("whole")
    assert (work / "model.pt").stat().st_mtime_ns == before


def test_relations_come_most_frequent_first():
    rare = replace(TREE, relations=("nsubj", "root", "punct", "nsubj", "root:x", "nsubj"))
    assert relations_of([rare, REPORT], 2) == ("nsubj", "root")
