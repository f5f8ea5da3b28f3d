"""Marks the words that may mean a person, and the names of all else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from onrecord.annotate.capitals import sentence_lines
from onrecord.annotate.lexicon import folded, women_share
from onrecord.annotate.name_kinds import Named, named
from onrecord.annotate.not_people import without_others
from onrecord.annotate.noun_phrases import Noun, nouns
from onrecord.annotate.person_nouns import TITLES
from onrecord.annotate.weighed_names import weighed
from onrecord.model.document import Document
from onrecord.model.marks import Gender, Mark, Marks, Mention, Name
from onrecord.model.span import Span

NEEDS: tuple[str, ...] = ()
SURE_SHARE = 0.8
_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
}


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark names, person nouns and the pronouns of the third person.

    A name is a mention where it is a person's, else a ``Name``. "the Marlows" and "the Marlow" of "the Marlow family"
    are plural nouns with the head "family". I and we are not marked: who speaks is told by the quotation.
    """
    found = without_others(document, weighed(document, named(document), marks.reading))
    people = {name.first: name for name in found if name.kind == "person"}
    last_names = _last_names(document, people.values())
    for name in found:
        span = _span(document, name)
        if name.kind == "person":
            yield Mention(span=span, form="name", gender=_gender(document, name, last_names))
        elif name.kind == "family":
            yield Mention(span=span, form="noun", plural=True, head="family")
        else:
            yield Name(span=span, kind=name.kind)
    yield from _nouns(document, people)
    for word in document.words:
        gender = _PRONOUNS.get(word.text.lower())
        if gender:
            yield Mention(span=word, form="pronoun", gender=gender, plural=gender == "they")


def _span(document: Document, name: Named) -> Span:
    return document.span(document.words[name.first].start, document.words[name.last - 1].end)


def _last_names(document: Document, people: Iterable[Named]) -> set[str]:
    """Return the last words of the names of several words, but for those that begin one."""
    long = [document.words[name.first : name.last] for name in people if name.last - name.first > 1]
    return {folded(words[-1].text) for words in long} - {folded(words[0].text) for words in long}


def _gender(document: Document, name: Named, last_names: Set[str]) -> Gender | None:
    """Return what the title tells, else the given name where nearly all of its bearers are women or men.

    ``last_names`` that stand alone tell nothing: Howard may be Susan Howard.
    """
    told = TITLES[name.title] if name.title else None
    first = folded(document.words[name.first].text)
    share = None if name.last - name.first == 1 and first in last_names else women_share(first)
    if told or share is None or 1 - SURE_SHARE < share < SURE_SHARE:
        return told
    return "she" if share > 0.5 else "he"


def _nouns(document: Document, people: dict[int, Named]) -> Iterator[Mention]:
    words = document.words
    ends = {first: name.last for first, name in people.items()}
    by_end = {name.last: name for name in people.values()}
    plain = _in_plain_lines(document)
    for noun in nouns(words, ends):
        if words[noun.last - 1].text[0].isupper() and noun.head not in TITLES and noun.last - 1 in plain:
            continue
        span = document.span(words[noun.first].start, words[noun.last - 1].end)
        owner = None if noun.owner is None else document.span(words[noun.first].start, words[noun.owner - 1].end)
        same = None if noun.plural else _apposed(document, noun, people, by_end)
        yield Mention(
            span=span, form="noun", gender=noun.gender, plural=noun.plural, head=noun.head, of=owner,
            same=_span(document, same) if same else None,
        )  # fmt: skip


def _in_plain_lines(document: Document) -> set[int]:
    """Return the words whose capitals tell something: a noun with one is a title, "The Pianist"."""
    lines = (line for line in sentence_lines(document) if not line.titled)
    return {at for line in lines for at in range(line.first + 1, line.last)}


def _apposed(document: Document, noun: Noun, people: dict[int, Named], by_end: dict[int, Named]) -> Named | None:
    """Return the name that stands in apposition: "her husband Paul", "Kim Lee, the actress,"."""
    words = document.words
    if noun.last in people:
        return people[noun.last]
    after = words[noun.last].text if noun.last < len(words) else "."
    if after == "," and (name := people.get(noun.last + 1)):
        closes = name.last < len(words) and words[name.last].text in (",", ".", ";", ")")
        if noun.owner is not None or (closes and noun.first > 0 and words[noun.first - 1].text.islower()):
            return name
    if noun.first > 0 and words[noun.first - 1].text == "," and after in (",", ".", ";", ")", "—", "–", "who"):
        return by_end.get(noun.first - 1)
    return None
