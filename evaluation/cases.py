"""Reads the stories of a corpus into cases, and keeps them in a file for the scoring scripts."""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from onrecord import ingest, pipeline
from onrecord.model.case import Case
from onrecord.model.errors import BadInput


def rows(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a ``.jsonl`` or ``.tsv`` file, packed or not, each with its ``text``."""
    unpack = gzip.open if corpus.suffix == ".gz" else open
    with unpack(corpus, "rt", encoding="utf-8", newline="") as lines:
        if ".tsv" in corpus.suffixes:
            for row in csv.DictReader(lines, delimiter="\t"):
                yield {"story": row["ID"], "text": row["Text"]}
        else:
            yield from (json.loads(line) for line in lines if line.strip())


def read(corpus: Path, *, rules_alone: bool = False) -> Iterator[Case]:
    """Yield the checked case of each story of a corpus; a text that comes twice is read once.

    A story that cannot be read is one line on standard error, and counts as missed.
    """
    return read_rows(rows(corpus), rules_alone=rules_alone)


def read_rows(told: Iterable[dict[str, Any]], *, rules_alone: bool = False) -> Iterator[Case]:
    """Yield the checked case of each row; see ``read``."""
    seen = set()
    for row in told:
        if row["text"] in seen:
            continue
        seen.add(row["text"])
        record = {"text": row["text"], "published": row.get("published") or row.get("dct"), "outlet": row.get("outlet")}
        try:
            story = ingest.from_record(record, where=str(row.get("story") or row.get("id")))
        except BadInput as bad:
            print(f"not read: {bad}", file=sys.stderr)
            continue
        yield pipeline.check(pipeline.read(story, rules_alone=rules_alone))


def keep(cases: Iterator[Case], file: Path) -> None:
    """Write one case a line, as ``onrecord check --format jsonl`` does."""
    with file.open("wb") as lines:
        for case in cases:
            lines.write(msgspec.json.encode(case) + b"\n")
