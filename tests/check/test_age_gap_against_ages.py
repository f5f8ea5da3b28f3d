"""A stated gap in age against two ages."""

from __future__ import annotations

import pytest

from onrecord.check.age_gap_against_ages import check
from onrecord.model.finding import Finding, Held
from onrecord.model.when import year

TEXT = "Ada Quill, 41, and husband Bo, 67, have a 26-year age gap. A gap of 26 years, born in 1958."
GAP = "age gap in years"


def couple(tell, published="2025-11-13", ages=(41, 67)):
    story = tell(TEXT, published)
    ada, bo = story.person("Ada Quill"), story.person("Bo")
    for who, age, words in zip((ada, bo), ages, ("41", "67"), strict=True):
        if age is not None:
            story.age(who, age, words)
    return story, ada, bo


@pytest.mark.parametrize("published", ["2025-11-13", None])
@pytest.mark.parametrize(("years", "kind"), [(24, Finding), (25, Held), (26, Held), (27, Held), (28, Finding)])
def test_an_age_hides_up_to_a_year(tell, published, years, kind):
    story, ada, bo = couple(tell, published)
    story.count((ada, bo), GAP, years, "26-year age gap")
    (result,) = check(story.case())
    assert isinstance(result, kind)


def test_what_holds_is_a_sum_and_told_once(tell):
    story, ada, bo = couple(tell)
    story.count((ada, bo), GAP, 26, "26-year age gap")
    story.count((bo, ada), GAP, 26, "gap of 26 years")
    (held,) = check(story.case())
    assert held.message == "26 years: 67 - 41 = 26"
    assert held.statements == ("s3", "s4", "s1", "s2")
    assert held.reason == (
        "Ada Quill, 41 on 2025-11-13: born 1983-11-14 to 1984-11-13",
        "Bo, 67 on 2025-11-13: born 1957-11-14 to 1958-11-13",
        "so born between 25 and 27 years apart",
    )


def test_a_year_more_or_less_holds_by_the_birthdays(tell):
    story, ada, bo = couple(tell)
    story.count((ada, bo), GAP, 25, "26-year age gap")
    assert next(check(story.case())).message == "25 years: born between 25 and 27 years apart"


def test_what_does_not_hold_names_the_sum(tell):
    story, ada, bo = couple(tell)
    story.count((ada, bo), GAP, 36, "26-year age gap")
    (finding,) = check(story.case())
    assert (finding.level, finding.message) == ("impossible", "a gap of 36 years, but 67 - 41 = 26")
    assert {says.text for says in finding.spans} == {"26-year age gap", "41", "67"}


@pytest.mark.parametrize(("years", "kind"), [(23, Finding), (24, Held), (27, Held), (28, Finding)])
def test_a_birth_and_an_age(tell, years, kind):
    # born in 1958 against 1983-11-14 to 1984-11-13: 24 years and 318 days to 26 years and 317 days
    story, ada, bo = couple(tell, ages=(41, None))
    story.event("birth", (bo,), "born in 1958", year(1958))
    story.count((ada, bo), GAP, years, "26-year age gap")
    (result,) = check(story.case())
    assert isinstance(result, kind)


def test_people_who_may_be_of_one_age(tell):
    story, ada, bo = couple(tell, ages=(41, 41))
    story.count((ada, bo), GAP, 0, "26-year age gap")
    story.count((ada, bo), GAP, 1, "gap of 26 years")
    assert [type(result) for result in check(story.case())] == [Held, Held]


@pytest.mark.parametrize("change", ["one unknown", "one person", "a claim", "no day for an age against a birth"])
def test_what_cannot_be_compared_is_left_alone(tell, change):
    if change == "no day for an age against a birth":
        story, ada, bo = couple(tell, None, ages=(41, None))
        story.event("birth", (bo,), "born in 1958", year(1958))
    else:
        story, ada, bo = couple(tell, ages=(41, None) if change == "one unknown" else (41, 67))
    who = (ada, ada) if change == "one person" else (ada, bo)
    story.count(who, GAP, 60, "26-year age gap", reported="claim" if change == "a claim" else "fact")
    assert list(check(story.case())) == []
