"""Decades of life."""

from __future__ import annotations

import pytest

from onrecord.check.decade_of_life import check
from onrecord.model.finding import Finding, Held


def results(tell, days, *, years=None, born=None, months=(480, 600), published="2025-11-13"):
    story = tell("Ada Quill, x, born in y. She is in her forties.", published)
    ada = story.person("Ada Quill")
    story.age(ada, None, "forties", months=months)
    if years:
        story.age(ada, years, "x")
    if born:
        story.event("birth", (ada,), "born in y", days(f"{born}-01-01", f"{born}-12-31"), time=born)
    return list(check(story.case()))


@pytest.mark.parametrize("published", ["2025-11-13", None])
@pytest.mark.parametrize(("years", "kind"), [(39, Finding), (40, Held), (49, Held), (50, Finding)])
def test_forties_and_an_age(tell, days, years, kind, published):
    (result,) = results(tell, days, years=years, published=published)
    assert isinstance(result, kind)


@pytest.mark.parametrize(("born", "kind"), [("1974", Finding), ("1975", Held), ("1985", Held), ("1986", Finding)])
def test_forties_and_a_year_of_birth(tell, days, born, kind):
    (result,) = results(tell, days, born=born)
    assert isinstance(result, kind)


def test_early_forties(tell, days):
    (result,) = results(tell, days, years=45, months=(480, 528))
    assert result.level == "impossible"
    assert result.message == "Ada Quill cannot be in the “forties”, 40 to 43, by what else is told"


def test_nothing_to_compare(tell, days):
    assert results(tell, days) == []
