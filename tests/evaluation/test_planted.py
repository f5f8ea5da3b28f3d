"""Faults that are planted in stories, and what is counted of them."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from evaluation import planted
from evaluation.faults import KINDS, Fault
from onrecord import parts, pipeline
from onrecord.ingest import from_text
from onrecord.model.span import Span
from onrecord.model.statement import Age

STORY = (
    "Local Star May Sing For 40 Guests In Harrow Bay\n\nSusan Hale, 41, sang on Wednesday, November 12, 2025. Hale has two "
    "children: Anna, 9, and Luke, 7. Her son Luke, 7, was born in June 2018. Hale moved there on May 4, 2019.\n\n"
    '"We all want to see the old pier again," said Hale, who could sing for 40 guests in the Harrow Bay hall. The pier '
    "was closed in the spring, and it has been standing empty ever since, for nobody wants to pay for the repairs. The "
    'town asked her. "We all want to see the old pier again before the winter," she said. Locals reportedly love her.'
)


@pytest.fixture(scope="module")
def case():
    story = from_text(STORY, published=date(2025, 11, 13))
    return pipeline.check(pipeline.read(story, rules_alone=True))


@pytest.mark.parametrize(
    ("kind", "at", "twins"),
    [
        ("age", ["41", "9", "7", "7"], [None, None, ", 7", ", 7"]),
        ("age put in", ["", ""], ["41", "41"]),
        ("birth put in", ["", ""], ["41", "41"]),
        ("year", ["2025", "2018", "2019"], ["Wednesday, November 1", "7", None]),
        ("count", ["two"], [": Anna, 9, and Luke,"]),
        ("weekday", ["Wednesday"], ["Wednesday, November 12, 2025"]),
        ("weekday put in", [""], ["May 4, 2019"]),
        ("quoted word", ["want"], ["We all want to see the"]),
        ("headline number", ["40"], ["40"]),
        ("hedge", ["May"], ['"We all want to see the old pier again," said Hale, who could sing for 40 guests in the Harrow Bay hall.']),
        ("hedged sentence", [], []),
    ],
)  # fmt: skip
def test_each_kind_finds_its_places(case, kind, at, twins):
    faults = sorted(KINDS[kind](case, Random(1)), key=lambda fault: fault.at)
    assert [fault.at.text for fault in faults] == at
    assert [fault.twin and fault.twin.text for fault in faults] == twins
    assert all(fault.instead != fault.at.text for fault in faults)
    assert all(fault.at.cut(case.story.text) == fault.at.text for fault in faults)


def test_a_hedged_sentence_is_put_above_without_its_hedge(case):
    story = from_text(STORY.replace("Locals reportedly love her.", "Half the town reportedly loves her."))
    (fault,) = KINDS["hedged sentence"](pipeline.read(story, rules_alone=True), Random(1))
    assert fault.at.text == "Local Star May Sing For 40 Guests In Harrow Bay"
    assert fault.instead == "Half the town loves her"


def test_a_name_is_misspelled_behind_its_first_letter(case):
    faults = [fault for fault in KINDS["name"](case, Random(1)) if fault.at.text == "Hale"]
    assert [fault.twin.text for fault in faults] == ["Hale"] * len(faults)
    assert len(faults) > 2
    assert all(fault.instead[0] == "H" and fault.instead != "Hale" for fault in faults)


def test_a_kin_word_becomes_another(case):
    faults = list(KINDS["kin word"](case, Random(1)))
    assert [(fault.at.text, fault.instead) for fault in faults if fault.at.text == "son"] == [("son", "father")]


def test_a_weekday_that_is_changed_is_caught_and_one_that_is_not_is_not(case):
    at = Span.of(STORY, STORY.index("Wednesday"), STORY.index("Wednesday") + 9)
    for instead, found in (("Friday", ("weekday-against-date",)), ("Wednesday", ())):
        fault = Fault(at=at, instead=instead, twin=at)
        changed = planted.with_fault(case, fault)
        assert changed.story.text == STORY.replace("Wednesday", instead)
        assert planted.findings(changed, fault) == found


@pytest.mark.parametrize(("instead", "right"), [(", 47,", True), (", with 47 guests,", False)])
def test_a_fault_is_read_right_where_both_tellings_are_of_one_person(case, instead, right):
    (fault, *_) = KINDS["age put in"](case, Random(1))
    fault = Fault(at=fault.at, instead=instead, twin=fault.twin)
    assert planted.is_read_right(case, planted.with_fault(case, fault), fault, (Age,)) is right


def test_what_is_counted(case):
    tally = planted.plant([case], "weekday", KINDS["weekday"])
    assert (tally.places, tally.twice, tally.planted, tally.caught) == (1, 1, 1, 1)
    assert (tally.read, tally.read_caught, tally.checks) == (1, 1, {"weekday-against-date": 1})
    lines = list(planted.table({"weekday": tally}))
    assert lines[1].split() == "weekday 1 1 1 1 100.0 1 1 100.0 weekday-against-date 1".split()


def test_what_each_check_says_by_the_hundred(case, tmp_path):
    rows = tmp_path / "judgements.tsv"
    rows.write_text("check\tverdict\nunnamed-only\tright\nunnamed-only\twrong\n", encoding="utf-8")
    judged = planted.judged_wrong(rows)
    assert judged == {"unnamed-only": (2, 1)}
    tally = planted.plant([case], "weekday", KINDS["weekday"])
    lines = list(planted.by_check([case, case], {"weekday": tally}, judged))
    assert lines[0].startswith("2 untouched stories")
    assert [line.split()[0] for line in lines[1:]] == list(parts.default_checks())
    assert next(line for line in lines if line.startswith("weekday-")).split()[1:] == "1 0 0.00 0 0 0.00".split()
