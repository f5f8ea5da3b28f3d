"""Pairs the quotation marks of a story: straight and curly, double and single, nested, left open, mismatched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

import msgspec

from onrecord.model.document import Block, MarkFault, Quotation
from onrecord.text.single_marks import OPENINGS, single_pairs

DEEPEST = 3

_DOUBLE = re.compile(r"``|''|’’|‘‘|““|[\"“”„‟«»＂]")
_INCHES = re.compile(r"\d['’]\s?\d{1,2}(?:\"|''|”)")
_OPENS = frozenset("“„‟«") | {"``", "‘‘", "““"}
_CLOSES = frozenset("”»") | {"''", "’’"}
_PARTNERS = {
    "“": ("”",), "““": ("”",), "„": ("“", "”"), "‟": ("”",), "«": ("»",), "``": ("''",), "‘‘": ("’’",), "＂": ("＂",),
    '"': ('"', "''"), "''": ("''", '"'),
}  # fmt: skip
_BEFORE_AN_OPENING = frozenset("([{—–-/‘'`:") | {""}
_AFTER_A_CLOSING = frozenset(")]}—–-.,;:!?…’'/") | {""}
_CLOSING_SINGLE = re.compile(r"[.,!?…]['’](?=\s)")
_OPENING_SINGLE = re.compile(r"(?:^|\s)['‘](?=\w)")

Way = Literal["open", "close", "either"]


class DoubleMark(NamedTuple):
    """A double quotation mark and which way it looks by its place: after white space it opens, before it it closes."""

    start: int
    end: int
    glyph: str
    way: Way


class Pair(NamedTuple):
    """A stretch between two marks; ``closing`` is None where no mark closes it."""

    start: int
    end: int
    opening: str
    closing: str | None
    fault: MarkFault | None


def quotations(text: str, blocks: Iterable[Block]) -> tuple[Quotation, ...]:
    """Return the quotations of all blocks in the order of the text, an outer one before what it holds."""
    found: list[Quotation] = []
    left_open: int | None = None
    for block in blocks:
        pairs = _nested(_pairs(text, block, after_an_open_one=left_open is not None))
        base = len(found)
        goes_on = left_open is not None and bool(pairs) and _goes_on(found[left_open], pairs[0][0], block)
        if goes_on and left_open is not None:
            found[left_open] = msgspec.structs.replace(found[left_open], fault=None)
        for index, (pair, depth) in enumerate(pairs):
            found.append(_quotation(text, pair, depth, continues=goes_on and index == 0))
        last = _open_at_the_end(found, base, block)
        if last is not None or block.kind in ("body", "headline"):
            left_open = last
    return tuple(found)


def _goes_on(before: Quotation, first: Pair, block: Block) -> bool:
    """Tell whether a paragraph begins by re-opening the quotation that the one before left open, or by closing it."""
    return first.start == block.start and (
        not first.opening or (before.opening in OPENINGS) == (first.opening in OPENINGS)
    )


def _quotation(text: str, pair: Pair, depth: int, *, continues: bool) -> Quotation:
    return Quotation(
        start=pair.start,
        end=pair.end,
        text=text[pair.start : pair.end],
        opening=pair.opening,
        closing=pair.closing,
        depth=depth,
        continues=continues,
        fault=pair.fault,
    )


def _open_at_the_end(found: list[Quotation], base: int, block: Block) -> int | None:
    """Return the index of the block's outermost quotation that its end leaves open."""
    for index in range(base, len(found)):
        if found[index].end == block.end and found[index].closing is None and found[index].depth == 0:
            return index
    return None


def _nested(pairs: list[Pair]) -> list[tuple[Pair, int]]:
    """Sort the pairs and give each its depth; those that cross another or lie too deep are left out."""
    kept: list[tuple[Pair, int]] = []
    ends: list[int] = []
    for pair in sorted(pairs, key=lambda pair: (pair.start, -pair.end)):
        while ends and ends[-1] <= pair.start:
            ends.pop()
        if len(ends) < DEEPEST and (not ends or pair.end <= ends[-1]):
            kept.append((pair, len(ends)))
            ends.append(pair.end)
    return kept


