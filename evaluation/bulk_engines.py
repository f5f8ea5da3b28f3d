"""What engines and workers cost beside one process that does nothing but read, and what a kill costs."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from evaluation import cases
from onrecord import ingest, pipeline
from onrecord.bulk import shards
from onrecord.bulk.answering import answered
from onrecord.bulk.asking import Answer, Question
from onrecord.bulk.engines import News, attempt
from onrecord.bulk.run import run
from onrecord.bulk.signatures import signature
from onrecord.bulk.tasks import Settings, Task, stage

FEW, SMALL, LARGE = 40, 24, 240
SHARDS = 8
SHARDS_TO_KILL = 24
KILLS = 4
ALIKE = 0.7
"""Stories more alike than this are left out: an engine reads a repeat once, and a process alone would read it twice."""

ALONE, TWO_ALONE = "one process", "two processes, half each"
ENGINES = {
    "local, one worker": ("--workers", "1"),
    "local, two workers": ("--workers", "2"),
    "ray, two workers": ("--workers", "2", "--engine", "ray"),
}


class Took(NamedTuple):
    """Seconds by the clock, and of all processors together."""

    clock: float
    processors: float


def ratios(corpus: Path, rounds: int) -> Iterator[str]:
    """Yield what each engine took beside bare processes, round by round, and the medians of their ratios.

    Each way is taken over few stories and over many: the difference leaves out the starting.
    """
    texts = _texts(corpus, LARGE)
    whole: dict[str, list[Took]] = {name: [] for name in (ALONE, TWO_ALONE, *ENGINES)}
    more: dict[str, list[Took]] = {name: [] for name in whole}
    with tempfile.TemporaryDirectory() as kept:
        small, large = (_laid_out(Path(kept, str(size)), texts[:size], SHARDS) for size in (SMALL, LARGE))
        for number in range(1, rounds + 1):
            for name in whole:
                few, many = _run(small, name), _run(large, name)
                whole[name].append(many)
                more[name].append(Took(many.clock - few.clock, many.processors - few.processors))
                each = (1000 * seconds / (LARGE - SMALL) for seconds in more[name][-1])
                yield (
                    f"round {number}, {name}: {LARGE} stories {many.clock:.1f} s, of processors {many.processors:.1f}; "
                    f"one more takes {next(each):.0f} ms, {next(each):.0f} of processors"
                )
        yield f"tables of {LARGE} stories: {_bytes(large) / LARGE / 1000:.1f} kB a story in shards of {LARGE // SHARDS}"
    one, two, ray = ENGINES
    for what, found in (("starting left out", more), (f"{LARGE} stories, starting included", whole)):
        yield f"{what}:"
        yield _ratio("  local engine on one process, processors (at most 1.05)", found[one], found[ALONE], 1)
        yield _ratio("  local engine on one process, clock", found[one], found[ALONE], 0)
        yield _ratio("  two processes by one, clock: what the machine can do", found[ALONE], found[TWO_ALONE], 0)
        yield _ratio("  one worker by two workers, clock (at least 1.85)", found[one], found[two], 0)
        yield _ratio("  two workers on two processes, clock", found[two], found[TWO_ALONE], 0)
        yield _ratio("  two workers on Ray on two processes, clock (at most 1.10)", found[ray], found[TWO_ALONE], 0)


def share(corpus: Path) -> Iterator[str]:
    """Yield what an engine adds to reading in one and the same process, by the processor's clock.

    Questions and answers are packed and unpacked as between two processes; what the system does for pipes is left out.
    """
    texts = _texts(corpus, FEW)
    questions: msgspec.msgpack.Decoder[Question] = msgspec.msgpack.Decoder(Question)
    answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
    spent: defaultdict[str, float] = defaultdict(float)

    def ask(asked: Question) -> Answer:
        told = answered(questions.decode(msgspec.msgpack.encode(asked)))
        return answers.decode(msgspec.msgpack.encode(told))

    def engine(tasks: Sequence[Task]) -> Iterator[News]:
        for task in tasks:
            begun = time.process_time()
            yield attempt(task, ask, lambda documents: None)
            spent[stage(task)] += time.process_time() - begun

    with tempfile.TemporaryDirectory() as kept:
        folder = _laid_out(Path(kept, "news"), texts, 1)
        files = [str(file) for file in folder.iterdir()]
        alone(files)  # loads what both need
        settings = Settings(output=str(Path(kept, "tables")))
        found = shards.find(files, settings.output)
        begun = time.process_time()
        alone(files)
        bare = time.process_time() - begun
        begun = time.process_time()
        run(found, settings, engine, lambda stage, tasks, news: news)
        whole = time.process_time() - begun
    each = ", ".join(f"{name} {1000 * seconds / FEW:.1f}" for name, seconds in spent.items())
    yield f"one process: {1000 * bare / FEW:.1f} ms of processor a story bare, whole {1000 * whole / FEW:.1f}: {each}"
    yield f"what the engine adds: {100 * (whole / bare - 1):.1f}% (at most 5%)"


def killed(corpus: Path) -> Iterator[str]:
    """Yield what was open when a run of two workers was killed with all its processes, and what was done again."""
    choose = random.Random(8)
    with tempfile.TemporaryDirectory() as kept:
        folder = _laid_out(Path(kept, "news"), _texts(corpus, 2 * SHARDS_TO_KILL), SHARDS_TO_KILL)
        again = []
        for number in range(KILLS):
            output = Path(kept, f"tables{number}")
            command = [sys.executable, "-m", "onrecord", "bulk", str(folder), str(output), "--workers", "2"]
            program = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
            wanted = choose.randint(1, SHARDS_TO_KILL - 3)
            while program.poll() is None and len(_notes(output)) < wanted:
                time.sleep(choose.random() / 5)
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
            done = _notes(output)
            open_ = {part.name[1:].partition(".")[0] for part in output.glob("people/.*")}
            subprocess.run(command, stderr=subprocess.DEVNULL, check=True)
            redone = {name for name, written in done.items() if _notes(output)[name] != written}
            again.append(len(open_) + len(redone))
            yield (
                f"killed with {len(done)} of {SHARDS_TO_KILL} shards read and {len(open_)} open: "
                f"{len(_notes(output)) - len(done)} read then, {len(redone)} of those that were done"
            )
        yield f"after a kill at most {max(again)} shards were read again, with two workers (at most 2)"


def alone(files: Sequence[str]) -> None:
    """Read the stories of some files in this process and do nothing else."""
    for file in files:
        with Path(file).open("rb") as lines:
            for line in lines:
                pipeline.check(pipeline.read(ingest.from_line(line, where=file)))


def _texts(corpus: Path, count: int) -> list[str]:
    """Return so many stories, no two of them alike."""
    kept: list[str] = []
    signed: list[np.typing.NDArray[np.uint32]] = []
    for row in cases.rows(corpus):
        own = np.frombuffer(signature(row["text"]), "<u4")
        if all(np.mean(own == other) < ALIKE for other in signed) and len(kept) < count:
            kept.append(row["text"])
            signed.append(own)
    return kept


def _laid_out(folder: Path, texts: Sequence[str], files: int) -> Path:
    """Write stories into as many files as there are to be shards, each about as long."""
    folder.mkdir()
    longest_first = sorted(texts, key=len, reverse=True)
    for number in range(files):
        there, back = longest_first[number :: 2 * files], longest_first[2 * files - 1 - number :: 2 * files]
        lines = (json.dumps({"text": text}) + "\n" for text in (*there, *back))
        (folder / f"{number:02}.jsonl").write_text("".join(lines))
    return folder


def _run(folder: Path, way: str) -> Took:
    """Read a folder in one of the ways, and take the time; an engine's output replaces that of the one before."""
    files = sorted(map(str, folder.glob("*.jsonl")))
    output = f"{folder}-tables"
    shutil.rmtree(output, ignore_errors=True)
    bare = "import sys; from evaluation.bulk_engines import alone; alone(sys.argv[1:])"
    commands = {
        ALONE: [["-c", bare, *files]],
        TWO_ALONE: [["-c", bare, *files[::2]], ["-c", bare, *files[1::2]]],
    }.get(way) or [["-m", "onrecord", "bulk", str(folder), output, *ENGINES[way]]]
    before, begun = _processors(), time.perf_counter()
    # Left alone, Ray lets every other program go before its workers.
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "RAY_worker_niceness": "0"}
    programs = [
        subprocess.Popen([sys.executable, *command], env=environment, stderr=subprocess.DEVNULL) for command in commands
    ]
    ended = [program.wait() for program in programs]
    if any(ended):
        raise RuntimeError(f"{way} failed")
    return Took(time.perf_counter() - begun, _processors() - before)


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _notes(output: Path) -> dict[str, int]:
    """Return when each shard that is read was noted as read."""
    return {file.stem: file.stat().st_mtime_ns for file in output.glob("manifest/read/*.json")}


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in Path(f"{folder}-tables").rglob("*.parquet"))


def _ratio(name: str, some: Sequence[Took], others: Sequence[Took], which: int) -> str:
    each = [one[which] / other[which] for one, other in zip(some, others, strict=True)]
    return f"{name}: {statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f}, {len(each)} rounds)"
