"""Rows of scores become stretches and reports."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader.decoding import best_tags, chances_of_antecedents, stretches
from onrecord.reader.scores import Row

OUT, FIRST, MORE = np.log(np.eye(3, dtype=np.float32) * 0.9 + 0.03)


@pytest.mark.parametrize(
    ("scores", "tags"),
    [
        ([OUT, FIRST, MORE, OUT], [0, 1, 2, 0]),
        ([FIRST, FIRST, MORE], [1, 1, 2]),
        # An I that nothing opens cannot be: the first word opens a stretch, or the second is no part of one.
        (np.log([[0.6, 0.3, 0.1], [0.1, 0.2, 0.7]]), [1, 2]),
        (np.log([[0.7, 0.1, 0.2], [0.2, 0.1, 0.7]]), [0, 0]),
    ],
)
def test_no_inside_without_a_beginning(scores: list[np.ndarray], tags: list[int]):
    assert best_tags(np.stack(scores)).tolist() == tags


def test_several_rows_at_once_give_what_each_gives_alone():
    rows = np.stack([np.stack([OUT, FIRST, MORE]), np.stack([OUT, MORE, MORE]), np.stack([FIRST, OUT, OUT])])
    assert best_tags(rows).tolist() == [best_tags(row).tolist() for row in rows]


def test_no_words_no_tags():
    assert best_tags(np.zeros((0, 3), np.float32)).tolist() == []


def test_stretches_are_half_open_and_may_touch():
    assert stretches(np.array([1, 2, 1, 0, 1])) == [(0, 2), (2, 3), (4, 5)]


def test_chances_leave_room_for_none():
    row = Row(5, np.array([1, 3]), np.array([0.0, 0.0], np.float32))
    assert chances_of_antecedents(row).tolist() == pytest.approx([1 / 3, 1 / 3])
    assert chances_of_antecedents(Row(5, np.array([], np.int64), np.array([], np.float32))).tolist() == []
