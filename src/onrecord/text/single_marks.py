"""Pairs single quotation marks, and tells them from apostrophes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.model.document import MarkFault

_SINGLE = re.compile(r"(['‘’`‚‹›])(?!\1)(?<!\1\1)")  # two of them are a double mark
_ELISION = re.compile(
    r"(?:em|til|till|cause|tis|twas|twill|bout|cuz|cos|coz|ere|neath|round|ello|allo|hood|fro|[2-9]0s|0[0-9]s?)\b|n['’](?=\s|$)",
    re.IGNORECASE,
)
_BEFORE_AN_OPENING = frozenset('([{—–-/"“„«:') | {""}
_AFTER_A_CLOSING = frozenset(')]}—–-.,;:!?…"”»/') | {""}
_NEVER_AFTER_AN_OPENING = frozenset(".,;:!?)]}") | {""}
_DROPPED_LETTERS = re.compile(r"(?:in|[sSxXzZ]|\bo|\bol|\bth|\ban|\bn)$")
_BEFORE_SPEECH = re.compile(r"[:,]\s$")
FEWEST_WORDS_LEFT_OPEN = 3
_PARTNERS = {"‘": "’", "'": "'", "`": "'", "‚": "‘", "‹": "›"}

OPENINGS = frozenset(_PARTNERS)

Way = Literal["open", "close", "weak close"]
OUTSIDE = -1
Single = tuple[int, int, str, str | None, MarkFault | None]


class SingleMark(NamedTuple):
    """A single mark that is no apostrophe inside a word; a weak close may be the apostrophe of "the stars' homes"."""

    at: int
    glyph: str
    way: Way


def single_pairs(text: str, start: int, end: int, doubles: Sequence[tuple[int, int]]) -> Iterator[Single]:
    """Yield start, end, opening, closing and fault of each pair of single marks in ``text[start:end]``.

    A pair never crosses one of the double quotations ``doubles``: both its marks stand in the same one, or outside.
    """
    rooms = _rooms(start, end, doubles)
    room_starts = [room[0] for room in rooms]
    groups: dict[int, list[SingleMark]] = {}
    for mark in _marks(text, start, end):
        owner = rooms[bisect_right(room_starts, mark.at) - 1][1]
        groups.setdefault(owner, []).append(mark)
    for owner, marks in groups.items():
        opening = yield from _paired(marks)
        if opening and owner == OUTSIDE and _stays_open(text, opening, start, end):
            yield opening.at, end, opening.glyph, None, "never closed"


def _rooms(start: int, end: int, doubles: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return where each stretch begins that lies in one and the same innermost double quotation, and which that is."""
    rooms = [(start, OUTSIDE)]
    open_ones: list[int] = []
    order = sorted(range(len(doubles)), key=lambda index: (doubles[index][0], -doubles[index][1]))
    for index in order:
        while open_ones and doubles[open_ones[-1]][1] <= doubles[index][0]:
            done = open_ones.pop()
            rooms.append((doubles[done][1], open_ones[-1] if open_ones else OUTSIDE))
        rooms.append((doubles[index][0], index))
        open_ones.append(index)
    while open_ones:
        done = open_ones.pop()
        rooms.append((doubles[done][1], open_ones[-1] if open_ones else OUTSIDE))
    return rooms


def _marks(text: str, start: int, end: int) -> Iterator[SingleMark]:
    for match in _SINGLE.finditer(text, start, end):
        way = _way(text, match.start(), start, end)
        if way:
            yield SingleMark(match.start(), match.group(), way)


def _way(text: str, at: int, start: int, end: int) -> Way | None:
    """Tell which way a single mark looks by the characters around it; None for an apostrophe."""
    before = text[at - 1] if at > start else ""
    after = text[at + 1] if at + 1 < end else ""
    opens = before.isspace() or before in _BEFORE_AN_OPENING
    closes = after.isspace() or after in _AFTER_A_CLOSING
    if opens and not after.isspace() and after not in _NEVER_AFTER_AN_OPENING:
        return None if _ELISION.match(text, at + 1, end) else "open"
    if not closes or before.isspace() or not before or text[at] == "‘":
        return None
    if before == "n" and text[max(start, at - 2) : at] in ("'n", "’n"):
        return None
    followed_by_a_word = after.isspace() and at + 2 < end and text[at + 2].isalnum()
    if followed_by_a_word and _DROPPED_LETTERS.search(text, max(start, at - 4), at):
        return "weak close"
    return "close"


def _paired(marks: list[SingleMark]) -> Generator[Single, None, SingleMark | None]:
    """Pair each opening mark with the first sure closing one before the next opening, or else with a weak one.

    Returns the last opening mark, if nothing closes it.
    """
    opening: SingleMark | None = None
    weak: SingleMark | None = None
    for mark in marks:
        if mark.way == "open":
            if opening and weak:
                yield _pair(opening, weak)
            opening, weak = mark, None
        elif opening and mark.way == "close":
            yield _pair(opening, mark)
            opening = weak = None
        elif opening and not weak:
            weak = mark
    if opening and weak:
        yield _pair(opening, weak)
        return None
    return opening


def _stays_open(text: str, opening: SingleMark, start: int, end: int) -> bool:
    """Tell whether a mark that nothing closes opens a quotation all the same: where speech begins."""
    return bool(
        (opening.at == start or _BEFORE_SPEECH.search(text, max(start, opening.at - 3), opening.at))
        and text[opening.at + 1].isupper()
        and text[end - 1] in ".!?…"
        and len(text[opening.at : end].split(None, FEWEST_WORDS_LEFT_OPEN)) > FEWEST_WORDS_LEFT_OPEN
    )


def _pair(opening: SingleMark, closing: SingleMark) -> Single:
    matches = _PARTNERS.get(opening.glyph) == closing.glyph
    return opening.at, closing.at + 1, opening.glyph, closing.glyph, None if matches else "wrong kind"
