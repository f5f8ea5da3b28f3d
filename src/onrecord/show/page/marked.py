"""Marks the words of a story that a case speaks of, and keeps every character of the story in its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec
from markupsafe import Markup, escape

from onrecord.model.case import Case
from onrecord.model.document import Block

WIDE = frozenset({"quote", "claim", "finding"})
_MOST_LINES = 5
_TAGS = {"headline": "h3", "heading": "h4"}
_PARAGRAPH = re.compile(r"[^\r\n]+")
# HTML cannot hold these, or would change them; one visible character keeps the place of each.
_NOT_IN_HTML = re.compile("[\x00\ud800-\udfff]")


class Mark(msgspec.Struct, frozen=True):
    """Words to mark: what kind of mark, what it says, and where on the page (an id) there is more about it.

    Marks of a wide kind (``WIDE``) may hold others; they begin with a ``handle``, a few characters on a label. A mark
    of the kind "place" does not show: it only makes the words a place that can be linked to.
    """

    start: int
    end: int
    kind: str
    says: str = ""
    target: str = ""
    handle: str = ""


class Marked(msgspec.Struct, frozen=True):
    """The marked story as HTML, and the offsets at which it can be linked to."""

    html: Markup
    places: Sequence[int]
    prefix: str

    def link(self, start: int, end: int) -> str | None:
        """Return the link to the words of a stretch; None when none of them stand in the text of the page."""
        index = bisect_left(self.places, start)
        return (
            f"#{self.prefix}-t{self.places[index]}" if index < len(self.places) and self.places[index] < end else None
        )


def marked(case: Case, marks: Iterable[Mark], *, prefix: str) -> Marked:
    """Return the story's text as HTML, each stretch with all the marks that cover it.

    The text content of what is returned is the text of the story; ``prefix`` begins every id.
    """
    text = case.story.text
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end))
    parts: list[str] = ['<div class="text">']
    places: list[int] = []
    at = 0
    waiting: list[Mark] = []
    upcoming = 0
    for block in _blocks(case):
        while upcoming < len(ordered) and ordered[upcoming].start < block.end:
            waiting.append(ordered[upcoming])
            upcoming += 1
        waiting = [mark for mark in waiting if mark.end > block.start]
        tag = _TAGS.get(block.kind, "p")
        parts.append(f'{_literal(text[at : block.start])}<{tag} class="{block.kind}" dir="auto">')
        for start, end, here in _segments(block, waiting):
            if here:
                places.append(start)
            parts.append(_segment(text[start:end], start, here, block, prefix))
        parts.append(f"</{tag}>")
        at = block.end
    parts.append(f"{_literal(text[at:])}</div>")
    return Marked(Markup("".join(parts)), places, prefix)  # noqa: S704  every part of it was escaped here


def _blocks(case: Case) -> Iterator[Block]:
    """Give the blocks of the story in order, without overlaps; where it has none, its lines."""
    blocks: Iterable[Block] = case.blocks or (
        Block(found.start(), found.end(), "body") for found in _PARAGRAPH.finditer(case.story.text)
    )
    at = 0
    for block in sorted(blocks, key=lambda block: block.start):
        start, end = max(block.start, at), min(block.end, len(case.story.text))
        if start < end:
            yield Block(start, end, block.kind)
            at = end


def _segments(block: Block, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut a block wherever a mark begins or ends; give each piece with its marks, the shortest first."""
    inside = [mark for mark in marks if mark.start < block.end and mark.start < mark.end]
    cuts = sorted(
        {
            block.start,
            block.end,
            *(min(max(one, block.start), block.end) for mark in inside for one in (mark.start, mark.end)),
        }
    )
    coming = sorted(inside, key=lambda mark: mark.start)
    active: list[Mark] = []
    number = 0
    for start, end in pairwise(cuts):
        while number < len(coming) and coming[number].start <= start:
            active.append(coming[number])
            number += 1
        active = [mark for mark in active if mark.end > start]
        yield start, end, sorted(active, key=lambda mark: (mark.end - mark.start, mark.kind == "person"))


def _segment(words: str, start: int, marks: Sequence[Mark], block: Block, prefix: str) -> str:
    if not marks:
        return _literal(words)
    handles = "".join(
        _handle(mark, prefix) for mark in reversed(marks) if mark.handle and start == max(mark.start, block.start)
    )
    kinds = " ".join(dict.fromkeys(f"in-{mark.kind}" if mark.kind in WIDE else mark.kind for mark in marks))
    says = escape(_explanation(marks))
    narrow = next((mark for mark in marks if mark.kind not in WIDE and mark.target), None)
    place = f'id="{prefix}-t{start}" class="m {kinds}"' + (f' data-says="{says}"' if says else "")
    if narrow is None or words.isspace():
        return f"{handles}<span {place}>{_literal(words)}</span>"
    return f'{handles}<a {place} href="#{escape(narrow.target)}">{_literal(words)}</a>'


def _explanation(marks: Sequence[Mark]) -> str:
    lines = list(dict.fromkeys(mark.says for mark in marks if mark.says))
    more = len(lines) - _MOST_LINES
    return "\n".join([*lines[:_MOST_LINES], f"and {more} more"] if more > 1 else lines)


def _handle(mark: Mark, prefix: str) -> str:
    says = escape(mark.says)
    return (
        f'<a class="handle {mark.kind}" href="#{escape(mark.target)}" aria-label="{says}" data-says="{says}" '
        f'data-handle="{escape(mark.handle)}"></a>'
    )


def _literal(text: str) -> str:
    """Escape text so that a reader of HTML gets the very same characters back; CR would turn into LF otherwise."""
    return str(escape(_NOT_IN_HTML.sub("\N{REPLACEMENT CHARACTER}", text))).replace("\r", "&#13;")
