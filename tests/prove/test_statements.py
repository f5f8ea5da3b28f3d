"""Statements of stories as facts about days."""

from __future__ import annotations

import pytest

from onrecord.model.case import Time
from onrecord.prove import added, checked, conflicts, facts_of, lines

DAY = "2025-11-13"


def clashes(*cases, who=None):
    facts = [fact for case, ids in zip(cases, who or [None] * len(cases), strict=True) for fact in facts_of(case, ids)]
    return [sorted(fact.id.partition("#")[2] for fact in conflict.facts) for conflict in conflicts(facts)]


def test_ages_and_births_are_intervals_of_days(tell, days):
    story = tell("Ada Quill, 41, was born in 1986.", DAY)
    ada = story.person("Ada Quill")
    story.age(ada, 41, "41")
    story.event("birth", (ada,), "born in 1986", days("1986-01-01", "1986-12-31"), time="1986")
    facts = facts_of(story.case())
    assert [fact.line for fact in facts] == [
        "Ada Quill, 41 on 2025-11-13: born 1983-11-14 to 1984-11-13",
        "Ada Quill: born 1986, 1986",
    ]
    assert clashes(story.case()) == [["s1", "s2"]]


@pytest.mark.parametrize(("mother", "found"), [(14, [["s1", "s2", "s3"]]), (15, []), (40, [])])
@pytest.mark.parametrize("published", [DAY, None])
def test_a_parent_is_older_than_the_child(tell, mother, found, published):
    story = tell("Bo, 15, is the son of Ada, x.", published)
    bo, ada = story.person("Bo"), story.person("Ada")
    story.age(bo, 15, "15")
    story.age(ada, mother, "x")
    story.kin(ada, "parent", bo)
    assert clashes(story.case()) == found


@pytest.mark.parametrize("more", [{"reported": "claim"}, {"detail": "step"}])
def test_claims_and_stepparents_prove_nothing(tell, more):
    story = tell("Bo, 15, and Ada, 14.", DAY)
    bo, ada = story.person("Bo"), story.person("Ada")
    story.age(bo, 15, "15")
    story.age(ada, 14, "14")
    story.kin(ada, "parent", bo, **more)
    assert clashes(story.case()) == []


@pytest.mark.parametrize(
    ("gap", "found"), [(24, [["s1", "s2", "s3"]]), (25, []), (26, []), (27, []), (28, [["s1", "s2", "s3"]])]
)
@pytest.mark.parametrize("published", [DAY, None])
def test_a_gap_may_be_rounded_either_way(tell, gap, found, published):
    story = tell("Ada, 41, and Paul, 67, x apart.", published)
    ada, paul = story.person("Ada"), story.person("Paul")
    story.age(ada, 41, "41")
    story.age(paul, 67, "67")
    story.count((ada, paul), "age gap in years", gap, "x apart")
    assert clashes(story.case()) == found


def test_nobody_is_their_own_ancestor(tell):
    story = tell("Ada, Bo, Cy.")
    ada, bo, cy = story.person("Ada"), story.person("Bo"), story.person("Cy")
    story.kin(ada, "parent", bo)
    story.kin(bo, "grandparent", cy)
    story.kin(cy, "parent", ada)
    assert clashes(story.case()) == [["s1", "s2", "s3"]]


@pytest.mark.parametrize(("year", "found"), [("2012", [["s1", "s2"]]), ("2014", [])])
def test_nobody_marries_when_dead(tell, days, year, found):
    story = tell("Ada died in 2013. Ada and Bo married in x.", DAY)
    ada, bo = story.person("Ada"), story.person("Bo")
    story.event("marriage", (ada, bo), "married in x", days("2013-01-01", "2013-12-31"), time="2013")
    story.event("death", (ada,), "died in 2013", days(f"{year}-01-01", f"{year}-12-31"), time=year)
    assert clashes(story.case()) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ada died in 2010. Bo, divorcing Ada, sang in a 2012 film.", []),
        ("Ada died in 2010. Bo divorcing Ada in 2012.", [["s1", "s2"]]),
    ],
)
def test_a_year_behind_a_comma_may_date_something_else(tell, days, text, found):
    story = tell(text)
    ada, bo = story.person("Ada"), story.person("Bo")
    span = story.span("2012")
    story.times.append(Time(start=span.start, end=span.end, text="2012", type="DATE", value="2012"))
    story.event("death", (ada,), "died in 2010", days("2010-01-01", "2010-12-31"), time="2010")
    story.event("divorce", (ada, bo), "divorcing Ada", days("2012-01-01", "2012-12-31"), time="2012")
    assert clashes(story.case()) == found


def test_about_a_year_is_no_proof(tell):
    from onrecord.model.when import Interval

    story = tell("Ada, 41, died about 1960.", DAY)
    ada = story.person("Ada")
    story.age(ada, 41, "41")
    story.event("death", (ada,), "died about 1960", Interval(edtf="1960~"))
    assert clashes(story.case()) == []


def test_people_joined_across_stories_clash_and_others_do_not(tell):
    one, other = tell("Ada, 41.", DAY), tell("Ada Quill, 45!", DAY)
    one.age(one.person("Ada"), 41, "41")
    other.age(other.person("Ada Quill"), 45, "45")
    assert clashes(one.case(), other.case()) == []
    assert clashes(one.case(), other.case(), who=[{"p1": "Q1"}, {"p1": "Q1"}]) == [["s1", "s1"]]
    record = added(checked(facts_of(one.case(), {"p1": "Q1"})), facts_of(other.case(), {"p1": "Q1"}))
    (conflict,) = record.conflicts
    assert {fact.id.partition("#")[0] for fact in conflict.facts} == {one.case().story.id, other.case().story.id}
    assert lines(conflict)[-1].startswith("no day is left for Ada")
