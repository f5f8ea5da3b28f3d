"""Tells whom the trained reader takes a pronoun or noun to mean, among the people settled so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention
from onrecord.model.span import Span


class Foreseen:
    """The reader's chances of antecedents, summed up by person."""

    def __init__(self, document: Document, marks: Marks) -> None:
        """Begin with nobody settled; without a reading nothing is ever foreseen."""
        self.starts = [word.start for word in document.words]
        self.antecedents = marks.reading.antecedents if marks.reading else {}
        self.people: dict[int, str] = {}

    def settled(self, span: Span, who: tuple[str, ...]) -> None:
        """Keep whom a mention means, under each of its words."""
        if len(who) == 1:
            for word in self._words(span):
                self.people.setdefault(word, who[0])

    def of(self, mention: Mention) -> dict[str, float]:
        """Return the chance of each person; what is missing to 1 goes to strangers and to what is not settled."""
        chances: dict[str, float] = defaultdict(float)
        for word in reversed(self._words(mention.span)):
            if word in self.antecedents:
                for antecedent in self.antecedents[word]:
                    person = self.people.get(antecedent.start)
                    if person:
                        chances[person] += antecedent.chance
                break
        return chances

    def _words(self, span: Span) -> list[int]:
        return self.starts[bisect_left(self.starts, span.start) : max(bisect_right(self.starts, span.end - 1), 0)]
