"""Husband and ex-husband."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.check.ex_and_current import check


def results(tell, *, now="husband Bo", event=None, **more):
    story = tell("Ada, her husband Bo, her ex-husband, their marriage.")
    ada, bo = story.person("Ada"), story.person("Bo")
    for words, told in ((now, {}), ("ex-husband", {"status": "former", **more})):
        story.kin(ada, "spouse", bo, **told)
        story.statements[-1] = msgspec.structs.replace(story.statements[-1], spans=(story.span(words),))
    if event:
        story.event(event, (ada, bo), "Bo")
    return list(check(story.case()))


def test_both_at_once_are_unclear(tell):
    (finding,) = results(tell)
    assert (finding.level, finding.message) == ("unclear", "Ada and Bo are told to be married, and to have been")
    assert [says.text for says in finding.spans] == ["husband Bo", "ex-husband"]


@pytest.mark.parametrize("event", ["divorce", "separation", "marriage", "relationship_start", "death"])
def test_a_story_of_how_it_changed_is_left_alone(tell, event):
    assert results(tell, event=event) == []


def test_their_marriage_may_be_over(tell):
    assert results(tell, now="their marriage") == []


def test_a_claim_is_left_alone(tell):
    assert results(tell, reported="claim") == []
