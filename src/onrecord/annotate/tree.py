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
    """The words of a story with their heads and relations (Universal Dependencies); words are told by their places.

    ``heads`` are the places of the heads, the word's own for the root of a sentence. Each is the likeliest one by
    itself, so words may hang on each other in a circle; what hangs on another sentence is a root here.
    """

    def __init__(self, document: Document, reading: Reading) -> None:
        """Take the words and what the reader says of each."""
        self.words = document.words
        self.tokens = reading.tokens
        self._starts = [word.start for word in document.words]
        self.heads = [token.head for token in reading.tokens]
        self._below: list[list[int]] = [[] for _ in self.tokens]
        for sentence in document.sentences:
            inside = self.places(sentence)
            for place in inside:
                if self.heads[place] not in inside:
                    self.heads[place] = place
                if self.heads[place] != place:
                    self._below[self.heads[place]].append(place)

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
            above = self.heads[place]
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
            if self.heads[place] == place:
                return
            place = self.heads[place]

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

        A clause without a subject of its own takes that of the clause it is joined to or stands in; "saw her leave" is
        about her.
        """
        for one in self.above(clause):
            token = self.tokens[one]
            own = self.below(one, *_SUBJECTS)
            if own and not (token.relation == "acl:relcl" and self.low(own[0]) in _WHO):
                return own[0]
            above = self.heads[one]
            if token.relation == "acl" and self.below(one, "aux", "aux:pass", "cop"):
                return None  # "was born" is a clause, and no word that goes with a noun
            if token.relation in ("acl:relcl", "acl"):
                if token.relation == "acl:relcl" or not self.below(above, "cop"):
                    return above
            elif token.relation in ("xcomp", "ccomp"):
                objects = [each for each in self.below(above, "obj") if above < each < one]
                if objects:
                    return objects[0]
            elif token.relation not in ("conj", "advcl", "parataxis"):
                return None
        return None

    def within(self, place: int) -> list[int]:
        """Return the places of a word and of all that depends on it, directly or not, in the order of the text."""
        found, ahead = {place}, [place]
        while ahead:
            below = [one for one in self._below[ahead.pop()] if one not in found]
            found.update(below)
            ahead.extend(below)
        return sorted(found)


_WHO = frozenset(("who", "that", "which", "whom"))


def tree(document: Document, reading: Reading | None) -> Tree | None:
    """Return the grammar of a story; None where the rules read alone."""
    return Tree(document, reading) if reading and reading.tokens else None
