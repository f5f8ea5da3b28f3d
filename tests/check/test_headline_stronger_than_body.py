"""What the headline states, and how the story below tells it."""

from __future__ import annotations

import pytest

from onrecord.check.headline_stronger_than_body import check


def named(story):
    story.person("Ada Marsh")


@pytest.mark.parametrize(
    ("below", "hedge"),
    [
        ("The piano teacher reportedly teaches a neighbour's son.", "reportedly"),
        ("It rains. Ada Marsh is said to work as a piano teacher.", "is said to"),
        ("Allegedly, Ada is now a piano teacher. She plays well.", "Allegedly"),
    ],
)
def test_a_hedge_that_the_headline_drops(under, below, hedge):
    (finding,) = check(under("Piano teacher Ada Marsh", below, named))
    assert (finding.level, finding.message) == (
        "altered",
        f"the headline states what the story only passes on: “{hedge}”",
    )
    assert finding.spans[0].text == "Piano teacher Ada Marsh"
    assert hedge in finding.spans[1].text


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("Piano teacher Ada Marsh", "Ada is a piano teacher, and reportedly likes it. She is a piano teacher, yes."),
        ("Piano teacher Ada Marsh", "She reportedly teaches. Ada became a piano teacher in May."),  # stated once
        ("Ada Marsh reportedly piano teacher", "Ada Marsh is reportedly a piano teacher."),
        ("Is Ada Marsh a piano teacher?", "Ada Marsh is reportedly a piano teacher."),
        ("Ada Marsh says piano teacher quits", "The piano teacher reportedly quits."),
        ("‘Piano teacher’ Ada Marsh", "Ada Marsh is reportedly a piano teacher."),
        ("Ada Marsh moves", "Ada Marsh reportedly moves."),  # one word beside the name
        ("Piano teacher Ada Marsh", "Ada reportedly sold her house."),
    ],
)
def test_a_headline_that_is_no_stronger(under, headline, below):
    assert list(check(under(headline, below, named))) == []


def test_confirmed_by_nobody(under):
    (finding,) = check(under("Ada Marsh confirms divorce", "The couple were seen apart in May.", named))
    assert (finding.level, finding.message) == ("altered", "the headline has “confirms”, and nobody below does")
    assert [says.text for says in finding.spans] == ["confirms"]


@pytest.mark.parametrize(
    "below",
    ["A spokesman confirmed it.", "The divorce is official.", "She admitted as much.", "The court announced it."],
)
def test_words_of_confirming_below(under, below):
    assert list(check(under("Ada Marsh confirms divorce", below, named))) == []


def test_somebody_with_a_name_who_speaks_may_confirm(under):
    def fill(story):
        story.quote('"It is over"', story.person("Ada Marsh"))

    assert list(check(under("Ada Marsh confirms divorce", 'She said: "It is over"', fill))) == []


def test_a_story_without_a_headline(tell):
    assert list(check(tell("Ada confirms it, reportedly.").case())) == []
