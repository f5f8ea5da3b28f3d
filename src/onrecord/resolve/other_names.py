"""Joins people whom the story calls by two names: a maiden name, a short form, a name spelled two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from onrecord.model.document import Document
from onrecord.model.marks import Age, Kin, Marks
from onrecord.model.span import Span
from onrecord.model.spelling import is_slip
from onrecord.resolve.naming import Named
from onrecord.resolve.short_names import short_form

_FORMERLY = re.compile(
    r",?\s*(?:[(\[–—-]\s*)?(?:née|nee|aka|a\.k\.a\.|(?:also|formerly|better|otherwise|previously|then|once) known as"
    r"|born|(?:whose\s+)?(?:real|birth|given|legal|maiden) name(?:\s+(?:is|was))?:?|who goes by|who was born)\s+"
    r"|\s*[(\[](?:then|formerly|or|previously)\s+",
    re.IGNORECASE,
)
_LONGEST = 40  # characters between a name and the one before
_MOST_PEOPLE = 200  # above so many, spellings are not compared


def unified(document: Document, marks: Marks, people: list[Named]) -> list[Named]:
    """Return the people with those joined who are one, in the order of their first mention."""
    people = _renamed(document, people)
    for find in (_short, _married, _misspelled):
        for other, person in find(people, marks):
            if other in people and person in people and other is not person:
                person.join(other)
                people = [one for one in people if one is not other]
    return sorted(people, key=lambda person: person.mentions[0].span)


def _renamed(document: Document, people: list[Named]) -> list[Named]:
    """Give a name behind "née", "also known as" and the like to whom it is another name of."""
    owner = {mention.span: person for person in people for mention in person.mentions}
    text = document.story.text
    for before, after in pairwise(sorted(owner)):
        person, other = owner[before], owner[after]
        if person is other or not _FORMERLY.fullmatch(text, before.end, min(after.start, before.end + _LONGEST)):
            continue
        if after.start - before.end > _LONGEST:
            continue
        moved = other.mentions if _is_only(other, after) else [m for m in other.mentions if m.span == after]
        for mention in list(moved):
            other.mentions.remove(mention)
            person.take(mention)
            owner[mention.span] = person
        person.tokens |= other.tokens if not other.mentions else set()
    return [person for person in people if person.mentions]


def _is_only(person: Named, span: Span) -> bool:
    """Tell whether somebody is called by just the name that stands there, or by parts of it."""
    words = span.text.lower()
    return all(mention.span.text.lower() in words for mention in person.mentions)


def _short(people: list[Named], _: Marks) -> Iterator[tuple[Named, Named]]:
    """Yield somebody called by a short form with the one person whose full name it may be short for."""
    full = [person for person in people if len(person.name) > 1]
    for person in people:
        name = person.mentions[0].span.text
        fits = short_form(name)
        if fits and (" " not in name or len(person.name[-1]) == 1):
            fitting = [one for one in full if one is not person and fits(one.name)]
            if len(fitting) == 1 and _alike(person, fitting[0]):
                yield person, fitting[0]


def _alike(one: Named, other: Named) -> bool:
    """Tell whether nothing speaks against two names being of one gender."""
    return not one.genders or not other.genders or bool(one.genders.keys() & other.genders.keys())


def _married(people: list[Named], marks: Marks) -> Iterator[tuple[Named, Named]]:
    """Yield two of one given name, of whom one bears the last name of the husband or wife of the other."""
    for one, spouse in _kin(people, marks, "spouse"):
        for person, partner in ((one, spouse), (spouse, one)):
            for other in people:
                if (
                    len(other.name) > 1 < len(person.name)
                    and other.first == person.first
                    and other.name[-1] == partner.name[-1] != person.name[-1]
                ):
                    yield other, person


def _misspelled(people: list[Named], marks: Marks) -> Iterator[tuple[Named, Named]]:
    """Yield two whose names differ by a slip in one part, the less often named first; kin and other ages are two."""
    if len(people) > _MOST_PEOPLE:
        return
    apart = {frozenset(map(id, pair)) for pair in _kin(people, marks)}
    ages = _ages(people, marks)
    for one, two in combinations(people, 2):
        known = ages.get(id(one)), ages.get(id(two))
        if not _is_misspelling(one.name, two.name) or frozenset((id(one), id(two))) in apart:
            continue
        if None in known or known[0] == known[1]:
            yield (one, two) if len(one.mentions) < len(two.mentions) else (two, one)


def _is_misspelling(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    differing = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    return len(one) == len(two) > 1 and len(differing) == 1 and is_slip(*differing[0])


def _kin(people: list[Named], marks: Marks, relation: str | None = None) -> Iterator[tuple[Named, Named]]:
    owner = _owners(people)
    for kin in marks.of(Kin):
        if kin.from_ in owner and kin.to in owner and relation in (None, kin.relation):
            yield owner[kin.from_], owner[kin.to]


def _ages(people: list[Named], marks: Marks) -> dict[int, set[float]]:
    """Return how old people are told to be, by the identity of the object."""
    owner, ages = _owners(people), dict[int, set[float]]()
    for age in marks.of(Age):
        if age.who in owner and age.years is not None and not age.other_time:
            ages.setdefault(id(owner[age.who]), set()).add(age.years)
    return ages


def _owners(people: Iterable[Named]) -> dict[Span, Named]:
    return {mention.span: person for person in people for mention in person.mentions}
