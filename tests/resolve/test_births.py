"""Births narrowed by ages and birth days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.born import born
from onrecord.model.statement import Age
from onrecord.model.when import When, month
from onrecord.resolve.births import with_births

DAY = "2025-11-13"


def days_of(case, person):
    days = case.person(person).born
    return (str(days.earliest), str(days.latest)) if days else None


@pytest.mark.parametrize(
    ("years", "published", "expected"),
    [
        (41, "2025-11-13", ("1983-11-14", "1984-11-13")),
        (0, "2025-11-13", ("2024-11-14", "2025-11-13")),
        (1, "2025-02-28", ("2023-03-01", "2024-02-29")),  # born on 29 February, one year old on the 28th
        (1, "2024-02-29", ("2022-03-01", "2023-02-28")),
        (41, None, None),
    ],
)
def test_an_age_on_the_storys_day_leaves_one_year(tell, years, published, expected):
    story = tell("Ada Quill, 41, sings.", published)
    ada = story.person("Ada Quill")
    story.age(ada, years, "41")
    assert days_of(with_births(story.case()), ada) == expected


def test_months_leave_one_month(tell):
    story = tell("Little Bo, nine months, sleeps.", DAY)
    bo = story.person("Bo")
    story.age(bo, 0.75, "nine months")
    assert days_of(with_births(story.case()), bo) == ("2025-01-14", "2025-02-13")


def test_statements_narrow_each_other(tell):
    story = tell("Bo, ten, was born in June 2015.", DAY)
    bo = story.person("Bo")
    story.age(bo, 10, "ten")
    story.event("birth", (bo,), "born in June 2015", month(2015, 6))
    assert days_of(with_births(story.case()), bo) == ("2015-06-01", "2015-06-30")


def test_of_a_clash_the_first_statement_stands(tell):
    story = tell("Bo, ten. Bo, 12.", DAY)
    bo = story.person("Bo")
    story.age(bo, 10, "ten")
    story.age(bo, 12, "12")
    assert days_of(with_births(story.case()), bo) == ("2014-11-14", "2015-11-13")


def test_an_age_at_a_known_time_counts_from_there(tell):
    story = tell("In 2011, when she was 27, Ada sang.", DAY)
    ada = story.person("Ada")
    when = When(edtf="2011", earliest=date(2011, 1, 1), latest=date(2011, 12, 31))
    story.age(ada, 27, "27", other_time=True, when=when)
    assert days_of(with_births(story.case()), ada) == ("1983-01-02", "1984-12-31")


@pytest.mark.parametrize(
    "more",
    [
        {"other_time": True},
        {"reported": "claim"},
        {"when": When(edtf="2011~", earliest=date(2011, 1, 1), latest=date(2011, 12, 31))},
        {"when": When(relative="last week")},
        {"when": When(earliest=date(2012, 1, 1), latest=date(2011, 1, 1))},
    ],
)
def test_what_is_not_sure_tells_nothing(tell, more):
    story = tell("Ada, 27, sang.", DAY)
    ada = story.person("Ada")
    story.age(ada, 27, "27", **more)
    assert days_of(with_births(story.case()), ada) is None


def test_a_birth_is_the_childs_and_not_the_mothers(tell):
    story = tell("Ada gave birth to Bo in June 2015.", DAY)
    ada, bo = story.person("Ada"), story.person("Bo")
    story.kin(ada, "parent", bo)
    story.event("birth", (ada, bo), "gave birth", month(2015, 6))
    case = with_births(story.case())
    assert (days_of(case, ada), days_of(case, bo)) == (None, ("2015-06-01", "2015-06-30"))


@pytest.mark.parametrize(("what", "expected"), [(None, ("2015-06-01", "2015-06-30")), ("had a child", None)])
def test_who_had_a_child_without_a_name_was_not_born_then(tell, what, expected):
    story = tell("Ada is Cy's daughter. Ada had a child in June 2015.", DAY)
    ada, cy = story.person("Ada"), story.person("Cy")
    story.kin(cy, "parent", ada)
    story.event("birth", (ada,), "had a child", month(2015, 6), what=what)
    assert days_of(with_births(story.case()), ada) == expected


@pytest.mark.parametrize(("words", "expected"), [("was born", ("2015-06-01", "2015-06-30")), ("gave birth", None)])
def test_of_people_who_are_nobodys_child_the_words_must_say_born(tell, words, expected):
    story = tell(f"Ada {words} in June 2015.", DAY)
    ada = story.person("Ada")
    story.event("birth", (ada,), words, month(2015, 6))
    assert days_of(with_births(story.case()), ada) == expected


@given(
    months=st.tuples(st.integers(-5, 200_000), st.integers(-5, 200_000)),
    published=st.none() | st.dates(),
    when=st.none() | st.builds(When, earliest=st.none() | st.dates(), latest=st.none() | st.dates()),
)
def test_no_age_whatever_makes_it_fail(months, published, when):
    least, under = months
    age = Age(id="s1", who="p1", years=None, at_least_months=least, under_months=under, when=when, spans=())
    days = born(age, published)
    assert days is None or not (days.earliest and days.latest) or days.earliest <= days.latest
