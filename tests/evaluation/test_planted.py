"""Faults that are planted in stories, and what is counted of them."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from evaluation import planted
from evaluation.faults import KINDS, Fault
from onrecord import pipeline
from onrecord.ingest import from_text
from onrecord.model.span import Span

STORY = (
    "Susan Hale Sings In Harrow Bay\n\nSusan Hale, 41, sang on Wednesday, November 12, 2025. Hale, 41, has two children: "
    "Anna, 9, and Luke, 7. Her son Luke, 7, was born in June 2018."
)


@pytest.fixture(scope="module")
def case():
    story = from_text(STORY, published=date(2025, 11, 13))
    return pipeline.check(pipeline.read(story, rules_alone=True))


@pytest.mark.parametrize(
    ("kind", "at", "twice"),
    [
        ("age", ["41", "41", "9", "7", "7"], [True, True, False, True, True]),
        ("year", ["2025", "2018"], [True, True]),
        ("count", ["two"], [True]),
        ("weekday", ["Wednesday"], [True]),
    ],
)
def test_each_kind_finds_its_places(case, kind, at, twice):
    faults = sorted(KINDS[kind](case, Random(1)), key=lambda fault: fault.at)
    assert [fault.at.text for fault in faults] == at
    assert [fault.twice for fault in faults] == twice
    assert all(fault.instead != fault.at.text for fault in faults)
    assert all(fault.at.cut(case.story.text) == fault.at.text for fault in faults)


def test_a_kin_word_becomes_another(case):
    faults = list(KINDS["kin word"](case, Random(1)))
    assert [(fault.at.text, fault.instead) for fault in faults if fault.at.text == "son"] == [("son", "father")]


def test_a_weekday_that_is_changed_is_caught_and_one_that_is_not_is_not(case):
    at = Span.of(STORY, STORY.index("Wednesday"), STORY.index("Wednesday") + 9)
    for instead, found in (("Friday", ("weekday-against-date",)), ("Wednesday", ())):
        fault = Fault(at=at, instead=instead, twice=True)
        changed = planted.with_fault(case, fault)
        assert changed.story.text == STORY.replace("Wednesday", instead)
        assert planted.findings(changed, fault) == found


def test_what_is_counted(case):
    clean = planted.plant([case], KINDS["weekday"])
    assert (clean.places, clean.planted, clean.caught, clean.checks) == (1, 1, 1, {"weekday-against-date": 1})
    assert (clean.read, clean.read_caught) == (1, 1)
    lines = list(planted.table({"weekday": clean}))
    assert lines[1].split() == ["weekday", "1", "1", "1", "100.0", "1", "1", "100.0", "weekday-against-date", "1"]


def test_false_alarms_by_the_hundred(case):
    lines = list(planted.false_alarms([case, case]))
    assert lines[0].startswith("untouched stories: 2")
    assert len(lines) == 1 + len({(finding.check, finding.level) for finding in case.findings})
