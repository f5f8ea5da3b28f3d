"""Files of every kind: what comes out of their bytes, story by story."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest import MAX_CHARACTERS, from_bytes
from onrecord.model.errors import BadInput
from onrecord.model.story import Story

TEXT = "Jane Roe wed John Doe on Friday, and all of their friends came to see it."
MORE = "“It was the best of days,” she said, and the groom agreed."
PAGE = f"<html><body><article><p>{TEXT}</p><p>{MORE}</p></article></body></html>"


def read(data: bytes, suffix: str, published: date | None = None) -> list[Story | BadInput]:
    return list(from_bytes(data, where="file", suffix=suffix, published=published))


@pytest.mark.parametrize(
    ("data", "suffix", "extracted"),
    [
        (TEXT, ".txt", False), (PAGE, ".html", True), (PAGE, ".HTM", True), (PAGE, ".txt", False), (TEXT, "", False),
        (PAGE, "", True), (f"<!-- c -->\n<!DOCTYPE html>{PAGE}", ".page", True), (f"<p>{TEXT}", "", False),
    ],
)  # fmt: skip
def test_the_suffix_and_then_the_bytes_settle_the_kind(data: str, suffix: str, extracted: bool) -> None:
    (story,) = read(data.encode(), suffix)
    assert isinstance(story, Story)
    assert (story.extractor is not None, story.path) == (extracted, "file")


def test_line_ends_stay_as_they_are() -> None:
    (story,) = read(f"Roe\r\n\r{TEXT}\r\n".encode(), ".txt")
    assert isinstance(story, Story)
    assert story.text == f"Roe\r\n\r{TEXT}\r\n"


def test_a_bad_line_does_not_lose_the_others() -> None:
    lines = [{"text": TEXT}, "no JSON", [1], {"text": 5}, "", {"text": TEXT, "published": "2016-05-27"}]
    data = "\r\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()
    found = read(b"\xef\xbb\xbf" + data + b'\n{"text": "\xff"}\n' + b"[" * 50_000, ".jsonl")
    assert [type(one) for one in found] == [Story, BadInput, BadInput, BadInput, Story, BadInput, BadInput]
    wheres = [one.path if isinstance(one, Story) else one.where for one in found]
    assert wheres == [f"file:{number}" for number in (1, 2, 3, 4, 6, 7, 8)]


def test_lines_in_another_encoding_with_its_mark() -> None:
    (story,) = read(json.dumps({"text": TEXT}).encode("utf-16"), ".jsonl")
    assert isinstance(story, Story)


def test_halves_of_surrogate_pairs_in_a_line() -> None:
    (story,) = read(b'{"text": "The \\ud83d groom and the bride danced."}', ".jsonl")
    assert isinstance(story, Story)
    assert story.text == "The \ufffd groom and the bride danced."


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl", ""])
def test_the_day_that_is_told_holds_for_every_kind(suffix: str) -> None:
    data = json.dumps({"text": TEXT, "published": "2016-05-27"}) if suffix == ".jsonl" else PAGE
    (story,) = read(data.encode(), suffix, date(2020, 1, 2))
    assert isinstance(story, Story)
    assert story.published == date(2020, 1, 2)


@pytest.mark.parametrize(
    ("data", "suffix", "what"),
    [
        (b"", ".txt", "nothing but white space"),
        (b"x" * (4 * MAX_CHARACTERS + 5), ".txt", "4,000,005 bytes"),
        (b"\x89PNG\r\n\x1a\n", "", "looks like a picture"),
        (b"", ".html", "no HTML that can be read"),
    ],
)
def test_what_is_refused(data: bytes, suffix: str, what: str) -> None:
    (bad,) = read(data, suffix)
    assert isinstance(bad, BadInput)
    assert bad.what.startswith(what)


def test_an_empty_file_of_lines_holds_no_story() -> None:
    assert read(b"\n \r\n", ".jsonl") == []


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([".txt", ".jsonl", ""]))
def test_any_bytes_give_a_story_or_a_reason(data: bytes, suffix: str) -> None:
    for one in read(data, suffix):
        assert isinstance(one, BadInput) or one.text.strip()
