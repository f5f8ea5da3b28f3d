"""Finds who belongs to an event of two where its words name one, or nobody: "she filed for divorce", "they married"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onrecord.model.document import Document
from onrecord.model.marks import Event, Marks, Mention
from onrecord.model.span import Span
from onrecord.model.statement import Happening, Kin, Relation
from onrecord.resolve.who import Who

_TIES: frozenset[Relation] = frozenset(("spouse", "engaged", "partner"))
_PLEDGED: frozenset[Relation] = frozenset(("spouse", "engaged"))
_MARRIED: frozenset[Relation] = frozenset(("spouse",))
_FITTING: dict[Happening, frozenset[Relation]] = {
    "relationship_start": _TIES,
    "engagement": _PLEDGED,
    "marriage": _PLEDGED,
    "separation": _TIES,
    "divorce_filing": _MARRIED,
    "divorce": _MARRIED,
}
_PAIR = frozenset(("couple", "pair", "duo", "exes", "newlyweds", "lovebirds"))
_AND = re.compile(r"(?:, \d+,?)? (?:and|&) (?:[a-z-]+ ){0,3}")
_LATELY_SENTENCES = 3

Couple = tuple[str, str]


class Partners:
    """The couples that a story tells of anywhere, and where each of its people is spoken of."""

    def __init__(self, document: Document, marks: Marks, who: Who, kin: Iterable[Kin]) -> None:
        """Take the couples: by their ties (but in-laws and the like), by their children, by what happened to them."""
        kin = tuple(one for one in kin if not one.detail)
        self._document = document
        self._who = who
        self._sentences = [sentence.start for sentence in document.sentences]
        self._mentions = {mention.span: mention for mention in marks.of(Mention)}
        self._ties = [one for one in kin if one.relation in _TIES]
        self._couples = sorted({*_tied(self._ties), *_parents(kin), *_met(marks, who)})
        relatives = {frozenset((one.from_, one.to)) for one in kin}
        self._joined = [couple for couple in _joined(document, marks, who) if frozenset(couple) not in relatives]
        self._told: dict[str, list[int]] = {}
        for span, people in sorted(who.ids.items()):
            for person in people:
                self._told.setdefault(person, []).append(span.start)

    def complete(self, event: Happening, who: tuple[Span, ...], place: int) -> tuple[str, ...]:
        """Return the people of an event of two: those told, and where that is one or nobody, who is tied to them.

        Where two mentions are taken for one person, a noun of them is not to be trusted: nobody marries themselves.
        """
        people = self._who.all_of(who)
        if self._document.quotation_at(place):
            return people  # who "we" or "they" are is told by who speaks
        if event == "other" and len(who) == 1 and not people and self._is_pair(who[0]):
            return self._couple(place)
        if event not in _FITTING or len(people) > 1:
            return people
        if len(who) > 1 and people:
            sure = [span for span in who if not self._is(span, noun=True)]
            if len(sure) > 1:
                return people
            people = self._who.all_of(sure)
        if len(people) == 1:
            return self._with_other(event, people[0], place)
        return self._couple(place) if len(who) > 1 or any(self._is(span, noun=False) for span in who) else ()

    def _is_pair(self, span: Span) -> bool:
        mention = self._mentions.get(span)
        return mention is not None and mention.plural and mention.head in _PAIR

    def _is(self, span: Span, *, noun: bool) -> bool:
        """Tell whether a mention is a noun, or else whether it means several."""
        mention = self._mentions.get(span)
        return mention is not None and (mention.form == "noun" if noun else mention.plural)

    def _with_other(self, event: Happening, person: str, place: int) -> tuple[str, ...]:
        """Add the one who is tied to somebody as the event asks for, or else at all; of several the one told lately."""
        ties = (tie for tie in self._ties if tie.relation in _FITTING[event] and person in (tie.from_, tie.to))
        others = {tie.from_ if person == tie.to else tie.to for tie in ties}
        if not others:
            others = {one for couple in self._couples if person in couple for one in couple if one != person}
        if len(others) > 1:
            others = {other for other in others if self._last(other, place) >= self._lately(place)}
        return (person, *others) if len(others) == 1 else (person,)

    def _couple(self, place: int) -> tuple[str, ...]:
        """Return the couple both of whom were spoken of last before a place, if that was lately or it is the only one.

        Where the story tells of no couple, two whose names "and" joins may be one.
        """
        couples = self._couples or sorted(set(self._joined))
        last = {couple: min(self._last(person, place) for person in couple) for couple in couples}
        best = max(couples, key=lambda couple: last[couple], default=None)
        since = 0 if len(self._couples) == 1 else self._lately(place)
        return best if best and last[best] >= since else ()

    def _last(self, person: str, place: int) -> int:
        told = self._told.get(person, [])
        at = bisect_left(told, place)
        return told[at - 1] if at else -1

    def _lately(self, place: int) -> int:
        sentence = bisect_left(self._sentences, place + 1) - 1
        return self._sentences[max(0, sentence - _LATELY_SENTENCES)]


def _tied(ties: Iterable[Kin]) -> Iterator[Couple]:
    for tie in ties:
        yield tie.from_, tie.to


def _parents(kin: Iterable[Kin]) -> Iterator[Couple]:
    """Yield the two parents of each child of whom two are told."""
    parents: dict[str, set[str]] = {}
    for one in kin:
        if one.relation == "parent":
            parents.setdefault(one.to, set()).add(one.from_)
    for both in parents.values():
        if len(both) == 2:
            first, second = sorted(both)
            yield first, second


def _met(marks: Marks, who: Who) -> Iterator[Couple]:
    """Yield each two who married, parted and the like."""
    for mark in marks.of(Event):
        people = sorted(who.all_of(mark.who))
        if mark.event in _FITTING and len(people) == 2:
            yield people[0], people[1]


def _joined(document: Document, marks: Marks, who: Who) -> Iterator[Couple]:
    """Yield each two whose names "and" joins: "Kim Lee and actor Jo Ray"."""
    names = sorted(mention.span for mention in marks.of(Mention) if mention.form == "name" and not mention.plural)
    for first, second in pairwise(names):
        between = document.story.text[first.end : second.start]
        people = sorted({*who.of(first), *who.of(second)})
        if len(people) == 2 and _AND.fullmatch(between):
            yield people[0], people[1]
