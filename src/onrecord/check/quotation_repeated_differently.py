"""Flags a quotation that the story gives twice, in words that are not quite the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from onrecord.check.repeated import closest, pieces
from onrecord.check.wording import Word, compared, words_of
from onrecord.model.case import Case
from onrecord.model.document import Quotation
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span
from onrecord.model.statement import Quote

SHORTEST_WORDS = 6  # shorter ones repeat each other by chance
WORDS_TO_ONE_OTHER = 8  # more often, and somebody only said much the same on two days
ONE_BREATH_CHARACTERS = 150  # between two quotations; who speaks on may repeat a phrase for effect
_MOST_QUOTATIONS = 200  # that are compared with each other


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each quotation of the body with the longer ones, from ``SHORTEST_WORDS`` words on.

    Case, punctuation, and words that are marked as left out or put in ("...", "[he]", "s***") do not count; nor does
    what two people say, or one in a breath: both may well sound alike on purpose.
    """
    said = [(quotation, words_of(quotation.span)) for quotation in _of_the_body(case)[:_MOST_QUOTATIONS]]
    said.sort(key=lambda one: (len(one[1]), -one[0].start))
    voices = {quote.spans[0].start: quote for quote in case.all(Quote)}
    for number, (quotation, _) in enumerate(said):
        others = [one for one in said[number + 1 :] if _may_be_one(voices, quotation, one[0])]
        for piece in pieces(quotation.span, SHORTEST_WORDS):
            found = closest(piece, others)
            if found:
                other, stretch, same = found
                if not same and not _is_nearly(piece, stretch):
                    continue
                statements = tuple(voices[one.start].id for one in (quotation, other) if one.start in voices)
                one = quotation.span.part(piece[0].start, piece[-1].end)
                two = other.span.part(stretch[0].start, stretch[-1].end)
                yield _compare(min(one, two), max(one, two), same, statements)


def _of_the_body(case: Case) -> list[Quotation]:
    starts = [block.start for block in case.blocks]
    kinds = [block.kind for block in case.blocks]
    return [
        quotation
        for quotation in case.quotations
        if quotation.depth == 0
        and (index := bisect_right(starts, quotation.start) - 1) >= 0
        and kinds[index] in ("body", "caption")
    ]


def _may_be_one(voices: dict[int, Quote], one: Quotation, two: Quotation) -> bool:
    """Tell whether two quotations may be one and the same: of no two voices, and not said in one breath."""
    if max(one.start, two.start) - min(one.end, two.end) < ONE_BREATH_CHARACTERS:
        return False
    first, second = voices.get(one.start), voices.get(two.start)
    speakers = {quote.speaker or quote.source for quote in (first, second) if quote} - {None}
    return len(speakers) < 2


def _is_nearly(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Tell whether two stretches differ by a word in eight at most, and not at their ends, where marks may be set."""
    longest = max(len(one), len(two))
    blocks = SequenceMatcher(None, [word.plain for word in one], [word.plain for word in two]).get_matching_blocks()
    others = longest - sum(block.size for block in blocks)
    ends_alike = one[0].plain == two[0].plain and one[-1].plain == two[-1].plain
    return ends_alike and others <= max(1, longest // WORDS_TO_ONE_OTHER)


def _compare(first: Span, second: Span, same: bool, statements: tuple[str, ...]) -> Finding | Held:
    return compared(
        Says.of(first, "the first time"),
        Says.of(second, "the second time"),
        statements,
        alike=f"quoted twice, word for word: “{first.text}”" if same else None,
        unlike=f"quoted twice, and not alike: “{first.text}” and “{second.text}”",
    )