def _pairs(text: str, block: Block, *, after_an_open_one: bool) -> list[Pair]:
    marks = list(_double_marks(text, block))
    doubles = list(_double_pairs(text, block, marks, after_an_open_one=after_an_open_one))
    return doubles + [
        Pair(*pair) for pair in single_pairs(text, block.start, block.end, [(pair.start, pair.end) for pair in doubles])
    ]


def _double_marks(text: str, block: Block) -> Iterator[DoubleMark]:
    inches = {match.end() - 1 for match in _INCHES.finditer(text, block.start, block.end)}
    for match in _DOUBLE.finditer(text, block.start, block.end):
        if match.end() - 1 not in inches:
            yield DoubleMark(match.start(), match.end(), match.group(), _way(text, match, block))


def _way(text: str, match: re.Match[str], block: Block) -> Way:
    """Tell which way a mark looks: by the white space around it, and then by its shape."""
    before = text[match.start() - 1] if match.start() > block.start else ""
    after = text[match.end()] if match.end() < block.end else ""
    opens = before.isspace() or before in _BEFORE_AN_OPENING
    closes = after.isspace() or after in _AFTER_A_CLOSING
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    if match.group() in _OPENS:
        return "open"
    return "close" if opens and match.group() in _CLOSES else "either"


def _double_pairs(text: str, block: Block, marks: list[DoubleMark], *, after_an_open_one: bool) -> Iterator[Pair]:
    """Pair the double marks of a block with a stack; whatever they are, each mark is looked at once."""
    stack: list[DoubleMark] = []
    for index, mark in enumerate(marks):
        opens = mark.way == "open" or (mark.way == "either" and not stack)
        if opens:
            if stack and not _nests(marks, index, len(stack)):
                yield _broken_off(text, stack, mark)
            stack.append(mark)
        elif stack:
            yield _closed(stack.pop(), mark)
        elif mark.glyph != "»":
            yield _never_opened(text, block, mark, first=index == 0, goes_on=after_an_open_one)
    if stack:
        yield _unclosed(text, stack[0], block.end)


def _never_opened(text: str, block: Block, mark: DoubleMark, *, first: bool, goes_on: bool) -> Pair:
    """Begin a quotation that no double mark opens: where one goes on, or at a single mark that begins the paragraph."""
    if first and goes_on:
        return Pair(block.start, mark.end, "", mark.glyph, "never opened")
    if first and text[block.start] in "'‘" and not _CLOSING_SINGLE.search(text, block.start + 1, mark.start):
        return Pair(block.start, mark.end, text[block.start], mark.glyph, "wrong kind")
    return Pair(mark.start, mark.end, "", mark.glyph, "never opened")


def _nests(marks: list[DoubleMark], index: int, depth: int) -> bool:
    """Tell whether a mark that opens inside an open quotation does so on purpose: both are closed later on."""
    following = marks[index + 1 : index + 2 + depth]
    return depth < DEEPEST and len(following) == depth + 1 and all(mark.way != "open" for mark in following)


def _broken_off(text: str, stack: list[DoubleMark], mark: DoubleMark) -> Pair:
    """End the outermost open quotation before a mark that opens the next one."""
    first = stack[0]
    stack.clear()
    return _unclosed(text, first, first.end + len(text[first.end : mark.start].rstrip()))


def _unclosed(text: str, opening: DoubleMark, end: int) -> Pair:
    """End a quotation that no double mark closes: at a single mark that closes nothing else, or else at ``end``."""
    single = _CLOSING_SINGLE.search(text, opening.end, end)
    if single and not _OPENING_SINGLE.search(text, opening.end, single.start()):
        return Pair(opening.start, single.end(), opening.glyph, text[single.end() - 1], "wrong kind")
    return Pair(opening.start, max(end, opening.end), opening.glyph, None, "never closed")


def _closed(opening: DoubleMark, closing: DoubleMark) -> Pair:
    matches = closing.glyph in _PARTNERS.get(opening.glyph, ())
    return Pair(opening.start, closing.end, opening.glyph, closing.glyph, None if matches else "wrong kind")
