import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.bulk.unions import firsts, neighbours

pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@given(pairs)
def test_each_hangs_together_with_the_first_that_a_walk_finds(found):
    ones, others = np.array(found, np.int64).reshape(-1, 2).T
    wanted = list(range(10))
    for _ in wanted:
        for one, other in found:
            wanted[one] = wanted[other] = min(wanted[one], wanted[other])
    assert firsts(ones, others, 10).tolist() == wanted


def test_nothing_hangs_together_with_nothing():
    none = np.empty(0, np.int64)
    assert firsts(none, none, 0).tolist() == []
    assert firsts(none, none, 2).tolist() == [0, 1]
    assert [some.tolist() for some in neighbours(np.empty(0, np.uint64))] == [[], []]


def test_neighbours_are_paired_with_the_first_of_their_value():
    heads, others = neighbours(np.array([7, 3, 7, 5, 3, 7], np.uint64))
    assert sorted(zip(heads.tolist(), others.tolist(), strict=True)) == [(0, 2), (0, 5), (1, 4)]
