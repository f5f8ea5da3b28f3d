"""Two stories side by side."""

from __future__ import annotations

import pytest

from onrecord import store
from onrecord.model.when import year
from onrecord.record.comparing import compare
from onrecord.store import desk


@pytest.fixture
def side_by_side(tell, record):
    """Return what compares two stories of Jane Roe and Tom Hale, each told by a function."""

    def compared(*tellers):
        keys = []
        for number, teller in enumerate(tellers, 1):
            story = tell(
                f'Jane Roe, 41, or 42, and Tom Hale wed in 2011 or 2012. "{teller.__doc__}" ({number})', "2025-03-04"
            )
            teller(story, story.person("Jane Roe"), story.person("Tom Hale"))
            (added,) = store.add(record, [story.case()])
            keys.append(added.key)
        pairs = compare(desk.whole_stories(record, keys), *keys)
        return [(pair.outcome, len(pair.first), len(pair.second)) for pair in pairs]

    return compared


def married(story, jane, tom):
    """It was worth every day of it"""
    story.kin(jane, "spouse", tom)
    story.event("marriage", (jane, tom), "wed", year(2011))
    story.age(jane, 41, "41")
    story.quote('"It was worth every day of it"', speaker=jane)


def married_too(story, jane, tom):
    """It was worth every single day of it"""
    story.kin(tom, "spouse", jane)
    story.event("marriage", (tom, jane), "wed", year(2012))
    story.age(jane, 42, "42")
    story.quote('"It was worth every single day of it"', speaker=jane)


def divorced(story, jane, tom):
    """We have gone our own ways since the winter"""
    story.kin(jane, "spouse", tom, status="former")
    story.quote('"We have gone our own ways since the winter"', speaker=jane)


def silent(story, jane, tom):
    """Nobody says anything here"""


def test_what_both_tell_and_what_they_tell_differently(side_by_side):
    assert sorted(side_by_side(married, married_too)) == [("both", 1, 1)] + [("differ", 1, 1)] * 3


def test_another_status_of_one_tie_is_a_difference_and_other_words_are_not(side_by_side):
    assert sorted(side_by_side(married, divorced)) == [
        ("differ", 1, 1), ("first", 1, 0), ("first", 1, 0), ("first", 1, 0), ("second", 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [("Leeds", "York", "differ"), ("Leeds", "leeds", "both"), ("Leeds", None, "both"), (None, None, "both")],
)
def test_a_wedding_in_two_places(side_by_side, one, other, outcome):
    def wed_in(place):
        def teller(story, jane, tom):
            """Nobody says anything here"""
            story.event("marriage", (jane, tom), "wed", year(2011), place=place)

        return teller

    assert side_by_side(wed_in(one), wed_in(other)) == [(outcome, 1, 1)]


def test_what_one_alone_tells(side_by_side):
    assert side_by_side(married, silent) == [("first", 1, 0)] * 4
    assert side_by_side(silent, silent) == []


def test_copies_of_one_text_are_one_story(record, about):
    first, second = store.add(record, [about(outlet="Post"), about(outlet=None)])
    assert len(desk.whole_stories(record, (first.key, second.key)).stories) == 1


def test_a_story_that_is_not_there(record):
    with pytest.raises(store.NobodyFound, match="no story has the key"):
        desk.whole_stories(record, ("none",))
