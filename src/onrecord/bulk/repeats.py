"""Finds the stories that repeat another one nearly word for word, across all shards, so that none is read twice."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.bulk import tables
from onrecord.bulk.folder import Done, Folder, digest, writer
from onrecord.bulk.signatures import PERMUTATIONS
from onrecord.bulk.unions import Numbers, firsts, neighbours

BANDS = 8
"""Signatures are compared where one of so many bands is equal: of two texts alike by 0.9, 99 in 100 pairs are found."""

LEAST_ALIKE = 0.8
"""Share of equal numbers in two signatures from which on a story counts as a repeat: about the share of equal words."""

STAGE = "repeats"
Signatures = NDArray[np.uint32]


def repeats(signatures: Signatures) -> Numbers:
    """Return for each row the first row that it repeats, itself where it repeats none.

    Rows are [n, ``PERMUTATIONS``]. What comes first is kept; a row is a repeat only of a row that is none itself, and
    only if the two signatures are alike by ``LEAST_ALIKE``. The answer depends on the order of the rows alone.
    """
    ones, others = _pairs(signatures)
    first = firsts(ones, others, len(signatures))
    for row in np.flatnonzero(first != np.arange(len(first))):
        if not _alike(signatures, int(first[row]), int(row)):
            first[row] = row
    return first


def mark(folder: Folder, collected: Sequence[Done]) -> dict[str, Done]:
    """Write the table of repeats, shard by shard, with a note for each; return the notes.

    ``collected`` are the notes of all shards in the order of their names. The signatures lie in a file while they are
    compared: of n stories the memory holds some 30 n bytes.
    """
    ends = list(accumulate((done.rows["signatures"] for done in collected), initial=0))
    numbers = np.empty(ends[-1], np.int32)
    with tempfile.TemporaryFile() as kept:
        signatures = _laid_down(kept, ends[-1])
        for done, start in zip(collected, ends[:-1], strict=True):
            for at, row in enumerate(folder.rows("signatures", done.shard), start):
                signatures[at] = np.frombuffer(row["signature"], "<u4")
                numbers[at] = tables.number(row["story"])
        first = repeats(signatures)

    def key(row: int) -> str:
        return tables.key(collected[bisect_right(ends, row) - 1].shard, int(numbers[row]))

    notes = {}
    for done, start, end in zip(collected, ends[:-1], ends[1:], strict=True):
        later = (row for row in range(start, end) if first[row] != row)
        rows = [{"story": key(row), "same_as": key(int(first[row]))} for row in later]
        with writer(folder, {"repeats": folder.table("repeats", done.shard)}) as out:
            out.add({"repeats": rows})
        notes[done.shard] = out.done(done.shard, made_from=digest(rows), counts={"repeats": len(rows)})
        folder.note(STAGE, notes[done.shard])
    return notes


def _pairs(signatures: Signatures) -> tuple[Numbers, Numbers]:
    """Return rows with an equal band that are alike: the first of all that share a band, with each other."""
    width = PERMUTATIONS // BANDS
    found: list[tuple[int, int]] = []
    for band in range(BANDS):
        part = np.ascontiguousarray(signatures[:, band * width : (band + 1) * width])
        pairs = zip(*(some.tolist() for some in neighbours(_hashes(part))), strict=True)
        found += [pair for pair in pairs if _alike(signatures, *pair)]
    ones, others = np.array(found, np.int64).reshape(-1, 2).T
    return ones, others


def _hashes(part: Signatures) -> NDArray[np.uint64]:
    """Return one number for each row."""
    made = np.zeros(len(part), np.uint64)
    for column in part.T:
        made = (made ^ column) * np.uint64(0x9E3779B97F4A7C15)
        made ^= made >> np.uint64(29)
    return made


def _alike(signatures: Signatures, one: int, other: int) -> bool:
    return bool(np.mean(signatures[one] == signatures[other]) >= LEAST_ALIKE)


def _laid_down(file: Any, count: int) -> Signatures:
    if not count:
        return np.empty((0, PERMUTATIONS), np.uint32)
    return np.memmap(file, np.uint32, "w+", shape=(count, PERMUTATIONS))
