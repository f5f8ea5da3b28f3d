"""Finds what was changed in the words of a story between two of its versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from onrecord.model.compared import Change

_AROUND = 6
"""So many words on either side of a change are shown with it."""
_RUN = 3
"""Changes with fewer words than these between them are one change."""
_MOST_WORDS = 1_000
"""A changed passage with more words is told as one change: the time to lay words beside words grows with the square."""
_MOST_LINES = 1_000
_SHOWN_WORDS = 60
_Step = tuple[int, int, int, int]


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Return what is changed from one text to another, in its order; line breaks and spaces count for nothing."""
    old, new = _lines(before), _lines(after)
    if old == new:
        return ()
    found: list[Change] = []
    long = max(len(old), len(new)) > _MOST_LINES
    for start, end, other_start, other_end in [(0, len(old), 0, len(new))] if long else _differences(old, new):
        gone = [word for line in old[start:end] for word in line.split()]
        come = [word for line in new[other_start:other_end] for word in line.split()]
        found += _in_passage(gone, come)
    return tuple(found)


def _in_passage(gone: Sequence[str], come: Sequence[str]) -> Iterator[Change]:
    if max(len(gone), len(come)) > _MOST_WORDS:
        yield Change("", _begun(gone), _begun(come), "")
        return
    for start, end, other_start, other_end in _joined(_differences(gone, come)):
        yield Change(
            " ".join(gone[max(0, start - _AROUND) : start]),
            " ".join(gone[start:end]),
            " ".join(come[other_start:other_end]),
            " ".join(gone[end : end + _AROUND]),
        )


def _begun(words: Sequence[str]) -> str:
    return " ".join([*words[:_SHOWN_WORDS], *(["…"] if len(words) > _SHOWN_WORDS else [])])


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[_Step]:
    for kind, *step in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            start, end, other_start, other_end = step
            yield start, end, other_start, other_end


def _joined(steps: Iterator[_Step]) -> Iterator[_Step]:
    """Join steps that only a word or two lie between."""
    last: _Step | None = None
    for step in steps:
        if last and step[0] - last[1] < _RUN:
            last = (last[0], step[1], last[2], step[3])
            continue
        if last:
            yield last
        last = step
    if last:
        yield last


def _lines(text: str) -> list[str]:
    return [folded for line in text.split("\n") if (folded := " ".join(line.split()))]
