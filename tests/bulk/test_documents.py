import gzip
import json
import os
from datetime import UTC, date, datetime

import fsspec
import pytest

from onrecord.bulk import documents as module
from onrecord.bulk.documents import Document, documents
from onrecord.bulk.shards import find
from onrecord.model.errors import BadInput
from tests.bulk.parquet import write

PAGE = b"<html><body><article><p>Hal Pruitt has sold the land.</p></article></body></html>"


def record(
    url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = ""
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-05-03T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def read(file, **more) -> list[Document | BadInput]:
    return [
        one for shard in find([str(file)], "elsewhere") for one in documents(shard, **{"text_column": "text", **more})
    ]


def test_pages_of_a_web_archive_are_those_answered_with_html(tmp_path):
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    file = tmp_path / "a.warc.gz"
    file.write_bytes(
        record("https://a.example/1", PAGE)
        + record("https://a.example/gone", PAGE, status="404 Not Found")
        + record("https://a.example/i.png", b"\x89PNG", kind="image/png")
        + record("https://a.example/2", gzip.compress(PAGE), more="Content-Encoding: gzip\r\n")
        + record("https://a.example/3", chunked, more="Transfer-Encoding: chunked\r\n")
    )
    found = read(file)
    assert [one.url for one in found] == [f"https://a.example/{number}" for number in (1, 2, 3)]
    assert {one.data for one in found} == {PAGE}
    assert {one.kind for one in found} == {"page"}
    assert [one.where.startswith(f"{file}@") for one in found] == [True] * 3
    assert found[0].passed < found[1].passed < found[2].passed < 1


def test_a_web_archive_that_breaks_off_gives_what_it_has_and_a_fault(tmp_path):
    whole = record("https://a.example/1", PAGE) + record("https://a.example/2", PAGE * 50)
    (tmp_path / "a.warc.gz").write_bytes(whole[:-30])
    first, last = read(tmp_path / "a.warc.gz")
    assert first.data == PAGE
    assert last.reason == "the page breaks off; expected 4,050 bytes"


def test_behind_broken_bytes_nothing_more_is_read_of_a_web_archive_and_that_is_told(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(record("https://a.example/1", PAGE) + b"no gzip " * 9)
    first, last = read(tmp_path / "a.warc.gz")
    assert first.data == PAGE
    assert last.reason.startswith("the file is broken here (")


def test_packed_lines_that_break_off_give_what_they_have_and_a_fault(tmp_path):
    lines = b"".join(b'{"text": "%b"}\n' % os.urandom(400).hex().encode() for _ in range(400))
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines)[:-4000])
    *good, last = read(tmp_path / "a.jsonl.gz")
    assert len(good) > 100
    assert all(isinstance(one, Document) for one in good)
    assert "the file is broken here" in last.reason


def test_a_disk_that_fails_is_no_broken_file(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n'))
    (shard,) = find([str(tmp_path)], "elsewhere")

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(gzip.GzipFile, "readline", fail)
    with pytest.raises(OSError, match="Input/output"):
        list(documents(shard, text_column="text"))


def test_a_file_that_is_gone_is_an_error_of_the_shard(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b"{}\n")
    (shard,) = find([str(tmp_path)], "elsewhere")
    (tmp_path / "a.jsonl").unlink()
    with pytest.raises(FileNotFoundError):
        list(documents(shard, text_column="text"))


@pytest.mark.parametrize("packed", [False, True])
def test_fifty_megabytes_in_one_line_are_one_fault_and_the_next_line_is_read(tmp_path, packed):
    lines = b'{"text": "' + b"x" * 50_000_000 + b'"}\n{"text": "next"}\n'
    file = tmp_path / f"a.jsonl{'.gz' * packed}"
    file.write_bytes(gzip.compress(lines, 1) if packed else lines)
    fault, after = read(file)
    assert fault.reason.startswith("a line of more than 10,000,000 bytes")
    assert after.data == b'{"text": "next"}\n'


def test_a_page_too_large_is_a_fault_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_STORY_BYTES", 200)
    (tmp_path / "a.warc.gz").write_bytes(record("https://a.example/1", PAGE * 9) + record("https://a.example/2", PAGE))
    fault, page = read(tmp_path / "a.warc.gz")
    assert fault.reason.startswith("a page of more than 200 bytes")
    assert page.data == PAGE


def test_rows_of_a_table_are_stories_with_what_is_known_beside(tmp_path):
    rows = [
        {"body": "One.", "published": date(2025, 5, 3), "url": "https://a.example/1", "id": 7, "tags": ["x"]},
        {"body": None, "published": None, "url": None, "id": None, "tags": None},
    ]
    first, second = read(write(tmp_path / "a.parquet", rows), text_column="body")
    assert json.loads(first.data) == {"text": "One.", "published": "2025-05-03", "url": "https://a.example/1", "id": 7}
    assert json.loads(second.data) == {"text": None, "published": None, "url": None, "id": None}
    assert (first.where, first.passed, second.passed) == (f"{tmp_path}/a.parquet#0:1", 0.5, 1)


def test_a_moment_in_a_table_keeps_its_zone(tmp_path):
    rows = [{"text": "One.", "published": datetime(2025, 5, 3, 18, tzinfo=UTC)}]
    (only,) = read(write(tmp_path / "a.parquet", rows))
    assert json.loads(only.data)["published"] == "2025-05-03T18:00:00+00:00"


def test_a_table_without_the_column_says_what_columns_it_has(tmp_path):
    (fault,) = read(write(tmp_path / "a.parquet", [{"body": "One."}]))
    assert fault.reason == "no column is called 'text'; expected --text-column with one of ['body']"


def test_a_cell_too_large_is_a_fault_and_the_next_row_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MAX_STORY_BYTES", 20)
    fault, row = read(write(tmp_path / "a.parquet", [{"text": "x" * 21}, {"text": "x" * 20}]))
    assert fault.reason.startswith("a text of more than 20 characters")
    assert json.loads(row.data) == {"text": "x" * 20}


def test_packed_lines_far_away_are_read_as_those_at_hand():
    with fsspec.open("memory://packed/a.jsonl.gz", "wb") as stream:
        stream.write(gzip.compress(b'{"text": "one"}\n\n{"text": "two"}'))
    one, two = read("memory://packed/a.jsonl.gz")
    assert (one.data, two.data) == (b'{"text": "one"}\n', b'{"text": "two"}')
    assert two.where == "memory:///packed/a.jsonl.gz@17"
