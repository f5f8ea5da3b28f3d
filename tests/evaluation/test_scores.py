"""Figures read off what the shared scripts print."""

from __future__ import annotations

from evaluation.scores import part_figures


def test_f1_of_each_line_and_shares_where_there_is_none():
    assert part_figures("exact     P  62.4  R  84.6  F1  71.8  gold 12\nvalue     P   6.4  R  84.6  F1   7.1  gold 1\n") == {
        "exact": 71.8, "value": 7.1,
    }  # fmt: skip
    assert part_figures("ages found 51.7 of 377; given to the right name 97.4 of 190\n") == {
        "ages found": 51.7, "given to the right name": 97.4,
    }  # fmt: skip
