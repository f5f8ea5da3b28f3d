import importlib.util
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from tests.bulk.conftest import alone, tree, unseen

pytestmark = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="ray is not installed")
HEAD, PORT, OTHER = "127.0.0.2", "6399", "127.0.0.3"
SHARED = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": "5" * 64}


def started(corpus: Path, output: Path, **more: str) -> subprocess.Popen[str]:
    """Run the command with Ray, in a process of its own: Ray's threads and warnings are not those of the tests."""
    command = (sys.executable, "-m", "onrecord", "bulk", corpus, output, "--engine", "ray", "--workers", "2")
    environment = {name: value for name, value in os.environ.items() if name != "RAY_ADDRESS"}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**environment, **more})


def said(program: subprocess.Popen[str]) -> str:
    _, told = program.communicate(timeout=300)
    assert program.returncode == 0, told
    return told


@contextmanager
def node(log: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start one node of a cluster as a process of its own, and wait until it is up."""
    command = (sys.executable, "-m", "ray.scripts.scripts", "start", "--block", "--num-cpus=1", *options)
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, env={**os.environ, **SHARED}, stdout=stream, stderr=stream, start_new_session=True
        )
    try:
        while process.poll() is None and b"Ray runtime started" not in log.read_bytes():
            time.sleep(0.1)
        assert process.poll() is None, log.read_text()
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture
def wanted(corpus, settled, tmp_path):
    output = tmp_path / "alone"
    run(find([str(corpus)], str(output)), settled(output=str(output), rules_alone=False), alone, unseen)
    return tree(output)


def test_a_ray_of_this_machine_writes_what_one_process_writes(corpus, tmp_path, wanted):
    told = said(started(corpus, tmp_path / "tables"))
    assert "1 not in English, 3 read, 1 refused, 1 repeats, 4 stories" in told
    assert tree(tmp_path / "tables") == wanted


def test_a_ray_of_two_nodes_goes_on_when_one_is_lost(corpus, tmp_path, wanted):
    head = (
        "--head",
        f"--node-ip-address={HEAD}",
        f"--port={PORT}",
        "--include-dashboard=false",
        "--disable-usage-stats",
    )
    with (
        node(tmp_path / "head.txt", *head),
        node(tmp_path / "other.txt", f"--address={HEAD}:{PORT}", f"--node-ip-address={OTHER}") as other,
    ):
        program = started(corpus, tmp_path / "tables", RAY_ADDRESS=f"{HEAD}:{PORT}", **SHARED)
        while program.poll() is None and not any((tmp_path / "tables").glob("manifest/collect/*.json")):
            time.sleep(0.05)
        os.killpg(other.pid, signal.SIGKILL)
        said(program)
    assert tree(tmp_path / "tables") == wanted
