"""Tries a few documents of a corpus, and works out what the whole will take: time, cost and disk."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil
from pathlib import Path

import msgspec

from onrecord.bulk.asking import Answer, Question
from onrecord.bulk.documents import Document, documents
from onrecord.bulk.engines import Failed, News, attempt
from onrecord.bulk.guard import Guard
from onrecord.bulk.progress import told_size
from onrecord.bulk.run import run
from onrecord.bulk.shards import Shard
from onrecord.bulk.tasks import Settings, Task

MOST_SHARDS = 16
"""The documents tried come from so many shards at most, spread over all of them."""


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """What was tried, and the whole that it stands for.

    ``documents`` are those tried, ``counts`` what became of them, ``seconds`` what they took on one core, ``size``
    the bytes of their tables; ``shards`` and ``whole`` are all shards and, estimated, all documents. ``failed`` are
    the shards that could not be tried.
    """

    documents: int
    counts: dict[str, int]
    seconds: float
    size: int
    shards: int
    whole: float
    failed: tuple[Failed, ...] = ()


def sample(found: Sequence[Shard], settings: Settings, most: int) -> Tried:
    """Read about ``most`` documents of some of the shards into a folder that is thrown away.

    Raises ``OSError`` when that folder cannot be written.
    """
    step = max(1, ceil(len(found) / MOST_SHARDS))
    some = found[::step]
    each = ceil(most / len(some))
    with tempfile.TemporaryDirectory() as kept, Guard(settings.limits) as guard:
        own = msgspec.structs.replace(settings, output=kept)
        clock = _Clock(guard)

        def engine(tasks: Sequence[Task]) -> Iterator[News]:
            return (attempt(task, clock, lambda documents: None) for task in tasks)

        begun = time.perf_counter()
        tally = run(some, own, engine, lambda stage, tasks, news: news, most=each)
        seconds = time.perf_counter() - begun - clock.loading
        size = sum(file.stat().st_size for file in Path(kept).glob("*/*.parquet"))
    counts, not_tried = tally.counts, {failed.name for failed in tally.failed}
    tried = [shard for shard in some if shard.name not in not_tried]
    density = sum(_documents(shard, settings, each) for shard in tried) / max(1, sum(shard.size for shard in tried))
    return Tried(
        documents=sum(counts.values()) - counts["read"] - counts["repeats"],
        counts=dict(counts),
        seconds=seconds,
        size=size,
        shards=len(found),
        whole=density * sum(shard.size for shard in found),
        failed=tuple(tally.failed),
    )


def told(tried: Tried, *, workers: int, core_hour_price: float) -> Iterator[str]:
    """Yield what was tried, and what the whole will take."""
    each = max(1, tried.documents)
    counts = ", ".join(f"{count:,} {became}" for became, count in sorted(tried.counts.items()))
    seconds = tried.seconds / each * tried.whole
    unit, length = ("hours", 3600) if seconds >= 3600 else ("seconds", 1)
    price = seconds / 3600 * core_hour_price
    yield f"tried {tried.documents:,} documents: {counts}"
    yield f"one took {tried.seconds / each:.3f} core-seconds and {tried.size / each:,.0f} bytes of tables"
    yield f"the whole is about {tried.whole:,.0f} documents in {tried.shards:,} shards"
    yield (
        f"about {seconds / length:,.0f} core-{unit}: {seconds / length / workers:,.0f} {unit} with {workers} workers "
        f"of a core each, {price:,.2f} at {core_hour_price:g} a core-hour"
    )
    yield f"about {told_size(tried.size / each * tried.whole)} of tables"


class _Clock:
    """Hands questions on, and takes the time of the first of each kind apart: it loads what the others find loaded."""

    def __init__(self, guard: Guard) -> None:
        self.guard, self.loading = guard, 0.0
        self.known: set[type] = set()

    def __call__(self, asked: Question) -> Answer:
        begun = time.perf_counter()
        if type(asked) not in self.known:
            self.known.add(type(asked))
            self.guard.ask(asked)
            self.loading += time.perf_counter() - begun
        return self.guard.ask(asked)


def _documents(shard: Shard, settings: Settings, each: int) -> float:
    """Estimate how many documents a shard has, from how far its first ones reach."""
    count, passed = 0, 1.0
    for document in islice(documents(shard, text_column=settings.text_column), each):
        count += 1
        if isinstance(document, Document):
            passed = document.passed
    return count if count < each else count / max(passed, 1e-9)
