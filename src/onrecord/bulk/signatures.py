"""Signs each story with numbers that are alike where the words are alike, to find one story on several sites."""

from __future__ import annotations

import re
import zlib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datasketch import MinHash

PERMUTATIONS = 64
SHINGLE_WORDS = 5
SEED = 1
MOST_WORDS = 20_000

_WORD = re.compile(r"\w+")


def signature(text: str) -> bytes:
    """Return the MinHash signature of a text's runs of five words: ``PERMUTATIONS`` 32-bit numbers, little-endian.

    The share of equal numbers in two signatures estimates the Jaccard similarity of the two texts.
    """
    words = [word.casefold() for word in _WORD.findall(text)[:MOST_WORDS]]
    last = max(1, len(words) - SHINGLE_WORDS + 1)
    made = _unsigned().copy()
    made.update_batch(sorted({" ".join(words[at : at + SHINGLE_WORDS]).encode() for at in range(last)}))
    return bytes(made.hashvalues.astype("<u4").tobytes())


@cache
def _unsigned() -> MinHash:
    from datasketch import MinHash

    return MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=zlib.crc32, scheme="affine32")
