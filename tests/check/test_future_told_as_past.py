"""What is told as past."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.check.future_told_as_past import check
from onrecord.ingest import from_text


def read(text, published="2025-11-13"):
    story = from_text(
        f"A Quiet Day In Harrow Bay\n\n{text}", published=date.fromisoformat(published) if published else None
    )
    return pipeline.read(story, rules_alone=True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Susan Hale married Peter Marlow in June 2027.", 1),
        ("Susan Hale married Peter Marlow in June 2015.", 0),
        ("Susan Hale was born on Nov. 14, 2025.", 1),
        ("Susan Hale was born on Nov. 13, 2025.", 0),
        ("Susan Hale died in 2025.", 0),
        ("Susan Hale died in 2026.", 1),
        ("The film was scheduled to open in June 2027.", 0),
        ("Susan Hale said the plan would be finished in 2027.", 0),
        ("Susan Hale was elected until 2027.", 0),
        ("Susan Hale sings in June 2027.", 0),
        ("Susan Hale has been named as a possible mayor in 2027.", 0),
    ],
)
def test_days_to_come(words, found):
    assert len(list(check(read(words)))) == found


def test_the_message():
    (finding,) = check(read("Susan Hale died in 2026."))
    assert finding.level == "unlikely"
    assert finding.message == "“died in 2026”, but the story is of 2025-11-13"


def test_a_story_without_a_day_is_left_alone():
    assert list(check(read("Susan Hale died in 2026.", published=None))) == []
