"""Reads a short story for a test, as far as its marks or its case."""

from datetime import date

import pytest

from onrecord import parts, pipeline
from onrecord.ingest import from_text
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention
from onrecord.text import lay_out

HEADLINE = "A Quiet Day In Harrow Bay\n\n"


@pytest.fixture
def marked():
    """Return a reader of marks; a headline is put before the words."""

    def read(words: str, published: str | None = None) -> Marks:
        day = date.fromisoformat(published) if published else None
        document = lay_out(from_text(HEADLINE + words, published=day))
        marks = Marks()
        for extract in parts.extractors().values():
            marks += extract(document, marks)
        return marks

    return read


@pytest.fixture
def whole():
    """Return a reader of the marks of a heading and a body."""

    def read(heading: str, body: str) -> Marks:
        document = lay_out(from_text(f"{heading}\n\n{body}"))
        marks = Marks()
        for extract in parts.extractors().values():
            marks += extract(document, marks)
        return marks

    return read


@pytest.fixture
def told():
    """Return a reader of cases; a headline is put before the words."""

    def read(words: str, published: str | None = None):
        day = date.fromisoformat(published) if published else None
        return pipeline.read(from_text(HEADLINE + words, published=day))

    return read


PRONOUNS = {"he", "she", "him", "her", "his", "they", "them", "their", "i", "me", "my", "we", "us", "our"}
SEVERAL = {"they", "them", "their", "we", "us", "our", "couple", "pair", "exes", "newlyweds"}


@pytest.fixture
def bracketed():
    """Return a maker of a document and its mentions from words in which every mention stands in brackets.

    "[Susan Hale] and [[her] son] sang": a capital makes a name, one of the pronouns a pronoun, all else is a noun.
    """

    def make(words: str, published: str | None = None) -> tuple[Document, Marks]:
        plain, opened, stretches = HEADLINE, [], []
        for sign in words:
            if sign == "[":
                opened.append(len(plain))
            elif sign == "]":
                stretches.append((opened.pop(), len(plain)))
            else:
                plain += sign
        day = date.fromisoformat(published) if published else None
        document = lay_out(from_text(plain, published=day))
        return document, Marks(mention(document, *stretch) for stretch in sorted(stretches))

    return make


def mention(document: Document, start: int, end: int) -> Mention:
    span = document.span(start, end)
    low = span.text.lower()
    first, last = low.split(" ")[0], low.split(" ")[-1]
    if low in PRONOUNS:
        return Mention(span=span, form="pronoun", plural=low in SEVERAL)
    if span.text[0].isupper() and first not in PRONOUNS | {"the", "this"}:
        return Mention(span=span, form="name")
    owner = document.span(start, start + len(first)) if first in PRONOUNS else None
    return Mention(span=span, form="noun", head=last, plural=last in SEVERAL, of=owner)
