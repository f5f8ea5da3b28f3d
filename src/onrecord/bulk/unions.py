"""Says what hangs together, directly or by way of others, when all that is known are pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


def firsts(ones: Numbers, others: Numbers, count: int) -> Numbers:
    """Return for each of ``count`` things the first of those that it hangs together with, itself where it is alone."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not count:
        return np.empty(0, np.int64)
    pairs = coo_array((np.ones(len(ones), np.int8), (ones, others)), shape=(count, count))
    _, labels = connected_components(pairs, directed=False)
    _, first, places = np.unique(labels, return_index=True, return_inverse=True)
    return np.asarray(first[places], np.int64)


def neighbours(values: NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    """Return, where several places hold one value, the first of those places and each other one, as pairs."""
    order = np.argsort(values, kind="stable")
    same = values[order[1:]] == values[order[:-1]]
    heads = np.maximum.accumulate(np.where(np.concatenate(([False], same)), 0, np.arange(len(order))))
    places = np.flatnonzero(same) + 1
    return order[heads[places]], order[places]
