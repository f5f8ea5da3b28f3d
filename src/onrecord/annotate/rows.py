"""Lays a paragraph out as one row of tokens: words, whole quotations, and the parties that may be a voice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.annotate.grammar import Grammar
from onrecord.annotate.parties import Party, parties
from onrecord.model.document import Block, Document, Quotation
from onrecord.model.marks import Marks
from onrecord.model.span import Span

STOPS = frozenset(".!?…") | {"...", "?!", "!!", "!!!", "??", "...."}


class Token(NamedTuple):
    """A word, a quotation or a party; ``low`` is its text in lower case."""

    span: Span
    low: str
    kind: Literal["word", "quote", "party"]
    party: Party | None = None
    quotation: Quotation | None = None


class Row(NamedTuple):
    """A paragraph's tokens; the sentence of token ``i`` is ``tokens[first[i]:last[i]]``.

    ``grammar`` is that of the whole story, empty where the rules read alone.
    """

    block: Block
    tokens: tuple[Token, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    grammar: Grammar


def rows(document: Document, marks: Marks) -> Iterator[Row]:
    """Lay out every paragraph in the order of the text."""
    named, grammar = parties(document, marks), Grammar(document, marks)
    starts = [party.span.start for party in named]
    quoted = [quotation for quotation in document.quotations if quotation.depth == 0]
    quote_starts = [quotation.start for quotation in quoted]
    for block in document.blocks:
        inside = named[bisect_left(starts, block.start) : bisect_left(starts, block.end)]
        within = quoted[bisect_left(quote_starts, block.start) : bisect_left(quote_starts, block.end)]
        tokens = tuple(_tokens(document, block, inside, within))
        yield Row(block, tokens, *_sentences(tokens), grammar)


def _tokens(document: Document, block: Block, named: tuple[Party, ...], quoted: list[Quotation]) -> Iterator[Token]:
    groups: list[Token] = [Token(p.span, p.span.text.lower(), "party", party=p) for p in named]
    groups += [Token(q.span, '"', "quote", quotation=q) for q in quoted]
    groups.sort(key=lambda token: (token.span.start, -token.span.end))
    at, end = 0, block.start
    for word in document.words_in(block.start, block.end):
        while at < len(groups) and groups[at].span.start <= word.start:
            if groups[at].span.start >= end:
                yield groups[at]
                end = groups[at].span.end
            at += 1
        if word.start >= end:
            yield Token(word, word.text.lower(), "word")
            end = word.end


def _sentences(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    firsts: list[int] = []
    lasts = [0] * len(tokens)
    begun = 0
    for index, token in enumerate(tokens):
        firsts.append(begun)
        if index + 1 == len(tokens) or _ends(token, tokens[index + 1]):
            lasts[begun : index + 1] = [index + 1] * (index + 1 - begun)
            begun = index + 1
    return tuple(firsts), tuple(lasts)


def _ends(token: Token, following: Token) -> bool:
    """Tell whether a sentence ends here: at a full stop, or at a quotation that ends in one before a capital."""
    if token.kind == "word":
        return token.low in STOPS and not (following.kind == "word" and following.low in (")", "]", *STOPS))
    if token.kind == "quote":
        begins = following.kind == "quote" or following.span.text[0].isupper() or following.low in ("(", "[")
        return begins and ends_full(token)
    return False


def ends_full(token: Token) -> bool:
    """Tell whether a quotation's words end in a full stop, a question mark, an exclamation mark or dots."""
    inner = token.span.text.rstrip("\"'”’“‘» ")
    return bool(inner) and inner[-1] in ".!?…"
