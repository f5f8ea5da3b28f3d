"""Tries a few documents of a corpus, and works out what the whole will take: time, cost and disk."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil

import msgspec

from onrecord.bulk import repeats
from onrecord.bulk.asking import Answer, Question
from onrecord.bulk.documents import Document, documents
from onrecord.bulk.folder import Done, Folder, digest
from onrecord.bulk.guard import Guard
from onrecord.bulk.shards import Shard
from onrecord.bulk.tasks import Collect, Extract, Settings, work

MOST_SHARDS = 16
"""The documents tried come from so many shards at most, spread over all of them."""


class Tried(msgspec.Struct, frozen=True, kw_only=True):
    """What was tried, and the whole that it stands for.

    ``documents`` are those tried, ``counts`` what became of them, ``seconds`` what they took on one core, ``size``
    the bytes of their tables; ``shards`` and ``whole`` are all shards and, estimated, all documents.
    """

    documents: int
    counts: dict[str, int]
    seconds: float
    size: int
    shards: int
    whole: float


def sample(found: Sequence[Shard], settings: Settings, most: int) -> Tried:
    """Read about ``most`` documents of some of the shards into a folder that is thrown away."""
    step = max(1, ceil(len(found) / MOST_SHARDS))
    some = found[::step]
    each = ceil(most / len(some))
    density = sum(_documents(shard, settings, each) for shard in some) / max(1, sum(shard.size for shard in some))
    with tempfile.TemporaryDirectory() as kept, Guard(settings.limits) as guard:
        own = msgspec.structs.replace(settings, output=kept)
        clock = _Clock(guard)
        begun = time.perf_counter()
        notes = _done(some, own, each, clock)
        seconds = time.perf_counter() - begun - clock.loading
    counts: Counter[str] = Counter()
    for done in notes:
        counts.update(done.counts)
    tried = sum(counts.values()) - counts["read"] - counts["repeats"]
    return Tried(
        documents=tried,
        counts=dict(counts),
        seconds=seconds,
        size=sum(sum(done.sizes.values()) for done in notes),
        shards=len(found),
        whole=density * sum(shard.size for shard in found),
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
    yield f"about {tried.size / each * tried.whole / 1e9:,.1f} GB of tables"


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


def _done(some: Sequence[Shard], settings: Settings, each: int, clock: _Clock) -> list[Done]:
    folder = Folder(settings.output)

    def unheard(documents: int) -> None:
        """Nobody watches."""

    collected = [work(Collect(shard=shard, settings=settings, most=each), clock, unheard) for shard in some]
    marked = repeats.mark(folder, collected)
    read = [
        work(
            Extract(
                name=done.shard,
                settings=settings,
                stories=digest(done),
                repeats=digest(marked[done.shard]),
                size=done.rows["stories"],
            ),
            clock,
            unheard,
        )
        for done in collected
    ]
    return [*collected, *read]


def _documents(shard: Shard, settings: Settings, each: int) -> float:
    """Estimate how many documents a shard has, from how far its first ones reach."""
    count, passed = 0, 1.0
    for document in islice(documents(shard, text_column=settings.text_column), each):
        count += 1
        if isinstance(document, Document):
            passed = document.passed
    return count if count < each else count / max(passed, 1e-9)
