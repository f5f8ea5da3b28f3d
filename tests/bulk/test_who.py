from datetime import date

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.bulk import met as module
from onrecord.bulk import passes, slices, who
from onrecord.bulk.answering import answered
from onrecord.bulk.folder import Done, Folder
from onrecord.bulk.met import Met, encode, joined, together
from onrecord.bulk.tasks import Settings
from onrecord.bulk.who import hanging_together
from onrecord.bulk.working import work
from onrecord.bulk.writing import writer
from onrecord.model.record import Companion, Profile, Sighting
from onrecord.model.when import interval
from onrecord.record.joining import join

HUSBAND = Companion("cole brenner", "Cole Brenner", "spouse")
BESIDE = Companion("cole brenner", "Cole Brenner")


def profile(story: str, name: str, *, person: str = "p1", **more) -> Profile:
    more = {"company": (), "born": None, **more}
    return Profile(sighting=Sighting(story, person), text=story, name=name, names=(name.lower(),), **more)


def born(year: int):
    return interval(date(year, 1, 1), date(year, 12, 31))


def settled(tmp_path, shards: dict[str, list[list[Profile]]]) -> dict[tuple[str, str], str]:
    """Return whom each person is held to be, given the profiles of each shard chunk by chunk."""
    settings, notes = Settings(output=str(tmp_path / "tables")), {}
    folder = Folder(settings.output)
    for shard, chunks in sorted(shards.items()):
        met = Met(shard)
        with writer(folder, {name: folder.table(name, shard) for name in ("met", "groups")}) as out:
            for chunk in chunks:
                met.profiles = chunk
                out.add(met.rows())
        notes[shard] = Done(shard=shard, made_from="", counts={}, rows=out.rows, sizes={})
    passes.join(settings, notes, lambda into, tasks: {task.name: work(task, answered, int) for task in tasks})
    found = [row for shard in notes for row in folder.rows("identities", shard)]
    return {(row["story"], row["person"]): row["who"] for row in found}


def test_one_name_is_one_person_across_chunks_and_shards(tmp_path):
    got = settled(
        tmp_path,
        {
            "a": [[profile("a1", "Dana Marlow"), profile("a2", "Dana Marlow")], [profile("a3", "Dana Marlow")]],
            "b": [[profile("b1", "Dana Marlow"), profile("b1", "Theo Marlow", person="p2")], []],
        },
    )
    assert got == {
        ("a1", "p1"): "a-000001", ("a2", "p1"): "a-000001", ("a3", "p1"): "a-000001", ("b1", "p1"): "a-000001",
        ("b1", "p2"): "b-000002",
    }  # fmt: skip


def test_births_far_apart_keep_two_people_apart(tmp_path):
    one, other = profile("a1", "Dana Marlow", born=born(1984)), profile("b1", "Dana Marlow", born=born(1950))
    got = settled(tmp_path, {"a": [[one]], "b": [[other]]})
    assert len(set(got.values())) == 2
    near = profile("b1", "Dana Marlow", born=interval(date(1984, 6, 1), date(1985, 5, 31)))
    assert len(set(settled(tmp_path / "near", {"a": [[one]], "b": [[near]]}).values())) == 1


def test_a_shard_reads_the_answers_on_its_own_people_and_few_others(tmp_path, monkeypatch):
    """The rows read grow with the shards, not with their square."""
    people, a_group, read = 25, 10, []
    monkeypatch.setattr(who, "ROWS_A_GROUP", a_group)
    whole = pq.ParquetFile.read_row_group

    def counted(file, *given, **more):
        group = whole(file, *given, **more)
        if "who" in group.column_names:
            read.append(group.num_rows)
        return group

    monkeypatch.setattr(pq.ParquetFile, "read_row_group", counted)
    for count in (4, 8, 16):
        read.clear()
        shards = {
            f"s{shard:02}": [[profile(f"s{shard:02}-{one}", f"Dana Marlow{one}") for one in range(people)]]
            for shard in range(count)
        }
        got = settled(tmp_path / str(count), shards)
        assert len(set(got.values())) == people
        assert people * (count - 1) <= sum(read) <= (people + 2 * (a_group - 1)) * count


def test_what_one_chunk_keeps_apart_others_do_not_join(tmp_path):
    apart = [profile("a1", "Dana Marlow", born=born(1984)), profile("a2", "Dana Marlow", born=born(1950))]
    got = settled(tmp_path, {"a": [apart], "b": [[profile("b1", "Dana Marlow")]]})
    assert got["a1", "p1"] != got["a2", "p1"]
    assert got["b1", "p1"] in {got["a1", "p1"], got["a2", "p1"]}


def test_a_first_name_alone_is_joined_by_company_only(tmp_path):
    whole = profile("a1", "Dana Marlow", company=(HUSBAND,))
    bare, tied = profile("b1", "Dana"), profile("c1", "Dana", company=(HUSBAND,))
    got = settled(tmp_path, {"a": [[whole]], "b": [[bare]], "c": [[tied]]})
    assert got["c1", "p1"] == got["a1", "p1"] != got["b1", "p1"]


