"""Writes each sentence as a line of plain lower-case words with one letter for each person, so that rules can read it.

"Kim Lee, 41, said that her husband ..." becomes " N , 41 , said that R husband ...". The letters, which no lower-case
word can hold: N a name, D a definite noun ("the actress"), H he or she or him, S his, R her, T they or them, Y their,
I me, M my, W we or us, U our, G several people ("the couple", "the Marlows").
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.annotate.kin_nouns import KINSHIPS
from onrecord.annotate.syntax import Trees
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention, Quote
from onrecord.model.span import Span

_PRONOUNS = {
    **dict.fromkeys(["he", "she", "him", "himself", "herself", "hers"], "H"),
    **dict.fromkeys(["they", "them", "themselves", "theirs", "'em"], "T"),
    **dict.fromkeys(["i", "me", "myself", "mine"], "I"),
    **dict.fromkeys(["we", "us", "ourselves", "ours"], "W"),
    "his": "S", "her": "R", "their": "Y", "my": "M", "our": "U",
}  # fmt: skip
_SAME_SIGN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "—", "“": '"', "”": '"'})
_DETERMINERS = frozenset(["the", "this", "that", "these", "those", "both"])


_FIRST = frozenset(["i", "me", "my", "myself"])
_ONE = frozenset("NHDSR")


class Chunk(NamedTuple):
    """A word, or a mention that is read as one; ``sign`` is what stands for it in the line."""

    span: Span
    sign: str
    mention: Mention | None = None


class Line(NamedTuple):
    """A sentence as its rules read it: a space, then every chunk's sign with a space after it.

    ``starts`` are where the signs begin in ``text``. ``nouns`` are all nouns of the story by the offset where they end,
    those that are not read as one letter too. ``topic`` is the first mention of one person in the sentence before.
    """

    text: str
    chunks: tuple[Chunk, ...]
    starts: tuple[int, ...]
    nouns: Mapping[int, Span]
    trees: Trees | None = None
    topic: Span | None = None

    def at(self, offset: int) -> int:
        """Return the place among the chunks of the sign that begins at, or holds, ``offset`` in the line."""
        return bisect_right(self.starts, offset) - 1

    def who(self, found: re.Match[str], group: str) -> Span | None:
        """Return the span of the first mention in a group; None where the rule has no such group, or it no mention."""
        return next(iter(self.everyone(found, group)), None)

    def everyone(self, found: re.Match[str], group: str) -> list[Span]:
        """Return the spans of all mentions in a group, in their order; none where the rule has no such group."""
        start, end = found.span(group) if group in found.re.groupindex else (-1, -1)
        if start == end:
            return []
        inside = self.chunks[self.at(start) : self.at(end - 1) + 1]
        return [chunk.mention.span for chunk in inside if chunk.mention]

    def cut(self, document: Document, found: re.Match[str], group: str | int = 0) -> Span:
        """Return the words of the story that a group was read from."""
        start, end = found.span(group)
        stretch = found.string[start:end]
        first = self.at(start + len(stretch) - len(stretch.lstrip()))
        last = self.at(end - 1 - len(stretch) + len(stretch.rstrip()))
        return document.span(self.chunks[first].span.start, self.chunks[last].span.end)


def lines(document: Document, marks: Marks, *, nouns: bool, voices: bool = False) -> Iterator[Line]:
    """Write every sentence as a line; with ``nouns``, a definite noun without an owner is one letter as well.

    With ``voices``, "I" and "my" inside a quotation are mentions of whoever it is told to be by.
    """
    heard = {quote.span.start: quote.voice for quote in marks.of(Quote) if quote.voice} if voices else {}
    mentions = _outermost(mention for mention in marks.of(Mention) if _is_read(mention, nouns))
    starts = [mention.span.start for mention in mentions]
    ending = {noun.span.end: noun.span for noun in marks.of(Mention) if noun.form == "noun" and not noun.plural}
    tokens = marks.reading.tokens if marks.reading else ()
    trees = Trees(document, tokens, mentions) if tokens else None
    topic = None
    for sentence in document.sentences:
        inside = mentions[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        chunks = tuple(_chunks(document, sentence, inside, heard))
        offsets, length = [], 1
        for chunk in chunks:
            offsets.append(length)
            length += len(chunk.sign) + 1
        yield Line(" " + "".join(chunk.sign + " " for chunk in chunks), chunks, tuple(offsets), ending, trees, topic)
        people = (chunk.mention.span for chunk in chunks if chunk.mention and chunk.sign in _ONE)
        topic = next(people, None)


def _is_read(mention: Mention, nouns: bool) -> bool:
    if mention.form != "noun":
        return True
    first = mention.span.text.split(maxsplit=1)[0].lower()
    is_kin = mention.head in KINSHIPS and not mention.plural
    return nouns and mention.of is None and first in _DETERMINERS and not is_kin


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep the mentions that lie in no other; of a noun and a name, the noun only if it is read as one letter."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _chunks(document: Document, sentence: Span, mentions: list[Mention], heard: Mapping[int, Span]) -> Iterator[Chunk]:
    at, end = 0, sentence.start
    for word in document.words_in(sentence.start, sentence.end):
        while at < len(mentions) and mentions[at].span.start <= word.start:
            if mentions[at].span.start >= end:
                yield Chunk(mentions[at].span, _sign(mentions[at]), mentions[at])
                end = mentions[at].span.end
            at += 1
        if word.start >= end:
            low = word.text.lower().translate(_SAME_SIGN)
            is_dash = low == "--" or (low == "-" and _stands_apart(document.story.text, word))
            voice = _voice(document, word, heard) if low in _FIRST else None
            if voice:
                yield Chunk(word, _PRONOUNS[low], Mention(span=voice, form="pronoun"))
            else:
                yield Chunk(word, "—" if is_dash else low)
            end = word.end


def _voice(document: Document, word: Span, heard: Mapping[int, Span]) -> Span | None:
    """Return who says a word, by the quotation that it stands in."""
    quotation = document.quotation_at(word.start) if heard else None
    return heard.get(quotation.start) if quotation else None


def _stands_apart(text: str, word: Span) -> bool:
    return text[word.start - 1 : word.start].isspace() and text[word.end : word.end + 1].isspace()


def _sign(mention: Mention) -> str:
    if mention.form == "name":
        return "G" if mention.plural else "N"
    if mention.form == "noun":
        return "G" if mention.plural else "D"
    return _PRONOUNS.get(mention.span.text.lower().translate(_SAME_SIGN), "G" if mention.plural else "H")
