"""Settles who is who inside a story."""

from __future__ import annotations

from collections import defaultdict

from onrecord.model.document import Document
from onrecord.model.marks import Gender, Marks, Mention
from onrecord.model.person import Mention as PersonMention
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.resolve.naming import Named, joined
from onrecord.resolve.reference import References
from onrecord.resolve.who import Who


def who_is_who(document: Document, marks: Marks) -> Who:
    """Join the mentions of a story to people; somebody without a name is nobody's record."""
    mentions = sorted(marks.of(Mention), key=lambda mention: (mention.span.start, -mention.span.end))
    people = joined([mention for mention in mentions if mention.form == "name" and not mention.plural])
    ids: dict[Span, tuple[str, ...]] = {}
    genders: dict[str, Gender | None] = {}
    for number, person in enumerate(people, 1):
        ids.update({mention.span: (f"p{number}",) for mention in person.mentions})
        genders[f"p{number}"] = _gender(person, mentions)
    References(document, marks, ids, genders).settle(mentions)
    return Who(people=_people(people, mentions, ids, genders), ids=ids)


def _gender(person: Named, mentions: list[Mention]) -> Gender | None:
    """Return what the names and the nouns in apposition tell, None where they do not agree."""
    spans = {mention.span for mention in person.mentions}
    told = {mention.gender for mention in mentions if mention.same in spans and mention.gender} or set(person.genders)
    return told.pop() if len(told) == 1 else None


def _people(
    people: list[Named], mentions: list[Mention], ids: dict[Span, tuple[str, ...]], genders: dict[str, Gender | None]
) -> tuple[Person, ...]:
    meant: dict[str, dict[Span, PersonMention]] = defaultdict(dict)
    for mention in mentions:
        who = ids.get(mention.span, ())
        if len(who) == 1:
            span = mention.span
            meant[who[0]].setdefault(span, PersonMention(span.start, span.end, span.text, mention.form))
    out = []
    for number, person in enumerate(people, 1):
        names = sorted({mention.span.text for mention in person.mentions}, key=lambda name: (-len(name), name))
        own = tuple(meant[f"p{number}"].values())
        out.append(
            Person(id=f"p{number}", name=names[0], aliases=tuple(names), pronoun=genders[f"p{number}"], mentions=own)
        )
    return tuple(out)
