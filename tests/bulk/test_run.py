import uuid

import msgspec
import pyarrow.parquet as pq
import pytest

from onrecord.bulk import folder as folder_module
from onrecord.bulk import writing
from onrecord.bulk.engines import Failed
from onrecord.bulk.folder import Folder
from onrecord.bulk.run import plan, run
from onrecord.bulk.shards import find
from onrecord.bulk.tasks import Part
from onrecord.model.errors import BadConfiguration
from tests.bulk.conftest import MARLOW, QUARRY, alone, lines, tree, unseen


def make(corpus, settings, engine=alone):
    return run(find([str(corpus)], settings.output), settings, engine, unseen)


def rows(settings, table):
    return pq.read_table(f"{settings.output}/{table}").to_pylist()


def counted(engine=alone):
    """Return an engine, and the list that it writes the names of its tasks with shards to."""
    done = []

    def count(tasks):
        for task, news in zip(tasks, engine(tasks), strict=True):
            if not isinstance(task, Part):
                done.append((type(task).__name__, task.name[0]))
            yield news

    return count, done


def test_every_document_is_in_one_place(corpus, settled):
    settings = settled()
    tally = make(corpus, settings)
    assert tally.failed == []
    assert tally.counts == {"stories": 4, "not in English": 1, "refused": 1, "read": 3, "repeats": 1}
    stories = {row["story"]: row for row in rows(settings, "stories")}
    assert len(stories) == 4
    assert [(row["kind"], row["stage"]) for row in rows(settings, "errors")] == [
        ("not in English", "collect"),
        ("refused", "collect"),
    ]
    (repeat,) = rows(settings, "repeats")
    assert stories[repeat["same_as"]]["text"] == MARLOW
    assert stories[repeat["story"]]["text"].startswith(MARLOW)
    people = rows(settings, "people")
    assert {row["story"] for row in people} == set(stories) - {repeat["story"]}
    assert "Hal Pruitt" in {row["name"] for row in people}
    for row in rows(settings, "mentions"):
        assert stories[row["story"]]["text"][row["start"] : row["end"]] == row["text"]
    quotes = [row for row in rows(settings, "statements") if row["kind"] == "quote"]
    assert '"I am done with stone,"' in {quote["spans"][0]["text"] for quote in quotes}


def test_people_are_one_across_stories_and_shards_by_the_rules_of_the_record(corpus, settled):
    settings = settled()
    make(corpus, settings)
    names = {(row["story"], row["person"]): row["name"] for row in rows(settings, "people")}
    who = {}
    for row in rows(settings, "identities"):
        who.setdefault(row["who"], []).append(names[row["story"], row["person"]])
    assert sorted(some for some in who.values() if len(some) > 1) == [["Hal Pruitt"] * 2, ["Lena Pruitt"] * 2]
    reasons = [row["reasons"][0] for row in rows(settings, "identities") if row["reasons"]]
    assert reasons == ["both are called “hal pruitt”", "both are called “lena pruitt”"]


def test_a_second_run_has_nothing_to_do_and_changes_nothing(corpus, settled, tmp_path):
    settings = settled()
    make(corpus, settings)
    before = tree(tmp_path / "tables")
    engine, done = counted()
    assert make(corpus, settings, engine).counts["read"] == 3
    assert done == []
    assert tree(tmp_path / "tables") == before


def test_shards_may_come_one_by_one_and_in_any_order(corpus, settled, tmp_path):
    together = settled(output=str(tmp_path / "together"))
    make(corpus, together)
    settings = settled()
    make(corpus / "b.jsonl", settings)
    engine, done = counted()
    make(corpus / "a.jsonl", settings, engine)
    assert done == [("Collect", "a"), ("Extract", "a"), ("Extract", "b")]  # a story of b is now known to be a repeat
    assert tree(tmp_path / "tables") == tree(tmp_path / "together")


def test_a_shard_that_has_changed_is_done_again_and_no_other(corpus, settled):
    settings = settled()
    make(corpus, settings)
    (corpus / "a.jsonl").write_bytes(lines([MARLOW, QUARRY.replace("close", "open")]))
    engine, done = counted()
    make(corpus, settings, engine)
    assert done == [("Collect", "a"), ("Extract", "a")]


def test_an_output_begun_with_other_settings_is_left_alone(corpus, settled, tmp_path):
    make(corpus, settled())
    before = tree(tmp_path / "tables")
    with pytest.raises(BadConfiguration, match="was begun with other settings"):
        make(corpus, settled(select=("people",)))
    assert tree(tmp_path / "tables") == before


