"""Findings are known again by their words, wherever these stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.anchor import NEAR_CHARACTERS, Anchor
from onrecord.model.finding import Finding, Says
from onrecord.model.known import Known, set_aside
from onrecord.model.span import Span


def says(text: str, words: str, nth: int = 1) -> Says:
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Says.of(Span.of(text, start, start + len(words)), "")


def finding(text: str, *words: str, check: str = "ages-disagree", nth: int = 1) -> Finding:
    spans = tuple(says(text, one, nth) for one in words)
    return Finding(check=check, level="unclear", message=f"{words}", spans=spans, reason=())


def known(text: str, one: Finding, **more: str) -> Known:
    return Known(check=one.check, anchor=Anchor.of(text, one.spans), **more)


OLD = "Ann is 41. Bo is 12.\nAnn is 43."
NEW = "It rains.\n\nAnn  said she is 41. Bo left.\nThey say\nAnn is 43."


def test_the_words_alone_count_and_not_where_they_stand():
    one, two = finding(OLD, "41", "43"), finding(NEW, "41", "43")
    sorted_ = set_aside(NEW, [two], [known(OLD, one, reason="both are right")], "silenced")
    assert sorted_.findings == ()
    assert [(aside.finding, aside.why, aside.reason) for aside in sorted_.aside] == [
        (two, "silenced", "both are right")
    ]
    assert sorted_.gone == ()


@pytest.mark.parametrize(
    "other",
    [
        finding(NEW, "41", "43", check="age-against-birth"),
        finding(NEW, "43", "41"),
        finding(NEW, "41"),
        finding(NEW, "Bo", "43"),
    ],
    ids=["another check", "another order", "fewer words", "other words"],
)
def test_what_is_not_the_same_finding_stays(other):
    before = known(OLD, finding(OLD, "41", "43"))
    sorted_ = set_aside(NEW, [other], [before], "in the baseline")
    assert (sorted_.findings, sorted_.aside, sorted_.gone) == ((other,), (), (before,))


def test_one_that_is_known_sets_one_aside_and_the_surroundings_choose():
    old = "The singer is 41 today. The drummer is 41 as well."
    new = "It rains. The singer, they say, is 41 today. A new man is 41 and tall. The drummer is 41 as well."
    singer, stranger, drummer = (finding(new, "41", nth=nth) for nth in (1, 2, 3))
    sorted_ = set_aside(new, [singer, stranger, drummer], [known(old, finding(old, "41", nth=2))], "silenced")
    assert sorted_.findings == (singer, stranger)
    assert [aside.finding for aside in sorted_.aside] == [drummer]


def test_white_space_is_folded():
    assert Anchor.of("a  b\nc", [Span(0, 6, "a  b\nc")]).words == ("a b c",)


def test_the_surroundings_are_those_of_the_first_words():
    text = "x" * 100 + " here " + "y" * 100
    near = Anchor.of(text, [Span(101, 105, "here"), Span(0, 1, "x")]).near
    assert near == "x" * (NEAR_CHARACTERS - 1) + " here " + "y" * (NEAR_CHARACTERS - 1)
    assert Anchor.of(text, []) == Anchor(words=())


@given(st.text("ab \n", min_size=1), st.text("ab \n"), st.data())
def test_a_finding_survives_any_edit_that_leaves_its_words(text, added, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = Finding(check="x", level="unclear", message="", spans=(Says(start, end, text[start:end], ""),), reason=())
    moved = Says(start + len(added), end + len(added), text[start:end], "")
    two = Finding(check="x", level="unclear", message="", spans=(moved,), reason=())
    assert set_aside(added + text, [two], [known(text, one)], "silenced").findings == ()
