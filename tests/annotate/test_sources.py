"""Sources without a person's name: who counts as one, of which type, through which outlets, and which is met again."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import sources
from onrecord.model.marks import Marks, Mention, Name, Source
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out

PEOPLE = ("Mara Quill", "Otto Brandt")
OUTLETS = ("Daily Lantern", "Harbour Weekly")
_NAMES = re.compile("|".join((*PEOPLE, *OUTLETS)))


def marked(text: str) -> tuple[Source, ...]:
    """Return the sources of a text in which the people and outlets above are known."""
    document = lay_out(Story(id=identity(text), text=text))
    found: list[Mention | Name] = []
    for match in _NAMES.finditer(text):
        span = Span.of(text, *match.span())
        found.append(Mention(span=span, form="name") if span.text in PEOPLE else Name(span=span, kind="outlet"))
    return tuple(sources.annotate(document, Marks(found)))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A source said the house is sold.", "A source", "unnamed"),
        ("The house is sold, an insider claims.", "an insider", "unnamed"),
        ("According to multiple sources, the house is sold.", "multiple sources", "unnamed"),
        ("A source close to Mara Quill said the house is sold.", "A source close to Mara Quill", "unnamed"),
        ("One of the insiders revealed that the house is sold.", "One of the insiders", "unnamed"),
        ("Mara Quill's friend said the house is sold.", "Mara Quill's friend", "unnamed"),
        ("The magazine's insider added that it rained.", "The magazine's insider", "unnamed"),
        ("Those close to Mara Quill say the house is sold.", "Those close to Mara Quill", "unnamed"),
        ("There are reports that the house is sold.", "reports", "unnamed"),
        ("They left early, with a family friend telling us it rained.", "a family friend", "unnamed"),
        ('"It rained," wrote another.', "another", "unnamed"),
        ("House is sold, says insider", "insider", "unnamed"),
        ("Her rep denied the sale.", "Her rep", "spokesperson"),
        ("A spokesperson for Mara Quill confirmed the sale.", "A spokesperson for Mara Quill", "spokesperson"),
        ("Daily Lantern reports that the house is sold.", "Daily Lantern", "outlet"),
        ("The house is sold, reports Daily Lantern.", "Daily Lantern", "outlet"),
        ("The magazine claims the house is sold.", "The magazine", "outlet"),
        ("According to court papers, the house is sold.", "court papers", "document"),
        ("The lawsuit alleges that the house was hers.", "The lawsuit", "document"),
        ("Police said the house was empty.", "Police", "organisation"),
    ],
)
def test_who_is_a_source(text: str, words: str, kind: str) -> None:
    assert [(source.span.text, source.type) for source in marked(text)] == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Quill said the house is sold.",
        "Mara Quill spoke to a source of hers.",
        "Her friend Otto Brandt said the house is sold.",
        "Fans hope the house is not sold.",
        "Her rep has not confirmed the sale.",
        "She filed a lawsuit on Monday.",
        "An official statement was read.",
        "The source's house was sold.",
        "A source was told that the house is sold.",
        '"It rained," Mara Quill said, according to Daily Lantern.',
    ],
)
def test_who_is_none(text: str) -> None:
    assert marked(text) == ()


def test_the_outlets_that_carried_the_words() -> None:
    (source,) = marked("An insider told Daily Lantern that the house is sold.")
    assert source.via == ("Daily Lantern",)


def test_a_magazine_is_the_outlet_named_last() -> None:
    first, second = marked("Daily Lantern reports a sale.\n\nAn insider tells the magazine that it rained.")
    assert (first.span.text, second.via) == ("Daily Lantern", ("Daily Lantern",))


def test_the_insider_is_the_insider_met_before() -> None:
    first, second = marked("An insider said it rained. It was cold, the insider added.")
    assert second.again == first.span


def test_another_insider_is_somebody_else_and_then_the_one_meant() -> None:
    first, second, third = marked(
        "An insider said it rained. Another insider said it snowed. It froze, the insider added."
    )
    assert (first.again, second.again, third.again) == (None, None, second.span)


def test_an_outlet_is_met_again_with_its_article() -> None:
    first, second = marked("Daily Lantern reports a sale. The Daily Lantern adds that it rained.")
    assert second.again == first.span


WORDS = st.sampled_from(
    [
        *PEOPLE,
        *OUTLETS,
        "a source",
        "the insider",
        "said",
        "told",
        "according to",
        "'s",
        "close to",
        ",",
        ".",
        '"',
        "\n\n",
        "of the",
    ]
)


@given(st.lists(WORDS, max_size=40))
def test_every_span_is_cut_from_the_text_and_met_only_once(parts: list[str]) -> None:
    text = " ".join(parts) or "x"
    found = marked(text)
    assert len({source.span for source in found}) == len(found)
    for source in found:
        assert source.span.cut(text) == source.span.text
        assert source.again is None or source.again < source.span


def test_the_site_is_the_outlet_that_reports_and_not_one_that_is_only_named() -> None:
    found = marked("Daily Lantern reports that Harbour Weekly is for sale.\n\nA source told the site that it rained.")
    assert [(source.span.text, source.via) for source in found] == [
        ("Daily Lantern", ()),
        ("A source", ("Daily Lantern",)),
    ]
