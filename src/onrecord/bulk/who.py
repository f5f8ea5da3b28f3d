"""Joins people across all shards: those of one block are laid side by side, and what then hangs together is joined."""

from __future__ import annotations

import mmap
import tempfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from itertools import accumulate, groupby, islice

import numpy as np

from onrecord.bulk import slices, tables
from onrecord.bulk.folder import Folder
from onrecord.bulk.met import decode, joined
from onrecord.bulk.tables import Row
from onrecord.record.blocks import blocks

PROFILES_A_SLICE = 250_000
GROUPS_A_SLICE = 50_000
ROWS_A_GROUP = 1_024
_BYTES = 8


def spread(output: Folder, work: Folder, shards: Sequence[str], part: int, parts: int) -> Iterator[list[Row]]:
    """Yield the groups of one shard, once for each block that they stand in, in the order of blocks."""
    rows = sorted(
        (_value(block), slices.place(part, tables.number(row["group"])), row["profile"])
        for row in output.rows("groups", shards[part])
        for block in blocks(decode(row["profile"]))
    )
    yield from _pieces({"block": block, "place": place, "profile": profile} for block, place, profile in rows)


def near(output: Folder, work: Folder, shards: Sequence[str], part: int, parts: int) -> Iterator[list[Row]]:
    """Yield which groups are one person as far as one block shows, for the blocks of one slice.

    ``later`` is the place of a group, ``earlier`` that of the first of its person.
    """
    bounds = slices.bounds(part, parts)
    seen = (row["block"] for shard in shards for row in work.between("spread", shard, *bounds, columns=["block"]))
    shared = set(slices.several(np.fromiter(seen, np.uint64)).tolist())
    by_block: defaultdict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for shard in shards:
        for row in work.between("spread", shard, *bounds):
            if row["block"] in shared:
                by_block[row["block"]].append((row["place"], row["profile"]))
    pairs = {
        (place, head) for people in by_block.values() for place, (head, _) in joined(people).items() if head != place
    }
    yield [{"later": later, "earlier": earlier} for later, earlier in sorted(pairs)]


def hanging_together(pairs: Iterable[tuple[int, int]], counts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each place that hangs together with one before it, by pairs or by way of others, and the first of these.

    ``counts`` are the groups of each shard. A file holds 8 bytes a group meanwhile.
    """
    starts = list(accumulate(counts, initial=0))

    def index(place: int) -> int:
        return starts[slices.shard(place)] + slices.number(place) - 1

    def place(index: int) -> int:
        ordinal = bisect_right(starts, index) - 1
        return slices.place(ordinal, index - starts[ordinal] + 1)

    with _numbers(starts[-1]) as above:  # one more than the index of somebody before, 0 for the first

        def first(index: int) -> int:
            while up := above[index]:
                above[index] = above[up - 1] or up
                index = above[index] - 1
            return index

        for later, earlier in pairs:
            low, high = sorted((first(index(later)), first(index(earlier))))
            if low != high:
                above[high] = low + 1
        for one in range(starts[-1]):
            if above[one]:
                yield place(one), place(first(one))


def settle(output: Folder, work: Folder, shards: Sequence[str], part: int, parts: int) -> Iterator[list[Row]]:
    """Yield who the groups are that hang together, for those whose first lies in one slice, by the record's rules.

    They are in the order of their places, so that a shard finds its own without reading those of all others.
    """
    heads: dict[int, int] = {}
    for some in work.batches("together", "all"):
        later, earlier = (some[name].to_numpy() for name in ("later", "earlier"))
        own = slices.inside(slices.mixed(earlier.astype(np.uint64)), part, parts)
        firsts = earlier[own].tolist()
        heads.update(zip(later[own].tolist(), firsts, strict=True))
        heads.update(zip(firsts, firsts, strict=True))
    people: defaultdict[int, list[tuple[int, bytes]]] = defaultdict(list)
    for ordinal, some in groupby(sorted(heads), key=slices.shard):
        for place, profile in _profiles(output, shards[ordinal], list(some)):
            people[heads[place]].append((place, profile))
    yield from _pieces(
        {"place": place, "who": slices.key(shards, first), "reasons": list(reasons)}
        for place, (first, reasons) in sorted(found for some in people.values() for found in joined(some).items())
        if first != place or reasons
    )


def identify(output: Folder, work: Folder, shards: Sequence[str], part: int, parts: int) -> Iterator[list[Row]]:
    """Yield whom the people of one shard's stories are; a group that nothing joined is a person of its own."""
    who = {
        slices.key(shards, row["place"]): row
        for settled in work.names("who")
        for row in work.between("who", settled, *slices.span(part))
    }
    yield from _pieces(_identity(row, who.get(row["group"])) for row in output.rows("met", shards[part]))


def _pieces(rows: Iterator[Row]) -> Iterator[list[Row]]:
    """Yield rows in pieces, each of which becomes one row group."""
    while some := list(islice(rows, ROWS_A_GROUP)):
        yield some


def _profiles(output: Folder, shard: str, places: list[int]) -> Iterator[tuple[int, bytes]]:
    """Yield some of a shard's groups, which lie in the table in the order of their numbers, with what is known."""
    numbers, start = np.array([slices.number(place) for place in places]), 0
    for batch in output.batches("groups", shard):
        first, end = np.searchsorted(numbers, (start + 1, start + len(batch) + 1)).tolist()
        found = batch["profile"].take(numbers[first:end] - start - 1)
        yield from zip(places[first:end], found.to_pylist(), strict=True)
        start += len(batch)


def _identity(met: Row, settled: Row | None) -> Row:
    who, more = (settled["who"], settled["reasons"]) if settled else (met["group"], [])
    return {"story": met["story"], "person": met["person"], "who": who, "reasons": [*met["reasons"], *more]}


def _value(block: str) -> int:
    return int.from_bytes(blake2b(block.encode(), digest_size=_BYTES).digest(), "big")


@contextmanager
def _numbers(count: int) -> Iterator[memoryview]:
    """Make room for so many numbers in a file that the system keeps in memory as far as there is any; all are 0."""
    with tempfile.TemporaryFile() as kept:
        kept.truncate(max(1, count) * _BYTES)
        with mmap.mmap(kept.fileno(), 0) as memory, memoryview(memory) as plain, plain.cast("q") as numbers:
            yield numbers
