"""The gold pairs are well formed, and the figures are counted right."""

from __future__ import annotations

import msgspec
import pytest

from evaluation import people
from evaluation.people import GOLD, Pair

PAIRS = [msgspec.json.decode(line, type=Pair) for line in GOLD.read_bytes().splitlines()]


def test_there_are_enough_pairs_of_two_stories_each_once():
    assert len(PAIRS) >= 150
    assert len({frozenset((pair.one, pair.other)) for pair in PAIRS}) == len(PAIRS)
    assert all(pair.one[0] != pair.other[0] for pair in PAIRS)


@pytest.mark.parametrize(
    ("joined", "precision", "recall"), [((True, True), 50, 100), ((True, False), 100, 100), ((False, False), 0, 0)]
)
def test_precision_is_of_what_was_joined_and_recall_of_what_is_one(joined, precision, recall):
    pairs = [Pair(("a", "x"), ("b", "x"), True), Pair(("a", "x"), ("c", "x"), False)]
    assert people.figures(dict(zip(pairs, joined, strict=True))) == {"precision": precision, "recall": recall}
