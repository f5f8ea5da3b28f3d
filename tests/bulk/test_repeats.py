import pytest

from onrecord.bulk import repeats, slices, tables
from onrecord.bulk.folder import Folder
from onrecord.bulk.signatures import PERMUTATIONS, signature
from onrecord.bulk.writing import writer
from tests.bulk.conftest import MARLOW, OTHER, QUARRY


@pytest.fixture(params=[(1, 1), (1, 3), (3, 1), (2, 5)], ids=lambda cut: f"{cut[0]} shards, {cut[1]} slices")
def of(request, tmp_path):
    """Return what says for each text which one it repeats, itself where none, however the work is cut."""
    shards, parts = request.param

    def found(*texts: str) -> list[int]:
        output, names = Folder(str(tmp_path)), [f"s{number}" for number in range(shards)]
        size = -(-len(texts) // shards)
        for number, name in enumerate(names):
            some = texts[number * size : (number + 1) * size]
            rows = [{"story": tables.key(name, at + 1), "signature": signature(text)} for at, text in enumerate(some)]
            with writer(output, {"signatures": output.table("signatures", name)}) as out:
                out.add({"signatures": rows})
        alike = [
            [
                (row["later"], row["earlier"])
                for rows in repeats.compare(output, output, names, part, parts)
                for row in rows
            ]
            for part in range(parts)
        ]
        first = list(range(len(texts)))
        for later, earlier in repeats.firsts(alike):
            one, other = (slices.shard(at) * size + slices.number(at) - 1 for at in (later, earlier))
            first[one] = other
        return first

    return found


def words(start: int, end: int) -> str:
    return " ".join(f"word{number}" for number in range(start, end))


def test_the_first_is_kept_and_what_repeats_it_points_to_it(of):
    assert of(MARLOW, QUARRY, MARLOW, OTHER, MARLOW.upper()) == [0, 1, 0, 3, 0]


def test_stories_of_their_own_are_kept(of):
    assert of(MARLOW, QUARRY, OTHER) == [0, 1, 2]


@pytest.mark.parametrize(("changed", "is_repeat"), [(10, True), (100, False), (200, False)])
def test_a_few_words_more_make_a_repeat_and_half_as_many_do_not(of, changed, is_repeat):
    assert (of(words(0, 200), words(0, 200 + changed))[1] == 0) is is_repeat


def test_a_chain_of_small_changes_is_cut_where_the_first_is_no_longer_repeated(of):
    first = of(*(words(step, 200 + step) for step in range(0, 200, 15)))
    assert first[1] == 0
    assert first[-1] != 0
    assert all(first[one] == one for one in set(first))


def test_what_repeats_a_later_version_alone_is_read_once(of):
    first, second, third = (words(start, 200 + start) for start in (0, 18, 36))
    found = of(first, second, *[f"{third} Copy {number}" for number in range(20)])
    assert found[:2] == [0, 0]
    assert found[2] == 2
    assert set(found[3:]) == {2}


def test_no_story_and_one_story(of):
    assert of() == []
    assert of(MARLOW) == [0]


def test_texts_too_short_for_a_run_of_words_are_alike_only_when_they_are_the_same(of):
    assert of("One two", "One two", "One three", "") == [0, 0, 2, 3]


def test_signatures_are_the_same_on_every_machine():
    assert len(signature(MARLOW)) == 4 * PERMUTATIONS
    assert signature("One two three four five six")[:8].hex() == SIGNED


SIGNED = "cb908077ffa8cf29"
