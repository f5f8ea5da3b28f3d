"""Where several stories have one thing from."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from onrecord.model.record import Collection, Kept
from onrecord.model.source import Source
from onrecord.record.collecting import Part, collect
from onrecord.record.originating import origins


@pytest.fixture
def gathered(tell):
    """Return what makes a collection of stories, each told by its quotations and the outlets that it names."""

    def collection(*stories: tuple[str, list[str], list[str]]) -> Collection:
        parts = []
        for number, (text, said, outlets) in enumerate(stories):
            told = tell(text)
            jane = told.person("Jane Roe")
            for words in said:
                told.quote(words, jane)
            sources = [
                Source(id=f"o{at}", name=name, type="outlet", spans=(told.span(name),))
                for at, name in enumerate(outlets)
            ]
            case = told.case()
            parts.append(
                Part(
                    story=Kept(
                        key=f"k{number}",
                        text=case.story.id,
                        added_at=datetime(2025, 1, 1, tzinfo=UTC),
                        outlet=f"o{number}",
                    ),
                    people={jane: ("who.p1", msgspec.structs.replace(case.people[0], mentions=()))},
                    statements=case.statements,
                    sources=tuple(sources),
                )
            )
        return collect(parts)

    return collection


def kinds(found) -> list[tuple[str, int, int]]:
    return [(one.kind, len(one.stories), len(one.wordings)) for one in found]


def test_a_quotation_in_one_wording_and_in_another(gathered):
    one = "Jane Roe: “We never planned on having three of them at all,” she said."
    same = "“We never planned on having three of them at all!” Jane Roe told friends."
    drifted = "Jane Roe says: “We had never really planned on having three of them at all.”"
    quoted = [text[text.index("“") : text.index("”") + 1] for text in (one, same, drifted)]
    assert kinds(origins(gathered((one, [quoted[0]], []), (same, [quoted[1]], [])))) == [("words", 2, 1)]
    assert kinds(origins(gathered((one, [quoted[0]], []), (drifted, [quoted[2]], [])))) == [("words", 2, 2)]


@pytest.mark.parametrize(
    "other",
    [
        "“We never planned.”",
        "“They wanted nothing at all to do with having three of them in the house.”",
    ],
)
def test_few_words_and_other_words_have_no_one_origin(gathered, other):
    one = "“We never planned on having three of them at all,”"
    assert origins(gathered((f"Jane Roe: {one}", [one], []), (f"Jane Roe: {other}", [other], []))) == ()


def test_stories_that_name_one_outlet(gathered):
    found = origins(
        gathered(
            ("Jane Roe is glad, the Morning Star reports.", [], ["the Morning Star"]),
            ("Jane Roe sings, says Morning Star magazine.", [], ["Morning Star magazine"]),
            ("Jane Roe bakes, the magazine says.", [], ["the magazine"]),
            ("Jane Roe rows, the magazine says.", [], ["the magazine"]),
        )
    )
    assert [(one.kind, one.stories) for one in found] == [("outlet", ("k0", "k1"))]


def test_an_outlet_that_names_itself_repeats_nobody(gathered):
    told = ("Jane Roe is glad, o1 reports.", [], ["o1"])
    other, third = ("Jane Roe sings, says o1.", [], ["o1"]), ("Jane Roe rows, o1 says.", [], ["o1"])
    assert origins(gathered(told, other)) == ()
    (found,) = origins(gathered(told, other, third))
    assert found.stories == ("k0", "k2")


def test_one_text_in_two_outlets_is_one_origin_and_its_words_none_of_their_own(gathered):
    text, words = "Jane Roe: “We never planned on having three of them.”", "“We never planned on having three of them.”"
    assert kinds(origins(gathered((text, [words], []), (text, [words], [])))) == [("text", 2, 0)]
