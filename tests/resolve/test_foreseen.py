"""Whom the trained reader takes a mention to mean."""

from __future__ import annotations

import pytest

from onrecord.model.marks import Marks, Mention
from onrecord.model.reading import Chance, Reading
from onrecord.model.story import Story
from onrecord.resolve.foreseen import Foreseen
from onrecord.text import lay_out

TEXT = "Mara Quill met Ned Ashby. She and the tall singer left."
DOCUMENT = lay_out(Story(id="s", text=TEXT))


def at(words: str) -> int:
    return TEXT.index(words)


def foreseen(antecedents: dict[int, tuple[Chance, ...]]) -> Foreseen:
    told = Foreseen(DOCUMENT, Marks(reading=Reading(antecedents=antecedents)))
    told.settled(DOCUMENT.span(0, 10), ("p1",))
    told.settled(DOCUMENT.span(15, 24), ("p2",))
    return told


def mention(words: str) -> Mention:
    return Mention(span=DOCUMENT.span(at(words), at(words) + len(words)), form="pronoun")


def test_chances_are_summed_up_by_person():
    told = foreseen({at("She"): (Chance(0, 0.5), Chance(5, 0.25), Chance(at("Ned"), 0.2))})
    assert told.of(mention("She")) == pytest.approx({"p1": 0.75, "p2": 0.2})


def test_a_noun_is_asked_by_its_head():
    told = foreseen({at("singer"): (Chance(at("Ashby"), 0.9),)})
    assert told.of(mention("the tall singer")) == pytest.approx({"p2": 0.9})


def test_what_means_several_or_nobody_gives_no_chance():
    told = foreseen({at("singer"): (Chance(at("She"), 0.9),)})
    told.settled(DOCUMENT.span(at("She"), at("She") + 3), ("p1", "p2"))
    assert told.of(mention("the tall singer")) == {}


def test_without_a_reading_nothing_is_foreseen():
    assert Foreseen(DOCUMENT, Marks()).of(mention("She")) == {}
