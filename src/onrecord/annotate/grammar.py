"""Reads from the grammar of a sentence, as the trained reader sees it, who is the subject of a verb."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

from onrecord.model.document import Document
from onrecord.model.marks import Marks
from onrecord.model.reading import Token
from onrecord.model.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
_WITHOUT_SUBJECT = frozenset({"advcl", "conj", "xcomp", "parataxis"})
# What hangs on a noun and is no part of the words that name somebody.
_ADDED = frozenset({"acl:relcl", "acl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "dep", "cop", "ccomp"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_CLIMBS = 4
_LIKELY = 0.1


class Phrase(NamedTuple):
    """A noun phrase: its head word's place among the words of the story, and its own words."""

    head: int
    span: Span


class Grammar:
    """The parse of a story, to look up subjects; empty where the rules read alone."""

    def __init__(self, document: Document, marks: Marks) -> None:
        """Take the parse of the trained reader, if there is one."""
        self.document = document
        self.tokens: tuple[Token, ...] = marks.reading.tokens if marks.reading else ()
        self.below: dict[int, list[int]] = defaultdict(list)
        for place, token in enumerate(self.tokens):
            if token.head != place:
                self.below[token.head].append(place)

    def place(self, offset: int) -> int | None:
        """Return the place of the word that starts at ``offset``; None where none does or nothing is parsed."""
        at = bisect_left(self.document.words, offset, key=lambda word: word.start)
        return at if at < len(self.tokens) and self.document.words[at].start == offset else None

    def is_no_verb(self, offset: int) -> bool:
        """Tell whether the word that starts there is parsed as a noun or an adjective; False where nothing is."""
        place = self.place(offset)
        return place is not None and self.tokens[place].upos in ("NOUN", "PROPN", "ADJ")

    def is_person(self, place: int) -> bool:
        """Tell whether a word may well head words for somebody, as "things" may not."""
        name, noun, _ = self.tokens[place].heads
        return name + noun >= _LIKELY

    def phrase_of(self, span: Span) -> Phrase | None:
        """Return these words with their head, the first of them that hangs on none of the others."""
        first = bisect_left(self.document.words, span.start, key=lambda word: word.start)
        last = min(bisect_left(self.document.words, span.end, key=lambda word: word.start), len(self.tokens))
        heads = (at for at in range(first, last) if not first <= self.tokens[at].head < last)
        head = next(heads, next((at for at in range(first, last) if self.tokens[at].head == at), None))
        return None if head is None else Phrase(head, span)

    def subject(self, verb: int) -> Phrase | None:
        """Return who does what a verb tells: its subject, or that of the verb on which it hangs."""
        for _ in range(_CLIMBS):
            token = self.tokens[verb]
            if (found := self._own(verb)) is not None:
                return None if found == verb else self._phrase(found)
            if any(self.tokens[below].relation.endswith(":pass") for below in self.below[verb]):
                return None
            if token.relation == "acl":
                acts = self.document.words[verb].text.lower().endswith("ing")
                return self._phrase(token.head) if acts else None
            if token.relation not in _WITHOUT_SUBJECT or token.head == verb:
                return None
            given = self._given(token.head) if token.relation == "xcomp" else None
            if given is not None:
                return self._phrase(given)
            verb = token.head
        return None

    def _own(self, verb: int) -> int | None:
        """Return the subject's head word; the noun that "who" stands for; the verb itself where that is unknown."""
        for below in self.below[verb]:
            if self.tokens[below].relation not in _SUBJECTS:
                continue
            if self.document.words[below].text.lower() not in _RELATIVE:
                return below
            return self.tokens[verb].head if self.tokens[verb].relation == "acl:relcl" else verb
        return None

    def _given(self, verb: int) -> int | None:
        """Return whom somebody has do something: prompting a fan to write."""
        return next((below for below in self.below[verb] if self.tokens[below].relation in ("obj", "iobj")), None)

    def _phrase(self, head: int) -> Phrase | None:
        """Return a noun with the words that belong to it, as far as they stand together."""
        if self.tokens[head].upos not in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"):
            return None
        inside = {head}
        waiting = [head]
        while waiting:
            at = waiting.pop()
            for below in self.below[at]:
                # Heads are told word by word, so that a sentence need not be a tree.
                if below not in inside and not self._is_added(below, to_head=at == head):
                    inside.add(below)
                    waiting.append(below)
        first = last = head
        while first - 1 in inside:
            first -= 1
        while last + 1 in inside:
            last += 1
        words = self.document.words
        return Phrase(head, self.document.span(words[first].start, words[last].end))

    def _is_added(self, place: int, *, to_head: bool) -> bool:
        relation = self.tokens[place].relation
        return relation in _ADDED or (relation == "case" and to_head)
