"""What a user meets who keeps a record: stories added once, people asked for by name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli import lines, write

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
    assert "Born\n  5 March 1983 to 6 February 1984\n    The Daily, 4 March 2025: “41”\n" in got.out
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
    listed = [line.strip() for line in run("person", "Roe").out.splitlines()[3:]]
    assert [line.split(";")[0] for line in listed[::2]] == ["Jane Roe", "Ada Roe"]
    assert run("person", listed[3]).out.startswith("Ada Roe\n")
    one_is_asked_for = run("timeline", "Roe")
    assert one_is_asked_for.code == 2
    assert "2 people are called 'Roe'" in one_is_asked_for.err


def test_a_portrait_as_json(run, added):
    told = json.loads(run("person", "Jane Roe", "--format", "json").out)
    assert told["name"] == "Jane Roe"
    assert {story["outlet"] for story in told["collection"]["stories"].values()} == {"The Daily", "The Weekly"}


def test_what_was_changed_between_two_versions_is_told(run):
    url = "https://www.daily.example/roe?utm_source=mail"
    for text, day in ((ROE, "2025-03-04"), (ROE.replace("41", "42").replace(" in Ohio", ""), "2025-03-05")):
        write("roe.jsonl", json.dumps({"text": text, "outlet": "The Daily", "published": day, "url": url}) + "\n")
        got = run("add", "roe.jsonl")
    assert got.err.startswith(f"onrecord: roe.jsonl:1: another version of {url}; onrecord versions ")
    told = run("versions", "https://daily.example/roe")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(
        "Jane Roe marries: 2 versions\n\nWords, The Daily, 4 March 2025 → The Daily, 5 March 2025\n"
        "  Jane Roe, [41, → 42,] married the baker Tom Hale in\n"
    )
    assert "[taken out: in Ohio]" in told.out
    assert "\nTold otherwise, The Daily" in told.out
    (made,) = json.loads(run("versions", "https://daily.example/roe", "--format", "json").out)
    assert [one["after"] for one in made["changes"]] == ["42,", ""]
    assert run("versions", made["after"]["key"]).out == told.out


def test_one_version_is_said_to_be_the_only_one(run, added):
    key = json.loads(run("person", "Jane Roe", "--format", "json").out)["who"]["members"][0]["sighting"]["story"]
    assert "The record has one version of this story." in run("versions", key).out
    got = run("versions", "https://daily.example/none")
    assert (got.code, got.out) == (2, "")
    assert "expected the key of one, or its URL" in got.err
    assert run("versions", "\udcff").err == (
        "onrecord: no story of the record is called '\\udcff'; expected the key of one, or its URL\n"
    )


def test_no_record_is_one_line_and_2(run):
    got = run("person", "Roe")
    assert (got.code, got.err) == (
        2,
        "onrecord: onrecord.db: no record here; expected one that `onrecord add` has begun\n",
    )


def test_what_happened_is_told_in_the_order_of_time(run, added):
    told = run("timeline", "Jane Roe").out.splitlines()
    assert told[:3] == ["Jane Roe: timeline", "", "Dated"]
    assert told[3].endswith(", 3 March 2025")


def test_a_family_is_told_and_drawn(run, added):
    told = run("family", "Jane Roe").out
    assert "Kin of Jane Roe\n  Jane Roe and Tom Hale are married\n    The Weekly" in told
    assert run("family", "Jane Roe", "--format", "svg").out.startswith("<svg ")


def test_words_are_found_by_who_said_them_and_by_what_they_hold(run, added):
    assert "Jane Roe: “I am glad,”\n    The Daily, 4 March 2025\n" in run("quotes", "--by", "Roe").out
    assert "I am glad" in run("quotes", "--word", "GLAD").out
    assert "I am glad" in run("quotes", "--word", "gla*").out
    assert "No such words are on record." in run("quotes", "--word", "gla").out
    assert run("quotes").err == "onrecord: nothing to look for; expected --by, --about or --word\n"


def test_a_page_forbids_scripts_and_escapes_what_stories_say(run):
    write("hostile.txt", "A day in court\nJane <script>alert(1)</script> Roe, 41, said: “<b>I am glad</b> today.”\n")
    run("add", "hostile.txt")
    for command in (("person", "Roe"), ("quotes", "--word", "glad")):
        page = run(*command, "--format", "html").out
        assert "default-src 'none'" in page
        assert "<script" not in page
        assert "<b>" not in page


def test_a_judgement_is_kept_listed_and_undone(run, added):
    write(
        "mary.jsonl",
        lines(
            "Mary Smith bakes\nMary Smith has opened a bakery in the town.",
            "Mary Smith sings\nMary Smith sang in the park, and the crowd cheered her.",
        ),
    )
    run("add", "mary.jsonl")
    asked = run("queue").out
    assert "Is Mary Smith (1 story) the same as Mary Smith (1 story)?" in asked
    first, second = asked.split("onrecord judge ")[1].split()[:2]
    kept = run("judge", first, second, "yes", "--by", "ann", "--reason", "the same street")
    assert kept.out.startswith("kept: yes, by ann")
    assert run("queue").out == "Open questions\n  Nothing is open.\n"
    assert "the same street" in run("judgements").out
    assert run("undo", kept.out.split()[6], "--by", "bob").out == "undone: yes, by ann\n"
    assert "undone by bob" in run("judgements").out
    assert "Is Mary Smith" in run("queue").out


def test_what_two_stories_cannot_both_have_right_is_shown_step_by_step(run, added):
    assert run("conflicts").code == 0
    write(
        "rival.jsonl", json.dumps({"text": LATER.replace("42", "39"), "outlet": "The Echo", "published": "2026-02-07"})
    )
    run("add", "rival.jsonl")
    got = run("conflicts", "Jane Roe")
    assert got.code == 1
    assert "2 statements of 2 stories cannot all be true" in got.out
    assert "= Jane Roe, 39 on 2026-02-07: born 1986-02-08 to 1987-02-07" in got.out
    assert "The Echo, 7 February 2026" in got.out


def test_one_text_in_two_outlets_is_one_origin(run, added):
    write("copy.jsonl", json.dumps({"text": ROE, "outlet": "The Echo", "published": "2025-03-05"}))
    run("add", "copy.jsonl")
    assert (
        "Jane Roe marries: 2 stories\n    The Daily, 4 March 2025\n    The Echo, 5 March 2025\n" in run("origins").out
    )


def test_a_family_file_is_held_against_the_stories(run, added):
    write("family.csv", "name,born,partner\nJane Roe,1950-06-01,Tom Hale\n")
    assert run("add", "family.csv").out == "onrecord.db: 1 added, 0 there already\n"
    got = run("queue")
    assert got.code == 0
    bad = run("add", "family.ged", "roe.jsonl")
    assert (bad.code, bad.out) == (2, "onrecord.db: 0 added, 1 there already\n")
    assert bad.err.startswith("onrecord: family.ged: ")


def test_a_record_goes_out_in_other_formats(run, added):
    got = run("export", "gedcom")
    assert got.out.startswith("0 HEAD\n")
    assert "gedcom cannot hold: " in got.err
    assert run("export", "csv").err == "onrecord: csv is several tables; expected --output FOLDER\n"
    assert run("export", "csv", "Jane Roe", "--output", "tables").code == 0
    assert sorted(path.name for path in Path("tables").iterdir()) == [
        "family.csv", "people.csv", "statements.csv", "stories.csv",
    ]  # fmt: skip
