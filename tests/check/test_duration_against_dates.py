"""Lengths of marriages."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.check.duration_against_dates import check
from onrecord.ingest import from_text
from onrecord.model.finding import Finding, Held
from onrecord.model.limits import Limits


def read(text, published="2025-11-13"):
    story = from_text(
        f"A Quiet Day In Harrow Bay\n\n{text}", published=date.fromisoformat(published) if published else None
    )
    return pipeline.read(story, rules_alone=True)


MARRIED = "Susan Hale and Peter Marlow married in 2012. "


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("They have been married for 13 years.", Held),
        ("They have been married for 11 years.", Held),
        ("They have been married for 10 years.", Finding),
        ("They have been married for 14 years.", Held),
        ("They have been married for 15 years.", Finding),
        ("They spoke of their three-year marriage.", Finding),
        ("Hale and Marlow divorced in 2016 after four years of marriage.", Held),
        ("Hale and Marlow divorced in 2016 after nine years of marriage.", Finding),
        ("Hale and Marlow divorced after nine years of marriage.", None),
        ("They were married 10 years ago.", None),
        ('"They have been married for 30 years," Anna Reed said.', None),
    ],
)
def test_married_in_2012(words, kind):
    assert [type(result) for result in check(read(MARRIED + words))] == ([kind] if kind else [])


def test_the_message_and_the_limit():
    (finding,) = check(read(MARRIED + "They have been married for 11 years."), Limits(rounded_years=0))
    assert finding.level == "unlikely"
    assert finding.message == "11 years of marriage, but from the wedding to the end it is between 12 and 14 years"


def test_two_weddings_leave_open_which_is_meant():
    other = "Anna Reed and David Cole married in 2020. They have been married for 30 years."
    assert list(check(read(MARRIED + other))) == []
