"""Prints what reading a corpus costs beside the reading itself: ``python -m evaluation.bulk SHARED [--flat N]``.

Everything is measured in turn, round after round, and told as the median of ratios, so that a machine that others use
slows all alike. Two sizes of each run are taken and their difference is told: starting is not reading. ``--flat N``
follows the memory of one worker over N made-up stories instead, most of them short, read with the trained reader.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation import cases
from onrecord import ingest, pipeline
from onrecord.bulk.engines import News, attempt
from onrecord.bulk.guard import Guard, Limits, megabytes
from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from onrecord.bulk.tasks import Settings, Task

SMALL, LARGE = 20, 100
SHARDS = 4
GIVEN = "Ann Ben Cora Dan Eve Finn Gwen Hal Iris Jack Kate Leo Mary Nick Olga Paul Ruth Sam Tess Will".split()
LAST = (
    "Ansel Brenner Cole Dorsey Ellery Farrow Gage Hale Ives Joyce Keller Lang Marlow Nolan Pruitt Quill Rhodes".split()
)
WORDS = (
    "house farm quarry bridge school river road market garden mill letter plan vote song film book team game storm "
    "winter summer law court bank loan train ship island forest valley tower church museum hotel stage camera"
).split()
ENGINES = {
    "one process": (),
    "local, one worker": ("--workers", "1"),
    "local, two workers": ("--workers", "2"),
    "ray, two workers": ("--workers", "2", "--engine", "ray"),
}


class Took(NamedTuple):
    """Seconds by the clock, and of all processors together."""

    clock: float
    processors: float


def main() -> int:
    """Print the figures and return the exit code: 2 without the shared folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bulk", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder with data/")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--flat", type=int, metavar="N", help="follow the memory over N made-up stories")
    parser.add_argument("--alone", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.alone:
        return alone(given.alone)
    corpus = given.shared / "data" / "celebrity-open.jsonl"
    if not corpus.is_file():
        print(f"{corpus}: not here; expected the shared folder", file=sys.stderr)
        return 2
    for line in flat(given.flat) if given.flat else ratios(corpus, given.rounds):
        print(line, flush=True)
    return 0


def ratios(corpus: Path, rounds: int) -> Iterator[str]:
    """Yield what each engine took beside one process that does nothing but read, round by round and as medians."""
    texts = [row["text"] for row in cases.rows(corpus)][:LARGE]
    found: dict[str, list[Took]] = {name: [] for name in ENGINES}
    with tempfile.TemporaryDirectory() as kept:
        folders = {size: _laid_out(Path(kept, str(size)), texts[:size]) for size in (SMALL, LARGE)}
        for number in range(1, rounds + 1):
            for name, options in ENGINES.items():
                small, large = (_run(folder, options) for folder in folders.values())
                took = Took(*(more - less for more, less in zip(large, small, strict=True)))
                found[name].append(took)
                each = tuple(1000 * seconds / (LARGE - SMALL) for seconds in took)
                yield f"round {number}, {name}: {each[0]:.0f} ms a story by the clock, {each[1]:.0f} of processors"
    alone, one, two, ray = found.values()
    yield _ratio("local engine on one process, processors", one, alone, 1)
    yield _ratio("local engine on one process, clock", one, alone, 0)
    yield _ratio("one worker by two workers, clock", one, two, 0)
    yield _ratio("one process by two workers on Ray, clock", alone, ray, 0)


def flat(count: int) -> Iterator[str]:
    """Yield what the two processes of a worker hold while it reads ``count`` made-up stories, each a little other."""
    with tempfile.TemporaryDirectory() as kept, Guard(Limits()) as guard:
        source = Path(kept, "news.jsonl")
        source.write_text("".join(json.dumps({"text": made_up(number)}) + "\n" for number in range(count)))
        settings = Settings(output=str(Path(kept, "tables")))
        seen = 0

        def tell(documents: int) -> None:
            nonlocal seen
            seen += documents
            if seen % max(1, count // 10) == 0 and guard.process:
                own, reading = megabytes(os.getpid()), megabytes(guard.process.pid)
                print(f"{seen:,} documents: worker {own:.0f} MB, its reading process {reading:.0f} MB", flush=True)

        def engine(tasks: Sequence[Task]) -> Iterator[News]:
            for task in tasks:
                yield attempt(task, guard.ask, tell)

        tally = run(find([str(source)], settings.output), settings, engine, lambda stage, tasks, news: news)
    yield f"{dict(tally.counts)}; each story is dealt with twice: collected, then read"


def alone(folder: Path) -> int:
    """Read the stories of a folder in this process and do nothing else."""
    for file in sorted(folder.glob("*.jsonl")):
        with file.open("rb") as lines:
            for line in lines:
                pipeline.check(pipeline.read(ingest.from_line(line, where=file.name)))
    return 0


def made_up(number: int) -> str:
    """Return a story of some fifty words, at times a thousand; names, ages and words follow from a number."""
    choose = random.Random(number)
    given, last, other = choose.choice(GIVEN), choose.choice(LAST), choose.choice(LAST)
    words = " ".join(choose.choice(WORDS) for _ in range(choose.randint(10, 30) if number % 100 else 1_000))
    return (
        f"{last} Sells {choose.choice(WORDS).title()} {number}\n{given} {last}, {choose.randint(20, 80)}, has sold the "
        f"{choose.choice(WORDS)} in {choose.randint(1990, 2025)}, a friend of the family said. It was about {words}."
        f'\n"We never planned the {choose.choice(WORDS)}," {last} said. {given} is married to Robin {other}.\n'
    )


def _laid_out(folder: Path, texts: Sequence[str]) -> Path:
    """Write stories into as many files as there are to be shards."""
    folder.mkdir()
    for number in range(SHARDS):
        lines = (json.dumps({"text": text}) + "\n" for text in texts[number::SHARDS])
        (folder / f"{number}.jsonl").write_text("".join(lines))
    return folder


def _run(folder: Path, options: Sequence[str]) -> Took:
    with tempfile.TemporaryDirectory() as output:
        command = ["-m", "onrecord", "bulk", str(folder), output, *options]
        if not options:
            command = ["-m", "evaluation.bulk", "-", "--alone", str(folder)]
        before, begun = _processors(), time.perf_counter()
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        subprocess.run([sys.executable, *command], env=environment, capture_output=True, check=True)
        return Took(time.perf_counter() - begun, _processors() - before)


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _ratio(name: str, some: Sequence[Took], others: Sequence[Took], which: int) -> str:
    each = [one[which] / other[which] for one, other in zip(some, others, strict=True)]
    return f"{name}: {statistics.median(each):.2f} ({min(each):.2f} to {max(each):.2f}, {len(each)} rounds)"


if __name__ == "__main__":
    sys.exit(main())
