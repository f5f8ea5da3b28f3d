"""Life events: what happened to whom, and when."""

import pytest

from onrecord.model.statement import Event


@pytest.mark.parametrize(
    ("words", "event", "edtf"),
    [
        ("Susan Hale and Peter Marlow met in 2011.", "meeting", "2011"),
        ("Susan Hale and Peter Marlow married in June 2015.", "marriage", "2015-06"),
        ("Peter Marlow passed away in 2007.", "death", "2007"),
    ],
)
def test_a_life_event_has_its_time(told, words, event, edtf):
    assert [(s.event, s.when.edtf) for s in told(words).all(Event) if s.event != "other"] == [(event, edtf)]


def test_what_did_not_happen_is_no_event(told):
    events = told("Susan Hale and Peter Marlow never married.").all(Event)
    assert [s.event for s in events if s.reported == "fact"] == []
