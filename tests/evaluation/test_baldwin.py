"""The founding story's rules, on a story of their own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from evaluation import baldwin
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.span import Span
from onrecord.model.story import Story

TEXT = """Ada Marsh, 41, at home
'We Walk The Dog'
Ada said: "We must walk the dog." And then: “He barks."
Carl, ten, was born in May 2015, and Ada said: “He barks too."
"""
GOLD = {
    "findings": [
        {
            "rule": "heading quote altered",
            "at": {"text": "'We Walk The Dog'"},
            "against": {"text": "We must walk the dog"},
        },
        {"rule": "quotation marks do not match", "at": {"text": "“He barks"}},
    ],
    "adds_up": ["Carl, born May 2015, is ten on 2025-11-13", "Carl is the second child"],
}
HELD = (
    Held(check="age-against-birth", message="Carl, born May 2015, is ten on 2025-11-13"),
    Held(check="order-against-ages", message="Carl is the second child: second in the list of ages"),
)


def says(words: str, nth: int = 1) -> Says:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Says.of(Span.of(TEXT, start, start + len(words)), "")


def finding(check: str, *words: Says, message: str = "so") -> Finding:
    return Finding(check=check, level="unclear", message=message, spans=words, reason=())


ALTERED = finding("quotation-altered-in-heading", says("We Walk The Dog"), says("We must walk the dog"))
MARKS = finding("quotation-marks-unbalanced", says('“He barks."'))


@dataclass
class Told:
    """What the program says of the story, all of it right unless a test says otherwise."""

    findings: tuple[Finding, ...] = (ALTERED, MARKS)
    held: tuple[Held, ...] = HELD

    def faults(self) -> list[str]:
        case = Case(story=Story(id="x", text=TEXT), findings=self.findings, held=self.held)
        return list(baldwin.faults(case, GOLD))


def test_what_the_reader_found_and_nothing_else_is_no_fault():
    assert Told().faults() == []


def test_more_may_hold_than_the_reader_wrote_down():
    assert Told(held=(*HELD, Held(check="ages-disagree", message="Ada: 41, told 2 times"))).faults() == []


@pytest.mark.parametrize(
    ("left", "missing"),
    [
        ((MARKS,), "not found: heading quote altered: 'We Walk The Dog'"),
        ((ALTERED,), "not found: quotation marks do not match: “He barks"),
    ],
)
def test_a_finding_that_is_missing(left, missing):
    assert Told(findings=left).faults() == [missing]


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(MARKS, spans=(says('“He barks too."'),)),
        replace(MARKS, spans=(says("He"),)),
        replace(MARKS, spans=(says("“He barks"), says("Carl"))),
        replace(MARKS, check="quotation-altered-in-heading"),
        replace(MARKS, spans=()),
    ],
    ids=["another place", "hardly any of the words", "more than the words", "another check", "no words"],
)
def test_the_right_finding_at_the_wrong_words_is_missing_and_false(elsewhere):
    assert Told(findings=(ALTERED, elsewhere)).faults() == [
        "not found: quotation marks do not match: “He barks",
        f"reported, but it is not so: {elsewhere.check}: so",
    ]


def test_half_of_what_a_finding_rests_on_is_not_enough():
    heading_alone = replace(ALTERED, spans=ALTERED.spans[:1])
    assert len(Told(findings=(heading_alone, MARKS)).faults()) == 2


@pytest.mark.parametrize(
    "false", [MARKS, finding("ages-disagree", says("41"), message="41 and 43")], ids=["told twice", "false"]
)
def test_what_is_reported_beyond_is_false(false):
    assert Told(findings=(ALTERED, MARKS, false)).faults() == [
        f"reported, but it is not so: {false.check}: {false.message}"
    ]


@pytest.mark.parametrize(
    ("held", "missing"),
    [
        ((), 2),
        (HELD[:1], 1),
        ((HELD[0], Held(check="order-against-ages", message="Carl is the third child")), 1),
        ((HELD[0], Held(check="order-against-ages", message="Dora is the second child")), 1),
        ((HELD[1], Held(check="age-against-birth", message="Carl, born May 2016, is ten on 2025-11-13")), 1),
    ],
    ids=["nothing", "one of two", "another place", "another child", "another year"],
)
def test_every_sum_holds_by_its_numbers_and_people(held, missing):
    faults = Told(held=held).faults()
    assert len(faults) == missing
    assert all(fault.startswith("not among what holds: Carl") for fault in faults)
