"""Flags two spellings of what looks like one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import msgspec

from onrecord.check.births import births, settled
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.person import Mention
from onrecord.model.place_names import place_names
from onrecord.model.spelling import is_slip
from onrecord.model.statement import Kin
from onrecord.model.when import both

# A word with a capital that stands alone: neither first in its sentence nor part of a longer name.
_ALONE = re.compile(
    r"(?<![\w’'-])(?:[a-z]{1,20}|And|As|At|But|By|For|From|In|To|When|While|With),? (?P<word>[A-Z][a-z]{4,20})"
    r"(?=['’]s? [a-z]|[.,;:!?]|\s(?![A-Z]))"
)
_BEFORE_PLACES = re.compile(r"\b(?:at|from|in|near|to)[ \u00a0]\Z", re.IGNORECASE)
_LONGEST_BEFORE = 5  # characters
_SIC = re.compile(r"(?:['’]s?)?[ \u00a0]?[\[(]sic[\])]", re.IGNORECASE)  # the writer knows
_SHORTEST_LETTERS = 4  # where all else of the name is alike, or no other name of the story is
_NAMED_OFTEN = 2  # times; a word that no reading takes for a name is held against such surnames only
_MOST_ALIKE = 40  # names that share all other parts, or words, that are compared with each other


class _Name(msgspec.Struct, frozen=True, kw_only=True):
    """A full name in lower case, part by part, where it first stands, and whose it is."""

    parts: tuple[str, ...]
    mention: Mention
    who: str


def check(case: Case) -> Iterator[Finding]:
    """Compare the full names of the story that are alike in all parts but one, and bare names with surnames.

    That part may differ by one letter, or by two neighbours that changed places, but not in its first letter, nor, but
    for surnames, in its last: Elena and Helena, Daniel and Daniela are two names. Relatives, and people of different
    ages, are two people.
    """
    full, bare = _names(case)
    by_rest: dict[tuple[str | None, ...], list[_Name]] = {}
    for name in full:
        for index in range(len(name.parts)):
            rest = (*name.parts[:index], None, *name.parts[index + 1 :])
            by_rest.setdefault(rest, []).append(name)
    proven_two = _two_people(case)
    for rest, names in by_rest.items():
        index = rest.index(None)
        for one, two in combinations(names[:_MOST_ALIKE], 2):
            slip = is_slip(
                one.parts[index], two.parts[index], shortest_letters=_SHORTEST_LETTERS, at_end=index == len(rest) - 1
            )
            if slip and not proven_two(one.who, two.who):
                yield _finding(one.mention, two.mention)
    yield from _bare_slips(full, bare, proven_two)
    yield from _unread_slips(case, full)


def _bare_slips(
    full: Sequence[_Name], bare: Sequence[_Name], proven_two: Callable[[str, str], bool]
) -> Iterator[Finding]:
    """Compare each name that only ever stands alone with the surnames of the full names."""
    surnames = {name.parts[-1]: name for name in reversed(full)}
    known = {part for name in full for part in name.parts}
    for name in [name for name in bare if name.parts[0] not in known][:_MOST_ALIKE]:
        for surname, other in surnames.items():
            slip = is_slip(name.parts[0], surname, shortest_letters=_SHORTEST_LETTERS, at_end=True)
            if slip and not proven_two(name.who, other.who):
                yield _finding(*sorted((name.mention, other.mention), key=lambda one: one.start))


def _unread_slips(case: Case, full: Sequence[_Name]) -> Iterator[Finding]:
    """Compare words in capitals that are nobody's name, for so a slip may be read, with surnames that stand often.

    Each word is compared once, where it first stands and may be a name: no place is told there.
    """
    text = case.story.text
    parts = Counter(part for who in case.people for one in who.mentions for part in _parts(one.text))
    surnames: dict[str, _Name] = {}
    for name in full:
        if parts[name.parts[-1]] >= _NAMED_OFTEN:
            surnames.setdefault(name.parts[-1], name)
    begins = {surname[0] for surname in surnames}
    words: dict[str, Mention] = {}
    for found in _ALONE.finditer(text) if surnames else ():
        word = found["word"].casefold()
        if word[0] not in begins or word in parts or _SIC.match(text, found.end()):
            continue
        if not _may_be_place(text, *found.span("word")):
            words.setdefault(word, Mention(*found.span("word"), found["word"], "name"))
    for word, slip in list(words.items())[:_MOST_ALIKE]:
        for surname, other in list(surnames.items())[:_MOST_ALIKE]:
            if is_slip(word, surname):
                yield _finding(*sorted((slip, other.mention), key=lambda one: one.start))


def _may_be_place(text: str, start: int, end: int) -> bool:
    """Tell whether a word is a well-known place, or may be one: "in Hanson", but not "in Hanson's house"."""
    behind = _BEFORE_PLACES.search(text, max(0, start - _LONGEST_BEFORE), start)
    return text[start:end] in place_names() or (behind is not None and not text.startswith(("'s", "’s"), end))


def _names(case: Case) -> tuple[list[_Name], list[_Name]]:
    """Return the full names of the story, and those of one word that are no place, each once, where it first stands."""
    full: list[_Name] = []
    bare: list[_Name] = []
    seen = set()
    for person in case.people:
        for mention in person.mentions:
            parts = _parts(mention.text)
            if mention.form != "name" or _SIC.match(case.story.text, mention.end):
                continue
            if len(parts) == 1 and _may_be_place(case.story.text, mention.start, mention.end):
                continue
            if parts and parts not in seen:
                seen.add(parts)
                (full if len(parts) > 1 else bare).append(_Name(parts=parts, mention=mention, who=person.id))
    return full, bare


def _two_people(case: Case) -> Callable[[str, str], bool]:
    """Return what tells of two ids whether the story proves them to be two people."""
    related = {frozenset((kin.from_, kin.to)) for kin in case.all(Kin)}
    told = births(case)
    births_of = settled(told, dated=True), settled(told, dated=False)

    def proven(one: str, two: str) -> bool:
        return frozenset((one, two)) in related or any(
            one in known and two in known and both(known[one].days, known[two].days) is None for known in births_of
        )

    return proven


def _parts(name: str) -> tuple[str, ...]:
    return tuple(name.casefold().replace("’", "'").split())


def _finding(one: Mention, two: Mention) -> Finding:
    return Finding(
        level="unclear",
        message=f"“{one.text}” and “{two.text}”: one name spelled two ways?",
        spans=(Says.of(one.span, "one spelling"), Says.of(two.span, "the other")),
        reason=("the two differ by one letter or by two that changed places",),
    )
