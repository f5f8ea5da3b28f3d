"""A web archive from end to end: pages of several shapes become stories, repeats, and rows of errors."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from tests.bulk.conftest import alone, unseen

BODY = (
    "Actress Dana Marlow, 41, married producer Cole Brenner, 52, in Tulsa on May 3, 2025, her publicist said on Sunday.",
    "“We never planned a big day,” Marlow said after the wedding, which was held in the garden of her brother’s house "
    "near the river with some forty guests, most of them old friends from her first film.",
    "Her son, Theo Marlow, 12, walked with her to the old mill, where the mayor of Tulsa was waiting for the two of them. "
    "The couple had met four years ago on the set of a film about a quarry that closes and a town that does not.",
)
QUARRY = (
    "Mayor Ruth Ansel said on Monday that the quarry above the town will close before winter, after ninety years.",
    "“It is over,” she told reporters in front of the town hall, “and I am not going to tell you that I like it.” "
    "The owner, Hal Pruitt, 63, has sold the land to a company from the coast, a friend of the family said.",
    "Petr Dvořák, 58, who has driven a truck there since 1990, said that nobody had asked the men. “We read it in the "
    "paper like everybody else,” Dvořák said on Tuesday. The last stone is to be cut on October 4.",
)
GERMAN = (
    "Der Bürgermeister hat am Montag gesagt, dass der Steinbruch über der Stadt noch vor dem Winter geschlossen wird.",
    "Die Leute in der Stadt haben das nicht erwartet, und viele von ihnen sind darüber auch nicht sehr glücklich.",
    "Der Besitzer hat das Land an eine Firma von der Küste verkauft, sagte ein Freund der Familie am Dienstag.",
)


def page(title: str, paragraphs: tuple[str, ...], *, head: str = "", foot: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    links = "".join(f'<li><a href="/{number}">Section {number}</a></li>' for number in range(9))
    return (
        f"<!doctype html><html><head>{head}<title>{title}</title></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>{title}</h1>{text}</article><footer>{foot}</footer></body></html>"
    )


def index() -> str:
    teasers = "".join(f'<li><a href="/{number}">Story {number}</a></li>' for number in range(80))
    return f"<!doctype html><html><head><title>Home</title></head><body><ul>{teasers}</ul></body></html>"


def chunked(data: bytes) -> bytes:
    parts = [data[at : at + 700] for at in range(0, len(data), 700)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def written(url: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:  # fmt: skip
    """Return one record, packed on its own as archives are; fastwarc writes it."""
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response, record_urn=b"<urn:x>")
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2025-05-05T00:00:00Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body)
    plain = io.BytesIO()
    record.write(plain)
    return gzip.compress(plain.getvalue())


@pytest.fixture
def archive(tmp_path) -> Path:
    wedding, quarry = page("A Wedding in Tulsa", BODY), page("Quarry to Close", QUARRY)
    agency = page("A Wedding in Tulsa", BODY, foot="© 2025 The Other Paper. All rights reserved.")
    records = [
        written("https://ledger.example/wedding", wedding.encode()),
        written("https://ledger.example/quarry", quarry.encode("iso-8859-2", "xmlcharrefreplace"), kind="text/html; charset=iso-8859-2"),
        written("https://other.example/a", gzip.compress(agency.encode()), more="Content-Encoding: gzip\r\n"),
        written("https://third.example/b", chunked(wedding.replace("river", "lake").encode()), more="Transfer-Encoding: chunked\r\n"),
        written("https://ledger.example/", index().encode()),
        written("https://zeitung.example/steinbruch", page("Steinbruch schließt", GERMAN).encode()),
        written("https://ledger.example/i.png", b"\x89PNG\r\n", kind="image/png"),
        written("https://ledger.example/old", wedding.encode(), status="301 Moved Permanently"),
        written("https://ledger.example/bytes", bytes(range(256)) * 40),
    ]  # fmt: skip
    file = tmp_path / "CC-NEWS-20250505.warc.gz"
    file.write_bytes(b"".join(records))
    return file


def test_pages_of_an_archive_become_stories_repeats_and_errors(archive, settled):
    settings = settled()
    tally = run(find([str(archive)], settings.output), settings, alone, unseen)
    assert tally.failed == []
    assert tally.counts == {"stories": 4, "read": 2, "repeats": 2, "not an article": 1, "not in English": 1, "refused": 1}  # fmt: skip

    def rows(table: str) -> list[dict[str, object]]:
        return pq.read_table(f"{settings.output}/{table}").to_pylist()

    stories = {row["story"]: row for row in rows("stories")}
    assert [row["url"] for row in stories.values()] == [
        "https://ledger.example/wedding", "https://ledger.example/quarry", "https://other.example/a", "https://third.example/b",
    ]  # fmt: skip
    first, second, *copies = stories
    assert [(row["story"], row["same_as"]) for row in rows("repeats")] == [(copy, first) for copy in copies]
    assert "Section" not in str(stories[first]["text"])
    assert [row["name"] for row in rows("people") if row["story"] == second] == ["Ruth Ansel", "Hal Pruitt", "Petr Dvořák"]  # fmt: skip
    for row in rows("mentions"):
        assert str(stories[row["story"]]["text"])[row["start"] : row["end"]] == row["text"]
    assert [(row["kind"], str(row["path"]).startswith(f"{archive}@")) for row in rows("errors")] == [
        ("not an article", True), ("not in English", True), ("refused", True),
    ]  # fmt: skip
