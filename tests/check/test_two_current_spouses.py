"""Two husbands at once."""

from __future__ import annotations

import pytest

from onrecord.check.two_current_spouses import check


def story_of(tell, text="Her husband Bo and her husband Cy with Ada."):
    story = tell(text)
    return story, {name: story.person(name) for name in ("Ada", "Bo", "Cy")}


def married(story, one, other, words, **more):
    story.kin(one, "spouse", other, **more)
    import msgspec

    story.statements[-1] = msgspec.structs.replace(story.statements[-1], spans=(story.span(words),))


@pytest.mark.parametrize(
    ("more", "found"), [({}, 1), ({"status": "former"}, 0), ({"reported": "claim"}, 0), ({"status": "future"}, 0)]
)
def test_two_husbands(tell, more, found):
    story, people = story_of(tell)
    married(story, people["Ada"], people["Bo"], "husband Bo")
    married(story, people["Ada"], people["Cy"], "husband Cy", **more)
    results = list(check(story.case()))
    assert len(results) == found
    if found:
        assert (results[0].level, results[0].message) == ("unlikely", "Ada is told to be married to Bo and to Cy")


def test_a_wedding_in_the_past_is_no_marriage_now(tell):
    story, people = story_of(tell)
    married(story, people["Ada"], people["Bo"], "husband Bo")
    married(story, people["Ada"], people["Cy"], "Cy with Ada")
    assert list(check(story.case())) == []


@pytest.mark.parametrize("event", ["death", "divorce", "separation"])
def test_whoever_died_or_parted_is_left_out(tell, event):
    story, people = story_of(tell)
    married(story, people["Ada"], people["Bo"], "husband Bo")
    married(story, people["Ada"], people["Cy"], "husband Cy")
    story.event(event, (people["Bo"],), "Bo")
    assert list(check(story.case())) == []
