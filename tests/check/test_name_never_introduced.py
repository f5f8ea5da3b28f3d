"""Somebody who is quoted, and of whom the story tells one bare name."""

from __future__ import annotations

import pytest

from onrecord.check.name_never_introduced import check
from onrecord.model.person import Mention
from onrecord.model.statement import Quote


def quoted(tell, text, name="Hallor"):
    """Return a case in which the name's bearer says what stands in double marks."""
    story = tell(text)
    who = story.person(name)
    words = text[text.index('"') : text.rindex('"') + 1]
    story.statements.append(
        Quote(id="s1", form="direct", speaker=who, voice=story.span(name), spans=(story.span(words),))
    )
    return story


@pytest.mark.parametrize(
    "text",
    [
        'The fire was put out. "It was hot," Hallor said.',
        'The fire was put out, and Hallor said: "It was hot." Then Hallor left.',
        'The fire was put out, Hallor told us: "It was hot."',
    ],
)
def test_a_bare_name_that_is_quoted(tell, text):
    (finding,) = check(quoted(tell, text).case())
    assert (finding.level, finding.message) == ("unclear", "“Hallor” is quoted, and the story never says who that is")
    assert finding.spans[0].text == "Hallor"
    assert finding.statements == ("s1",)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"It was hot," Ada Hallor said.', "Ada Hallor"),
        ('"It was hot," Hallor said. Ada Hallor left.', "Hallor"),  # a full name that was not tied to it
        ('"It was hot," Sergeant Hallor said.', "Hallor"),
        ('"It was hot," neighbour Hallor said.', "Hallor"),
        ('"It was hot," said Hallor, a neighbour.', "Hallor"),
        ('"It was hot," said Hallor, 41.', "Hallor"),
        ('"It was hot," said Hallor, chief of the brigade.', "Hallor"),
        ('"It was hot," said Hallor (the chief).', "Hallor"),
        ('"It was hot," said Hallor. Hallar left.', "Hallor"),  # a slip: another check's
        ('"It was hot," said JLO.', "JLO"),
        ('"It was hot," said Harrow delegate Ada Lee.', "Harrow"),
        ('"It was hot," said Hal-lor.', "Hal-lor"),
    ],
)
def test_a_name_with_anything_that_tells_who_it_is(tell, text, name):
    assert list(check(quoted(tell, text, name).case())) == []


def test_a_noun_or_a_relative_tells_who_it_is(tell):
    text = 'The chief came. "It was hot," Hallor said. Bo Day left.'
    story = quoted(tell, text)
    person = story.people[0]
    noun = Mention(0, 9, "The chief", "noun")
    story.people[0] = type(person)(id=person.id, name=person.name, mentions=(noun, *person.mentions))
    assert list(check(story.case())) == []
    story = quoted(tell, text)
    story.kin("p1", "sibling", story.person("Bo Day"))
    assert list(check(story.case())) == []


def test_who_is_not_quoted_need_not_be_introduced(tell):
    story = tell("Hallor left.")
    story.person("Hallor")
    assert list(check(story.case())) == []
