"""What is one fact, however it is told."""

from __future__ import annotations

import pytest

from onrecord.model.statement import Event
from onrecord.record.portraying import facts


@pytest.mark.parametrize(
    ("told", "together"),
    [
        (("Leeds", None), [["Leeds", None]]),
        ((None, "Leeds", None, "leeds"), [["Leeds", "leeds", None, None]]),
        ((None, None), [[None, None]]),
        (("Leeds", "York"), [["Leeds"], ["York"]]),
        ((None, "Leeds", "York"), [[None], ["Leeds"], ["York"]]),
    ],
    ids=["with a place and without", "whoever tells it comes first", "no place", "two places", "none of two places"],
)
def test_an_event_without_a_place_is_the_one_event_with_a_place(told, together):
    events = [
        Event(id=f"s{n}", event="marriage", who=("p1", "p2"), place=place, spans=()) for n, place in enumerate(told)
    ]
    assert [[one.place for one in fact.statements] for fact in facts(events)] == together


def test_another_event_and_what_is_only_claimed_stay_apart():
    events = [
        Event(id="s1", event="marriage", who=("p1", "p2"), place="Leeds", spans=()),
        Event(id="s2", event="divorce", who=("p1", "p2"), spans=()),
        Event(id="s3", event="marriage", who=("p1", "p2"), reported="claim", spans=()),
        Event(id="s4", event="marriage", who=("p1", "p3"), spans=()),
    ]
    assert [len(fact.statements) for fact in facts(events)] == [1, 1, 1, 1]