def test_one_shard_is_joined_as_the_record_joins(tmp_path):
    people = [
        profile("s1", "Dana Marlow", company=(HUSBAND,)), profile("s2", "Dana"), profile("s3", "Dana", company=(HUSBAND,)),
        profile("s4", "Dana Marlow", born=born(1950)), profile("s5", "Dana Lee Marlow"), profile("s6", "Hal Pruitt"),
    ]  # fmt: skip
    got = settled(tmp_path, {"a": [people]})
    same = {frozenset(str(member.sighting) for member in one.members) for one in join(people).people}
    by_who: dict[str, set[str]] = {}
    for (story, person), one in got.items():
        by_who.setdefault(one, set()).add(f"{story}.{person}")
    assert {frozenset(some) for some in by_who.values()} == same


@pytest.mark.parametrize("slices_of", [1, 2, 7])
def test_however_the_work_is_cut_the_same_people_are_one(tmp_path, monkeypatch, slices_of):
    people = {
        "a": [[profile("a1", "Dana Marlow", company=(HUSBAND,)), profile("a2", "Hal Pruitt")]],
        "b": [[profile("b1", "Dana", company=(HUSBAND,)), profile("b2", "Hal Pruitt"), profile("b3", "Lena Pruitt")]],
        "c": [[profile("c1", "Dana Marlow Brenner", company=(HUSBAND,)), profile("c2", "Lena Pruitt")]],
    }
    monkeypatch.setattr(who, "PROFILES_A_SLICE", slices_of)
    monkeypatch.setattr(who, "GROUPS_A_SLICE", slices_of)
    monkeypatch.setattr(who, "ROWS_A_GROUP", slices_of)
    got = settled(tmp_path, people)
    assert [got[name, "p1"] for name in ("a1", "b1", "c1")] == ["a-000001"] * 3
    assert got["a2", "p1"] == got["b2", "p1"] == "a-000002"
    assert got["b3", "p1"] == got["c2", "p1"] == "b-000003"


def test_of_too_many_at_once_portions_are_joined_first(monkeypatch):
    people = [(number, encode(profile(f"s{number}", "Dana Marlow"))) for number in range(5)]
    other = [(number, encode(profile(f"s{number}", "Hal Pruitt"))) for number in range(5, 8)]
    for most in (4, 8):
        monkeypatch.setattr(module, "MOST_TOGETHER", most)
        assert [head for _, (head, _) in sorted(joined([*people, *other]).items())] == [0, 0, 0, 0, 0, 5, 5, 5]


def test_portions_in_which_nobody_is_one_stay_as_they_are(monkeypatch):
    monkeypatch.setattr(module, "MOST_TOGETHER", 2)
    names = ("Dana Ives", "Dana Joyce", "Dana Ives")
    people = [(number, encode(profile(f"s{number}", name))) for number, name in enumerate(names)]
    assert [head for head, _ in joined(people).values()] == [0, 1, 2]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12))
def test_each_hangs_together_with_the_first_that_a_walk_finds(found):
    counts = [4, 0, 3, 3]
    places = [slices.place(ordinal, number) for ordinal, count in enumerate(counts) for number in range(1, count + 1)]
    wanted = list(range(10))
    for _ in wanted:
        for one, other in found:
            wanted[one] = wanted[other] = min(wanted[one], wanted[other])
    pairs = [(places[max(pair)], places[min(pair)]) for pair in found]
    assert list(hanging_together(pairs, counts)) == [
        (places[one], places[first]) for one, first in enumerate(wanted) if one != first
    ]


def test_a_group_is_known_by_all_that_its_people_tell():
    one = profile(
        "a", "Dana Marlow", company=(BESIDE,), pronoun="she", born=interval(date(1984, 1, 1), date(1985, 6, 1))
    )
    two = profile("b", "Dana Marlow", company=(HUSBAND,), pronoun="she", born=born(1985))
    three = profile("c", "D. Marlow", pronoun="he", born=born(1950), known=2)
    made = together([one, two, three], Sighting("x", "g"))
    assert (made.name, made.names, made.pronoun) == ("Dana Marlow", ("d. marlow", "dana marlow"), "she")
    assert made.company == (HUSBAND,)
    assert made.born == interval(date(1985, 1, 1), date(1985, 6, 1))
    assert made.known == 2


def test_nobody_is_nobody(tmp_path):
    assert settled(tmp_path, {"a": [[]], "b": []}) == {}


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_the_answer_does_not_depend_on_which_shard_is_read_first(tmp_path, order):
    people = {
        "a": [[profile("a1", "Dana Marlow", company=(HUSBAND,))]],
        "b": [[profile("b1", "Dana", company=(HUSBAND,))]],
    }
    got = settled(tmp_path, {name: people[name] for name in order})
    assert set(got.values()) == {"a-000001"}
