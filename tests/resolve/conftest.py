"""Reads a few sentences for a test, as far as who is who."""

import pytest

from onrecord import parts
from onrecord.ingest import from_text
from onrecord.model.marks import Marks, Mention
from onrecord.resolve.people import who_is_who
from onrecord.text import lay_out

HEADLINE = "A Quiet Day In Harrow Bay\n\n"


@pytest.fixture
def read():
    """Return a reader of words into a document, its marks and who is who; a headline is put before the words."""

    def read(words):
        document = lay_out(from_text(HEADLINE + words))
        marks = Marks()
        for extract in parts.extractors().values():
            marks += extract(document, marks)
        return document, marks, who_is_who(document, marks)

    return read


@pytest.fixture
def meant(read):
    """Return a reader of words into each pronoun and noun with the names that it means, in the order of the text."""

    def meant(words):
        _, marks, who = read(words)
        names = {person.id: person.name for person in who.people}
        others = sorted((mention for mention in marks.of(Mention) if mention.form != "name"), key=lambda one: one.span)
        return [(other.span.text, *(names[one] for one in who.of(other.span))) for other in others]

    return meant
