"""Words of a story, held by the words themselves: they are known again when the story is edited around them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec

from onrecord.model.finding import Says
from onrecord.model.span import Span

NEAR_CHARACTERS = 40  # of the story on either side of the first words


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Stretches of a story's text by their words, white space folded; ``near`` is the first with what stands around it.

    The words must be the same for two anchors to mean the same; what stands around them only chooses between equals.
    """

    words: tuple[str, ...]
    near: str = ""

    @classmethod
    def of(cls, text: str, spans: Sequence[Span | Says]) -> Anchor:
        """Hold some stretches of a text by their words."""
        near = ""
        if spans:
            near = text[max(0, spans[0].start - NEAR_CHARACTERS) : spans[0].end + NEAR_CHARACTERS]
        return cls(words=tuple(_folded(span.text) for span in spans), near=_folded(near))

    def likeness(self, other: Anchor) -> float:
        """Return how alike two surroundings are, from 0 to 1."""
        return SequenceMatcher(None, self.near, other.near, autojunk=False).ratio()


def _folded(text: str) -> str:
    return " ".join(text.split())
