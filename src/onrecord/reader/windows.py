"""A long story is read in overlapping windows, and each word belongs to the one window that sees it best."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

WINDOW_PIECES = 510
"""Word pieces a window holds: the encoder's 512 places less the two that mark its ends."""

OVERLAP_PIECES = 192
"""Word pieces that two neighbouring windows share, so that no word is read without words around it."""


class Window(NamedTuple):
    """Words ``start`` to ``end`` are read together; the answers for ``own_start`` to ``own_end`` are taken from it."""

    start: int
    end: int
    own_start: int
    own_end: int


def windows(pieces: Sequence[int], *, size: int = WINDOW_PIECES, overlap: int = OVERLAP_PIECES) -> list[Window]:
    """Cut words into windows, given how many pieces each word has (at least 1, at most ``size``).

    Every word is owned by exactly one window; between two windows the border lies in the middle of what they share.
    """
    offsets = [0, *accumulate(pieces)]
    count = len(pieces)
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < count:
        end = start
        while end < count and offsets[end + 1] - offsets[start] <= size:
            end += 1
        bounds.append((start, end))
        if end == count:
            break
        back = end
        while back > start + 1 and offsets[end] - offsets[back - 1] <= overlap:
            back -= 1
        start = back
    if not bounds:
        return []
    borders = [0, *((here[1] + after[0]) // 2 for here, after in pairwise(bounds)), count]
    return [Window(*bound, *own) for bound, own in zip(bounds, pairwise(borders), strict=True)]
