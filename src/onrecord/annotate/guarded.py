"""A long pattern that is made ready only for a text that holds its key words; making them all costs half a second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache


class Guarded:
    """The pattern ``whole``, which can match only where ``key``, a short pattern, is found."""

    def __init__(self, key: str, whole: str) -> None:
        """Keep both; neither is compiled before it is needed."""
        self.key, self.whole = key, whole

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches of the whole pattern."""
        if _ready(self.key).search(text):
            yield from _ready(self.whole).finditer(text)


@cache
def _ready(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
