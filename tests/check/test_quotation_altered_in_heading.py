"""A quotation in a heading against the story's own."""

from __future__ import annotations

import pytest

from onrecord.check.quotation_altered_in_heading import check
from onrecord.model.finding import Finding, Held

BODY = '"And some days that means that we need to walk the dog at night."'


def results(tell, heading, body=BODY, kind="heading"):
    story = tell(f"{heading}\nAda said: {body}")
    story.heading(heading, kind)
    story.quotation(heading)
    story.quotation(body)
    return list(check(story.case()))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("'We Need To Walk The Dog'", Held),
        ("'WE NEED TO WALK THE DOG!'", Held),
        ("'We Walk The Dog At Night'", Finding),  # two words left out
        ("'We Have To Walk The Dog'", Finding),  # one of six is another
        ("'We Need ... To Walk The Dog'", Held),  # marked as left out
        ("'We Need … To Walk The Dog'", Held),
        ("'[Ada and I] Need To Walk The Dog'", Held),  # marked as put in
        ("'We Need To Walk The D*** Dog'", Held),
        ("'We Need To Feed My Cat'", None),  # three of six
        ("'We Need To Walk'", Held),
        ("'We Must Walk Slow'", None),
        ("'Walk The Dog'", None),  # too short
        ("'Night At Dog The Walk To'", None),  # the words, but not in their order
    ],
)
def test_nearly_but_not_quite(tell, heading, kind):
    found = results(tell, heading)
    assert [type(result) for result in found] == ([kind] if kind else [])


@pytest.mark.parametrize("kind", ["headline", "heading"])
def test_both_wordings_are_shown(tell, kind):
    (finding,) = results(tell, "'We Walk The Dog At Night'", kind=kind)
    assert finding.level == "altered"
    assert finding.message == (
        "the heading has “We Walk The Dog At Night”, the story “we need to walk the dog at night”"
    )
    assert [says.text for says in finding.spans] == ["We Walk The Dog At Night", "we need to walk the dog at night"]


def test_a_quotation_in_the_body_is_no_heading(tell):
    assert results(tell, "'We Walk The Dog At Night'", kind="body") == []


def test_apostrophes_of_any_kind_are_one(tell):
    assert [type(r) for r in results(tell, "‘We don’t need to walk’", '"we don\'t need to walk"')] == [Held]


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("'She Walks The Dog At Night'", []),  # the story: she "walks the dog at night"
        ("'Walks The Dog At Night Alone'", []),
        ("'Walks The Big Dog At Night'", [Finding]),
    ],
)
def test_words_at_the_edge_of_a_partial_quotation_are_taste(tell, heading, kinds):
    assert [type(result) for result in results(tell, heading, '"walks the dog at night"')] == kinds


def test_word_for_word_beats_nearly(tell):
    heading = "'We Walk The Dog At Night'"
    story = tell(f'{heading}\n{BODY} "we walk the dog at night"')
    story.heading(heading)
    story.quotation(heading)
    story.quotation(BODY)
    story.quotation('"we walk the dog at night"')
    (held,) = check(story.case())
    assert held.message == "the heading quotes the story word for word: “We Walk The Dog At Night”"


def test_a_long_quotation_is_searched_where_it_is_alike(tell):
    body = '"' + "It was a quiet year and nobody came to see us here. " * 40 + BODY[1:]
    (finding,) = results(tell, "'We Walk The Dog At Night'", body)
    assert finding.spans[1].text == "we need to walk the dog at night"


def test_the_statements_are_named(tell):
    heading = "'We Walk The Dog At Night'"
    story = tell(f"{heading}\n{BODY}")
    story.heading(heading)
    for words in (heading, BODY):
        story.quotation(words)
        story.quote(words)
    (finding,) = check(story.case())
    assert finding.statements == ("s1", "s2")
