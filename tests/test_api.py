"""What ``import onrecord`` offers."""

from __future__ import annotations

import doctest
import importlib
from datetime import date

import pytest

import onrecord

TEXT = "Anna Berg opens a bakery\nThe bakery was opened on Monday, November 12 2025, and the people of the town came.\n"


def test_all_names_are_there_and_nothing_else():
    assert onrecord.__all__ == sorted(onrecord.__all__)
    public = {name for name in vars(onrecord) if not name.startswith("_")}
    for name in onrecord.__all__:
        assert getattr(onrecord, name).__doc__, name
    assert {"read", "check", "checks", "Case", "Span"} <= set(onrecord.__all__) <= public


@pytest.mark.parametrize("published", ["2025-11-13", date(2025, 11, 13)])
def test_read_and_check(published):
    case = onrecord.read(TEXT, published=published, outlet="The Courier", path="drafts/1")
    assert (case.story.published, case.story.outlet, case.findings) == (date(2025, 11, 13), "The Courier", ())
    checked = onrecord.check(case)
    assert [finding.check for finding in checked.findings] == ["weekday-against-date"]
    assert onrecord.check(case, ["impossible-date"]).findings == ()
    assert onrecord.Case.from_dict(checked.to_dict()) == checked


def test_check_stays_a_function_whatever_is_loaded():
    importlib.import_module("onrecord.check.impossible_date")
    assert callable(onrecord.check)


@pytest.mark.parametrize("text", ["", " \n", "a\0b"])
def test_what_is_no_story_is_bad_input(text):
    with pytest.raises(onrecord.BadInput):
        onrecord.read(text)


def test_a_day_that_is_none_is_bad_input():
    with pytest.raises(onrecord.BadInput, match="'13 Nov' is no day; expected YYYY-MM-DD"):
        onrecord.read(TEXT, published="13 Nov")


def test_an_unknown_check_is_bad_configuration():
    with pytest.raises(onrecord.BadConfiguration, match="no check is called 'age'"):
        onrecord.check(onrecord.read(TEXT), ["age"])


def test_the_example_of_the_docstring():
    failed, tried = doctest.testmod(onrecord)
    assert (failed, tried > 0) == (0, True)
