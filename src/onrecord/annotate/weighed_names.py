"""Weighs the names that the rules find against those that the trained reader sees."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from statistics import mean

from onrecord.annotate.name_kinds import Kind, Named
from onrecord.model.document import Document
from onrecord.model.reading import Layer, Reading, Seen

_NOBODY = 0.25
"""Below this chance, over all its places in a story, a name that the rules take for a person's is nobody's."""

_SURE = 0.9
"""From this chance on the reader's names of people stand where the rules see none, or others."""

_KINDS: dict[Layer, Kind] = {"organisation": "organisation", "place": "place", "work": "work"}


def weighed(document: Document, found: list[Named], reading: Reading | None) -> list[Named]:
    """Return the names in order; without a reading those of the rules."""
    if reading is None:
        return found
    starts = [word.start for word in document.words]
    sure = [_placed(starts, seen) for seen in reading.seen if seen.layer == "person" and seen.chance >= _SURE]
    nobody = _nobody(document, found, reading)
    others = {_placed(starts, seen): _KINDS[seen.layer] for seen in reading.seen if seen.layer in _KINDS}
    kept: list[Named] = []
    for name in found:
        across = [place for place in sure if place[0] < name.last and name.first < place[1]]
        if name.kind == "person" and _key(document, name) in nobody:
            kind = next(
                (kind for (first, last), kind in others.items() if first < name.last and name.first < last), None
            )
            kept += [name._replace(kind=kind, title=None)] if kind else []
        elif name.kind in ("person", "family") or not across:
            kept.append(name)
    kept = [_widened(name, sure) for name in kept]
    taken = {place for name in kept for place in range(name.first, name.last)}
    kept += [Named(first, last, "person") for first, last in sure if not taken & set(range(first, last))]
    return sorted(set(kept), key=lambda name: (name.first, name.last))


def _nobody(document: Document, found: list[Named], reading: Reading) -> set[tuple[str, ...]]:
    """Return the names that the reader sees as no person's, all their places together."""
    chances: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for name in found:
        if name.kind == "person":
            words = document.words[name.first : name.last]
            chances[_key(document, name)].append(1 - min(reading.outside[word.start] for word in words))
    return {key for key, of in chances.items() if mean(of) < _NOBODY}


def _widened(name: Named, sure: list[tuple[int, int]]) -> Named:
    """Give a person's name all the words of the one name that the reader is sure of there; none is taken away."""
    across = [place for place in sure if place[0] < name.last and name.first < place[1]]
    if name.kind != "person" or len(across) != 1:
        return name
    first, last = min(name.first, across[0][0]), max(name.last, across[0][1])
    return name._replace(first=first, last=last, title=name.title if first == name.first else None)


def _key(document: Document, name: Named) -> tuple[str, ...]:
    return tuple(word.text.lower() for word in document.words[name.first : name.last])


def _placed(starts: list[int], seen: Seen) -> tuple[int, int]:
    return bisect_left(starts, seen.span.start), bisect_left(starts, seen.span.end)
