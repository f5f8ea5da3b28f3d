"""Compares the words of two quotations, whatever their case, punctuation and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec

from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_BEGINNING = 5  # letters: "teacher" and "teaching" begin alike
_SMALL = frozenset(
    "a an and are as at be been but by did do does for from had has have he her him his in is it its just new not"
    " now of off on or out over she so than that the their them then there they this to up was were what when"
    " where which who will with would about after before could into more".split()
)
# A word that both have counts this much; words that only the longer one has cost little, for headings shorten.
_SHARED, _ONLY_SHORT, _ONLY_LONG = 2.0, -1.0, -0.5


class Word(msgspec.Struct, frozen=True):
    """One word as it is compared, and where it stands."""

    plain: str
    start: int
    end: int


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """The stretch of the longer text that is most like the shorter one; ``shared`` counts the words of both."""

    first: int
    last: int
    shared: int


def words_of(span: Span) -> tuple[Word, ...]:
    """Return the words of a stretch, in lower case and with straight apostrophes."""
    return tuple(
        Word(found.group().casefold().replace("’", "'"), span.start + found.start(), span.start + found.end())
        for found in _WORD.finditer(span.text)
    )


def stems(words: Iterable[Word], names: Collection[str] = ()) -> frozenset[str]:
    """Return how the words begin, small words and the words of ``names`` left out."""
    return frozenset(word.plain[:_BEGINNING] for word in words if word.plain not in _SMALL and word.plain not in names)


def most_alike(short: Sequence[Word], long: Sequence[Word]) -> Likeness | None:
    """Find where ``long`` comes closest to ``short``, word by word and in order; None when they share no word.

    ``first`` and ``last`` are the indices in ``long`` of the first and the last word that both have.
    """
    from rapidfuzz.fuzz import partial_ratio_alignment

    one, two = [word.plain for word in short], [word.plain for word in long]
    offset = 0
    if len(two) > 3 * len(one):  # the exact comparison is slow: look only where the fast one points
        rough = partial_ratio_alignment(one, two)
        if rough is None:
            return None
        offset = max(0, rough.dest_start - len(one))
        two = two[offset : rough.dest_end + len(one)]
    found = _align(one, two)
    return Likeness(first=found.first + offset, last=found.last + offset, shared=found.shared) if found else None


def compared(one: Says, two: Says, statements: tuple[str, ...], *, alike: str | None, unlike: str) -> Finding | Held:
    """Return what two quotations of one thing come to: held with the message ``alike``, None where they differ."""
    spans, reason = (one, two), tuple(f"{said.says.removeprefix('in ')}: {said.text}" for said in (one, two))
    if alike is not None:
        return Held(message=alike, spans=spans, reason=reason, statements=statements)
    return Finding(level="altered", message=unlike, spans=spans, reason=reason, statements=statements)


def _align(short: Sequence[str], long: Sequence[str]) -> Likeness | None:
    """Align by the best score over all stretches of ``long`` (Smith and Waterman 1981).

    Each cell holds score, words shared, and the first and last shared word of ``long`` on the best way there.
    """
    nothing = (0.0, 0, -1, -1)
    best, above = nothing, [nothing] * (len(long) + 1)
    for word in short:
        row = [nothing]
        for column, other in enumerate(long):
            left, up, corner = row[column], above[column + 1], above[column]
            cell = max(nothing, (left[0] + _ONLY_LONG, *left[1:]), (up[0] + _ONLY_SHORT, *up[1:]))
            if word == other:
                first = corner[2] if corner[1] else column
                cell = max(cell, (corner[0] + _SHARED, corner[1] + 1, first, column))
            row.append(cell)
            best = max(best, cell)
        above = row
    return Likeness(first=best[2], last=best[3], shared=best[1]) if best[1] else None
