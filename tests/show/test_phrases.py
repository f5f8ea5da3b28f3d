from __future__ import annotations

from datetime import date

import pytest

from onrecord.model.case import Case, Time
from onrecord.model.person import Person
from onrecord.model.source import Source, Voice
from onrecord.model.span import Span
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement
from onrecord.model.story import Story
from onrecord.model.when import Interval, When, interval, month, year
from onrecord.show.phrases import Names, days, listed, of_one, read_as, sentence

NAMES = Names.of(
    Case(
        story=Story(id="", text="x"),
        people=(Person(id="p1", name="Ann Poe", pronoun="she"), Person(id="p2", name="Bo Lind")),
        sources=(Source(id="o1", name="a friend", type="unnamed", spans=()),),
    )
)
SPANS = (Span(0, 1, "x"),)
JUNE = month(2015, 6)


@pytest.mark.parametrize(
    ("stretch", "said"),
    [
        (interval(date(2025, 11, 13), date(2025, 11, 13)), "13 November 2025"),
        (JUNE, "June 2015"),
        (year(2012), "2012"),
        (interval(date(1983, 11, 14), date(1984, 11, 13)), "14 November 1983 to 13 November 1984"),
        (interval(date(2011, 1, 1), None), "1 January 2011 or later"),
        (interval(None, date(2011, 1, 1)), "1 January 2011 or earlier"),
        (Interval(), None),
    ],
)
def test_stretches_of_days(stretch: Interval, said: str | None) -> None:
    assert days(stretch) == said


def age(**more: object) -> Age:
    return Age(**{"id": "s", "who": "p1", "years": 41, "at_least_months": 492, "under_months": 504, "spans": SPANS} | more)  # type: ignore[arg-type]  # fmt: skip


def kin(relation: str, **more: object) -> Kin:
    return Kin(id="s", from_="p1", relation=relation, to="p2", spans=SPANS, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        (age(), "Ann Poe is 41"),
        (age(other_time=True), "Ann Poe at the age of 41"),
        (age(years=None, at_least_months=480, under_months=600), "Ann Poe is 40 to 49"),
        (age(years=0.75, at_least_months=9, under_months=10), "Ann Poe is 9 months"),
        (age(by=(Voice(person="p2"), Voice(outlet="The Daily"))),
         "Ann Poe is 41; on the word of Bo Lind, by way of The Daily"),
        (kin("spouse"), "Ann Poe and Bo Lind are married"),
        (kin("spouse", status="former"), "Ann Poe and Bo Lind were married"),
        (kin("engaged", reported="claim"), "Ann Poe and Bo Lind are engaged (reported, not stated)"),
        (kin("parent"), "Ann Poe is the mother of Bo Lind"),
        (kin("grandparent"), "Ann Poe is the grandmother of Bo Lind"),
        (kin("parent", detail="step"), "Ann Poe is the step-mother of Bo Lind"),
        (kin("sibling"), "Ann Poe and Bo Lind are siblings"),
        (kin("family", detail="cousin"), "Ann Poe and Bo Lind are relatives (cousin)"),
        (Count(id="s", who=("p1", "p2"), what="children", n=7, spans=SPANS), "Ann Poe and Bo Lind: 7 children"),
        (Count(id="s", who=("p1", "p2"), what="age gap in years", n=26, spans=SPANS),
         "Ann Poe and Bo Lind: age gap of 26 years"),
        (Count(id="s", who=("p1",), what="children", n=2, ordinal=True, of="p2", spans=SPANS),
         "Ann Poe: children, number 2 (Bo Lind)"),
        (Event(id="s", event="marriage", who=("p1", "p2"), place="Oslo", spans=SPANS,
               when=When(edtf=JUNE.edtf, earliest=JUNE.earliest, latest=JUNE.latest)),
         "Marriage of Ann Poe and Bo Lind in Oslo, June 2015"),
        (Event(id="s", event="other", who=("p1",), what="sang", spans=SPANS, when=When(relative="last week")),
         "Ann Poe: sang, “last week”"),
        (Quote(id="s", form="direct", speaker="p1", also=("p2",), spans=SPANS), "Quoted from Ann Poe and Bo Lind"),
        (Quote(id="s", form="mixed", source="o1", spans=SPANS), "Partly quoted from “a friend”"),
        (Claim(id="s", source="o1", by=(Voice(source="o1"), Voice(outlet="The Daily")), spans=SPANS),
         "Claim of “a friend”; on the word of The Daily"),
        (Claim(id="s", hedge="reportedly", spans=SPANS),
         "Claim of somebody whom the story does not tell (“reportedly”)"),
        (Claim(id="s", speaker="p1", also=("p2",), spans=SPANS), "Claim of Ann Poe and Bo Lind"),
        (Claim(id="s", voice=Span(0, 9, "the\nboard"), spans=SPANS), "Claim of “the board”"),
        (Quote(id="s", form="direct", voice=Span(0, 3, "she"), spans=SPANS), "Quoted from “she”"),
        (Quote(id="s", form="direct", voice=Span(0, 3, "she"), confidence=0.4, spans=SPANS),
         "Quoted from somebody whom the story does not tell"),
    ],
)  # fmt: skip
def test_statements_in_words(statement: Statement, said: str) -> None:
    assert sentence(NAMES, statement) == said


@pytest.mark.parametrize(
    ("statement", "who", "said"),
    [
        (kin("parent"), "p1", ("Parent of", "Bo Lind")),
        (kin("parent"), "p2", ("Child of", "Ann Poe")),
        (kin("spouse", status="former"), "p2", ("Formerly married to", "Ann Poe")),
        (kin("sibling", reported="claim"), "p1", ("Sibling of, as reported:", "Bo Lind")),
        (age(), "p1", ("Age 41", None)),
        (age(other_time=True), "p1", ("Age 41 at another time", None)),
    ],
)
def test_statements_on_a_card(statement: Statement, who: str, said: tuple[str, str | None]) -> None:
    assert of_one(NAMES, statement, who) == said


@pytest.mark.parametrize(("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])  # fmt: skip
def test_lists(words: list[str], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("kind", "value", "edtf", "said"),
    [("DATE", "2012", "2012", "2012"), ("DURATION", "P26Y", None, "a length of time, P26Y"), ("DATE", None, None, "not fixed")],
)  # fmt: skip
def test_time_expressions(kind: str, value: str | None, edtf: str | None, said: str) -> None:
    assert read_as(Time(start=0, end=1, text="x", type=kind, value=value, edtf=edtf)) == said  # type: ignore[arg-type]


def test_a_person_whom_the_case_lacks_goes_by_the_id() -> None:
    assert sentence(NAMES, age(who="p9")) == "p9 is 41"
