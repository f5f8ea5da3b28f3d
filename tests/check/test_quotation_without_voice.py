"""A paragraph that is nothing but a quotation, and what stands around it."""

from __future__ import annotations

import pytest

from onrecord.check.quotation_without_voice import check
from onrecord.model.statement import Quote

WORDS = '"We never planned to leave the old house here."'


def told(tell, before="It rained for days.", words=WORDS, behind="It rained again.", voice=None):
    story = tell("\n".join(part for part in (before, words, behind) if part))
    for name in ("Ada Marsh", "Bo Day"):
        story.person(name)
    story.quote(WORDS)
    if voice:
        story.statements.append(
            Quote(id="s9", form="direct", voice=story.span(voice), spans=(story.span(behind),)),
        )
    return story.case()


@pytest.mark.parametrize("parts", [{}, {"before": ""}, {"behind": ""}])
def test_nobody_tells_whose_words_they_are(tell, parts):
    (finding,) = check(told(tell, **parts))
    assert (finding.level, finding.message) == ("unclear", "the story does not tell whose words these are")
    assert [says.text for says in finding.spans] == [WORDS]
    assert finding.statements == ("s1",)


@pytest.mark.parametrize(
    "parts",
    [
        {"before": "Ada Marsh was tired."},  # may be hers
        {"before": "The sign at the door says:"},
        {"before": '"It rained for days.'},  # one speech
        {"behind": '"It rained again."'},
        {"behind": "- Bo Day"},
        {"words": f"The sign has {WORDS}"},
        {"behind": "He smiled at that.", "voice": "He"},
    ],
)
def test_what_stands_around_may_tell(tell, parts):
    assert list(check(told(tell, **parts))) == []


@pytest.mark.parametrize(
    ("words", "found"), [('"One two three four five six seven."', 0), ('"One two three four five six seven eight."', 1)]
)
def test_short_ones_are_slogans(tell, words, found):
    story = tell(f"It rained.\n{words}\nIt rained.")
    story.quote(words)
    assert len(list(check(story.case()))) == found


@pytest.mark.parametrize("more", [{"speaker": "p1"}, {"source": "o1"}])
def test_a_quotation_with_a_voice(tell, more):
    story = tell(f"It rained.\n{WORDS}")
    story.person("Ada Marsh")
    story.statements.append(Quote(id="s1", form="direct", spans=(story.span(WORDS),), **more))
    assert list(check(story.case())) == []


def test_headings_are_left_alone(tell):
    story = tell(f"It rained.\n{WORDS}\nIt rained.")
    story.heading(WORDS)
    story.quote(WORDS)
    assert list(check(story.case())) == []
