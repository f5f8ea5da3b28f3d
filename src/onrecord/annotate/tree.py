"""A sentence's grammar as the trained reader sees it: what hangs on what, and who does what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.model.reading import Reading
from onrecord.model.span import Span

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
_LEADS = frozenset((*_SUBJECTS, "cop", "aux", "aux:pass", "nsubj:outer"))
_DEEPEST = 60


class Tree:
    """The words of a story with their heads and relations (Universal Dependencies); words are told by their places."""

    def __init__(self, document: Document, reading: Reading) -> None:
        """Take the words and what the reader says of each."""
        self.words = document.words
        self.tokens = reading.tokens
        self._starts = [word.start for word in document.words]
        self._below: list[list[int]] = [[] for _ in self.tokens]
        for place, token in enumerate(self.tokens):
            if token.head != place:
                self._below[token.head].append(place)

    def low(self, place: int) -> str:
        """Return the word in lower case, with straight apostrophes."""
        return self.words[place].text.lower().replace("’", "'")

    def places(self, span: Span) -> range:
        """Return the places of the words that lie wholly or in part in a span."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.words[first].end <= span.start:
            first += 1
        return range(first, bisect_left(self._starts, span.end))

    def head(self, span: Span) -> int | None:
        """Return the place of the word that the rest of a span depends on; None where no word is in it."""
        inside = self.places(span)
        for place in inside:
            above = self.tokens[place].head
            if above == place or above not in inside:
                return place
        return inside.start if inside else None

    def below(self, place: int, *relations: str) -> list[int]:
        """Return the words that depend on a word, in the order of the text; only those of some relations, if given."""
        return [one for one in self._below[place] if not relations or self.tokens[one].relation in relations]

    def above(self, place: int) -> Iterator[int]:
        """Yield the word itself, its head, the head of that, and so on up to the root of its sentence."""
        for _ in range(_DEEPEST):
            yield place
            if self.tokens[place].head == place:
                return
            place = self.tokens[place].head

    def clause(self, place: int) -> int:
        """Return the verb, or predicate noun or adjective, that leads the clause a word is in."""
        for one in self.above(place):
            if self.tokens[one].upos == "VERB" or any(
                self.tokens[each].relation in _LEADS for each in self._below[one]
            ):
                return one
            place = one
        return place

    def subject(self, clause: int) -> int | None:
        """Return the head word of who or what a clause is about, of its antecedent for "who"; None where it has none.

        A clause without a subject of its own takes that of the clause it is joined to or stands in.
        """
        for one in self.above(clause):
            own = self.below(one, *_SUBJECTS)
            relation = self.tokens[one].relation
            if own and not (
                relation == "acl:relcl" and self.tokens[own[0]].upos == "PRON" and self.low(own[0]) in _WHO
            ):
                return own[0]
            if relation in ("acl:relcl", "acl"):
                return self.tokens[one].head
            if relation not in ("conj", "xcomp", "advcl", "parataxis"):
                return None
        return None

    def within(self, place: int) -> list[int]:
        """Return the places of a word and of all that depends on it, directly or not, in the order of the text."""
        found, open_ = [], [place]
        while open_:
            one = open_.pop()
            found.append(one)
            open_.extend(self._below[one])
        return sorted(found)


_WHO = frozenset(("who", "that", "which", "whom"))


def tree(document: Document, reading: Reading | None) -> Tree | None:
    """Return the grammar of a story; None where the rules read alone."""
    return Tree(document, reading) if reading and reading.tokens else None
