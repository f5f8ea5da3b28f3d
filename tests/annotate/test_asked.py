"""Requests for comment: whom they were put to, and how they went."""

from __future__ import annotations

import re

import pytest

from onrecord.annotate import asked
from onrecord.model.marks import Asked, Marks, Mention
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out

_NAMES = re.compile(r"Mara Quill|Otto Brandt|(?<!\w)(?:her|she)(?!\w)", re.IGNORECASE)


def marked(text: str) -> list[tuple[str, tuple[str, ...]]]:
    document = lay_out(Story(id=identity(text), text=text))
    found = [
        Mention(span=Span.of(text, *match.span()), form="pronoun" if match[0].lower() in ("her", "she") else "name")
        for match in _NAMES.finditer(text)
    ]
    marks = [mark for mark in asked.annotate(document, Marks(found)) if isinstance(mark, Asked)]
    return [(mark.outcome, tuple(span.text for span in mark.who)) for mark in marks]


@pytest.mark.parametrize(
    ("text", "outcome", "who"),
    [
        ("Mara Quill did not respond to a request for comment.", "no answer", ("Mara Quill",)),
        ("Mara Quill didn’t immediately reply to our email.", "no answer", ("Mara Quill",)),
        ("A rep for Mara Quill did not return calls.", "no answer", ("Mara Quill",)),
        ("Mara Quill and Otto Brandt have not commented.", "no answer", ("Mara Quill", "Otto Brandt")),
        ("Mara Quill has yet to comment on the sale.", "no answer", ("Mara Quill",)),
        ("Neither Mara Quill nor Otto Brandt has commented.", "no answer", ("Mara Quill", "Otto Brandt")),
        ("When contacted last night, Mara Quill denied the sale.", "asked", ("Mara Quill",)),
        ("Mara Quill could not be reached.", "no answer", ("Mara Quill",)),
        ("Requests for comment to Mara Quill were not immediately returned.", "no answer", ("Mara Quill",)),
        ("Mara Quill declined to comment.", "declined", ("Mara Quill",)),
        ("Her spokesman refused to comment on the sale.", "declined", ("Her",)),
        ("Mara Quill had no comment.", "declined", ("Mara Quill",)),
        ("The Daily reached out to Mara Quill's rep.", "asked", ("Mara Quill",)),
        ("We contacted Mara Quill and Otto Brandt for comment.", "asked", ("Mara Quill", "Otto Brandt")),
    ],
)
def test_who_was_asked(text: str, outcome: str, who: tuple[str, ...]) -> None:
    assert marked(text) == [(outcome, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill responded to a request for comment.",
        "Mara Quill did not respond to the treatment.",
        "Mara Quill reached out to Otto Brandt.",
        "Mara Quill asked for a glass of water.",
        "“Mara Quill did not respond to a request for comment,” he said.",
        "The mayor did not respond to a request for comment.",
    ],
)
def test_who_was_not(text: str) -> None:
    assert marked(text) == []


def test_the_marked_words_are_the_request_alone() -> None:
    text = "Mara Quill left. Otto Brandt did not respond to a request for comment."
    document = lay_out(Story(id=identity(text), text=text))
    names = [Mention(span=Span.of(text, *match.span()), form="name") for match in _NAMES.finditer(text)]
    (mark,) = asked.annotate(document, Marks(names))
    assert isinstance(mark, Asked)
    assert mark.span.text == "did not respond to a request"