def test_only_what_is_chosen_is_written(corpus, settled, tmp_path):
    make(corpus, settled(select=("people", "quotes")))
    assert {file.name for file in (tmp_path / "tables").iterdir()} == {
        "stories", "signatures", "errors", "repeats", "people", "statements", "met", "groups", "identities", "manifest",
    }  # fmt: skip
    make(corpus, settled(select=("quotes",), output=str(tmp_path / "quotes")))
    assert {file.name for file in (tmp_path / "quotes").iterdir()} == {
        "stories", "signatures", "errors", "repeats", "statements", "manifest",
    }  # fmt: skip


def test_a_shard_that_cannot_be_opened_fails_and_the_others_are_read(corpus, settled):
    settings = settled()
    found = find([str(corpus)], settings.output)
    (corpus / "a.jsonl").unlink()
    tally = run(found, settings, alone, unseen)
    assert [failed.name for failed in tally.failed] == [found[0].name]
    assert tally.failed[0].reason.startswith("FileNotFoundError")
    assert tally.counts["stories"] == 2
    (corpus / "a.jsonl").write_bytes(lines([MARLOW, QUARRY]))
    assert make(corpus, settings).counts["stories"] == 4


def test_a_full_disk_fails_the_shard_and_leaves_no_part_behind(corpus, settled, tmp_path, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writing.Writer, "flush", full)
        tally = make(corpus, settled())
    assert {failed.reason for failed in tally.failed} == {"OSError: [Errno 28] No space left on device"}
    assert list(tree(tmp_path / "tables")) == ["manifest/made.json"]
    assert make(corpus, settled()).failed == []


def test_what_others_keep_beside_the_tables_stays(corpus, settled, tmp_path):
    thesis = tmp_path / "tables" / "work" / "thesis.txt"
    notes = tmp_path / "tables" / "manifest" / "work" / "notes.txt"
    for file in (thesis, notes):
        file.parent.mkdir(parents=True)
        file.write_text("mine")
    make(corpus, settled())
    assert [thesis.read_text(), notes.read_text()] == ["mine", "mine"]
    assert [file.name for file in notes.parent.iterdir()] == ["notes.txt"]


def test_the_work_of_the_passes_is_gone_when_nothing_is_left_to_do(corpus, settled, tmp_path, monkeypatch):
    work, seen = tmp_path / "tables" / "manifest" / "work", []

    def watched(tasks):
        for news in alone(tasks):
            seen.extend(file.name for file in work.glob("*"))
            yield news

    make(corpus, settled(), watched)
    assert {"repeats", "people"} <= set(seen)
    assert not work.exists()


def test_parts_of_killed_writers_are_swept_away(corpus, settled, tmp_path):
    make(corpus, settled())
    left = tmp_path / "tables" / "people" / f".a.parquet{folder_module.PARTS}{uuid.uuid4().hex}"
    foreign = tmp_path / "tables" / "people" / f".a.parquet{folder_module.PARTS}1"
    for file in (left, foreign):
        file.write_bytes(b"half")
    make(corpus, settled())
    assert (left.exists(), foreign.exists()) == (False, True)


def test_tables_may_lie_on_another_filesystem(corpus, settled, tmp_path):
    near, far = settled(), settled(output="memory://tables/of/news")
    make(corpus, near)
    make(corpus, far)
    files = Folder(far.output).files
    found = {path.removeprefix("/tables/of/news/"): files.cat_file(path) for path in files.find("/tables/of/news")}
    assert found == tree(tmp_path / "tables")
    engine, done = counted()
    make(corpus, far, engine)
    assert done == []


def test_the_plan_says_what_is_left(corpus, settled):
    settings = settled()
    found = find([str(corpus)], settings.output)
    first, second, whole = plan(found, settings)
    assert "to do" in first
    assert whole.endswith("2 of them to do")
    run(found[:1], settings, alone, unseen)
    first, second, whole = plan(found, settings)
    assert "  done  " in first
    assert "  to do  " in second
    assert whole.endswith("1 of them to do")


def test_an_engine_that_fails_a_task_fails_no_other(corpus, settled):
    def half(tasks):
        for task, news in zip(tasks, alone(tasks), strict=True):
            yield Failed(task.name, "lost") if task.name.startswith("b") else news

    tally = make(corpus, settled(), half)
    assert {failed.reason for failed in tally.failed} == {"lost"}
    assert msgspec.to_builtins(dict(tally.counts))["read"] >= 1
