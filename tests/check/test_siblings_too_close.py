"""Children of one mother by their births."""

from __future__ import annotations

import pytest

from onrecord.check.siblings_too_close import check


def results(tell, days, first, second, *, pronoun="she", text="Ada, Bo born in a, Cy born in b."):
    story = tell(text, "2025-11-13")
    ada, bo, cy = story.person("Ada", pronoun=pronoun), story.person("Bo"), story.person("Cy")
    story.event("birth", (bo,), "born in a", days(first))
    story.event("birth", (cy,), "born in b", days(second))
    story.kin(ada, "parent", bo)
    story.kin(ada, "parent", cy)
    return list(check(story.case()))


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("2015-06-01", 0),
        ("2015-06-03", 0),
        ("2015-06-12", 1),
        ("2015-12-20", 1),
        ("2016-01-02", 0),
        ("2014-12-20", 1),
        ("2014-10-30", 0),
    ],
)
def test_born_on_the_first_of_june(tell, days, second, found):
    assert len(results(tell, days, "2015-06-01", second)) == found


def test_the_children_of_a_man_may_have_two_mothers(tell, days):
    assert results(tell, days, "2015-06-01", "2015-09-01", pronoun="he") == []
    assert results(tell, days, "2015-06-01", "2015-09-01", pronoun=None) == []


@pytest.mark.parametrize("words", ["adopted", "a surrogate"])
def test_adoption_and_surrogates_are_left_alone(tell, days, words):
    text = f"Ada, Bo born in a, Cy born in b: {words}."
    assert results(tell, days, "2015-06-01", "2015-09-01", text=text) == []


def test_the_message(tell, days):
    (finding,) = results(tell, days, "2015-06-01", "2015-09-01")
    assert finding.level == "unlikely"
    assert finding.message == "Bo and Cy, both children of Ada, are told to be born less than 7 months apart"
