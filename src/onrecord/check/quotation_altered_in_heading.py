"""Flags a quotation in a heading whose words are nearly, but not quite, those of the story below."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.check.wording import Word, most_alike, words_of
from onrecord.model.case import Case
from onrecord.model.document import Quotation
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span
from onrecord.model.statement import Quote

SHORTEST_WORDS = 4  # shorter quotations in headings are mostly titles, nicknames and scare quotes
NEARLY = 0.75  # share of the heading's words that must stand in the story's quotation, in their order
_MOST_HEADINGS = 20  # quotations in headings that are looked at; honest stories have fewer
_MARKED_CHANGE = re.compile(r"\.{3,}|(?:\. ){2,}\.?|…|\[[^\]\n]{0,80}\]|[\w*]{0,30}\*[\w*]{0,30}")


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each quotation in a headline or heading with those of the body.

    Case, punctuation, and words that are marked as left out or put in ("...", "[he]", "s***") do not count.
    """
    headings, body = _by_place(case)
    quotes = {quote.spans[0].start: quote.id for quote in case.all(Quote)}
    said = [(quotation, words_of(quotation.span)) for quotation in body] if headings else []
    for heading in headings[:_MOST_HEADINGS]:
        for piece in _pieces(heading.span):
            found = _closest(piece, said)
            if found:
                quotation, stretch, same = found
                statements = tuple(quotes[one.start] for one in (heading, quotation) if one.start in quotes)
                yield _compare(_cut(heading.span, piece), _cut(quotation.span, stretch), same, statements)


def _by_place(case: Case) -> tuple[list[Quotation], list[Quotation]]:
    """Return the quotations that stand in headings, and those of the body."""
    headings: list[Quotation] = []
    body: list[Quotation] = []
    starts = [block.start for block in case.blocks]
    for quotation in case.quotations:
        index = bisect_right(starts, quotation.start) - 1
        kind = case.blocks[index].kind if index >= 0 else "body"
        (headings if kind in ("headline", "heading") else body).append(quotation)
    return headings, body


def _pieces(heading: Span) -> Iterator[tuple[Word, ...]]:
    """Yield the stretches of words between marked changes, those that are long enough to compare."""
    start = heading.start
    for change in [*_MARKED_CHANGE.finditer(heading.text), None]:
        end = heading.start + change.start() if change else heading.end
        words = words_of(heading.part(start, end)) if start < end else ()
        if len(words) >= SHORTEST_WORDS:
            yield words
        start = heading.start + change.end() if change else end


def _closest(
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


def _cut(span: Span, words: Sequence[Word]) -> Span:
    return span.part(words[0].start, words[-1].end)


def _compare(heading: Span, story: Span, same: bool, statements: tuple[str, ...]) -> Finding | Held:
    spans = (Says.of(heading, "in the heading"), Says.of(story, "in the story"))
    reason = (f"the heading: {heading.text}", f"the story: {story.text}")
    if same:
        message = f"the heading quotes the story word for word: “{heading.text}”"
        return Held(message=message, spans=spans, reason=reason, statements=statements)
    return Finding(
        level="altered",
        message=f"the heading has “{heading.text}”, the story “{story.text}”",
        spans=spans,
        reason=reason,
        statements=statements,
    )
