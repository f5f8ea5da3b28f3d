"""Reads a short story for a test, as far as its marks or its case."""

from datetime import date

import pytest

from onrecord import parts, pipeline
from onrecord.ingest import from_text
from onrecord.model.marks import Marks
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
def told():
    """Return a reader of cases; a headline is put before the words."""

    def read(words: str, published: str | None = None):
        day = date.fromisoformat(published) if published else None
        return pipeline.read(from_text(HEADLINE + words, published=day))

    return read
