"""Prints how well onrecord reads: ``python -m evaluation SHARED [--floors]``.

``--floors`` reads the gold stories alone and fails where a figure lies below its floor in floors.toml.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

from evaluation import baldwin, cases, scores

GOLD = ("celebrity-dev", "general-dev", "baldwin")
PARTS = (
    ("attribution", "polnear-dev.jsonl"),
    ("times", "tbaq.jsonl.gz"),
    ("ages", "gvdb-dev.jsonl.gz"),
    ("pronouns", "gap-development.tsv.gz"),
)
FLOORS = Path(__file__).with_name("floors.toml")


def main() -> int:
    """Print the tables and return the exit code: 1 below a floor, 2 without the shared folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder with gold/, data/ and eval/")
    parser.add_argument("--floors", action="store_true", help="gold stories alone; fail below floors.toml")
    given = parser.parse_args()
    if not (given.shared / "gold" / "baldwin.jsonl").is_file():
        print(f"{given.shared}: no gold stories here; expected a folder with gold/, data/ and eval/", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as kept:
        below = list(_gold(given.shared, Path(kept)))
        if not given.floors:
            _parts(given.shared, Path(kept))
    if below and given.floors:
        print("\n".join(["below the floors:", *below]))
        return 1
    return 0


def _gold(shared: Path, kept: Path) -> Iterator[str]:
    """Print the table of each gold corpus; yield a line for each figure below its floor."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    for name in GOLD:
        gold, read = shared / "gold" / f"{name}.jsonl", kept / f"{name}.jsonl"
        cases.keep(cases.read(gold), read)
        print(f"## {name}\n{scores.table(shared, gold, read)}", flush=True)
        figures = scores.figures(shared, gold, read)
        for row, floor in floors[name].items():
            if figures[row] < floor:
                yield f"{name}: {row} is {figures[row]}, its floor {floor}"
    story = shared / "gold" / "baldwin.jsonl"
    record = next(cases.rows(story))
    print("\n".join(baldwin.unseen(record)))
    yield from (f"baldwin: {fault}" for fault in baldwin.faults(next(cases.read(story)), record))


def _parts(shared: Path, kept: Path) -> None:
    for skill, name in PARTS:
        corpus, read = shared / "data" / name, kept / "parts.jsonl"
        cases.keep(cases.read(corpus), read)
        print(f"## {skill}: {name}\n{scores.part(shared, skill, corpus, read)}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
