"""Finds who did what at a time by the grammar of the sentence: the clause that the time stands in, and its people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.calendar_words import UNITS
from onrecord.annotate.doings import wording
from onrecord.annotate.time_tense import told_ahead
from onrecord.annotate.tree import Tree
from onrecord.model.document import Document
from onrecord.model.marks import Event, Marks, Mention, Time
from onrecord.model.span import Span
from onrecord.model.statement import Reported

_TOGETHER = ("appos", "flat", "compound", "nmod:unmarked")
_INSIDE = ("nmod:poss", "nmod")
_OTHERS = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl:agent",
    "obl",
    "nmod",
    "acl",
    "advcl",
    "ccomp",
    "xcomp",
    "nmod:poss",
)
_OWN_CLAUSES = frozenset(("advcl", "conj", "parataxis"))
_LEADING = ("nsubj", "nsubj:pass")
_SAME_TIME = frozenset(("when", "while", "as"))
_SUBJECTS = ("nsubj", "nsubj:pass", "obj")
_NOUN_TIMES = ("nmod", "nmod:unmarked", "nmod:poss", "amod", "nummod", "compound", "nmod:tmod", "appos")
_HELPERS = ("aux", "aux:pass", "cop")
_ENDS = frozenset(("conj", "cc", "advcl", "parataxis", "ccomp", "acl:relcl", "punct", "appos"))
_HANGING = ("parataxis", "ccomp", "appos", "acl", "list", "conj", "dep")
_WITH = frozenset(("with", "to", "from"))
_JOINED = frozenset(("conj", "parataxis"))
_NARRATOR = frozenset(("i", "me", "my", "we", "us", "our", "you", "your"))
_LONGEST = 12
_MOST_PEOPLE = 6
_MOST_STEPS = 4


class Deed(NamedTuple):
    """Who took part in what is told of a time, and the first and last word that tell it."""

    who: list[Span]
    first: int
    last: int
    clause: int


class Pair(NamedTuple):
    """Whom some words are about and whom else they name; ``is_verb`` tells whether a verb leads them."""

    leading: list[Span]
    others: list[Span]
    is_verb: bool = False


NOBODY = Pair([], [])
"""The pair of words that nothing is known of."""


class Grammar:
    """The grammar of a story with its mentions: who heads what."""

    def __init__(self, tree: Tree, marks: Marks) -> None:
        """Find the head of each mention; of several with one head the longest counts."""
        self.tree = tree
        self._mentions: dict[int, Mention] = {}
        self._several = {mention.span for mention in marks.of(Mention) if mention.form == "noun" and mention.plural}
        for mention in sorted(marks.of(Mention), key=lambda mention: mention.span.end - mention.span.start):
            head = tree.head(mention.span)
            if head is not None:
                self._mentions[head] = mention

    def people(self, place: int) -> list[Span]:
        """Return the mentions that a word stands for: its own, one in apposition to it, and those joined to it."""
        joined = [place]
        for one in joined:
            joined += [each for each in self.tree.below(one, "conj") if each not in joined]
        return [span for one in joined if (span := self._own(one))]

    def _own(self, place: int) -> Span | None:
        beside = (self.tree.heads[place],) if self.tree.tokens[place].relation == "appos" else ()
        found = [
            self._mentions[one]
            for one in (place, *self.tree.below(place, *_TOGETHER), *beside)
            if one in self._mentions
        ]
        names = (mention for mention in found if mention.form == "name")
        best = next(names, found[0] if found else None)
        return best.span if best else None

    def around(self, place: int, relations: tuple[str, ...]) -> list[Span]:
        """Return the people of the nearest word below a word that has any, by some relations, three steps at most.

        Nouns that mean several, "the kids", are nobody's name and count only where nobody else is found.
        """
        level: list[int] = [place]
        several: list[Span] = []
        for _ in range(3):
            level = [one for above in level for one in self.tree.below(above, *relations)]
            for one in level:
                found = self.people(one)
                if not self._several.issuperset(found):
                    return found
                several = several or found
        return several

    def doers(self, clause: int, *, anybody: bool) -> list[Span]:
        """Return who takes part in a clause: its subject; whose or of whom that is; else ``anybody`` that it names."""
        subject = self.tree.subject(clause)
        found: list[Span] = []
        if subject is not None:
            found = self.people(subject) or self.around(subject, _INSIDE)
        if not found and anybody:
            found = [one for one in self.around(clause, _OTHERS) if one.text.lower() not in _NARRATOR]
            above = self.tree.heads[clause]
            if found and self._several.issuperset(found) and above != clause:
                found = self.around(above, _SUBJECTS) or found
        return found[:_MOST_PEOPLE]

    def pair(self, words: Span) -> Pair:
        """Return whom some words are about and whom they name with "with", "to", "from" or as an object.

        A verb is about its subject; a noun, "a breakup with Kim", about its owner, or else the subject around it.
        """
        head = self.tree.head(words)
        if head is None:
            return NOBODY
        is_noun = self.tree.tokens[head].upos == "NOUN"
        clause = self.tree.clause(head)
        if not is_noun and clause not in self.tree.places(words):
            return NOBODY
        leading = self.around(head, ("nmod:poss",)) if is_noun else []
        # The subject of a clause that is only joined to another is better told by the order of the words.
        subject = None if self.tree.tokens[clause].relation in _JOINED else self.tree.subject(clause)
        if not leading and subject is not None:
            leading = self.people(subject)
        return Pair(leading, self._others(head if is_noun else clause), is_verb=not is_noun)

    def _others(self, head: int) -> list[Span]:
        for one in self.tree.below(head, "obj", "obl", "nmod"):
            joins = {self.tree.low(case) for case in self.tree.below(one, "case")}
            is_object = self.tree.tokens[one].relation in ("obj", "obl") and not joins
            if (is_object or joins & _WITH) and (others := self.people(one)):
                return others
        return []

    def deed(self, time: Span, *, anybody: bool = False) -> Deed | None:
        """Return what is told of a time: a noun with an owner ("his 1995 acquittal"), or the clause around it."""
        head = self.tree.head(time)
        if head is None:
            return None
        noun = self.tree.heads[head]
        if noun != head and self._dates_noun(head):
            owners = self.around(noun, ("nmod:poss",))
            if owners:
                return Deed(owners, *self._noun_words(noun, time), noun)
        clause = self._clause(head)
        if clause is None:
            return None
        who = self.doers(clause, anybody=anybody)
        return Deed(who, *self._words(clause, head, who), clause) if who else None

    def may_date(self, time: Span, words: Span) -> bool:
        """Tell whether a time may date some words: not where it hangs on the verb of another clause.

        "Lee said in 2014 that they had met" does not date the meeting; "was set to marry on Friday" does the wedding.
        """
        head, told = self.tree.head(time), self.tree.head(words)
        if head is None or told is None:
            return True
        clause, own = self.tree.clause(head), self.tree.clause(told)
        if self.tree.tokens[clause].upos != "VERB" or clause in self.tree.places(words):
            return True
        return clause in self._open(own) or own in self._open(clause)

    def is_told(self, time: Span, words: Span) -> bool:
        """Tell whether a time stands in what some words tell, or in another clause with a subject of its own.

        "noted that the vote of 2020 is near", "was accused, although the case was dropped in 2020".
        """
        head, telling = self.tree.head(time), self.tree.head(words)
        told = False
        for one in self.tree.above(head) if head is not None else ():
            if one == telling:
                return told
            told = told or self.tree.tokens[one].relation == "ccomp" or self._is_apart(one)
        return False

    def _is_apart(self, clause: int) -> bool:
        """Tell whether a word leads a clause about somebody else that is not told as of the same time."""
        if self.tree.tokens[clause].relation not in _OWN_CLAUSES or not self.tree.below(clause, *_LEADING):
            return False
        return not any(self.tree.low(one) in _SAME_TIME for one in self.tree.below(clause, "mark", "advmod"))

    def explained(self, words: Span, times: Sequence[Time]) -> Time | None:
        """Return the time that some words explain: "1993, the year she was born"."""
        head = self.tree.head(words)
        clause = head if head is None else self.tree.clause(head)
        if clause is None or self.tree.tokens[clause].relation != "acl:relcl":
            return None
        noun = self.tree.heads[clause]
        if self.tree.low(noun) not in UNITS:
            return None
        return next((time for time in times if 1 <= noun - self.tree.places(time.span).stop <= 2), None)

    def _open(self, clause: int) -> list[int]:
        """Return a clause and those that it completes: of "is set to wed" both the wedding and the being set."""
        found = [clause]
        while self.tree.tokens[found[-1]].relation == "xcomp" and len(found) < _MOST_STEPS:
            found.append(self.tree.clause(self.tree.heads[found[-1]]))
        return found

    def _dates_noun(self, head: int) -> bool:
        above = self.tree.heads[head]
        is_noun = self.tree.tokens[above].upos == "NOUN" and self.tree.low(above) not in UNITS
        return self.tree.tokens[head].relation in _NOUN_TIMES and is_noun

    def _is_inside_noun(self, head: int) -> bool:
        """Tell whether a time stands before the noun that it dates: "the 2017 festival"."""
        return self.tree.tokens[head].relation in _NOUN_TIMES and self.tree.heads[head] > head

    def _clause(self, head: int) -> int | None:
        """Return the clause around a time: of "planned to leave" the planning, of "May 2016: X quits" the quitting."""
        clause = self.tree.clause(head)
        if clause == head:
            hanging = (one for one in self.tree.below(head, *_HANGING) if self.tree.tokens[one].upos == "VERB")
            return next(hanging, None)
        for _ in range(_MOST_STEPS):
            if self.tree.tokens[clause].relation == "xcomp":
                clause = self.tree.clause(self.tree.heads[clause])
        return clause

    def _noun_words(self, noun: int, time: Span) -> tuple[int, int]:
        """Return the words of a dated noun, from its time on and without what owns it."""
        first = min(self.tree.places(time).start, noun)
        return first, min(self._until(noun, noun), noun + _LONGEST)

    def _words(self, clause: int, head: int, who: list[Span]) -> tuple[int, int]:
        """Return the words of a deed: from its verb, or from a subject that is no person, to the time or a stop."""
        first = min([clause, *(one for one in self.tree.below(clause, *_HELPERS) if one < clause)])
        subject = self.tree.subject(clause)
        if subject is not None and subject < clause and not self.people(subject):
            inside = [one for one in self.tree.within(subject) if one <= subject]
            first = inside[0] if clause - inside[0] <= _LONGEST else first
        last = self._until(clause, max(clause, first))
        begins = self.tree.within(head)[0]
        if clause < begins and not self._is_inside_noun(head):
            last = begins - 1
        return first, min(last, first + _LONGEST - 1)

    def _until(self, clause: int, at: int) -> int:
        """Return the last word before what hangs on a clause as a sentence of its own, or after a comma."""
        last = self.tree.within(clause)[-1]
        for one in self.tree.below(clause):
            if one > at and self.tree.tokens[one].relation in _ENDS:
                last = min(last, self.tree.within(one)[0] - 1)
        return max(last, at)


def deed(document: Document, grammar: Grammar, time: Time, *, anybody: bool = False) -> Event | None:
    """Return what somebody did at a time, by the grammar; None where nobody is told to have, or it is denied.

    What is only planned, hedged, asked or told by somebody is a claim. With ``anybody``, whom a clause names takes part
    in it, whether or not it is about them.
    """
    found = grammar.deed(time.span, anybody=anybody)
    if found is None or grammar.tree.tokens[found.clause].clause == "denied":
        return None
    span = wording(document, document.words[found.first : found.last + 1])
    if span is None:
        return None
    return Event(
        span=span,
        event="other",
        who=tuple(found.who),
        what=span.text,
        when=time.span,
        reported=_reported(document, grammar.tree, found.clause, time, span),
    )


def _reported(document: Document, tree: Tree, clause: int, time: Time, span: Span) -> Reported:
    told = any(tree.tokens[one].relation == "ccomp" for one in tree.above(clause))
    sure = tree.tokens[clause].clause == "stated" and not told and not told_ahead(tree, time.span)
    return "fact" if sure and document.quotation_at(span.start) is None else "claim"
