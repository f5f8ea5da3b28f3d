"""Two numbers of children of the same parents."""

from __future__ import annotations

import pytest

from onrecord.check.counts_disagree import check
from onrecord.model.finding import Finding, Held

TEXT = "Ada and Bo have three children. The couple and their four children left."


def results(tell, *counts, text=TEXT):
    story = tell(text)
    people = {"Ada": story.person("Ada"), "Bo": story.person("Bo")}
    for who, what, n, words in counts:
        story.count(tuple(people[one] for one in who.split()), what, n, words)
    return list(check(story.case()))


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        (("Ada Bo", "children", 3, "three children"), ("Ada Bo", "children", 4, "four children"), [Finding]),
        (("Ada Bo", "children", 3, "three children"), ("Bo Ada", "children", 3, "four children"), [Held]),
        (("Ada", "children", 3, "three children"), ("Ada Bo", "children", 4, "four children"), [Finding]),
        (("Ada Bo", "children", 3, "three children"), ("Ada", "children", 4, "four children"), []),  # with another
        (("Ada", "children", 3, "three children"), ("Bo", "children", 4, "four children"), []),
        (("Ada Bo", "sons", 3, "three children"), ("Ada Bo", "daughters", 4, "four children"), []),
        (("Ada Bo", "children", 1, "three children"), ("Ada Bo", "children", 2, "four children"), []),
    ],
)
def test_a_couple_has_one_number_of_children_and_neither_of_them_fewer(tell, first, second, kinds):
    assert [type(one) for one in results(tell, first, second)] == kinds
    assert [type(one) for one in results(tell, second, first)] == kinds


def test_the_words_of_a_finding(tell):
    (finding,) = results(tell, ("Ada Bo", "children", 3, "three children"), ("Ada Bo", "children", 4, "four children"))
    assert (finding.level, finding.message) == ("unlikely", "3 children of Ada and Bo, and 4 children of Ada and Bo")
    assert finding.reason == ("“three children”: 3", "“four children”: 4")
    assert finding.statements == ("s1", "s2")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Ada and Bo have three children. They adopted one of the four children.", "four children"),
        ("Ada and Bo have three children. They also have four children.", "four children"),
        ("Ada and Bo have three children. They have four children from previous marriages.", "four children"),
        ("Ada and Bo have three children. They expect twins.", "twins"),
    ],
)
def test_what_may_be_counted_in_another_way(tell, text, second):
    counts = ("Ada Bo", "children", 3, "three children"), ("Ada Bo", "children", 4, second)
    assert results(tell, *counts, text=text) == []


def test_what_is_told_often_is_found_once(tell):
    text = "Ada has three children. Ada has four children. Ada has three children."
    counts = [("Ada", "children", n, words) for n, words in ((3, "three children"), (4, "four children"))]
    assert len(results(tell, *counts, counts[1], text=text)) == 2  # one finding, and four that is told twice
