"""States of mind, and on whose word the story tells of them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.mind_reading_without_source import check
from onrecord.model.source import Source, Voice
from onrecord.model.statement import Claim, Quote

TEXT = "It rained.\nThe Lantern revealed that Ada fears the house is sold, after the sign came down.\nIt rained."


def claim(story, *, voice="Ada", cue="fears", content="the house is sold, after the sign came down", **more):
    given = {"speaker": "p1", "attitude": "thinks", "by": (Voice(person="p1"),)} | more
    story.statements.append(
        Claim(id="s1", voice=story.span(voice), cue=story.span(cue), spans=(story.span(content),), **given)
    )


def told(tell, text=TEXT, outlet=None, sources=(), **more):
    story = tell(text)
    story.person("Ada")
    claim(story, **more)
    case = story.case()
    return replace(case, sources=sources, story=replace(case.story, outlet=outlet))


def test_a_state_of_mind_that_nobody_tells(tell):
    (finding,) = check(told(tell))
    assert finding.level == "unsourced"
    assert finding.message == "nobody tells how the story knows: “Ada fears the house is sold”"
    assert [says.text for says in finding.spans] == ["Ada fears the house is sold"]
    assert finding.statements == ("s1",)


LANTERN = (Source(id="o1", name="The Lantern", type="outlet", spans=()),)


@pytest.mark.parametrize(("outlet", "found"), [("The Lantern", 1), ("The Ledger", 0), (None, 0)])
def test_on_the_word_of_an_outlet(tell, outlet, found):
    case = told(tell, outlet=outlet, sources=LANTERN, by=(Voice(person="p1"), Voice(source="o1")))
    assert len(list(check(case))) == found


@pytest.mark.parametrize(
    "more",
    [
        {"attitude": "says"},
        {"hedge": "reportedly"},
        {"by": (Voice(person="p1"), Voice(person="p1"))},  # on her own word
    ],
)
def test_what_is_no_plain_state_of_mind(tell, more):
    assert list(check(told(tell, **more))) == []


@pytest.mark.parametrize(
    "text",
    [
        "It rained.\nPerhaps Ada fears the house is sold, after the sign came down.",
        "It rained.\nIf Ada fears the house is sold, after the sign came down, she is right.",
        "It rained.\nAda fears the house is sold, after the sign came down?",
        "It rained.\nSources told us that Ada fears the house is sold, after the sign came down.",
        "It rained.\nI rang. Ada fears the house is sold, after the sign came down.",  # the writer was there
        "It rained.\nAda, who knew us, fears the house is sold, after the sign came down.",
    ],
)
def test_sentences_that_do_not_state_it(tell, text):
    assert list(check(told(tell, text))) == []


@pytest.mark.parametrize(
    ("cue", "found"), [("suspects", 1), ("is convinced", 1), ("wants", 0), ("believes", 0), ("says", 0)]
)
def test_verbs_of_the_mind(tell, cue, found):
    text = f"It rained.\nAda {cue} the house is sold."
    assert len(list(check(told(tell, text, cue=cue, content="the house is sold")))) == found


@pytest.mark.parametrize(("who", "apart", "found"), [("p1", 0, 0), ("p1", 2, 0), ("p2", 0, 1)])
def test_somebody_who_is_quoted_may_have_told(tell, who, apart, found):
    lines = [*TEXT.split("\n"), "It rained."]
    lines[1 + apart] += ' "Sold."'
    story = tell("\n".join(lines))
    story.person("Ada")
    claim(story)
    story.statements.append(Quote(id="s2", form="direct", speaker=who, spans=(story.span('"Sold."'),)))
    assert len(list(check(story.case()))) == found


def test_the_first_of_each_person(tell):
    text = "It rained.\nAda fears the flood.\nIt rained.\nAda dreads the winter."
    story = tell(text)
    story.person("Ada")
    claim(story, content="the flood")
    claim(story, voice="Ada", cue="dreads", content="the winter")
    story.statements[1] = replace(story.statements[1], voice=story.span("Ada", 2))
    assert len(list(check(story.case()))) == 1


def test_headings_are_left_alone(tell):
    story = tell("Ada fears the flood\nIt rained.")
    story.person("Ada")
    story.heading("Ada fears the flood")
    claim(story, content="the flood")
    assert list(check(story.case())) == []


@pytest.mark.parametrize(("words", "cue", "found"), [("Ada fears", "fears", 1), ("it led Ada to fear", "to fear", 0)])
def test_what_led_somebody_to_fear_is_told(tell, words, cue, found):
    text = f"It rained.\nThe Lantern revealed that {words} the house is sold, after the sign came down.\nIt rained."
    assert len(list(check(told(tell, text=text, cue=cue)))) == found
