"""An age that is told of words for somebody, and of nobody with a name."""

from __future__ import annotations

import pytest

from onrecord.check.age_of_nobody import check


def results(tell, text, *, pronoun="she", years=40):
    story = tell(text)
    ada = story.person("Ada Quill", pronoun=pronoun)
    if years:
        story.age(ada, years, str(years))
    for other in ("Bo Reed", "Cleo May"):
        if other in text:
            story.person(other)
    return list(check(story.case()))


@pytest.mark.parametrize(
    "words",
    [
        "The 49-year-old actress left.",
        "The now 49-year-old reality star left.",
        "The 49-year-old moved away.",
        "The 49-year-old said so.",
        "It was kind of the 49-year-old singer.",
        "The actress, 49, left.",
        "The Harbour Lights star, 49, left.",
    ],
)
def test_an_age_that_the_story_gives_nobody(tell, words):
    (finding,) = results(tell, f"Ada Quill, 40, sang.\n\n{words}")
    assert finding.level == "unclear"
    assert finding.message.endswith("nobody in the story is 49, and Ada Quill is 40")
    assert [span.text for span in finding.spans][1:] == ["40"]
    assert finding.statements == ("s1",)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill, 40, sang. The 40-year-old actress left.",
        "Ada Quill, 40, sang. A 49-year-old actress left.",
        "A 49-year-old guard was hurt. Ada Quill, 40, sang. The 49-year-old singer left.",
        "Ada Quill, 40, sang. The 49-year-old actor left.",  # Ada is she
        "Ada Quill, 40, sang. The 15-year-old singer left.",  # a child without a name
        "Ada Quill, 40, sang. The 49-year-old bridge fell.",
        "Ada Quill, 40, sang. The 49-year-old Harbour Club fell.",
        'Ada Quill, 40, sang. "The 49-year-old actress left," it was heard.',
        "Ada Quill, 40, sang with the 49-year-old singer.",
        "Ada Quill, 40, sang. Bo Reed danced. The 49-year-old singer left.",
        "Ada Quill, 40, sang. It rained. It rained. It rained. The 49-year-old singer left.",
        "Bo Reed sang with Ada Quill, 40. The 49-year-old singer left.",
    ],
)
def test_whom_the_words_may_well_mean_else(tell, text):
    story = tell(text)
    ada = story.person("Ada Quill", pronoun="she")
    story.age(ada, 40, "40")
    if "Bo Reed" in text:
        story.person("Bo Reed")
    if '"' in text:
        story.quotation(text[text.index('"') : text.rindex('"') + 1])
    assert list(check(story.case())) == []


def test_the_first_of_two_is_meant_where_the_story_tells_most_of_her(tell):
    text = "Ada Quill, 40, sang. Ada Quill met Bo Reed. The 49-year-old singer left."
    assert len(results(tell, text)) == 1
    assert results(tell, text.replace("Ada Quill met Bo Reed", "Bo Reed met Ada Quill")) == []


def test_an_owner_in_the_same_sentence_may_be_meant(tell):
    text = "It was told by Ada Quill, 40. Ada Quill's agent denied that the 49-year-old singer left."
    assert len(results(tell, text)) == 1
    assert results(tell, text.replace("Quill's", "Quill, her")) == []


def test_without_an_age_at_a_name_nothing_is_said(tell):
    assert results(tell, "Ada Quill sang. The 49-year-old singer left.", years=None) == []
