"""Tells whether somebody is she or he, from what stands beside the name, else from the pronouns that follow it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from onrecord.model.document import Document
from onrecord.model.marks import Gender, Mention
from onrecord.model.span import Span
from onrecord.resolve.naming import Named

_SURE = 3  # pronouns of one gender for each of the other
_MANY = 4  # pronouns that say more than a given name


def genders(
    document: Document, mentions: list[Mention], people: Mapping[str, Named], ids: Mapping[Span, tuple[str, ...]]
) -> dict[str, Gender | None]:
    """Return the gender of each person; None where the story does not tell, or not with one voice."""
    beside = {mention.same: mention.gender for mention in mentions if mention.same and mention.gender}
    told: dict[str, Gender | None] = {}
    for person, named in people.items():
        found = {beside[mention.span] for mention in named.mentions if mention.span in beside} or set(named.genders)
        told[person] = found.pop() if len(found) == 1 else None
    heard = _heard(document, mentions, ids)
    for person, gender in told.items():
        clear = _clear(heard.get(person, Counter()))
        if clear and (heard[person][clear] >= _MANY or (gender is None and not people[person].genders)):
            told[person] = clear
    return told


def _clear(heard: Counter[Gender]) -> Gender | None:
    ranked = heard.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _SURE * ranked[1][1]):
        return None
    return ranked[0][0]


def _heard(
    document: Document, mentions: list[Mention], ids: Mapping[Span, tuple[str, ...]]
) -> dict[str, Counter[Gender]]:
    """Count the pronouns behind each name in sentences where nobody else is spoken of before them."""
    heard: dict[str, Counter[Gender]] = {}
    for sentence in _sentences(document, mentions):
        only: str | None = None
        for mention in sentence:
            who = ids.get(mention.span, ())
            if mention.form == "pronoun" and only and mention.gender in ("she", "he"):
                heard.setdefault(only, Counter())[mention.gender] += 1
            elif mention.form == "name" and len(who) == 1 and only in (None, who[0]):
                only = who[0]
            elif mention.form != "pronoun" and not (mention.same and ids.get(mention.same) == (only,)):
                break
    return heard


def _sentences(document: Document, mentions: list[Mention]) -> Iterator[list[Mention]]:
    """Yield the mentions of each sentence that stand in no quotation."""
    starts = [sentence.start for sentence in document.sentences]
    at = -1
    inside: list[Mention] = []
    for mention in mentions:
        if document.quotation_at(mention.span.start) is not None:
            continue
        sentence = bisect_right(starts, mention.span.start)
        if sentence != at and inside:
            yield inside
            inside = []
        at = sentence
        inside.append(mention)
    if inside:
        yield inside
