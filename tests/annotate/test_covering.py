"""Whose words a quotation is by the report that the trained reader sees around it."""

from __future__ import annotations

import pytest

from onrecord.annotate import quotes, sources
from onrecord.annotate.covering import Covering
from onrecord.annotate.rows import rows
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention, Quote, Source
from onrecord.model.reading import Reading, Report, Token
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out

QUOTED = "“It rained all day long.”"


def read(before: str, source: str, cue: str, *, after: str = "", people: tuple[str, ...] = ()) -> Marks:
    """Return the marks of a text in which the reader sees a source report the quotation; all words are nouns."""
    text = f"{before}{QUOTED}{after}"
    document = lay_out(Story(id=identity(text), text=text))
    content = Span.of(text, len(before) + 1, len(before) + len(QUOTED) - 1)
    report = Report(cut(document, cue), cut(document, source), (content,))
    tokens = tuple(Token("NOUN", 0, "root", "stated", (0.0, 0.9, 0.0)) for _ in document.words)
    marks = Marks(
        [Mention(span=cut(document, name), form="name") for name in people],
        reading=Reading(reports=(report,), tokens=tokens),
    )
    marks += sources.annotate(document, marks)
    return marks + quotes.annotate(document, marks)


def cut(document: Document, words: str) -> Span:
    at = document.story.text.index(words)
    return document.span(at, at + len(words))


@pytest.mark.parametrize(
    ("before", "source", "cue", "voice"),
    [
        ("Mara Quill was at it again: the town, ", "Mara Quill", "was at it", "Mara Quill"),
        ("Gardener Mara Quill yodelled, ", "Gardener Mara Quill", "yodelled", "Mara Quill"),
        ("Oslo garden boss Mara Quill yodelled, ", "Oslo garden boss Mara Quill", "yodelled", "Mara Quill"),
        ("The woman beside Mara Quill yodelled, ", "The woman beside Mara Quill", "yodelled", None),
    ],
)
def test_the_source_of_a_report_is_the_voice(before: str, source: str, cue: str, voice: str | None) -> None:
    (quote,) = read(before, source, cue, people=("Mara Quill",)).of(Quote)
    found = (quote.cue and quote.cue.text, quote.voice and quote.voice.text, quote.why)
    assert found == (cue, voice or source, "the reader sees it reported")


def test_what_the_rules_read_stands() -> None:
    (quote,) = read("Otto Brandt: ", "Otto", "Brandt", people=("Otto Brandt",)).of(Quote)
    assert quote.why == "the subject before the colon"


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("Some neighbours", ["unnamed"]),
        ("The neighbours", ["unnamed"]),
        ("A stranger", ["unnamed"]),
        ("The stranger", []),
        ("Hale Radio", ["organisation"]),
        ("Thursday", []),
    ],
)
def test_a_source_that_no_list_knows(source: str, kinds: list[str]) -> None:
    assert [mark.type for mark in read(f"{source} yodelled, ", source, "yodelled").of(Source)] == kinds


def test_a_report_in_another_paragraph_tells_nothing() -> None:
    (quote,) = read("Mara Quill went yodelling.\n\n", "Mara Quill", "went", people=("Mara Quill",)).of(Quote)
    assert quote.voice is None


def test_the_smallest_report_around_a_quotation_tells() -> None:
    text = f"Otto and Mara know {QUOTED} well."
    document = lay_out(Story(id=identity(text), text=text))
    tokens = tuple(Token("PROPN", 0, "root", "stated", (0.9, 0.0, 0.0)) for _ in document.words)
    wide = Report(cut(document, "and"), cut(document, "Otto"), (document.span(0, len(text)),))
    narrow = Report(cut(document, "know"), cut(document, "Mara"), (cut(document, QUOTED),))
    (row,) = rows(document, Marks(reading=Reading(tokens=tokens)))
    covered = Covering([wide, narrow]).of(row, cut(document, QUOTED))
    assert covered
    assert covered.cue.text == "know"
    assert Covering([]).of(row, cut(document, QUOTED)) is None
