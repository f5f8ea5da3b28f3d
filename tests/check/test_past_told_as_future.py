"""What is told as still to come."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.check.past_told_as_future import check
from onrecord.ingest import from_text


def read(text, published="2025-11-13"):
    story = from_text(
        f"A Quiet Day In Harrow Bay\n\n{text}", published=date.fromisoformat(published) if published else None
    )
    return pipeline.read(story, rules_alone=True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The film will open in June 2015.", 1),
        ("The film will open in June 2026.", 0),
        ("The film will open on Nov. 12, 2025.", 1),
        ("The film will open on Nov. 13, 2025.", 0),
        ("The film will open in 2025.", 0),
        ("The film is set to open in March 2024.", 1),
        ("The film opened in June 2015.", 0),
        ("The film will have opened in June 2015.", 0),
        ("The film will open, as it did in June 2015, at night.", 0),
        ('"The film will open in June 2015," Susan Hale said.', 0),
        ("The film will open in June.", 0),
        ("Susan Hale recalled his plan to sing in 2015.", 0),
    ],
)
def test_days_that_are_over(words, found):
    assert len(list(check(read(words)))) == found


def test_the_message():
    (finding,) = check(read("The film will open in June 2015."))
    assert finding.level == "unlikely"
    assert finding.message == "“will open in June 2015”, but that was over on 2025-11-13"


def test_a_story_without_a_day_is_left_alone():
    assert list(check(read("The film will open in June 2015.", published=None))) == []
