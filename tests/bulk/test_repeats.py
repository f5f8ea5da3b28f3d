import numpy as np
import pytest

from onrecord.bulk.repeats import repeats
from onrecord.bulk.signatures import PERMUTATIONS, signature
from tests.bulk.conftest import MARLOW, OTHER, QUARRY


def of(*texts: str) -> list[int]:
    return repeats(np.array([np.frombuffer(signature(text), "<u4") for text in texts])).tolist()


def words(start: int, end: int) -> str:
    return " ".join(f"word{number}" for number in range(start, end))


def test_the_first_is_kept_and_what_repeats_it_points_to_it():
    assert of(MARLOW, QUARRY, MARLOW, OTHER, MARLOW.upper()) == [0, 1, 0, 3, 0]


def test_stories_of_their_own_are_kept():
    assert of(MARLOW, QUARRY, OTHER) == [0, 1, 2]


@pytest.mark.parametrize(("changed", "is_repeat"), [(10, True), (100, False), (200, False)])
def test_a_few_words_more_make_a_repeat_and_half_as_many_do_not(changed, is_repeat):
    assert (of(words(0, 200), words(0, 200 + changed))[1] == 0) is is_repeat


def test_a_chain_of_small_changes_is_cut_where_the_first_is_no_longer_repeated():
    first = of(*(words(step, 200 + step) for step in range(0, 200, 15)))
    assert first[1] == 0
    assert first[-1] != 0
    assert all(first[one] == one for one in set(first))


def test_no_story_and_one_story():
    assert repeats(np.empty((0, PERMUTATIONS), np.uint32)).tolist() == []
    assert of(MARLOW) == [0]


def test_texts_too_short_for_a_run_of_words_are_alike_only_when_they_are_the_same():
    assert of("One two", "One two", "One three", "") == [0, 0, 2, 3]


def test_signatures_are_the_same_on_every_machine():
    assert len(signature(MARLOW)) == 4 * PERMUTATIONS
    assert signature("One two three four five six")[:8].hex() == SIGNED


SIGNED = "cb908077ffa8cf29"
