"""Events in their order."""

from __future__ import annotations

import pytest

from onrecord.check.event_order import check
from onrecord.model.finding import Finding, Held


def results(tell, days, first, second, *, years=("2012", "2010"), who=None, **more):
    story = tell("Ada and Bo: one thing in 2012, another in 2010.")
    ada, bo = story.person("Ada"), story.person("Bo")
    for event, words, year in ((first, "one thing", years[0]), (second, "another", years[1])):
        told = days(f"{year}-01-01", f"{year}-12-31")
        people = (ada,) if event in ("birth", "death") else (ada, bo)
        story.event(event, people, words, told, time=year, **more)
    return list(check(story.case()))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("meeting", "marriage", Finding), ("marriage", "divorce", Finding), ("engagement", "marriage", Finding),
        ("relationship_start", "marriage", Finding), ("meeting", "separation", Finding), ("marriage", "meeting", Held),
        ("separation", "marriage", None), ("relationship_start", "separation", None), ("marriage", "separation", None),
    ],
)  # fmt: skip
def test_the_first_in_2012_the_second_in_2010(tell, days, first, second, kind):
    told = results(tell, days, first, second)
    assert [type(one) for one in told] == ([kind] if kind else [])
    assert all(one.level == "unlikely" for one in told if isinstance(one, Finding))


def test_one_year_is_no_order(tell, days):
    assert results(tell, days, "meeting", "marriage", years=("2012", "2012")) == []


@pytest.mark.parametrize(("died", "found"), [("2011", 1), ("2012", 0), ("2013", 0)])
def test_nobody_marries_when_dead(tell, days, died, found):
    told = [one for one in results(tell, days, "marriage", "death", years=("2012", died)) if isinstance(one, Finding)]
    assert [one.level for one in told] == ["impossible"] * found


def test_claims_prove_nothing(tell, days):
    assert results(tell, days, "meeting", "marriage", reported="claim") == []
    assert results(tell, days, "marriage", "death", years=("2012", "2011"), reported="claim") == []
