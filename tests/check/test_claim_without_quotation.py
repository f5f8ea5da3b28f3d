"""What people are said to admit, and what they are quoted on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.claim_without_quotation import check
from onrecord.model.source import Voice
from onrecord.model.statement import Claim

CONTENT = "that she lost part of her voice"
QUOTED = '"We will see in the spring,"'
TEXT = f"Ada has admitted {CONTENT}.\nIt rained.\n{QUOTED} Ada said."


def told(tell, text=TEXT, cue="has admitted", quoted=QUOTED, who="p1", content=CONTENT, **more):
    story = tell(text)
    story.person("Ada")
    story.person("Bo")
    if quoted:
        story.quote(quoted, who)
    given = {"speaker": "p1", "by": (Voice(person="p1"),)} | more
    story.statements.append(
        Claim(id="s9", voice=story.span("Ada"), cue=story.span(cue), spans=(story.span(content),), **given)
    )
    return story


def test_an_admission_that_no_quotation_carries(tell):
    (finding,) = check(told(tell).case())
    assert finding.level == "unsourced"
    assert finding.message == f"no words of Ada's carry what the story says: “{CONTENT}”"
    assert [says.text for says in finding.spans] == [CONTENT]
    assert finding.statements == ("s9",)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (TEXT.replace("spring", "voice class"), '"We will see in the voice class,"'),  # a word of it
        (f"Ada has admitted {CONTENT}. {QUOTED} Ada said.", QUOTED),  # beside it
        (f"Ada has admitted {CONTENT}.\n{QUOTED} Ada said.", QUOTED),  # right below it
        (f"Ada has admitted {CONTENT}.\nAda said: {QUOTED}", QUOTED),
    ],
)
def test_a_quotation_that_may_carry_it(tell, text, quoted):
    assert list(check(told(tell, text, quoted=quoted).case())) == []


@pytest.mark.parametrize(
    ("below", "found"), [(f"Ada said: {QUOTED}", 1), (f"{QUOTED} Ada said.", 0), (f"It rained.\nAda said: {QUOTED}", 1)]
)
def test_also_tells_of_something_besides_what_is_quoted(tell, below, found):
    story = told(tell, f"Ada has also admitted {CONTENT}.\n{below}", cue="has also admitted")
    assert len(list(check(story.case()))) == found


@pytest.mark.parametrize(
    "more",
    [
        {"quoted": None},  # not quoted at all: a story may well sum up
        {"who": "p2"},
        {"cue": "said", "text": f"Ada said {CONTENT}.\nIt rained.\n{QUOTED} Ada whispered."},
        {"content": "that she left", "text": f"Ada has admitted that she left.\nIt rained.\n{QUOTED} Ada said."},
        {"text": f"In the lawsuit Ada has admitted {CONTENT}.\nIt rained.\n{QUOTED} Ada said."},
        {"cue": "may have admitted", "text": f"Ada may have admitted {CONTENT}.\nIt rained.\n{QUOTED} Ada said."},
        {"attitude": "thinks"},
        {"polarity": "denied"},
        {"hedge": "reportedly"},
        {"by": (Voice(person="p1"), Voice(person="p2"))},  # on somebody else's word
    ],
)
def test_what_is_left_alone(tell, more):
    assert list(check(told(tell, **more).case())) == []


def test_words_of_it_in_quotation_marks_are_a_quotation(tell):
    text = TEXT.replace("lost part", '"lost part"')
    story = told(tell, text, content=CONTENT.replace("lost part", '"lost part"'))
    story.quotation('"lost part"')
    assert list(check(story.case())) == []


def test_the_first_of_each_person(tell):
    story = told(tell, f"Ada has admitted {CONTENT}.\n{TEXT}")
    second = story.span(CONTENT, 2)
    story.statements.append(replace(story.statements[-1], spans=(second,), cue=story.span("has admitted", 2)))
    assert len(list(check(story.case()))) == 1
