"""What sourcing alone tells: the signs, and the table."""

from __future__ import annotations

import pytest

from evaluation import sourcing
from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.source import Voice
from onrecord.model.sourcing import Side, Sourcing
from onrecord.model.story import Story


def case(number: int, profile: Sourcing) -> Case:
    people = (Person(id="p1", name="Ann"), Person(id="p2", name="Bea"))
    words = "said" if profile.on_record else "heard"
    return Case(story=Story(id=str(number), text=f"They {words} it {number}."), people=people, sourcing=profile)


NAMED = Sourcing(on_record=3, story=1, origins=(Voice(person="p1"),), sides=(Side(who="p1", said=("s1",)),))
RUMOUR = Sourcing(unnamed=3, story=1, origins=(Voice(outlet="The Day"),))


def test_the_signs_are_shares_of_the_profile() -> None:
    told = sourcing.signs(case(1, NAMED))
    assert told["share on_record"] == 0.75
    assert told["people among origins"] == 1
    assert told["people who speak"] == 0.5
    assert told["nobody answers"] == 0
    assert set(sourcing.signs(case(1, Sourcing())).values()) == {0.0, 1.0}


def test_two_ways_are_told_apart_and_the_weights_say_by_what() -> None:
    pytest.importorskip("sklearn")
    stories = [case(number, profile) for number in range(10) for profile in (NAMED, RUMOUR)]
    pairs = [number for number in range(10) for _ in range(2)]
    lines = sourcing.report(stories, pairs, [False, True] * 10)
    assert lines[0] == "20 stories, 10 of them rumours, in 10 pairs; 5 folds by pair"
    assert "accuracy 100.0 ± 0.0" in lines[1]
    weights = {line.rsplit(None, 1)[0].strip(): float(line.split()[-1]) for line in lines[4:]}
    assert weights["share unnamed"] > 0 > weights["share on_record"]
