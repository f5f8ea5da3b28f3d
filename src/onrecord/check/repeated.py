"""Finds where the words of one quotation come back in another, the same or nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.check.wording import Word, most_alike, words_of
from onrecord.model.document import Quotation
from onrecord.model.span import Span

NEARLY = 0.75  # share of the shorter one's words that must stand in the other quotation, in their order
_MARKED_CHANGE = re.compile(r"\.{3,}|(?:\. ){2,}\.?|…|\[[^\]\n]{0,80}\]|[\w*]{0,30}\*[\w*]{0,30}")


def pieces(quoted: Span, shortest_words: int) -> Iterator[tuple[Word, ...]]:
    """Yield the stretches of words between marked changes, those that are long enough to compare."""
    start = quoted.start
    for change in [*_MARKED_CHANGE.finditer(quoted.text), None]:
        end = quoted.start + change.start() if change else quoted.end
        words = words_of(quoted.part(start, end)) if start < end else ()
        if len(words) >= shortest_words:
            yield words
        start = quoted.start + change.end() if change else end


def closest(
    piece: Sequence[Word], said: Sequence[tuple[Quotation, tuple[Word, ...]]]
) -> tuple[Quotation, Sequence[Word], bool] | None:
    """Return the quotation of the body that comes nearest, its words that do, and whether they are the same."""
    wanted, best = {word.plain for word in piece}, None
    for quotation, words in said:
        if len(wanted.intersection(word.plain for word in words)) < NEARLY * len(wanted):
            continue
        likeness = most_alike(piece, words)
        if likeness is None or likeness.shared < NEARLY * len(piece):
            continue
        stretch = words[likeness.first : likeness.last + 1]
        if _only_completes(piece, stretch, words):
            continue
        same = likeness.shared == len(piece) == len(stretch)
        if best is None or (same, likeness.shared, -len(stretch)) > best[0]:
            best = (same, likeness.shared, -len(stretch)), (quotation, stretch, same)
        if same:
            break
    return best[1] if best else None


def _only_completes(piece: Sequence[Word], stretch: Sequence[Word], words: Sequence[Word]) -> bool:
    """Tell whether the heading only adds words where the story's own marks begin or end.

    For "She is happy" in the heading and she "is happy" in the story: which words stand inside is taste.
    """
    added = len(piece) - len(stretch)
    plain = [word.plain for word in stretch]
    fits = [n for n in range(added + 1) if [word.plain for word in piece[n : n + len(stretch)]] == plain]
    return added > 0 and any(
        (n == 0 or stretch[0] is words[0]) and (n == added or stretch[-1] is words[-1]) for n in fits
    )
