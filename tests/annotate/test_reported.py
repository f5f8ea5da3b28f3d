"""The trained reader's reports as claims."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.annotate.claims import annotate
from onrecord.annotate.reported import reported
from onrecord.model.marks import Claim, Marks, Quote
from onrecord.model.reading import Reading, Report
from onrecord.model.span import Span
from onrecord.model.story import Story
from onrecord.text import lay_out

TEXT = 'Quill said she would go. Ashby reportedly left. "I saw it," said Quill.'
DOCUMENT = lay_out(Story(id="s", text=TEXT))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def marks(*reports: Report, quotes: tuple[Quote, ...] = ()) -> Marks:
    return Marks(quotes, reading=Reading(reports=reports))


def test_a_report_is_a_claim_with_its_voice_and_cue():
    told = Report(cue=span("said"), source=span("Quill"), content=(span("she would go"),))
    assert list(reported(DOCUMENT, marks(told))) == [
        Claim(spans=(span("she would go"),), voice=span("Quill"), cue=span("said"))
    ]


@pytest.mark.parametrize(
    ("words", "voice"),
    [
        ("said to be late", None),
        ("said to have left", None),
        ("claimed to be late", "Quill"),
        ("said she was", "Quill"),
    ],
)
def test_who_is_said_to_be_something_does_not_speak(words, voice):
    text = f"With Quill {words} now, the pier closed."
    document = lay_out(Story(id="s", text=text))
    cue, _, content = words.partition(" ")
    report = Report(
        cue=Span.of(text, 11, 11 + len(cue)),
        source=Span.of(text, 5, 10),
        content=(Span.of(text, 12 + len(cue), 12 + len(cue) + len(content)),),
    )
    (claim,) = reported(document, marks(report))
    assert (claim.voice and claim.voice.text) == voice


def test_a_hedge_is_found_in_the_cue():
    told = Report(cue=span("reportedly"), source=None, content=(span("Ashby"), span("left")))
    assert [claim.hedge for claim in reported(DOCUMENT, marks(told))] == ["reportedly"]


def test_a_report_of_a_quotation_that_is_marked_already_is_no_claim():
    told = Report(
        cue=span("said Quill").__class__(TEXT.rindex("said"), TEXT.rindex("said") + 4, "said"),
        source=None,
        content=(span("I saw it"),),
    )
    quote = Quote(span=span('"I saw it,"'), form="direct", voice=span("Quill"))
    assert list(reported(DOCUMENT, marks(told, quotes=(quote,)))) == []
    assert len(list(reported(DOCUMENT, marks(told)))) == 1


def test_a_quotation_without_a_voice_may_still_be_reported():
    told = Report(cue=Span(TEXT.rindex("said"), TEXT.rindex("said") + 4, "said"), source=None, content=(span("I saw"),))
    unheard = Quote(span=span('"I saw it,"'), form="direct")
    heard = Quote(span=span('"I saw it,"'), form="direct", voice=span("Quill"))
    assert len(list(reported(DOCUMENT, marks(told, quotes=(unheard,))))) == 1
    assert list(reported(DOCUMENT, marks(told, quotes=(heard,)))) == []


def test_one_word_is_no_content_and_an_auxiliary_no_cue():
    short = Report(cue=span("said"), source=span("Quill"), content=(span("she"),))
    bare = Report(cue=span("would"), source=span("Quill"), content=(span("she would go"),))
    it = Report(cue=Span(0, 2, "It"), source=None, content=(span("she would go"),))
    assert list(reported(DOCUMENT, marks(short, bare, it))) == []


def test_the_rules_add_what_stands_beside_no_report_of_the_reader():
    told = Report(cue=span("said"), source=span("Quill"), content=(span("she would go"),))
    kept = list(annotate(DOCUMENT, marks(told)))
    assert [claim.spans[0].text for claim in kept] == ["she would go", "Ashby reportedly left"]


def test_the_voice_of_a_claim_is_the_person_that_its_words_are_about():
    text = "Mayor Mara Quill, the head of the council, said the pier would close. Tom Ashby's lawyer said it was late."
    case = pipeline.read(Story(id="s", text=text))
    names = {person.id: person.name for person in case.people}
    voices = {
        statement.voice.text: names.get(statement.speaker or "")
        for statement in case.statements
        if statement.__struct_config__.tag == "claim" and statement.voice
    }
    assert "Mara Quill" in voices.values()
    assert "Tom Ashby" not in voices.values()
