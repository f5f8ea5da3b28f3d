"""Opens the gold records of training stories for the scripts that fit weights of the rules."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def rows(description: str | None) -> Iterator[dict[str, Any]]:
    """Yield the records in the folder that the command line names with ``--gold``; without them, leave with a line."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True, help="the folder that holds celebrity-train.jsonl")
    path = parser.parse_args().gold / "celebrity-train.jsonl"
    if not path.is_file():
        sys.exit(f"{path}: no such file; --gold must name the folder of the gold records")
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
