"""Cuts work on a whole corpus into pieces that a worker can hold: rows numbered through, values by their size."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray

from onrecord.bulk import tables

Values = NDArray[np.uint64]

_BITS = 32
_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio: a multiple of it has its high bits well mixed


def place(ordinal: int, number: int) -> int:
    """Return one number for the number that something has in its shard, in the order of shards, which count from 0."""
    return ordinal << _BITS | number


def shard(place: int) -> int:
    """Return which shard a place lies in."""
    return place >> _BITS


def number(place: int) -> int:
    """Return a place's number inside its shard, from 1."""
    return place & (1 << _BITS) - 1


def span(ordinal: int) -> tuple[int, int]:
    """Return the first place of a shard, and the first behind it."""
    return ordinal << _BITS, ordinal + 1 << _BITS


def key(shards: Sequence[str], place: int) -> str:
    """Return the key of a place, given the names of all shards."""
    return tables.key(shards[shard(place)], number(place))


def parts(rows: int, most: int) -> int:
    """Return in how many slices rows are worked on, with about ``most`` in each."""
    return max(1, ceil(rows / most))


def bounds(part: int, parts: int) -> tuple[int, int]:
    """Return the least 64-bit value of a slice, and the least of the next."""
    return (part << 64) // parts, (part + 1 << 64) // parts


def inside(values: Values, part: int, parts: int) -> NDArray[np.bool_]:
    """Tell which values lie in a slice."""
    first, end = bounds(part, parts)
    return (values >= np.uint64(first)) & (values <= np.uint64(end - 1))


def mixed(values: Values) -> Values:
    """Return values spread evenly over 64 bits, the same for the same."""
    return values * _SPREAD


def several(values: Values) -> Values:
    """Return the values that are there more than once, in their order."""
    once, counts = np.unique(values, return_counts=True)
    return once[counts > 1]
