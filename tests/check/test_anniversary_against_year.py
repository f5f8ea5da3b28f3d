"""Anniversaries."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.check.anniversary_against_year import check
from onrecord.ingest import from_text
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import Limits


def read(text, published="2025-11-13"):
    story = from_text(
        f"A Quiet Day In Harrow Bay\n\n{text}", published=date.fromisoformat(published) if published else None
    )
    return pipeline.read(story, rules_alone=True)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("It was the 10th anniversary of the 2015 fire.", Held),
        ("It was the 10th anniversary of the 2016 fire.", Held),
        ("It was the 10th anniversary of the 2014 fire.", Held),
        ("It was the 10th anniversary of the 2013 fire.", Finding),
        ("It was the tenth anniversary of the storm of 2005.", Finding),
        ("Susan Hale and Peter Marlow married in 2012. They celebrated their 13th anniversary.", Held),
        ("Susan Hale and Peter Marlow married in 2012. They celebrated their 3rd wedding anniversary.", Finding),
        ("Susan Hale and Peter Marlow married in 2012. They will celebrate their 25th anniversary.", None),
        ("Susan Hale and Peter Marlow celebrated their 13th anniversary.", None),
        ('"It was the 10th anniversary of the 2003 fire," Susan Hale said.', None),
    ],
)
def test_anniversaries_in_2025(words, kind):
    assert [type(result) for result in check(read(words))] == ([kind] if kind else [])


def test_the_message_and_the_limit():
    (finding,) = check(read("It was the 10th anniversary of the 2016 fire."), Limits(rounded_years=0))
    assert finding.level == "unlikely"
    assert finding.message == "the 10th anniversary of 2016 is not in 2025: 2025 - 2016 = 9"


def test_a_story_without_a_day_is_left_alone():
    assert list(check(read("It was the 10th anniversary of the 2003 fire.", published=None))) == []
