import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from onrecord.bulk import local
from onrecord.bulk.engines import Failed, Finished, Progress
from onrecord.bulk.guard import Limits
from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from onrecord.bulk.tasks import Collect
from tests.bulk.conftest import alone, tree, unseen


def workers_of(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def test_two_workers_write_what_one_process_writes(corpus, settled, tmp_path):
    found = find([str(corpus)], settled().output)
    with local.pool(2, Limits()) as engine:
        tally = run(found, settled(), engine, unseen)
    assert tally.failed == []
    run(found, settled(output=str(tmp_path / "alone")), alone, unseen)
    assert tree(tmp_path / "tables") == tree(tmp_path / "alone")


def test_a_worker_that_dies_is_replaced_and_its_shard_done(corpus, settled):
    settings = settled()
    tasks = [Collect(shard=shard, settings=settings) for shard in find([str(corpus)], settings.output)]
    before = set(workers_of(os.getpid()))
    with local.pool(1, Limits()) as engine:
        news = engine(tasks)
        first = next(one for one in news if isinstance(one, Finished))
        for pid in set(workers_of(os.getpid())) - before:
            if is_worker(pid):
                os.kill(pid, signal.SIGKILL)
        rest = list(news)
    assert {one.name for one in (first, *rest)} == {task.name for task in tasks}
    assert not any(isinstance(one, Failed) for one in rest)


def test_a_shard_that_kills_every_worker_fails_and_the_others_are_done(corpus, settled, monkeypatch):
    settings = settled()
    tasks = [Collect(shard=shard, settings=settings) for shard in find([str(corpus)], settings.output)]
    hear = local._hear
    monkeypatch.setattr(local, "_hear", lambda hand: None if hand.task == tasks[0] else hear(hand))
    with local.pool(1, Limits()) as engine:
        told = {one.name: one for one in engine(tasks)}
    assert told[tasks[0].name] == Failed(tasks[0].name, "its worker died 4 times")
    assert isinstance(told[tasks[1].name], Finished)


def test_one_worker_serves_all_stages_and_leaves_with_the_pool(corpus, settled):
    tasks = [Collect(shard=shard, settings=settled()) for shard in find([str(corpus)], settled().output)]
    before = set(workers_of(os.getpid()))
    with local.pool(2, Limits()) as engine:
        seen = []
        for some in (tasks[:1], tasks[1:]):
            assert [type(one) for one in engine(some) if not isinstance(one, Progress)] == [Finished]
            seen.append(set(workers_of(os.getpid())) - before)
        assert seen[0] == seen[1] != set()
    assert not any(is_worker(pid) for pid in seen[0])


def is_worker(pid: int) -> bool:
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return False


def test_a_stage_that_is_given_up_ends_its_workers(corpus, settled):
    tasks = [Collect(shard=shard, settings=settled()) for shard in find([str(corpus)], settled().output)]
    before = set(workers_of(os.getpid()))
    with local.pool(1, Limits()) as engine:
        news = engine(tasks)
        next(news)
        news.close()
        assert not any(is_worker(pid) for pid in set(workers_of(os.getpid())) - before)
        assert {one.name for one in engine(tasks) if isinstance(one, Finished)} == {task.name for task in tasks}


def test_killed_as_a_program_and_started_again_it_goes_on(corpus, tmp_path):
    def start(output: str, *more: str) -> subprocess.Popen[str]:
        command = (sys.executable, "-m", "onrecord", "bulk", str(corpus), str(tmp_path / output), *more)
        return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)

    program = start("tables", "--workers", "2")
    notes = tmp_path / "tables" / "manifest" / "collect"
    while program.poll() is None and not any(notes.glob("*.json")):
        time.sleep(0.01)
    program.kill()
    program.communicate()
    for output, more in (("tables", ("--workers", "1")), ("other", ("--workers", "2"))):
        again = start(output, *more)
        _, said = again.communicate(timeout=120)
        assert again.returncode == 0
        assert "1 not in English, 3 read, 1 refused, 1 repeats, 4 stories" in said
    assert tree(tmp_path / "tables") == tree(tmp_path / "other")
