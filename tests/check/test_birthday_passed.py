"""Birthdays with their days."""

from __future__ import annotations

import pytest

from onrecord.check.birthday_passed import check
from onrecord.model.case import Time
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import Limits


def results(tell, age, nth, day, *, published="2025-11-13", limits=None):
    story = tell(f"Ada Quill, {age}, kept her {nth}th birthday on Day. She sang.", published)
    ada = story.person("Ada Quill")
    story.age(ada, age, f"{age},")
    story.age(ada, nth, f"{nth}th", other_time=True)
    span = story.span("Day")
    story.times.append(Time(start=span.start, end=span.end, text=span.text, type="DATE", value=day))
    return list(check(story.case(), *([limits] if limits else [])))


@pytest.mark.parametrize(
    ("age", "nth", "day", "kind"),
    [
        (42, 42, "2025-11-10", Held),
        (41, 42, "2025-11-10", Held),
        (41, 42, "2025-10-10", Finding),
        (41, 42, "2025-12-20", Held),
        (42, 42, "2025-12-20", Finding),
        (43, 42, "2025-10-10", Finding),
        (41, 30, "2014-10-10", Held),
        (41, 30, "2012-10-10", Finding),
    ],
)
def test_ages_and_birthdays(tell, age, nth, day, kind):
    (result,) = results(tell, age, nth, day)
    assert isinstance(result, kind)


def test_the_party_may_be_some_days_off(tell):
    (finding,) = results(tell, 41, 42, "2025-11-03", limits=Limits(birthday_party_days=2))
    assert finding.level == "unlikely"
    assert finding.message == "Ada Quill cannot turn 42 around 2025-11-03, by what else is told"
    (held,) = results(tell, 41, 42, "2025-11-03")
    assert isinstance(held, Held)


def test_a_month_is_no_day(tell):
    assert results(tell, 30, 42, "2025-10") == []
