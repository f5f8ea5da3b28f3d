import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.bulk import slices

values = st.lists(st.integers(0, 2**64 - 1), max_size=30)


@given(values, st.integers(1, 9))
def test_every_value_is_in_one_slice_and_slices_are_in_order(some, parts):
    held = np.array([*some, 0, 2**64 - 1], np.uint64)
    taken = [slices.inside(held, part, parts) for part in range(parts)]
    assert (np.sum(taken, axis=0) == 1).all()
    assert slices.bounds(0, parts)[0] == 0
    assert slices.bounds(parts - 1, parts)[1] == 2**64
    for part, own in enumerate(taken):
        first, end = slices.bounds(part, parts)
        assert all(first <= value < end for value in held[own].tolist())


@given(values)
def test_several_are_those_that_come_again(some):
    assert slices.several(np.array(some, np.uint64)).tolist() == sorted({one for one in some if some.count(one) > 1})


@given(values)
def test_mixed_values_are_as_different_as_before(some):
    assert len(set(slices.mixed(np.array(some, np.uint64)).tolist())) == len(set(some))


def test_a_place_tells_shard_and_number():
    place = slices.place(2, 7)
    assert (slices.shard(place), slices.number(place)) == (2, 7)
    assert slices.key(["a", "b", "c"], place) == "c-000007"
    first, end = slices.span(2)
    assert slices.place(1, 2**32 - 1) < first < place < end <= slices.place(3, 0)


def test_rows_are_cut_into_as_many_slices_as_are_needed():
    assert [slices.parts(rows, 10) for rows in (0, 1, 10, 11)] == [1, 1, 1, 2]
