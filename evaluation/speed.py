"""Prints how fast onrecord starts and reads: ``python -m evaluation.speed SHARED``."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from evaluation import cases
from onrecord import reader
from onrecord.text import lay_out

RUNS = 15


def main() -> int:
    """Print the figures and return the exit code: 2 without the shared folder."""
    shared = Path(sys.argv[1]) if len(sys.argv) == 2 else None
    if shared is None or not (shared / "stories" / "baldwin.txt").is_file():
        print("usage: python -m evaluation.speed SHARED, a folder with stories/ and data/", file=sys.stderr)
        return 2
    story = shared / "stories" / "baldwin.txt"
    bare, check = _starts(("-c", "pass"), ("-m", "onrecord", "check", str(story)))
    print(f"Python alone {bare:.3f} s; onrecord check of one story {check:.3f} s, {check - bare:.3f} s more")
    corpus = shared / "data" / "celebrity-open.jsonl"
    begun = time.perf_counter()
    read = list(cases.read(corpus))
    took = time.perf_counter() - begun
    words = sum(len(case.story.text.split()) for case in read)
    print(f"{len(read)} stories in {took:.1f} s: {len(read) / took:.1f} stories, {words / took:,.0f} words a second")
    documents = [lay_out(case.story) for case in read]
    begun = time.perf_counter()
    for document in documents:
        reader.read(document)
    alone = time.perf_counter() - begun
    print(f"the trained reader alone {alone:.1f} s, {words / alone:,.0f} words a second")
    print(f"the whole takes {took / alone:.2f} times as long as the reader")
    print(f"most memory held: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def _starts(*commands: tuple[str, ...]) -> list[float]:
    """Return the median seconds of each command, run in turn so that a busy machine slows all alike."""
    took: list[list[float]] = [[] for _ in commands]
    for _ in range(RUNS):
        for seconds, command in zip(took, commands, strict=True):
            begun = time.perf_counter()
            subprocess.run([sys.executable, *command], capture_output=True, check=False)
            seconds.append(time.perf_counter() - begun)
    return [statistics.median(seconds) for seconds in took]


if __name__ == "__main__":
    sys.exit(main())
