"""Finds whom a word's clause is about, by the dependency tree that the trained reader sees."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.model.document import Document
from onrecord.model.marks import Mention
from onrecord.model.reading import Token
from onrecord.model.span import Span

_SUBJECTS = frozenset(["nsubj", "nsubj:pass"])
_RELATIVE = frozenset(["who", "whom", "that", "which"])
_NOMINATIVE = frozenset(["he", "she", "they"])
_OF_THE_SAME = frozenset(["conj", "flat", "compound", "appos"])
_CLIMB = 12  # steps up the tree; further up nobody is plainly meant


class Trees:
    """The dependency trees of a story's sentences, with its mentions hung on them."""

    def __init__(self, document: Document, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        """Keep each word's children, and the mention that each word belongs to."""
        self.tokens = tokens
        self.starts = [word.start for word in document.words]
        self.children: dict[int, list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            if token.head != place:
                self.children[token.head].append(place)
        self.at: dict[int, Mention] = {}
        for mention in sorted(mentions, key=lambda mention: mention.span.end - mention.span.start, reverse=True):
            for place in range(self.place(mention.span.start), self.place(mention.span.end - 1) + 1):
                self.at[place] = mention
        self.words = document.words

    def place(self, offset: int) -> int:
        """Return the place of the word at an offset."""
        return bisect_right(self.starts, offset) - 1

    def is_object(self, mention: Span) -> bool:
        """Tell whether something is done to a mention, or to those that it is joined to: "who adopted Ann and Jo"."""
        if mention.text.lower() in _NOMINATIVE:
            return False
        place = self.place(mention.start)
        for _ in range(_CLIMB):
            token = self.tokens[place]
            if token.head == place or token.relation not in _OF_THE_SAME:
                break
            place = token.head
        return self.tokens[place].relation == "obj"

    def subjects(self, word: Span) -> list[Span]:
        """Return whom the clause of a word is about, "Ann and Joe" both; empty where the tree names nobody."""
        place = self.place(word.start)
        for _ in range(_CLIMB):
            token = self.tokens[place]
            if found := self._owner(place) or self._subject(place):
                return found
            if token.relation.startswith(("acl", "appos")) and (named := self._people(token.head)):
                return named
            if token.head == place:
                break
            place = token.head
        return []

    def _owner(self, place: int) -> list[Span]:
        for child in self.children[place]:
            if self.tokens[child].relation == "nmod:poss":
                return self._people(child)
        return []

    def _subject(self, place: int) -> list[Span]:
        for child in self.children[place]:
            if self.tokens[child].relation in _SUBJECTS:
                if self.words[child].text.lower() in _RELATIVE:
                    return self._people(self.tokens[place].head)
                return self._people(child)
        return []

    def _people(self, place: int) -> list[Span]:
        """Return the mention at a word, and those that "and" joins to it."""
        return list(dict.fromkeys(self._joined(place)))

    def _joined(self, place: int) -> Iterator[Span]:
        if place in self.at:
            yield self.at[place].span
            for child in self.children[place]:
                if self.tokens[child].relation == "conj" and child in self.at:
                    yield self.at[child].span
