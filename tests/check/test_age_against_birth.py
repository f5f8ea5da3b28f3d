"""An age against a told time of birth."""

from __future__ import annotations

import pytest

from onrecord.check.age_against_birth import check
from onrecord.model.finding import Finding, Held
from onrecord.model.when import When, interval, month, year

DAY = "2025-11-13"


def story_of(tell, *, age, birth, published=DAY, **more):
    story = tell("Bo, ten, was born in June 2015.", published)
    bo = story.person("Bo")
    story.age(bo, age, "ten", **more)
    story.event("birth", (bo,), "born in June 2015", birth, "June 2015")
    return story.case()


@pytest.mark.parametrize(
    ("age", "birth", "kind"),
    [
        (10, month(2015, 6), Held),
        (9, month(2015, 6), Finding),
        (11, month(2015, 6), Finding),
        (10, month(2015, 11), Held),  # the birthday may lie just behind
        (9, month(2015, 11), Held),  # or just ahead
        (8, month(2015, 11), Finding),
        (10, year(2014), Held),
        (9, year(2014), Finding),
    ],
)
def test_each_side_of_the_birthday(tell, age, birth, kind):
    (result,) = check(story_of(tell, age=age, birth=birth))
    assert isinstance(result, kind)


@pytest.mark.parametrize(("day", "kind"), [("2015-11-13", Held), ("2015-11-14", Finding), ("2014-11-13", Finding)])
def test_ten_on_a_day_to_the_day(tell, days, day, kind):
    (result,) = check(story_of(tell, age=10, birth=days(day)))
    assert isinstance(result, kind)


def test_the_reason_can_be_redone_by_hand(tell):
    (finding,) = check(story_of(tell, age=9, birth=month(2015, 6)))
    assert finding.level == "impossible"
    assert finding.message == "Bo cannot be 9 on 2025-11-13 if born June 2015"
    assert finding.reason == (
        "Bo: born June 2015, 2015-06",
        "Bo, 9 on 2025-11-13: born 2015-11-14 to 2016-11-13",
        "no day is in both",
    )
    assert [says.text for says in finding.spans] == ["born in June 2015", "ten"]
    assert finding.statements == ("s2", "s1")


def test_what_holds_is_told_in_the_storys_words(tell):
    (held,) = check(story_of(tell, age=10, birth=month(2015, 6)))
    assert held.message == "Bo, born June 2015, is ten on 2025-11-13"


@pytest.mark.parametrize(
    "more", [{"reported": "claim"}, {"other_time": True}, {"when": When(relative="at the time")}]
)  # fmt: skip
def test_an_age_that_is_no_plain_fact_of_a_known_day_is_left_alone(tell, more):
    assert list(check(story_of(tell, age=30, birth=month(2015, 6), **more))) == []


def test_without_a_publication_day_nothing_is_compared(tell):
    assert list(check(story_of(tell, age=30, birth=month(2015, 6), published=None))) == []


def test_an_age_at_another_known_time_is_compared_without_a_publication_day(tell):
    when = interval(*(year(2020).earliest, year(2020).latest))
    then = When(edtf=when.edtf, earliest=when.earliest, latest=when.latest)
    results = [
        next(check(story_of(tell, age=age, birth=year(2010), published=None, other_time=True, when=then)))
        for age in (8, 9, 10, 11)
    ]
    assert [type(result) for result in results] == [Finding, Held, Held, Finding]


def test_the_same_age_told_often_is_compared_once(tell):
    story = tell("Bo, ten, was born in June 2015. At ten he sings.", DAY)
    bo = story.person("Bo")
    story.age(bo, 9, "ten")
    story.age(bo, 9, "ten", nth=2)
    story.event("birth", (bo,), "born in June 2015", month(2015, 6))
    assert len(list(check(story.case()))) == 1


def told_births(tell, text, words, when=None):
    story = tell(text, DAY)
    ada = story.person("Ada")
    story.kin(story.person("Bob"), "parent", ada)
    story.age(ada, 35, "35")
    story.event("birth", (ada,), words, when or month(2014, 9))
    return list(check(story.case()))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [("gave birth", []), ("birth of Ada", [Finding]), ("was born", [Finding])],
)
def test_who_gives_birth_is_not_born(tell, words, kinds):
    text = f"Ada, 35, daughter of Bob, sings. Ada {words} in 2014."
    assert [type(result) for result in told_births(tell, text, words)] == kinds


@pytest.mark.parametrize(
    ("when", "kinds"), [(month(2025, 11), [Finding]), (month(2025, 12), [])], ids=["this month", "next month"]
)
def test_a_birth_to_come_is_nobodys_who_has_an_age(tell, when, kinds):
    text = "Ada, 35, daughter of Bob, sings. The birth of the newest Ada is near."
    assert [type(result) for result in told_births(tell, text, "birth of the newest Ada", when=when)] == kinds
