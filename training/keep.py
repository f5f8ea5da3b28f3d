"""Keeps examples in a file, one a line, and brings them back as they were."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from training.example import Age, Attribution, Example, Kin, Mention, Quote


def keep(path: Path, examples: Iterable[Example]) -> int:
    """Write examples and return how many there were."""
    count = 0
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as file:
        for example in examples:
            row = asdict(example) | {"forms": sorted(example.forms), "strangers": sorted(example.strangers)}
            told = {name: value for name, value in row.items() if value is not None}
            file.write(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    return count


def kept(path: Path) -> Iterator[Example]:
    """Read examples back."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield _example(json.loads(line))


def _example(row: dict[str, Any]) -> Example:
    whole = {name: tuple(row[name]) for name in ("words", "sentences", "upos", "heads", "relations") if name in row}
    many: dict[str, Any] = {
        name: tuple(kind(**{key: _tuples(value) for key, value in part.items()}) for part in row[name])
        for name, kind in (
            ("attributions", Attribution),
            ("mentions", Mention),
            ("kin", Kin),
            ("quotes", Quote),
            ("ages", Age),
        )
        if name in row
    }
    return Example(
        id=row["id"],
        corpus=row["corpus"],
        stretches={layer: _tuples(stretches) for layer, stretches in row["stretches"].items()},
        forms=frozenset(row["forms"]),
        strangers=frozenset(row["strangers"]),
        factuality={int(word): name for word, name in row["factuality"].items()} if "factuality" in row else None,
        **whole,
        **many,
    )


def _tuples(value: Any) -> Any:
    return tuple(_tuples(part) for part in value) if isinstance(value, list) else value
