"""Says a fact of the record in words, and names the stories that tell it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.model.record import Collection, Fact, Kept
from onrecord.model.source import Voice
from onrecord.model.statement import Claim, Kin, Quote, Statement
from onrecord.show.answers.sheet import Row, Source
from onrecord.show.phrases import Names, day, manner, of_one, sentence, voice

_REPORTED = {
    "says": "reported, not quoted", "asks": "asked, as reported", "thinks": "state of mind, as reported",
    "denied": "denied, as reported", "unsaid": "left unsaid, as reported",
}  # fmt: skip


def fact(collection: Collection, names: Names, told: Fact, who: str | None = None) -> Row:
    """Return the row of a fact; with ``who``, as it stands on that person's own sheet."""
    first = told.statements[0]
    if isinstance(first, Quote | Claim):
        said = _said(first, None if who else voice(names, first))
        return Row(said, tuple(_source(collection, names, one, "") for one in told.statements))
    first = msgspec.structs.replace(first, by=())  # on whose word stands with each story
    if who is None:
        said = sentence(names, first)
    else:
        role, other = of_one(names, first, who)
        said = f"{role} {other}" if other else role
    return Row(said, sources(collection, names, told.statements))


def _said(said: Quote | Claim, voice: str | None) -> str:
    """Return the words of a voice, whose name is left out on its own sheet; what is no quotation is told to be none."""
    how = None if isinstance(said, Quote) else _REPORTED[manner(said)]
    lead = ", ".join(part for part in (voice, how) if part)
    return f"{lead[0].upper()}{lead[1:]}: {words(said)}" if lead else words(said)


def sources(collection: Collection, names: Names, statements: Iterable[Statement]) -> tuple[Source, ...]:
    """Return who tells each of some statements, and in which words."""
    return tuple(_source(collection, names, one, words(one)) for one in statements)


def whence(story: Kept) -> str:
    """Name a story: its outlet, or else its file or address, and its day."""
    where = story.outlet or story.path or story.url or story.key
    return f"{where}, {day(story.published) if story.published else 'day unknown'}"


def words(statement: Statement) -> str:
    """Return the words that a statement was read from, in quotation marks."""
    said = " … ".join(" ".join(span.text.split()) for span in statement.spans)
    quoted = isinstance(statement, Quote) and said[:1] in {'"', "“", "'", "‘"}
    return said if quoted else f"“{said}”"


def _source(collection: Collection, names: Names, statement: Statement, said: str) -> Source:
    story = collection.story(statement).key
    return Source(_whence(collection, names, statement), said, story, statement.spans[0].start)


def _whence(collection: Collection, names: Names, statement: Statement) -> str:
    own = {statement.speaker, statement.source} if isinstance(statement, Quote | Claim) else set()
    links = [
        link_in_words(names, link) for link in statement.by if (link.person or link.source) not in own or link.outlet
    ]
    by = f", on the word of {', '.join(links)}" if links else ""
    return f"{whence(collection.story(statement))}{by}"


def link_in_words(names: Names, link: Voice) -> str:
    """Name one link of the chain of voices that a statement comes by."""
    if link.person:
        return names.person(link.person)
    return names.source(link.source) if link.source else link.outlet or "somebody"


def closeness(told: Fact) -> tuple[int, bool, int]:
    """Return what kinships are sorted by: the closest first, then what is stated, then what is so today."""
    kin = told.statements[0]
    if not isinstance(kin, Kin):
        return (0, False, 0)
    near = ("spouse", "engaged", "partner", "parent", "sibling", "grandparent", "family")
    return (near.index(kin.relation), kin.reported == "claim", ("current", "future", "former").index(kin.status))
