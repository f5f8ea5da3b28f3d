"""Prints how well onrecord reads: ``python -m evaluation SHARED [--floors | --rules-alone]``.

``--floors`` fails where a figure lies below its floor in floors.toml; ``--rules-alone`` leaves the trained reader out.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from evaluation import baldwin, cases, names, people, scores
from onrecord.model.case import Case

GOLD = ("celebrity-dev", "general-dev", "baldwin")
PARTS = (
    ("attribution", "polnear-dev.jsonl"),
    ("times", "tbaq.jsonl.gz"),
    ("ages", "gvdb-dev.jsonl.gz"),
    ("pronouns", "gap-development.tsv.gz"),
    ("names", "worldwide-dev.tar.gz"),
    ("names", "uner-ewt-dev.iob2.gz"),
)
Read = Callable[[Path], Iterator[Case]]
FLOORS = Path(__file__).with_name("floors.toml")


def main() -> int:
    """Print the tables and return the exit code: 1 below a floor, 2 without the shared folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder with gold/, data/ and eval/")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--floors", action="store_true", help="fail below floors.toml")
    which.add_argument("--rules-alone", action="store_true", help="read without the trained reader")
    given = parser.parse_args()
    if not (given.shared / "gold" / "baldwin.jsonl").is_file():
        print(f"{given.shared}: no gold stories here; expected a folder with gold/, data/ and eval/", file=sys.stderr)
        return 2
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    read = partial(cases.read, rules_alone=given.rules_alone)
    with tempfile.TemporaryDirectory() as kept:
        below = [*_gold(read, given.shared, Path(kept), floors), *_parts(read, given.shared, Path(kept), floors)]
    below += _people(read, given.shared, floors)
    if below and given.floors:
        print("\n".join(["below the floors:", *below]))
        return 1
    return 0


def _gold(read: Read, shared: Path, kept: Path, floors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Print the table of each gold corpus; yield a line for each figure below its floor."""
    for name in GOLD:
        gold, file = shared / "gold" / f"{name}.jsonl", kept / f"{name}.jsonl"
        cases.keep(read(gold), file)
        print(f"## {name}\n{scores.table(shared, gold, file)}", flush=True)
        yield from _below(name, scores.figures(shared, gold, file), floors)
    story = shared / "gold" / "baldwin.jsonl"
    record = next(cases.rows(story))
    yield from (f"baldwin: {fault}" for fault in baldwin.faults(next(read(story)), record))


def _parts(read: Read, shared: Path, kept: Path, floors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Print the figures of each public corpus; yield a line for each below its floor."""
    for skill, file in PARTS:
        name = file.split(".")[0]
        corpus, told = shared / "data" / file, kept / "parts.jsonl"
        if skill == "names":
            corpus = kept / f"{name}.jsonl"
            names.write(shared / "data" / file, corpus)
        cases.keep(read(corpus), told)
        printed = scores.part(shared, skill, corpus, told)
        print(f"## {skill}: {name}\n{printed}", flush=True)
        yield from _below(name, scores.part_figures(printed), floors)


def _people(read: Read, shared: Path, floors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """Print how well people are told from each other across stories; yield a line for each figure below its floor."""
    told = people.answers(read(shared / "data" / people.CORPUS))
    print(f"## who is who across stories\n{people.table(told)}", flush=True)
    yield from _below("same-people", people.figures(told), floors)


def _below(name: str, figures: Mapping[str, float], floors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    for row, floor in floors[name].items():
        if figures[row] < floor:
            yield f"{name}: {row} is {figures[row]}, its floor {floor}"


if __name__ == "__main__":
    sys.exit(main())
