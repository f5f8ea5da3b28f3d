"""The named children and siblings of a story's people, and the words that count them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from onrecord.model.case import Case
from onrecord.model.finding import Says
from onrecord.model.person import Person
from onrecord.model.statement import Count, Kin

_PRONOUN = {"children": None, "kids": None, "sons": "he", "boys": "he", "daughters": "she", "girls": "she"}


_MORE = re.compile(r"\b(?:also|another|other|older|younger|elder|adult|grown|teenage|more)\b")
_MORE_BEFORE = re.compile(rf"{_MORE.pattern}[^.!?\n]{{0,40}}\Z")
_OF_ONE_FAMILY = re.compile(r"[^.!?\n]{0,120}?\b(?:marriages?|relationships?|exe?s?|previous|former)\b")
_MOST_CHILDREN = 40  # more than that is a misreading, not a family


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """Who is whose child and whose sibling, as the story states it in plain fact; each list in the story's order.

    Step-, half- and adopted relatives and those to come are left out, for they may or may not be counted.
    """

    people: Mapping[str, Person]
    children: Mapping[str, Mapping[str, None]]
    siblings: Mapping[str, Mapping[str, None]]

    @classmethod
    def of(cls, case: Case) -> Family:
        """Read the family relations of a story."""
        children: dict[str, dict[str, None]] = {}
        siblings: dict[str, dict[str, None]] = {}
        for kin in case.all(Kin):
            if kin.reported != "fact" or kin.status != "current" or kin.detail:
                continue
            if kin.relation == "parent":
                children.setdefault(kin.from_, {})[kin.to] = None
            elif kin.relation == "sibling":
                siblings.setdefault(kin.from_, {})[kin.to] = None
                siblings.setdefault(kin.to, {})[kin.from_] = None
        return cls(
            people={person.id: person for person in case.people},
            children={parent: named for parent, named in children.items() if len(named) <= _MOST_CHILDREN},
            siblings={person: named for person, named in siblings.items() if len(named) <= _MOST_CHILDREN},
        )

    def counted(self, count: Count) -> tuple[str, ...]:
        """Return the ids of those that the count means: the named children that all its people share.

        Sons and daughters are those whom the story calls "he" and "she".
        """
        lists = [self.children.get(parent, {}) for parent in dict.fromkeys(count.who)]
        pronoun = _PRONOUN.get(count.what)
        return tuple(
            child
            for child in (lists[0] if lists else ())
            if all(child in other for other in lists) and pronoun in (None, self.people[child].pronoun)
        )

    def parents(self, child: str) -> frozenset[str]:
        """Return the ids of those who are told to be a child's parents."""
        return frozenset(parent for parent, named in self.children.items() if child in named)

    def name(self, person: str) -> str:
        """Return a person's name."""
        return self.people[person].name

    def first_name(self, person: str, says: str) -> tuple[Says, ...]:
        """Return the first place where the person is named, with what it says; empty where there is none."""
        names = (mention.span for mention in self.people[person].mentions if mention.form == "name")
        return tuple(Says.of(span, says) for span in [next(names, None)] if span)


def counts_children(count: Count) -> bool:
    """Tell whether the count is of whole children, sons or daughters, as a plain fact."""
    return count.what in _PRONOUN and count.reported == "fact" and count.n == int(count.n) and bool(count.who)


def adoption_is_told(case: Case) -> bool:
    """Tell whether the story speaks of adoption, so that children may be counted in more than one way."""
    return "adopt" in case.story.text.lower()


def is_of_some(text: str, count: Count) -> bool:
    """Tell whether a number is of one family of several, or of some of the children: "also has two older sons"."""
    words = count.spans[0]
    return bool(
        _MORE.search(words.text)
        or _MORE_BEFORE.search(text, max(0, words.start - 60), words.start)
        or _OF_ONE_FAMILY.match(text, words.end)
    )
