import io
import subprocess
import sys
import tempfile

import pytest

from onrecord.bulk import folder, needs, progress, writing
from onrecord.bulk.engines import Failed, Finished, Progress
from onrecord.bulk.folder import Done
from onrecord.bulk.sampling import Tried, sample, told
from onrecord.bulk.shards import find
from onrecord.bulk.tasks import Collect
from onrecord.cli import main
from onrecord.model.errors import BadConfiguration
from tests.bulk.conftest import MARLOW, QUARRY, lines


def said(capsys, *arguments):
    with pytest.raises(SystemExit) as left:
        main(["bulk", *map(str, arguments)])
    return left.value.code, capsys.readouterr()


def test_a_dry_run_lists_the_shards_and_writes_nothing(corpus, tmp_path, capsys):
    code, got = said(capsys, corpus, tmp_path / "tables", "--dry-run")
    assert code == 0
    assert [line.split()[-1] for line in got.out.splitlines()] == [f"{corpus}/a.jsonl", f"{corpus}/b.jsonl", "do"]
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.jsonl", "tables"], "onrecord: nowhere.jsonl: nothing here; expected a file, a folder or a pattern"),
        (["tables"], "onrecord: Missing argument 'INPUT...'"),
        ([".", "tables", "--select", "quote"], "onrecord: nothing is called 'quote'; expected some of people"),
        (["s9://corpus/a", "tables"], "onrecord: s9://corpus/a: "),
        ([".", "tables", "--workers", "0"], "onrecord: Invalid value for '--workers'"),
    ],
)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(arguments, says, capsys):
    code, got = said(capsys, *arguments)
    assert (code, got.out) == (2, "")
    assert got.err.startswith(says)
    assert got.err.count("\n") == 1


def test_a_missing_library_names_the_extra(monkeypatch):
    monkeypatch.setitem(needs.EXTRAS, "bulk", ("pyarrow", "no_such_library"))
    with pytest.raises(BadConfiguration) as fault:
        needs.need("bulk")
    assert str(fault.value) == "no_such_library missing; expected onrecord installed as 'onrecord[bulk]'"


def test_the_command_line_does_not_load_what_corpora_need():
    code = "import sys; from onrecord.cli import commands; import onrecord.bulk.command; print(sorted(sys.modules))"
    loaded = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True).stdout
    for heavy in ("pyarrow", "fsspec", "fastwarc", "datasketch", "ray"):
        assert f"'{heavy}'" not in loaded


def test_a_sample_stands_for_the_whole(tmp_path, settled):
    (tmp_path / "news").mkdir()
    for name in "abc":
        (tmp_path / "news" / f"{name}.jsonl").write_bytes(lines([f"{QUARRY} {name} {number}" for number in range(8)]))
    settings = settled()
    tried = sample(find([str(tmp_path / "news")], settings.output), settings, 6)
    assert tried.documents == 6
    assert tried.counts["stories"] == 6
    assert tried.shards == 3
    assert 22 < tried.whole < 26
    assert tried.seconds > 0
    assert tried.size > 0
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize("name", ["bad.jsonl", "bad.jsonl.gz", "bad.parquet", "bad.warc"])
def test_a_file_that_cannot_be_opened_is_told_and_the_others_are_read(tmp_path, capsys, name):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "good.jsonl").write_bytes(lines([QUARRY, MARLOW]))
    (tmp_path / "news" / name).symlink_to(tmp_path / "nowhere")
    code, got = said(capsys, tmp_path / "news", tmp_path / "tables", "--sample", "4")
    assert code == 2
    assert got.out.splitlines()[0] == "tried 2 documents: 2 read, 2 stories"
    assert "the whole is about 2 documents in 2 shards" in got.out
    (line,) = got.err.splitlines()
    assert line.startswith("onrecord: bad-")
    assert " not done: FileNotFoundError: " in line
    code, got = said(capsys, tmp_path / "news", tmp_path / "tables", "--workers", "1")
    assert code == 2
    assert [line for line in got.err.splitlines() if line.endswith("run it again to try it again")] == [line]
    assert got.err.splitlines()[-1] == "onrecord: 2 read, 2 stories"


