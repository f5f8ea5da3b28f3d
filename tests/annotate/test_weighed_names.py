"""The rules' names against the trained reader's."""

from __future__ import annotations

import pytest

from onrecord.annotate.name_kinds import Named
from onrecord.annotate.weighed_names import weighed
from onrecord.model.document import Document
from onrecord.model.reading import Layer, Reading, Seen
from onrecord.model.story import Story
from onrecord.text import lay_out

TEXT = "Mara Quill of Farrow Bay met Ned Ashby."
DOCUMENT = lay_out(Story(id="s", text=TEXT))
QUILL, BAY, ASHBY = Named(0, 2, "person"), Named(3, 5, "person"), Named(6, 8, "person")


def seen(words: str, layer: Layer, chance: float) -> Seen:
    start = TEXT.index(words)
    return Seen(DOCUMENT.span(start, start + len(words)), layer, chance)


def reading(document: Document, inside: dict[str, float], *found: Seen) -> Reading:
    """Read each word as outside of names but for those that ``inside`` gives a chance."""
    return Reading(seen=found, outside={word.start: 1 - inside.get(word.text, 0.0) for word in document.words})


def names(found: list[Named], inside: dict[str, float], *told: Seen) -> list[tuple[str, str]]:
    kept = weighed(DOCUMENT, found, reading(DOCUMENT, inside, *told))
    return [(" ".join(word.text for word in DOCUMENT.words[name.first : name.last]), name.kind) for name in kept]


def test_without_a_reading_the_rules_stand():
    assert weighed(DOCUMENT, [QUILL, BAY], None) == [QUILL, BAY]


@pytest.mark.parametrize(("chance", "kept"), [(0.24, []), (0.26, [("Mara Quill", "person")])])
def test_a_name_that_the_reader_sees_as_nobodys_is_dropped(chance: float, kept: list[tuple[str, str]]):
    assert names([QUILL], {"Quill": chance}) == kept


def test_what_the_reader_takes_for_a_place_becomes_one():
    assert names([BAY], {}, seen("Farrow Bay", "place", 0.6)) == [("Farrow Bay", "place")]


@pytest.mark.parametrize(("chance", "kept"), [(0.89, []), (0.9, [("Ned Ashby", "person")])])
def test_a_person_that_the_rules_miss_is_added_where_the_reader_is_sure(chance: float, kept: list[tuple[str, str]]):
    assert names([], {"Ned": 1, "Ashby": 1}, seen("Ned Ashby", "person", chance)) == kept


def test_a_part_of_a_name_is_widened_to_the_whole_that_the_reader_is_sure_of():
    part = Named(1, 2, "person")
    assert names([part], {"Mara": 1, "Quill": 1}, seen("Mara Quill", "person", 0.95)) == [("Mara Quill", "person")]


@pytest.mark.parametrize(("chance", "kept"), [(0.1, "Ned Ashby"), (0.11, "Farrow Bay met Ned Ashby")])
def test_what_the_reader_sees_outside_of_the_name_that_ends_a_longer_one_is_cut_off(chance: float, kept: str):
    wide = Named(3, 8, "person")
    inside = {"Farrow": chance, "Bay": chance, "met": chance, "Ned": 1, "Ashby": 1}
    assert names([wide], inside, seen("Ned Ashby", "person", 0.95)) == [(kept, "person")]


def test_a_name_that_the_reader_sees_at_the_front_of_a_longer_one_takes_nothing_away():
    wide = Named(0, 5, "person")
    told = seen("Mara Quill", "person", 0.95)
    assert names([wide], {"Mara": 1, "Quill": 1}, told) == [("Mara Quill of Farrow Bay", "person")]


def test_a_name_that_holds_two_people_keeps_its_bounds():
    wide = Named(0, 8, "person")
    told = (seen("Mara Quill", "person", 0.95), seen("Ned Ashby", "person", 0.95))
    assert names([wide], {"Mara": 1}, *told) == [("Mara Quill of Farrow Bay met Ned Ashby", "person")]


