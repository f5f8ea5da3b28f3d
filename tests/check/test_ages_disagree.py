"""Two ages of one person."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.check.ages_disagree import check
from onrecord.model.finding import Finding, Held
from onrecord.model.when import When

DAY = "2025-11-13"


def results(tell, *ages, published=DAY):
    story = tell("Ada Quill, 41, sings. Ada, forty-one, dances. She was 30 then.", published)
    ada = story.person("Ada Quill")
    for words, (years, more) in zip(("41", "forty-one", "30"), ages, strict=False):
        story.age(ada, years, words, **more)
    return list(check(story.case()))


@pytest.mark.parametrize("published", [DAY, None])
@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ((41, {}), (41, {}), Held),
        ((41, {}), (42, {}), Finding),
        ((41, {}), (40, {}), Finding),
        ((0.75, {}), (2, {}), Finding),
        ((0.75, {}), (0, {}), Held),
    ],
)
def test_ages_on_one_day(tell, published, first, second, kind):
    (result,) = results(tell, first, second, published=published)
    assert isinstance(result, kind)


@pytest.mark.parametrize("more", [{"reported": "claim"}, {"other_time": True}])
def test_claims_and_ages_of_unknown_times_prove_nothing(tell, more):
    assert results(tell, (41, {}), (30, more)) == []


@pytest.mark.parametrize(("then", "kind"), [(26, Finding), (27, Held), (28, Held), (29, Finding)])
def test_an_age_then_and_an_age_now(tell, then, kind):
    when = When(edtf="2012-01-01", earliest=date(2012, 1, 1), latest=date(2012, 1, 1))
    (result,) = results(tell, (41, {}), (then, {"other_time": True, "when": when}))
    assert isinstance(result, kind)


def test_a_story_without_a_day_cannot_compare_now_with_then(tell):
    when = When(edtf="2012-01-01", earliest=date(2012, 1, 1), latest=date(2012, 1, 1))
    assert results(tell, (41, {}), (3, {"other_time": True, "when": when}), published=None) == []


@pytest.mark.parametrize(
    ("second", "level"), [(26, "impossible"), (25, "unclear"), (56, "impossible"), (57, "unclear")]
)
def test_ages_a_generation_apart_may_be_of_two_people(tell, second, level):
    (finding,) = results(tell, (41, {}), (second, {}))
    assert finding.level == level
    assert finding.message.endswith(", or are they two people?") == (level == "unclear")


def test_a_decade_of_life_is_compared_elsewhere(tell):
    assert results(tell, (None, {"months": (480, 600)}), (50, {})) == []


def test_the_finding_names_both_places(tell):
    (finding,) = results(tell, (41, {}), (43, {}))
    assert finding.level == "impossible"
    assert finding.message == "Ada Quill is both 41 (“41”) and 43 (“forty-one”) on 2025-11-13"
    assert [says.text for says in finding.spans] == ["41", "forty-one"]
    assert finding.reason == (
        "Ada Quill, 41 on 2025-11-13: born 1983-11-14 to 1984-11-13",
        "Ada Quill, 43 on 2025-11-13: born 1981-11-14 to 1982-11-13",
        "no birthday allows both",
    )
    assert finding.statements == ("s1", "s2")


def test_of_three_ages_two_that_clash_are_named_once(tell):
    (finding,) = results(tell, (41, {}), (43, {}), (43, {}))
    assert finding.statements == ("s1", "s2")


def test_without_a_day_the_reason_names_none(tell):
    (finding,) = results(tell, (41, {}), (43, {}), published=None)
    assert finding.reason[0] == "Ada Quill, 41 on the story's day"


def test_one_age_is_nothing_to_compare(tell):
    assert results(tell, (41, {})) == []
