"""The sourcing profile in words: shares, origins, and the side of each person."""

from __future__ import annotations

import pytest

from onrecord.cli.writing import of_read
from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.source import Source, Voice
from onrecord.model.sourcing import Request, Side, Sourcing
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.show.phrases import Names
from onrecord.show.sourcing import lines, of_all

TEXT = "Ann had no comment."
REQUEST = Request(span=Span.of(TEXT, 4, 18), outcome="declined")


def case(sourcing: Sourcing) -> Case:
    people = (Person(id="p1", name="Ann"), Person(id="p2", name="Bea"))
    source = Source(id="o1", name="an insider", type="unnamed", spans=())
    return Case(story=Story(id=identity(TEXT), text=TEXT), people=people, sources=(source,), sourcing=sourcing)


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        (Sourcing(), []),
        (Sourcing(story=1), ["1 sentence about people: 1 on the story alone (100%)", "0 origins at the least"]),
        (
            Sourcing(on_record=1, unnamed=1, outlet=2, untold=0, story=4, origins=(Voice(person="p1"),)),
            [
                "8 sentences about people: 1 on record (12%), 1 on unnamed sources (12%), "
                "2 on another outlet alone (25%), 4 on the story alone (50%)",
                "1 origin at the least: Ann",
            ],
        ),
        (
            Sourcing(untold=3, origins=(Voice(outlet="The Day"), Voice(source="o1"))),
            ["3 sentences about people: 3 on nobody who is told (100%)", "2 origins at the least: The Day and “an insider”"],
        ),
        (
            Sourcing(story=1, sides=(Side(who="p1", requests=(REQUEST, REQUEST)), Side(who="p2", said=("s1", "s2"), denied=("s2",)))),
            [
                "1 sentence about people: 1 on the story alone (100%)",
                "0 origins at the least",
                "Ann: declined to comment",
                "Bea: speaks (2), denies (1)",
            ],
        ),
    ],
)  # fmt: skip
def test_a_profile_in_words(profile: Sourcing, told: list[str]) -> None:
    one = case(profile)
    assert list(lines(one, Names.of(one))) == told


def test_somebody_of_whom_a_story_has_nothing_has_an_empty_side() -> None:
    assert case(Sourcing()).sourcing.side("p1") == Side(who="p1")


def test_several_stories_are_summed_up_together() -> None:
    asked = Side(who="p1", denied=("s1",), requests=(Request(span=Span(0, 1, "x"), outcome="declined"),))
    profiles = [
        Sourcing(on_record=1, unnamed=2, origins=(Voice(outlet="The Day"),), sides=(asked,)),
        Sourcing(on_record=1, unnamed=1, origins=(Voice(person="p1"),)),
        Sourcing(story=5),
        Sourcing(),
    ]
    assert list(of_all(profiles)) == [
        "10 sentences about people: 2 on record (20%), 3 on unnamed sources (30%), 5 on the story alone (50%)",
        "1 of 4 stories rest more on unnamed sources than on record, 1 on no origin at all",
        "1 tell that somebody was asked, 1 that somebody denies",
    ]
    assert list(of_all([Sourcing(), Sourcing()])) == []


@pytest.mark.parametrize(("stories", "told"), [(0, 0), (1, 0), (2, 1)])
def test_the_record_of_several_stories_ends_with_their_profile(stories: int, told: int) -> None:
    layout = of_read("full", width=80, colour=False)
    pieces = [layout.piece(case(Sourcing(story=1))) for _ in range(stories)]
    text = "".join(layout.join(iter(pieces)))  # type: ignore[arg-type]
    assert text.count("Sourcing of all stories\n  ") == told
