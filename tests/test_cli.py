"""What a user meets at the keyboard: exit codes, formats, one clear line for each fault."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import pipeline, stories
from onrecord.model.case import Case

CLEAN = (
    "Anna Berg opens a bakery\nAnna Berg has opened a bakery in the town where she grew up, and the bread is good.\n"
)
FAULTY = (
    "Anna Berg opens a bakery\nThe bakery was opened on Monday, November 12 2025, and the people of the town came.\n"
)


def write(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(*texts: str) -> str:
    return "".join(json.dumps({"text": text}) + "\n" for text in texts)


def test_a_clean_story_leaves_0_and_a_finding_1(run):
    write("clean.txt", CLEAN)
    write("faulty.txt", FAULTY)
    assert run("check", "clean.txt").code == 0
    found = run("check", "faulty.txt")
    assert (found.code, found.err) == (1, "")
    assert "weekday-against-date" in found.out
    assert run("read", "faulty.txt").code == 0


def test_a_story_that_cannot_be_read_leaves_2_and_the_others_are_shown(run):
    write("faulty.txt", FAULTY)
    got = run("check", "missing.txt", "faulty.txt", "--format", "concise")
    assert got.code == 2
    assert got.out.startswith("faulty.txt:2:")
    assert got.err.startswith("onrecord: missing.txt: ")


GERMAN = (
    "Die Sängerin hat gestern in Berlin geheiratet\nDer Bürgermeister sagte, dass er sich sehr gefreut habe, und " * 3
)
BAD = {
    "missing": (None, "No such file"),
    "empty.txt": (b"", "expected"),
    "blank.txt": (b" \n\n\t ", "expected"),
    "binary.txt": (bytes(range(256)) * 20, "expected"),
    "german.txt": (GERMAN.encode(), "English"),
    "large.txt": (b"word " * (stories.MAX_STORY_BYTES // 5 + 1), "bytes"),
    "story.docx": (b"PK", ".txt, .html, .htm or .jsonl"),
    "broken.jsonl": (b'{"text": \n', "JSON"),
    "list.jsonl": (b"[1]\n", "JSON object"),
    "long.jsonl": (b'{"text": "' + b"word " * (stories.MAX_STORY_BYTES // 5) + b'"}\n', "a line of more than"),
    "empty.html": (b"<html><body></body></html>", "expected"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_on_standard_error(run, name):
    content, said = BAD[name]
    if content is not None:
        write(name, content)
    got = run("check", name)
    assert (got.code, got.out) == (2, "")
    assert got.err.count("\n") == 1
    assert got.err.startswith(f"onrecord: {name}")
    assert said in got.err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(run):
    write("closed.txt", CLEAN).chmod(0)
    assert "Permission denied" in run("check", "closed.txt").err


def test_the_lines_behind_one_that_is_too_long_are_read(run, monkeypatch):
    monkeypatch.setattr(stories, "MAX_STORY_BYTES", 400)
    write("three.jsonl", lines(CLEAN, CLEAN * 9, FAULTY))
    got = run("check", "three.jsonl", "--format", "concise")
    assert got.code == 2
    assert got.out.startswith("three.jsonl:3:")
    assert "three.jsonl:2: a line of more than 400 bytes" in got.err


@pytest.mark.parametrize(("size", "refused"), [(400, False), (401, True)])
def test_a_story_of_just_the_largest_size_is_read(run, monkeypatch, size, refused):
    monkeypatch.setattr(stories, "MAX_STORY_BYTES", 400)
    write("story.txt", (CLEAN * 9)[:size])
    assert (run("check", "story.txt").code == 2) == refused


def test_a_folder_stands_for_its_stories_in_order(run):
    write("in/b.txt", FAULTY)
    write("in/a.txt", CLEAN)
    write("in/deep/c.jsonl", lines(FAULTY))
    write("in/notes.md", "no story")
    got = run("read", "in", "--format", "jsonl")
    assert [json.loads(line)["story"]["path"] for line in got.out.splitlines()] == [
        str(Path("in/a.txt")), str(Path("in/b.txt")), f"{Path('in/deep/c.jsonl')}:1",
    ]  # fmt: skip


def test_a_folder_without_a_story_says_so(run):
    Path("empty").mkdir()
    got = run("check", "empty")
    assert (got.code, got.err) == (
        2, "onrecord: empty: no story in this folder; expected .txt, .html, .htm or .jsonl\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    "stdin",
    [
        FAULTY,
        lines(FAULTY),
        f"<!doctype html><html><body><article><h1>A</h1><p>{FAULTY * 3}</p></article></body></html>",
    ],
    ids=["text", "json lines", "html"],
)
def test_standard_input_of_every_kind(run, stdin):
    got = run("check", "-", "--format", "concise", stdin=stdin.encode())
    assert got.code == 1
    assert got.out.startswith("-:")


def test_json_is_one_case_or_a_list_and_json_lines_one_a_line(run):
    write("a.txt", CLEAN)
    write("b.txt", FAULTY)
    one = json.loads(run("check", "b.txt", "--format", "json").out)
    assert Case.from_dict(one).findings
    several = json.loads(run("check", "a.txt", "b.txt", "a.txt", "--format", "json").out)
    assert [case["story"]["path"] for case in several] == ["a.txt", "b.txt", "a.txt"]
    by_line = run("check", "a.txt", "b.txt", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in by_line] == several[:2]
    assert run("check", "missing.txt", "--format", "json").out == "[]\n"


def test_offsets_of_carriage_returns_are_kept(run):
    write("dos.txt", FAULTY.replace("\n", "\r\n").encode("utf-8-sig"))
    case = Case.from_dict(json.loads(run("check", "dos.txt", "--format", "json").out))
    assert "\r\n" in case.story.text
    assert [span.text for span in case.findings[0].spans] == ["Monday, November 12 2025"]


def test_sarif_github_and_html(run):
    write("faulty.txt", FAULTY)
    sarif = json.loads(run("check", "faulty.txt", "--format", "sarif").out)
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["weekday-against-date"]
    assert run("check", "faulty.txt", "--format", "github").out.startswith("::error file=faulty.txt,line=2,")
    got = run("check", "faulty.txt", "--format", "html", "--output", "page.html")
    assert (got.code, got.out) == (1, "")
    assert Path("page.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_the_pictures_of_several_stories_are_one_svg(run):
    write("a.txt", "A Day In May\n\nSusan Hale sang with her husband Peter Marlow.")
    write("b.txt", "A Day In June\n\nAnna Reed sang with her sister Laura Reed.")
    got = run("read", "a.txt", "b.txt", "--format", "svg")
    assert (got.code, got.out.count("Family picture")) == (0, 2 + 1)
    assert got.out.startswith("<svg xmlns=")
    assert got.out.endswith("</svg>\n")


def test_a_story_is_never_written_over(run):
    write("faulty.txt", FAULTY)
    got = run("check", "faulty.txt", "--output", "faulty.txt")
    assert (got.code, Path("faulty.txt").read_text()) == (2, FAULTY)
    assert "one of the stories" in got.err


def test_an_output_that_cannot_be_written(run):
    write("faulty.txt", FAULTY)
    got = run("check", "faulty.txt", "--output", "missing/page.html", "--format", "html")
    assert (got.code, got.err.count("\n")) == (2, 1)


def test_published_gives_a_story_its_day(run):
    write("clean.txt", CLEAN)
    case = json.loads(run("read", "clean.txt", "--published", "2025-11-13", "--format", "json").out)
    assert case["story"]["published"] == "2025-11-13"
    got = run("read", "clean.txt", "--published", "2025-02-29")
    assert got.code == 2
    assert "'2025-02-29' is no day; expected YYYY-MM-DD" in got.err


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--select", "weekday-against-date"), 1),
        (("--select", "impossible-date,weekday-against-date"), 1),
        (("--select", "impossible-date", "--select", "weekday-against-date"), 1),
        (("--select", "impossible-date"), 0),
        (("--ignore", "weekday-against-date"), 0),
        (("--ignore", "impossible-date"), 1),
    ],
)
def test_checks_are_selected_and_ignored(run, options, code):
    write("faulty.txt", FAULTY)
    assert run("check", "faulty.txt", *options).code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--select", "weekday-against-dates"), "did you mean 'weekday-against-date'?"),
        (("--ignore", "qqqq"), "expected one of age-against-birth, "),
        (("--select", "impossible-date", "--ignore", "impossible-date"), "no check is left"),
        (("--format", "pdf"), "'pdf'"),
        (("--colour",), "No such option"),
        (("--config", "missing.toml"), "missing.toml"),
    ],
)
def test_what_cannot_be_done_is_one_line(run, arguments, said):
    write("clean.txt", CLEAN)
    got = run("check", "clean.txt", *arguments)
    assert (got.code, got.out, got.err.count("\n")) == (2, "", 1)
    assert said in got.err


def test_an_empty_name_is_not_the_working_folder(run):
    write("clean.txt", CLEAN)
    got = run("check", "")
    assert (got.code, got.err) == (2, "onrecord: '': an empty name; expected the name of a story\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only where there is a full device")
def test_a_full_disk_is_one_line(tmp_path):
    (tmp_path / "story.txt").write_text(FAULTY)
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "onrecord", "check", str(tmp_path / "story.txt")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"cannot write: No space left on device" in done.stderr


def test_no_story_at_all(run):
    got = run("check")
    assert (got.code, got.err.count("\n")) == (2, 1)


def test_a_fault_of_ours_in_one_story_leaves_the_others(run, monkeypatch):
    def read(story):
        if "bakery in the town" in story.text:
            raise KeyError("p9")
        return Case(story=story)

    monkeypatch.setattr(pipeline, "read", read)
    write("a.txt", CLEAN)
    write("b.txt", FAULTY)
    got = run("read", "a.txt", "b.txt", "--format", "jsonl")
    assert got.code == 2
    assert [json.loads(line)["story"]["path"] for line in got.out.splitlines()] == ["b.txt"]
    assert got.err.startswith("onrecord: a.txt: internal error (KeyError: 'p9'")
    assert got.err.count("\n") == 1


def test_checks_are_listed_and_explained(run):
    listed = run("checks").out.splitlines()
    assert "impossible-date" in {line.split()[0] for line in listed}
    assert all(len(line.split(maxsplit=1)) == 2 for line in listed)
    assert run("checks", "impossible-date").out.startswith("# impossible-date\n")
    wrong = run("checks", "imposible-date")
    assert (wrong.code, wrong.err) == (
        2,
        "onrecord: no check is called 'imposible-date'; did you mean 'impossible-date'?\n",
    )


@pytest.mark.parametrize("arguments", [(), ("--help",), ("read", "--help"), ("check", "--help"), ("checks", "--help")])
def test_help_has_examples(run, arguments):
    got = run(*arguments)
    assert got.code == 0
    assert "Examples:\n" in got.out


def test_a_reader_that_goes_away_is_no_fault(tmp_path):
    (tmp_path / "many.jsonl").write_text(lines(*[FAULTY] * 40))
    command = [sys.executable, "-m", "onrecord", "read", str(tmp_path / "many.jsonl"), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 141)


@pytest.mark.parametrize(("story", "code"), [("clean", 0), ("faulty", 1), ("missing", 2)])
def test_as_a_program_it_says_all_and_leaves_its_code(tmp_path, story, code):
    (tmp_path / "clean.txt").write_text(CLEAN)
    (tmp_path / "faulty.txt").write_text(FAULTY)
    command = [sys.executable, "-m", "onrecord", "check", str(tmp_path / f"{story}.txt"), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert [len(json.loads(line)["findings"]) for line in done.stdout.splitlines()] == [[0], [1], []][code]
    assert len(done.stderr.splitlines()) == (code == 2)


def test_reading_plain_text_loads_no_heavy_library(tmp_path):
    (tmp_path / "story.txt").write_text(CLEAN)
    code = (
        "import sys\nfrom onrecord.cli import main\n"
        "try: main(['check', sys.argv[1]])\nexcept SystemExit as left: assert left.code == 0, left.code\n"
        "heavy = {'trafilatura', 'py3langid', 'rich', 'jinja2', 'lxml', 'htmldate', 'charset_normalizer', 'sqlalchemy',\n"
        "    'alembic', 'starlette', 'uvicorn', 'pyarrow', 'ray'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "story.txt")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
