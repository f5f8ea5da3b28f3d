"""Marks the words that may mean a person, and the names of all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from onrecord.annotate.capital_runs import Named, named
from onrecord.annotate.noun_phrases import Noun, nouns
from onrecord.model.document import Document
from onrecord.model.marks import Gender, Mark, Marks, Mention, Name
from onrecord.model.span import Span

NEEDS: tuple[str, ...] = ()
_PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), cast("Gender", "he")),
    **dict.fromkeys(("she", "her", "hers", "herself"), cast("Gender", "she")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), cast("Gender", "they")),
}


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark names, person nouns and the pronouns of the third person."""
    found = named(document)
    people = {item.run.first: item for item in found if item.kind == "person"}
    for item in found:
        if item.kind in ("organisation", "outlet", "place", "work"):
            yield Name(span=_span(document, item), kind=item.kind)  # type: ignore[arg-type]
        elif item.kind == "person":
            yield Mention(span=_span(document, item), form="name", gender=item.gender)
        elif item.kind == "family":
            yield Mention(span=_span(document, item), form="noun", plural=True, head="family")
    yield from _nouns(document, people)
    for word in document.words:
        gender = _PRONOUNS.get(word.text.lower())
        if gender:
            yield Mention(span=word, form="pronoun", gender=gender, plural=gender == "they")


def _span(document: Document, item: Named) -> Span:
    return document.span(item.run.words[0].start, item.run.words[-1].end)


def _nouns(document: Document, people: dict[int, Named]) -> Iterator[Mention]:
    words = document.words
    ends = {first: first + len(item.run.words) for first, item in people.items()}
    by_end = {end: people[first] for first, end in ends.items()}
    for noun in nouns(words, ends):
        span = document.span(words[noun.first].start, words[noun.last - 1].end)
        owner = None if noun.owner is None else document.span(words[noun.first].start, words[noun.owner - 1].end)
        same = None if noun.plural else _apposed(document, noun, people, by_end)
        yield Mention(
            span=span, form="noun", gender=noun.gender, plural=noun.plural, head=noun.head, of=owner,
            same=_span(document, same) if same else None,
        )  # fmt: skip


def _apposed(document: Document, noun: Noun, people: dict[int, Named], by_end: dict[int, Named]) -> Named | None:
    """Return the name that stands in apposition: "her husband Alec", "Kim Lee, the actress,"."""
    words = document.words
    if noun.last in people:
        return people[noun.last]
    after = words[noun.last].text if noun.last < len(words) else "."
    if after == "," and noun.last + 1 in people and noun.owner is not None:
        return people[noun.last + 1]
    if noun.first > 0 and words[noun.first - 1].text == "," and after in (",", ".", ";", ")", "—", "–"):
        return by_end.get(noun.first - 1)
    return None
