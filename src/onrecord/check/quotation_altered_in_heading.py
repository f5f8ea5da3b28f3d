"""Flags a quotation in a heading whose words are nearly, but not quite, those of the story below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from onrecord.check.repeated import closest, pieces
from onrecord.check.wording import Word, compared, words_of
from onrecord.model.case import Case
from onrecord.model.document import Quotation
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span
from onrecord.model.statement import Quote

SHORTEST_WORDS = 4  # shorter quotations in headings are mostly titles, nicknames and scare quotes
_MOST_HEADINGS = 20  # quotations in headings that are looked at; honest stories have fewer


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each quotation in a headline or heading with those of the body.

    Case, punctuation, and words that are marked as left out or put in ("...", "[he]", "s***") do not count.
    """
    headings, body = _by_place(case)
    quotes = {quote.spans[0].start: quote.id for quote in case.all(Quote)}
    said = [(quotation, words_of(quotation.span)) for quotation in body] if headings else []
    for heading in headings[:_MOST_HEADINGS]:
        for piece in pieces(heading.span, SHORTEST_WORDS):
            found = closest(piece, said)
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


def _cut(span: Span, words: Sequence[Word]) -> Span:
    return span.part(words[0].start, words[-1].end)


def _compare(heading: Span, story: Span, same: bool, statements: tuple[str, ...]) -> Finding | Held:
    return compared(
        Says.of(heading, "in the heading"),
        Says.of(story, "in the story"),
        statements,
        alike=f"the heading quotes the story word for word: “{heading.text}”" if same else None,
        unlike=f"the heading has “{heading.text}”, the story “{story.text}”",
    )
