"""Small corpora of invented stories, and an engine that does everything in this process."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from onrecord.bulk.answering import answered
from onrecord.bulk.engines import News, attempt
from onrecord.bulk.tasks import Settings, Task

MARLOW = """\
A Wedding in Tulsa
Actress Dana Marlow, 41, married producer Cole Brenner, 52, in Tulsa on May 3, 2025, her publicist said.
"We never planned a big day," Marlow said. Her son, Theo Marlow, 12, walked with her.
"""
QUARRY = """\
Quarry to Close
Mayor Ruth Ansel said on Monday that the quarry will close. "It is over," she told reporters.
An insider told the Tulsa Ledger that the owner, Hal Pruitt, 63, has sold the land. He is the father of Lena Pruitt.
"""
OTHER = """\
Pruitt, 59, Sells Land
Hal Pruitt, 59, sold the quarry's land on May 2, a friend of the owner said.
"I am done with stone," Pruitt said. He is the father of Lena Pruitt.
"""
GERMAN = (
    "Der Bürgermeister hat am Montag gesagt, dass der Steinbruch geschlossen wird. Die Leute in der Stadt haben das "
    "nicht erwartet, und viele von ihnen sind darüber auch nicht sehr glücklich."
)


def lines(texts: Sequence[str]) -> bytes:
    return b"".join(
        json.dumps({"text": text, "published": "2025-05-05", "outlet": "Tulsa Ledger", "url": f"https://www.ledger.example/{number}"}).encode() + b"\n"
        for number, text in enumerate(texts)
    )  # fmt: skip


def alone(tasks: Sequence[Task]) -> Iterator[News]:
    for task in tasks:
        yield attempt(task, answered, lambda documents: None)


def unseen(stage: str, tasks: Sequence[Task], news: Iterator[News]) -> Iterator[News]:
    return news


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(lines([MARLOW, QUARRY]))
    (folder / "b.jsonl").write_bytes(lines([OTHER, GERMAN, f"{MARLOW}\nAll rights reserved."]) + b"{no json\n")
    return folder


@pytest.fixture
def settled(tmp_path: Path) -> Callable[..., Settings]:
    return lambda **more: Settings(**{"output": str(tmp_path / "tables"), "rules_alone": True, **more})
