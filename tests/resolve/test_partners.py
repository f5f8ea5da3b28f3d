"""Who is the other of two: an event names one, or only "they", and the story tells elsewhere whom that means."""

import pytest

from onrecord import pipeline
from onrecord.ingest import from_text
from onrecord.model.statement import Event

HEADLINE = "A Quiet Day In Harrow Bay\n\n"
TOLD = "Susan Hale and her husband Peter Marlow live in Harrow Bay. "


def life(words):
    """Return each life event with the names of its people, in the order of the alphabet, and its time."""
    case = pipeline.read(from_text(HEADLINE + words))
    names = {person.id: person.name for person in case.people}
    events = [one for one in case.all(Event) if one.event != "other"]
    return [
        (one.event, " + ".join(sorted(names[who] for who in one.who)), one.when and one.when.text) for one in events
    ]


BOTH = "Peter Marlow + Susan Hale"


@pytest.mark.parametrize(
    ("words", "events"),
    [
        (TOLD + "She filed for divorce in 2010.", [("divorce_filing", BOTH, "2010")]),
        (TOLD + "Susan Hale got married in 2010.", [("marriage", BOTH, "2010")]),
        ("Susan Hale filed for divorce in 2010.", []),
        ("Susan Hale and Peter Marlow have a son, Jo. It was sunny. The former pair divorced in 2010.", [("divorce", BOTH, "2010")]),
        (TOLD + "They have been married for eight years.", [("marriage", BOTH, "eight years")]),
        (TOLD + "She split from a drummer in 2010.", []),
        (TOLD + '"She filed for divorce in 2010," a friend said.', []),
        ("Susan Hale and actor Peter Marlow sang. The couple married in 2010.", [("marriage", BOTH, "2010")]),
        ("Susan Hale and actor Peter Marlow sang. She filed for divorce in 2010.", []),
        ("Susan Hale and her brother Peter Marlow sang. The couple married in 2010.", []),
        ("Susan Hale split from Peter Marlow in 2009. She filed for divorce in 2010.", [("separation", BOTH, "2009"), ("divorce_filing", BOTH, "2010")]),
    ],
)  # fmt: skip
def test_who_is_tied_to_the_one_that_is_named_belongs_to_it(words, events):
    assert life(words) == events


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Susan Hale and actor Peter Marlow sang. The couple bought a house in 2010.", BOTH),
        ("Susan Hale and actor Peter Marlow sang. The firm bought a house in 2010.", ""),
    ],
)
def test_a_couple_that_does_something_is_the_one_of_the_story(words, who):
    case = pipeline.read(from_text(HEADLINE + words))
    names = {person.id: person.name for person in case.people}
    assert " ".join(" + ".join(sorted(names[one] for one in event.who)) for event in case.all(Event)) == who


def test_of_several_ties_the_one_spoken_of_lately_counts():
    words = (
        "Susan Hale was first married to John Ashby. It rained. It snowed. It was cold. It was dark. "
        "Years later she wed Peter Marlow. She filed for divorce in 2010."
    )
    assert ("divorce_filing", BOTH, "2010") in life(words)


def test_nobody_is_taken_where_two_were_spoken_of():
    words = "Susan Hale left her ex-husband John Ashby, and her husband Peter Marlow. She filed for divorce in 2010."
    assert "divorce_filing" not in [event for event, _, _ in life(words)]
