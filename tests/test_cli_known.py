"""What was looked at before is set aside: silences, baselines, versions of a story."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

HEAD = "Anna Berg opens a bakery\n"
FAULT = "The bakery was opened on Monday, November 12 2025, and the people of the town came.\n"
OTHER = "It closed on Friday, November 13 2025, and nobody knows why.\n"
CHECK = "weekday-against-date"


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_a_silenced_finding_stays_silent_however_the_story_is_edited(run):
    write("a.txt", HEAD + FAULT)
    done = run("silence", "a.txt", CHECK, "--reason", 'the "mayor" said so')
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"a.txt.silences.toml: silenced {CHECK}: ")
    write("a.txt", HEAD + "It rained for days before that.\n\n" + FAULT.replace("the people", "all people") + OTHER)
    got = run("check", "a.txt")
    assert got.code == 1
    assert "1 story, 1 finding (1 impossible), 0 held, 1 silenced" in got.out
    assert f"a.txt:4:26: silenced[{CHECK}] “Monday, November 12 2025”" in got.out
    assert '(the "mayor" said so)' in got.out
    write("a.txt", HEAD + FAULT.replace("Monday", "Tuesday"))  # other words are another finding
    assert run("check", "a.txt").code == 1


def test_silences_are_added_to_what_an_editor_wrote(run):
    write("a.txt", HEAD + FAULT + OTHER)
    write("a.txt.silences.toml", "# mine\n")
    for words, reason in (("November 12", "one"), ("November 13", "two\nlines")):
        assert run("silence", "a.txt", CHECK, words, "--reason", reason).code == 0
    text = Path("a.txt.silences.toml").read_text(encoding="utf-8")
    assert text.startswith("# mine\n")
    assert [one["reason"] for one in tomllib.loads(text)["silence"]] == ["one", "two\nlines"]
    assert run("check", "a.txt").code == 0
    assert "silenced" not in run("check", "a.txt", "--format", "concise").out
    aside = json.loads(run("check", "a.txt", "--format", "json").out)["aside"]
    assert [(one["why"], one["reason"]) for one in aside] == [("silenced", "one"), ("silenced", "two\nlines")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("a.txt", CHECK), "finds 2; expected words of one of them"),
        (("a.txt", CHECK, "October"), "finds nothing with 'October'"),
        (("a.txt", "ages-disagree"), "ages-disagree finds nothing that is not silenced yet"),
        (("a.txt", "weekday-against"), "did you mean 'weekday-against-date'"),
        (("b.txt", CHECK), "b.txt"),
    ],
)
def test_what_cannot_be_silenced(run, arguments, says):
    write("a.txt", HEAD + FAULT + OTHER)
    got = run("silence", *arguments, "--reason", "so")
    assert got.code == 2
    assert says in got.err
    assert not Path("a.txt.silences.toml").exists()


def test_one_file_of_silences_for_all_stories_of_a_jsonl_file(run):
    write("all.jsonl", "".join(json.dumps({"text": HEAD + part}) + "\n" for part in (FAULT, OTHER)))
    assert run("silence", "all.jsonl", CHECK, "November 13", "--reason", "so").code == 0
    got = run("check", "all.jsonl", "--format", "concise")
    assert (got.code, got.out.count("\n")) == (1, 1)
    assert got.out.startswith("all.jsonl:1:2:")


def test_a_baseline_leaves_out_what_was_there(run):
    write("s/a.txt", HEAD + FAULT)
    made = run("check", "s", "--baseline", "known.toml", "--accept")
    assert made.code == 0
    assert "no findings, 0 held, 1 in the baseline" in made.out
    write("s/a.txt", HEAD + OTHER + FAULT)
    write("s/b.txt", HEAD + FAULT)  # the same words in another story are new
    got = run("check", "s", "--baseline", "known.toml", "--format", "concise")
    assert got.code == 1
    assert [line.split(":")[:2] for line in got.out.splitlines()] == [["s/a.txt", "2"], ["s/b.txt", "2"]]
    assert run("check", "./s/a.txt", "--baseline", "./known.toml", "--format", "concise").out.count("\n") == 1
    assert run("check", "s", "--baseline", "known.toml", "--accept").code == 0
    assert run("check", "s", "--baseline", "known.toml").code == 0


def test_a_baseline_knows_each_finding_once(run):
    write("a.txt", HEAD + FAULT)
    run("check", "a.txt", "--baseline", "known.toml", "--accept")
    write("a.txt", HEAD + FAULT + FAULT)
    assert run("check", "a.txt", "--baseline", "known.toml", "--format", "concise").out.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "known.toml: no such baseline; --accept makes it"),
        ("x = [", "expected TOML"),
        ("[[silence]]\ncheck = 'x'\nwords = []\n", "'silence' is not known here"),
        ("[[finding]]\ncheck = 'x'\n", "words"),
        ("[[finding]]\ncheck = 'x'\nwords = []\nmore = 1\n", "more"),
    ],
)
def test_a_baseline_that_cannot_be_used(run, content, says):
    write("a.txt", HEAD + FAULT)
    if content:
        write("known.toml", content)
    got = run("check", "a.txt", "--baseline", "known.toml")
    assert (got.code, got.out) == (2, "")
    assert says in got.err


def test_accepting_wants_a_baseline(run):
    write("a.txt", HEAD + FAULT)
    got = run("check", "a.txt", "--accept")
    assert got.code == 2
    assert "expected --baseline FILE" in got.err


def test_two_versions_of_a_story(run):
    write("old.txt", HEAD + FAULT + OTHER)
    write("new.txt", HEAD + "It rained.\n" + OTHER + FAULT.replace("Monday", "Tuesday"))
    got = run("check", "new.txt", "--diff", "old.txt")
    assert got.code == 1
    assert "new.txt:4:26: impossible" in got.out
    assert "1 finding (1 impossible), 0 held, 1 as before" in got.out
    assert got.out.splitlines()[-1].startswith(f"fixed: old.txt:2:26: impossible[{CHECK}]")


@pytest.mark.parametrize(
    "arguments",
    [
        ("new.txt", "new.txt", "--diff", "old.txt"),
        ("new.txt", "--diff", "old.txt", "--format", "json"),
        ("new.txt", "--diff", "none.txt"),
    ],
)
def test_versions_that_cannot_be_compared(run, arguments):
    write("old.txt", HEAD + FAULT)
    write("new.txt", HEAD + FAULT)
    assert run("check", *arguments).code == 2
