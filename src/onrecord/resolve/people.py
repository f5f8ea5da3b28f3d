"""Settles who is who inside a story."""

from __future__ import annotations

from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention
from onrecord.model.person import Mention as PersonMention
from onrecord.model.person import Person
from onrecord.resolve.who import Who


def who_is_who(document: Document, marks: Marks) -> Who:
    """Join the mentions of a story to people."""
    names: dict[str, list[Mention]] = {}
    for mention in marks.of(Mention):
        if mention.form == "name":
            names.setdefault(mention.span.text, []).append(mention)
    people = tuple(
        Person(id=f"p{n}", name=name, aliases=(name,),
               mentions=tuple(PersonMention(m.span.start, m.span.end, m.span.text, m.form) for m in found))
        for n, (name, found) in enumerate(names.items(), 1)
    )
    return Who(people=people, ids={m.span: (p.id,) for p in people for m in p.mentions})
