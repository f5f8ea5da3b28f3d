"""What a user meets who keeps a record: stories added once, people asked for by name."""

from __future__ import annotations

import json

import pytest

from tests.test_cli import write

ROE = "Jane Roe marries\nJane Roe, 41, married the baker Tom Hale in Ohio on Monday. “I am glad,” Roe told reporters.\n"
LATER = "A son for Jane Roe\nJane Roe, 42, and her husband Tom Hale have welcomed a son, the couple said on Friday.\n"


@pytest.fixture
def added(run):
    write("roe.jsonl", json.dumps({"text": ROE, "outlet": "The Daily", "published": "2025-03-04"}) + "\n")
    write("later.jsonl", json.dumps({"text": LATER, "outlet": "The Weekly", "published": "2026-02-06"}) + "\n")
    return run("add", "roe.jsonl", "later.jsonl")


def test_stories_are_added_once(run, added):
    assert (added.code, added.out, added.err) == (0, "onrecord.db: 2 added, 0 there already\n", "")
    assert run("add", "later.jsonl", "roe.jsonl").out == "onrecord.db: 0 added, 2 there already\n"


def test_a_story_that_cannot_be_read_leaves_2_and_the_others_are_added(run):
    write("roe.txt", ROE)
    got = run("add", "missing.txt", "roe.txt", "--record", "other.db")
    assert (got.code, got.out) == (2, "other.db: 1 added, 0 there already\n")
    assert got.err.startswith("onrecord: missing.txt: ")


def test_a_person_is_told_with_all_stories(run, added):
    got = run("person", "jane roe")
    assert got.code == 0
    assert got.out.startswith("Jane Roe\n  2 stories")
    assert "Between 5 March 1983 to 4 March 1984" not in got.out
    assert "The Daily, 4 March 2025" in got.out
    assert "The Weekly, 6 February 2026" in got.out


def test_nobody_of_a_name_is_one_line_and_2(run, added):
    got = run("person", "Ann Lee")
    assert (got.code, got.out) == (2, "")
    assert got.err == "onrecord: nobody of the record is called 'Ann Lee'; expected a name that a story gives\n"


def test_several_of_a_name_are_listed_with_the_ids_they_are_asked_by(run, added):
    write(
        "other.txt",
        "A win for Ada Roe\nAda Roe, a rower of Ohio, has won the race on the river, and the crowd cheered.\n",
    )
    run("add", "other.txt")
    listed = run("person", "Roe").out.splitlines()
    assert [line.split(";")[0] for line in listed] == ["Jane Roe", "Ada Roe"]
    assert run("person", listed[1].split()[-1]).out.startswith("Ada Roe\n")


def test_a_portrait_as_json(run, added):
    told = json.loads(run("person", "Jane Roe", "--format", "json").out)
    assert told["name"] == "Jane Roe"
    assert {story["outlet"] for story in told["collection"]["stories"].values()} == {"The Daily", "The Weekly"}


def test_no_record_is_one_line_and_2(run):
    got = run("person", "Roe")
    assert (got.code, got.err) == (
        2,
        "onrecord: onrecord.db: no record here; expected one that `onrecord add` has begun\n",
    )
