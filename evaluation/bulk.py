"""Prints what tables of a corpus cost, beside reading alone: ``python -m evaluation.bulk SHARED [--flat N]``.

Some ten minutes. What is compared is measured in turn, round after round, and told as the median of ratios, so that a
machine that others use slows all alike. ``--flat N`` only follows the memory of one worker over N made-up stories.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation import bulk_engines, bulk_scale

FLAT = 2_000


def main() -> int:
    """Print the figures and return the exit code: 2 without the shared folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.bulk", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder with data/")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--flat", type=int, metavar="N", help="only follow the memory, over N made-up stories")
    given = parser.parse_args()
    corpus = given.shared / "data" / "celebrity-open.jsonl"
    if not corpus.is_file():
        print(f"{corpus}: not here; expected the shared folder", file=sys.stderr)
        return 2
    for line in bulk_scale.flat(given.flat) if given.flat else _all(corpus, given.rounds):
        print(line, flush=True)
    return 0


def _all(corpus: Path, rounds: int) -> Iterator[str]:
    yield from bulk_scale.flat(FLAT)  # first, while this process holds no reader of its own
    yield from bulk_engines.share(corpus)
    yield from bulk_engines.ratios(corpus, rounds)
    yield from bulk_engines.killed(corpus)
    yield from bulk_scale.passes()


if __name__ == "__main__":
    sys.exit(main())