def test_a_sample_that_finds_no_room_is_no_sample(corpus, tmp_path, capsys, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(writing.Writer, "flush", full)
        code, got = said(capsys, corpus, tmp_path / "tables", "--sample", "2")
    assert (code, got.out) == (2, "")
    nothing, *shards = got.err.splitlines()
    assert nothing == "onrecord: nothing was read"
    assert len(shards) == 2
    assert all("not done: OSError: [Errno 28] No space left on device" in line for line in shards)

    def refused(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder.Folder, "keep", refused)
    code, got = said(capsys, corpus, tmp_path / "tables", "--sample", "2")
    assert (code, got.out) == (2, "")
    assert got.err == f"onrecord: {tempfile.gettempdir()}: No space left on device; run it again to go on\n"


def test_what_a_sample_tells():
    tried = Tried(documents=100, counts={"stories": 90, "read": 80}, seconds=36.0, size=100_000, shards=7, whole=2e6)
    assert list(told(tried, workers=8, core_hour_price=0.05)) == [
        "tried 100 documents: 80 read, 90 stories",
        "one took 0.360 core-seconds and 1,000 bytes of tables",
        "the whole is about 2,000,000 documents in 7 shards",
        "about 200 core-hours: 25 hours with 8 workers of a core each, 10.00 at 0.05 a core-hour",
        "about 2.0 GB of tables",
    ]
    small = Tried(documents=10, counts={}, seconds=1.0, size=10_000, shards=1, whole=20)
    assert list(told(small, workers=2, core_hour_price=0))[3:] == [
        "about 2 core-seconds: 1 seconds with 2 workers of a core each, 0.00 at 0 a core-hour",
        "about 20.0 kB of tables",
    ]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def done(name: str, **counts: int) -> Finished:
    return Finished(Done(shard=name, made_from="x", counts=counts, rows={"errors": counts.get("refused", 0)}, sizes={}))


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_news_pass_by_and_are_shown(corpus, settled, monkeypatch, stream):
    found = find([str(corpus)], settled().output)
    tasks = [Collect(shard=shard, settings=settled()) for shard in found]
    first, second = (task.name for task in tasks)
    news = [Progress(first, 3), done(first, stories=4, refused=1), Failed(second, "no disk\x1b[2J")]
    monkeypatch.setattr("sys.stderr", shown := stream())
    assert list(progress.watch("collect", tasks, iter(news))) == news
    text = shown.getvalue()
    assert f"{second} not done: no disk" in text
    assert "\x1b[2J" not in text.replace("\x1b[2K", "")
    if stream is Terminal:
        assert "5 stories" in text
        assert "1 errors" in text
    else:
        assert f"onrecord: collecting: 1 of 2, {first}: 4 stories, 1 refused; " in text


def test_progress_counts_what_is_finished_and_what_is_under_way():
    count = progress.Count()
    for news in (Progress("a", 3), Progress("b", 1), Progress("a", 5), done("a", stories=6)):
        count.add(news)
    assert (count.documents, count.shards) == (7, 1)
    count.add(Failed("b", "lost"))
    assert (count.documents, count.shards) == (6, 2)


def test_a_run_says_what_it_came_to(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_bytes(lines([MARLOW]))
    code, got = said(capsys, tmp_path / "a.jsonl", tmp_path / "tables", "--workers", "1", "--select", "people,quotes")
    assert code == 0
    assert got.err.splitlines()[-1] == "onrecord: 1 read, 1 stories"
    assert sorted(file.name for file in (tmp_path / "tables").iterdir()) == [
        "errors", "groups", "identities", "manifest", "met", "people", "repeats", "signatures", "statements", "stories",
    ]  # fmt: skip


def test_an_output_that_cannot_be_written_is_one_line(corpus, tmp_path, capsys):
    (tmp_path / "tables").write_bytes(b"a file")
    code, got = said(capsys, corpus, tmp_path / "tables", "--workers", "1")
    assert (code, got.out) == (2, "")
    assert got.err == f"onrecord: {tmp_path / 'tables'}: Not a directory; run it again to go on\n"
