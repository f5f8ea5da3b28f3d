"""The sourcing profile: who answers for the sentences about people, the origins, and whether people were asked."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.ingest import from_text
from onrecord.model.case import Case

HEADLINE = "A Quiet Day In Harrow Bay\n\n"


def read(words: str) -> Case:
    return pipeline.read(from_text(HEADLINE + words), rules_alone=True)


def origins(case: Case) -> list[str | None]:
    names = {person.id: person.name for person in case.people} | {source.id: source.name for source in case.sources}
    return [names.get(origin.person or origin.source or "", origin.outlet) for origin in case.sourcing.origins]


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Susan Hale bought a house.", "story"),
        ("Susan Hale said that she had bought a house.", "on_record"),
        ("“I have bought a house with Peter Marlow,” Susan Hale said.", "on_record"),
        ("Her spokesman said that Susan Hale had bought a house.", "on_record"),
        ("Court papers say that Susan Hale had bought a house.", "on_record"),
        ("A source said that Susan Hale had bought a house.", "unnamed"),
        ("A source told Us Weekly that Susan Hale had bought a house.", "unnamed"),
        ("TMZ reports that Susan Hale had bought a house.", "outlet"),
        ("Susan Hale has reportedly bought a house.", "untold"),
        ("“She has bought a house with Susan Hale and is done.”", "untold"),
        ("Susan Hale fears that she has bought a ruin.", "story"),
        ("A source said that Susan Hale fears that she has bought a ruin.", "unnamed"),
    ],
)
def test_who_answers_for_a_sentence(words: str, basis: str) -> None:
    counts = read(words).sourcing.counts()
    assert {name: count for name, count in counts.items() if count} == {basis: 1}


def test_sentences_about_nobody_do_not_count() -> None:
    assert read("Susan Hale left. It rained all day. A source said that it rained.").sourcing.sentences == 1


def test_a_sentence_counts_for_whoever_fills_most_of_it() -> None:
    long = "Susan Hale, who has lived here for more than thirty years, was “sad”, Peter Marlow said."
    assert read(long).sourcing.story == 1
    assert read("Susan Hale was “sad and tired and done with it all”, Peter Marlow said.").sourcing.on_record == 1


def test_unnamed_sources_of_one_outlet_are_one_origin() -> None:
    case = read("A source told Us Weekly that Susan Hale left. An insider told Us Weekly that Peter Marlow stayed.")
    assert origins(case) == ["Us Weekly"]


def test_unnamed_sources_count_once_unless_the_story_tells_them_apart() -> None:
    one = "A source said that Susan Hale left. An insider said that Peter Marlow stayed."
    assert origins(read(one)) == ["A source"]
    assert origins(read(one.replace("An insider", "Another insider"))) == ["A source", "Another insider"]


def test_a_spokesman_and_the_person_are_one_origin() -> None:
    assert origins(read("Susan Hale said that she left. A rep for Susan Hale said that it rained.")) == ["Susan Hale"]


def test_what_nobody_tells_has_no_origin() -> None:
    assert origins(read("Susan Hale has reportedly left. Peter Marlow fears that it will rain.")) == []


def test_the_side_of_somebody_who_denies_through_a_spokesman() -> None:
    case = read("A source said that Susan Hale left. A rep for Susan Hale told us the story is “not true”.")
    (hale,) = case.people
    side = case.sourcing.side(hale.id)
    denials = [statement for statement in case.statements if statement.id in side.denied]
    assert side.said
    assert "“not true”" in {span.text for denial in denials for span in denial.spans}


def test_the_side_of_somebody_who_gave_no_answer() -> None:
    case = read("A source said that Susan Hale left Peter Marlow. Susan Hale did not respond to a request for comment.")
    hale, marlow = case.people
    side = case.sourcing.side(hale.id)
    assert [(request.outcome, request.span.text) for request in side.requests] == [
        ("no answer", "did not respond to a request")
    ]
    assert (side.said, side.denied, case.sourcing.side(marlow.id).requests) == ((), (), ())


def test_words_that_a_source_puts_in_a_mouth_are_no_side() -> None:
    case = read("A source said that Susan Hale claims that she left.")
    assert case.sourcing.sides == ()
