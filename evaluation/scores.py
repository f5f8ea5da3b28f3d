"""Runs the shared scoring scripts on cases of ours."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path


def table(shared: Path, gold: Path, cases: Path) -> str:
    """Return the table that score_case.py prints."""
    return _run(shared / "eval" / "score_case.py", gold, cases)


def figures(shared: Path, gold: Path, cases: Path) -> dict[str, float]:
    """Return one figure a row of that table: F1 in percent, or recall where there is no F1."""
    scored = json.loads(_run(shared / "eval" / "score_case.py", gold, cases, "--json"))
    return {row: values.get("f1", values["recall"]) for row, values in scored.items()}


def part(shared: Path, skill: str, gold: Path, cases: Path) -> str:
    """Return what score_parts.py prints on one skill."""
    return _run(shared / "eval" / "score_parts.py", skill, gold, cases)


def part_figures(printed: str) -> dict[str, float]:
    """Return the F1 of each line that score_parts.py printed, or, where a line has none, the percentages in it."""
    rows = re.findall(r"^(\w+) +P .*F1 +([\d.]+)", printed, re.MULTILINE)
    shares = re.findall(r"([a-z][a-z ]+[a-z]) ([\d.]+) of \d+", printed)
    return {name: float(figure) for name, figure in (*rows, *shares)}


def _run(*command: str | Path) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {done.stderr.strip() or done.stdout.strip()}")
    return done.stdout
