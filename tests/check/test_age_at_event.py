"""Ages at events."""

from __future__ import annotations

import pytest

from onrecord.check.age_at_event import check
from onrecord.model.finding import Finding, Held

TEXT = "Ada Quill, 41, was {} when they married. Bo and Ada married in 2012."


def results(tell, days, then, *, text=TEXT, event="marriage", published="2025-11-13", **more):
    story = tell(text.format(then), published)
    ada, bo = story.person("Ada Quill"), story.person("Bo")
    story.age(ada, 41, "41")
    story.age(ada, then, f"was {then}", other_time=True)
    story.event(event, (ada, bo), "they married", days("2012-01-01", "2012-12-31"), time="2012", **more)
    return list(check(story.case()))


@pytest.mark.parametrize(("then", "kind"), [(25, Finding), (26, Finding), (27, Held), (29, Held), (30, Finding)])
def test_at_a_wedding_of_2012(tell, days, then, kind):
    (result,) = results(tell, days, then)
    assert isinstance(result, kind)


def test_the_message(tell, days):
    (finding,) = results(tell, days, 31)
    assert finding.level == "impossible"
    assert finding.message == "Ada Quill cannot be 31 at the marriage of 2012"
    assert finding.reason[-1].startswith("no day is left for")


def test_another_sentence_is_of_another_time(tell, days):
    assert results(tell, days, 31, text="Ada Quill, 41, was {} then. Later on, they married. Bo.") == []


def test_other_doings_and_claims_are_left_alone(tell, days):
    assert results(tell, days, 31, event="other") == []
    assert results(tell, days, 31, reported="claim") == []


def test_without_a_day_the_age_now_proves_nothing(tell, days):
    assert [one for one in results(tell, days, 31, published=None) if isinstance(one, Finding)] == []
