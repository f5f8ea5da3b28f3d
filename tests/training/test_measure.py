"""Scores that are written out here, against a story whose answers are known."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("torch")
pytest.importorskip("tokenizers")

from training.batches import Read
from training.example import Example, Kin, Mention, Quote
from training.measure import Tally, measure
from training.shape import CLAUSES, RELATED, TAGGED, UPOS

WORDS = tuple("Ada met Tom . She left .".split())
EXAMPLE = Example(
    id="a",
    corpus="made",
    words=WORDS,
    sentences=(0, 4),
    upos=tuple("PROPN VERB PROPN PUNCT PRON VERB PUNCT".split()),
    heads=(1, 1, 1, 1, 5, 5, 5),
    relations=tuple("nsubj root obj punct nsubj root punct".split()),
    stretches={"person": ((0, 1), (2, 3))},
    mentions=(Mention(0, 1, 0, "name", "a"), Mention(2, 3, 2, "name", "t"), Mention(4, 5, 4, "pronoun", "a")),
    forms=frozenset(("name", "pronoun")),
    kin=(Kin("a", "t", "sibling"),),
    factuality={1: "stated", 5: "denied"},
    quotes=(Quote(3, 6, ("a",)),),
)
RELATIONS = ("root", "nsubj", "obj", "punct")
READ = Read(EXAMPLE, [[1000]] * 7, [0] * 7)


def answer(pieces, cases, quotes):
    """Answer all rightly but Tom's part of speech, head and being a person, and who is denied to have left."""
    tags = np.full((7, len(TAGGED), 3), -9.0, np.float32)
    tags[:, :, 0] = -0.1
    tags[0, TAGGED.index("person")] = (-9, -0.1, -9)
    forms = np.zeros((7, 3), np.float32)
    forms[[0, 2], 0] = 0.9
    forms[4, 2] = 0.9
    clause = np.zeros((7, len(CLAUSES)), np.float32)
    clause[:, CLAUSES.index("stated")] = 1
    kin = np.zeros((3, 3, len(RELATED)), np.float32)
    kin[0, 1, RELATED.index("sibling")] = 4
    return {
        "upos": np.array([UPOS.index(tag) for tag in "PROPN VERB NOUN PUNCT PRON VERB PUNCT".split()]),
        "start": np.array([1, -1, -1, -1, 1, -1, -1], np.float32),
        "tags": tags,
        "forms": forms,
        "clause": clause,
        "head": np.array([1, 1, 0, 1, 5, 5, 5]),
        "relation": np.array([1, 0, 2, 3, 1, 0, 2]),
        "mention_at": np.array([0, 2, 4]),
        "antecedent": np.array([[0, 0, 0], [-5, 0, 0], [3, 1, 0]], np.float32),
        "kin": kin,
        "cue_at": np.zeros(0, np.int64),
        "report": np.zeros((0, 7, 2, 3), np.float32),
        "voice": np.array([[0, 0, 5, 0, 0, 0, 0]], np.float32),
        "nobody": np.array([1], np.float32),
    }


def test_every_figure_is_counted_by_hand():
    figures = measure([READ], answer, RELATIONS)
    assert figures == {
        "made/upos": 85.7,
        "made/sentence starts": 100.0,
        "made/UAS": 85.7,
        "made/LAS": 71.4,
        "made/clause": 50.0,
        "made/person": 66.7,
        "made/name heads": 100.0,
        "made/pronoun heads": 100.0,
        "made/antecedent of a pronoun": 100.0,
        "made/kin": 100.0,
        "made/voice": 0.0,
    }


def test_nothing_right_is_zero_and_f1_weighs_both_mistakes():
    tally = Tally()
    tally.sets("none", {1}, {2})
    tally.sets("half", {1, 2, 3}, {3})
    assert tally.f1() == {"none": 0.0, "half": 50.0}