def test_a_place_gives_way_to_a_person_that_the_reader_is_sure_of():
    place = Named(6, 8, "place")
    assert names([place], {"Ned": 1}, seen("Ned Ashby", "person", 0.95)) == [("Ned Ashby", "person")]


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        ("Friends met Queen Mara Quill.", "Queen Mara Quill", "Mara Quill"),
        ("Friends met BFFs Mara Quill.", "BFFs Mara Quill", "Mara Quill"),
        ("Friends met Star.com Mara Quill.", "Star.com Mara Quill", "Mara Quill"),
        ("Friends met Queen Bo.", "Queen Bo", "Bo"),
    ],
)
def test_no_title_is_added_to_a_name(text, told, expected):
    document = lay_out(Story(id="s", text=text))
    start = text.index(told)
    sure = Seen(document.span(start, start + len(told)), "person", 0.95)
    (name,) = weighed(document, [], reading(document, dict.fromkeys(told.split(), 1.0), sure))
    assert " ".join(word.text for word in document.words[name.first : name.last]) == expected


def test_a_title_that_is_somebodys_name_stays_in_the_longer_one():
    text = "Prince met friends, and Prince Mara Quill."
    document = lay_out(Story(id="s", text=text))
    start = text.index("Prince Mara")
    sure = Seen(document.span(start, len(text) - 1), "person", 0.95)
    prince = Named(0, 1, "person")
    kept = weighed(document, [prince], reading(document, dict.fromkeys(("Prince", "Mara", "Quill"), 1.0), sure))
    assert [(name.first, name.last) for name in kept] == [(0, 1), (5, 8)]


def kinds(text: str, *people: str) -> list[tuple[str, str]]:
    """Return the names of a text and their kinds, where the reader is sure that some words are people's names."""
    document = lay_out(Story(id="s", text=text))
    starts = [text.rindex(words) for words in people]
    told = [Seen(document.span(at, at + len(words)), "person", 0.99) for at, words in zip(starts, people, strict=True)]
    kept = weighed(document, [], Reading(seen=tuple(told), outside={word.start: 0.0 for word in document.words}))
    return [(" ".join(word.text for word in document.words[name.first : name.last]), name.kind) for name in kept]


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        ("Nebraska Sen. Ned Ashby spoke.", ("Nebraska", "Ned Ashby"), [("Nebraska", "place"), ("Ned Ashby", "person")]),
        ("The Sen. spoke to Catholic Republicans.", ("Sen.", "Catholic Republicans"), []),
        ("An Ashby-Quill pact: Ned Ashby met Mara Quill.", ("Ashby-Quill", "Ned Ashby", "Mara Quill"),
         [("Ned Ashby", "person"), ("Mara Quill", "person")]),
        ("Her sons Brooklyn and Ned came.", ("Brooklyn", "Ned"), [("Brooklyn", "person"), ("Ned", "person")]),
        ("Brooklyn, 17, came.", ("Brooklyn",), [("Brooklyn", "person")]),
        ("Brooklyn, 1700 houses, fell.", ("Brooklyn",), [("Brooklyn", "place")]),
        ("Mara Brooklyn came. Brooklyn left.", ("Mara Brooklyn", "Brooklyn"),
         [("Mara Brooklyn", "person"), ("Brooklyn", "person")]),
        ("Virginia came.", ("Virginia",), [("Virginia", "person")]),
        ("Then Miss Quill came.", ("Miss", "Quill"), [("Quill", "person")]),
        ("Then Prince came, and Quill.", ("Prince", "Quill"), [("Prince", "person"), ("Quill", "person")]),
        ("Virginia Gov. Ned Ashby came.", ("Virginia", "Ned Ashby"), [("Virginia", "place"), ("Ned Ashby", "person")]),
        ("He left New Jersey.", ("Jersey",), [("Jersey", "place")]),
        ("He left with Jersey.", ("Jersey",), [("Jersey", "person")]),
    ],
)  # fmt: skip
def test_a_place_a_people_or_a_title_alone_is_nobodys_name(text, people, expected):
    assert kinds(text, *people) == expected
