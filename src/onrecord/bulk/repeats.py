"""Finds the stories that repeat another one nearly word for word, across all shards, so that none is read twice."""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from onrecord.bulk import slices, tables
from onrecord.bulk.folder import Folder
from onrecord.bulk.signatures import PERMUTATIONS
from onrecord.bulk.slices import Values
from onrecord.bulk.tables import Row

BANDS = 8
"""Signatures are compared where one of so many bands is equal: of two texts alike by 0.9, 99 in 100 pairs are found."""

LEAST_ALIKE = 0.8
"""Share of equal numbers in two signatures from which on a story counts as a repeat: about the share of equal words."""

LEADER_ALIKE = 0.9
MOST_LEADERS = 8
"""Of the stories with one band the first is laid beside all others, and so are a few that are less alike than 0.9."""

VALUES_A_SLICE = 8_000_000

Signatures = NDArray[np.uint32]
_NONE: Values = np.empty(0, np.uint64)


def compare(output: Folder, work: Folder, shards: Sequence[str], part: int, parts: int) -> Iterator[list[Row]]:
    """Yield the stories that are alike among those that have a band of one slice in common.

    ``later`` is the place of a story, ``earlier`` that of one before it. All signatures are read twice, some thousand
    at a time; the memory holds the bands of the slice, and the signatures of those that lead.
    """
    bands = (_bands(signatures).ravel() for _, _, signatures in _signed(output, shards))
    shared = slices.several(np.concatenate([some[slices.inside(some, part, parts)] for some in bands] or [_NONE]))
    leaders: dict[int, list[tuple[int, Signatures]]] = {}
    for ordinal, stories, signatures in _signed(output, shards):
        values = _bands(signatures)
        where = zip(*(some.tolist() for some in np.nonzero(np.isin(values, shared))), strict=True)
        found: list[Row] = []
        for row, some in groupby(where, key=itemgetter(0)):
            later = slices.place(ordinal, tables.number(stories[row]))
            earlier: set[int] = set()
            for _, column in some:
                earlier |= _lay_beside(later, signatures[row], leaders.setdefault(int(values[row, column]), []))
            found += [{"later": later, "earlier": one} for one in sorted(earlier)]
        yield found


def firsts(pairs: Iterable[Iterable[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    """Yield each story that is a repeat, and the first of those it repeats.

    ``pairs`` are, slice by slice, pairs of a story and one before it that it is like, in their order. A story is a
    repeat only of one that is none itself. The memory holds 8 bytes a repeat.
    """
    found = array("q")
    for later, some in groupby(heapq.merge(*pairs), key=itemgetter(0)):
        kept = [earlier for _, earlier in some if not _holds(found, earlier)]
        if kept:
            found.append(later)
            yield later, kept[0]


def _lay_beside(later: int, own: Signatures, leaders: list[tuple[int, Signatures]]) -> set[int]:
    """Return which of a band's leaders a story is like; it becomes one where none is much like it."""
    alike = {earlier: float(np.mean(own == other)) for earlier, other in leaders}
    if len(leaders) < MOST_LEADERS and max(alike.values(), default=0) < LEADER_ALIKE:
        leaders.append((later, own.copy()))
    return {earlier for earlier, share in alike.items() if share >= LEAST_ALIKE}


def _signed(output: Folder, shards: Sequence[str]) -> Iterator[tuple[int, list[str], Signatures]]:
    """Yield some thousand stories after another: their shard, their keys, their signatures [n, ``PERMUTATIONS``]."""
    for ordinal, shard in enumerate(shards):
        for batch in output.batches("signatures", shard):
            written = b"".join(batch["signature"].to_pylist())
            yield ordinal, batch["story"].to_pylist(), np.frombuffer(written, "<u4").reshape(-1, PERMUTATIONS)


def _bands(signatures: Signatures) -> Values:
    """Return a number for each band of each row, as [n, ``BANDS``]; two bands of one row never share theirs."""
    width = PERMUTATIONS // BANDS
    made = np.tile(np.arange(1, BANDS + 1, dtype=np.uint64), (len(signatures), 1))
    for column in range(width):
        made = slices.mixed(made ^ signatures[:, column::width])
        made ^= made >> np.uint64(29)
    return slices.mixed(made)


def _holds(ordered: array[int], value: int) -> bool:
    at = bisect_left(ordered, value)
    return at < len(ordered) and ordered[at] == value
