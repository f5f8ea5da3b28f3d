"""Every word of a story is read, and answered for once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader.windows import Window, windows


def test_a_short_story_is_one_window():
    assert windows([1, 2, 1]) == [Window(0, 3, 0, 3)]


def test_no_words_no_windows():
    assert windows([]) == []


def test_a_window_is_full_at_its_size_and_the_next_begins_with_what_both_share():
    assert windows([1] * 10, size=10, overlap=4) == [Window(0, 10, 0, 10)]
    assert windows([1] * 11, size=10, overlap=4) == [Window(0, 10, 0, 8), Window(6, 11, 8, 11)]


@given(st.lists(st.integers(1, 9), max_size=80), st.integers(0, 12))
def test_each_word_is_owned_by_one_window_that_holds_it(pieces: list[int], overlap: int):
    found = windows(pieces, size=20, overlap=overlap)
    assert [word for window in found for word in range(window.own_start, window.own_end)] == list(range(len(pieces)))
    for window in found:
        assert window.start <= window.own_start <= window.own_end <= window.end
        assert sum(pieces[window.start : window.end]) <= 20
    assert all(here.start < after.start for here, after in pairwise(found))
