"""A person of the headline, and the story below."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.headline_name_missing import check

REST = "It rained for days, and nobody went out. " * 8


@pytest.fixture
def told(under):
    def make(headline, below, *names):
        return under(headline, f"{below} {REST}", lambda story: [story.person(name) for name in names])

    return make


def test_a_name_that_stands_in_the_headline_alone(told):
    (finding,) = check(told("Ada Marsh moves out", "The singer packed.", "Ada Marsh"))
    assert finding.level == "unclear"
    assert finding.message == "the headline names “Ada Marsh”, and the story below never does"
    assert [(says.start, says.text) for says in finding.spans] == [(0, "Ada Marsh")]


@pytest.mark.parametrize(
    ("headline", "below", "names"),
    [
        ("Ada Marsh moves out", "Marsh packed.", ["Ada Marsh"]),
        ("Ada Marsh moves out", "Ada packed.", ["Ada Marsh"]),
        ("ADA MARSH MOVES OUT", "Ms. Marsh packed.", ["ADA MARSH"]),
        ("Gwen moves out", "Gwendolyn Marsh packed.", ["Gwen", "Gwendolyn Marsh"]),  # a nickname
        ("Ada Marsh moves out", "The Marshes packed.", ["Ada Marsh"]),
        ("Ada Marsh: My house", "I packed.", ["Ada Marsh"]),  # the writer
        ("Ada moves out", "The singer packed.", ["Ada"]),  # no full name
        ("A singer moves out", "Ada Marsh packed.", ["Ada Marsh"]),
    ],
)
def test_a_name_that_comes_back_in_any_form(told, headline, below, names):
    assert list(check(told(headline, below, *names))) == []


def test_a_story_of_a_few_words_may_lean_on_its_headline(told):
    case = told("Ada Marsh moves out", "The singer packed.", "Ada Marsh")
    text = case.story.text[:120]
    assert list(check(replace(case, story=replace(case.story, text=text)))) == []


def test_a_story_without_a_headline(tell):
    story = tell("Ada Marsh moved out.")
    story.person("Ada Marsh")
    assert list(check(story.case())) == []
