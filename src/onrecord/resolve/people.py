"""Settles who is who inside a story."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from onrecord.model.document import Document
from onrecord.model.marks import Gender, Marks, Mention
from onrecord.model.person import Mention as PersonMention
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.resolve.genders import genders
from onrecord.resolve.naming import Named, joined
from onrecord.resolve.other_names import unified
from onrecord.resolve.reference import References
from onrecord.resolve.who import Who


def who_is_who(document: Document, marks: Marks, *, walk: Callable[..., References] = References) -> Who:
    """Join the mentions of a story to people; somebody without a name is nobody's record.

    ``walk`` is how one goes through the story to find whom its pronouns and nouns mean.
    """
    mentions = sorted(marks.of(Mention), key=lambda mention: (mention.span.start, -mention.span.end))
    people = joined([mention for mention in mentions if mention.form == "name" and not mention.plural])
    people = unified(document, marks, people)
    ids: dict[Span, tuple[str, ...]] = {}
    for number, person in enumerate(people, 1):
        ids.update({mention.span: (f"p{number}",) for mention in person.mentions})
    told = genders(document, mentions, {f"p{number}": person for number, person in enumerate(people, 1)}, ids)
    walk(document, marks, ids, told).settle(mentions)
    return Who(people=_people(people, mentions, ids, told), ids=ids)


def _people(
    people: list[Named], mentions: list[Mention], ids: dict[Span, tuple[str, ...]], told: dict[str, Gender | None]
) -> tuple[Person, ...]:
    meant: dict[str, dict[Span, PersonMention]] = defaultdict(dict)
    for mention in mentions:
        who = ids.get(mention.span, ())
        if len(who) == 1:
            span = mention.span
            meant[who[0]].setdefault(span, PersonMention(span.start, span.end, span.text, mention.form))
    out = []
    for number, person in enumerate(people, 1):
        often = Counter(" ".join(mention.span.text.split()) for mention in person.mentions)
        names = sorted(often, key=lambda name: (-len(name), name.isupper(), -often[name], name))
        own = tuple(meant[f"p{number}"].values())
        out.append(
            Person(id=f"p{number}", name=names[0], aliases=tuple(names), pronoun=told[f"p{number}"], mentions=own)
        )
    return tuple(out)
