from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from hypothesis import given
from hypothesis import strategies as st

from onrecord.bulk import shards
from onrecord.bulk.documents import Document, documents
from onrecord.bulk.shards import Shard, find
from onrecord.model.errors import BadConfiguration
from tests.bulk.parquet import write


def uris(found: list[Shard]) -> list[str]:
    return [Path(shard.uri).name for shard in found]


def test_a_folder_stands_for_the_stories_in_it_and_below_sorted(tmp_path):
    for name in ("b.jsonl", "a.warc.gz", "in/c.jsonl.gz", "notes.txt", "a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}\n")
    assert uris(find([str(tmp_path)], "elsewhere")) == ["a.warc.gz", "b.jsonl", "c.jsonl.gz"]
    assert uris(find([f"{tmp_path}/*.jsonl"], "elsewhere")) == ["b.jsonl"]
    assert uris(find([f"{tmp_path}/b.jsonl", str(tmp_path)], "elsewhere")) == ["b.jsonl", "a.warc.gz", "c.jsonl.gz"]


def test_the_output_is_never_input(tmp_path):
    (tmp_path / "tables").mkdir()
    write(tmp_path / "tables" / "a.parquet", [{"text": "x"}])
    write(tmp_path / "tables2.parquet", [{"text": "x"}])
    assert uris(find([str(tmp_path)], f"{tmp_path}/tables")) == ["tables2.parquet"]


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("gone.jsonl", "nothing here"),
        ("notes.txt", "no stories here; expected .warc"),
        ("*.parquet", "no stories here"),
        ("empty", "no stories here"),
    ],
)
def test_a_place_without_stories_is_refused_in_one_line(tmp_path, place, says):
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadConfiguration, match=says):
        find([f"{tmp_path}/{place}"], "elsewhere")


def test_row_groups_of_a_parquet_file_are_shards_and_share_its_bytes(tmp_path):
    write(tmp_path / "a.parquet", [{"text": f"story {number}"} for number in range(5)], rows_a_group=2)
    found = find([f"{tmp_path}/a.parquet"], "elsewhere")
    assert [(shard.start, shard.end) for shard in found] == [(0, 1), (1, 2), (2, 3)]
    size = (tmp_path / "a.parquet").stat().st_size
    assert size - 3 < sum(shard.size for shard in found) <= size
    assert len({shard.name for shard in found}) == 3


def test_a_broken_parquet_file_is_one_shard_and_one_fault(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 no table")
    (shard,) = find([f"{tmp_path}/a.parquet"], "elsewhere")
    (fault,) = documents(shard, text_column="text")
    assert "the file is broken here" in str(fault)


def test_a_name_is_the_same_whatever_else_is_read(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_bytes(b"{}\n")
    alone, among = find([f"{tmp_path}/b.jsonl"], "x"), find([str(tmp_path)], "x")
    assert alone == among[1:]
    (tmp_path / "b.jsonl").write_bytes(b"{}\n{}\n")
    (changed,) = find([f"{tmp_path}/b.jsonl"], "x")
    assert changed.name == alone[0].name
    assert changed.version != alone[0].version


def test_files_in_a_memory_filesystem_are_found_and_read():
    with fsspec.open("memory://news/a.jsonl", "wb") as stream:
        stream.write(b'{"text": "one"}\n{"text": "two"}\n')
    (shard,) = find(["memory://news/*.jsonl"], "memory://tables")
    assert shard.uri == "memory:///news/a.jsonl"
    assert [one.data for one in documents(shard, text_column="text")] == [b'{"text": "one"}\n', b'{"text": "two"}\n']


@given(st.lists(st.text("ab\r\u2028é", max_size=6), max_size=12), st.integers(1, 40), st.booleans())
def test_every_line_is_in_one_shard_however_the_file_is_cut(tmp_path_factory, texts, size, ends):
    data = "\n".join(texts).encode() + b"\n" * ends
    file = tmp_path_factory.mktemp("cut") / "a.jsonl"
    file.write_bytes(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "SHARD_BYTES", size)
        found = find([str(file)], "elsewhere")
    read = [one for shard in found for one in documents(shard, text_column="text")]
    assert [one.data.rstrip(b"\n") for one in read if isinstance(one, Document)] == [
        line for line in data.split(b"\n") if line.strip()
    ]
    for one in read:
        at = int(one.where.rpartition("@")[2])
        assert data[at:].startswith(one.data)


def test_a_store_that_does_not_answer_about_a_file_is_no_empty_file(tmp_path, monkeypatch):
    MemoryFileSystem().pipe_file("/silent/a.jsonl", b"{}\n")

    def silent(*_, **__):
        raise TimeoutError(110, "Connection timed out")

    monkeypatch.setattr(MemoryFileSystem, "info", silent)
    with pytest.raises(BadConfiguration, match="Connection timed out; expected what can be opened"):
        find(["memory://silent/*.jsonl"], str(tmp_path))
