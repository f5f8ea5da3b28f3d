"""A voice that is one bare name, and two who bear it."""

from __future__ import annotations

import pytest

from onrecord.check.two_people_one_name import NEAR_CHARACTERS, check
from onrecord.model.statement import Quote

NAMED = "Ada Quill met Bo Quill."


def said(tell, text, speaker="Ada Quill", voice="Quill said"):
    story = tell(text)
    people = {name: story.person(name) for name in ("Ada Quill", "Bo Quill", "Cleo May") if name in text}
    at = story.span(voice)
    words = story.span('"So it is,"')
    quote = Quote(
        id="s1", form="direct", speaker=people.get(speaker), voice=at.part(at.start, at.start + 5), spans=(words,)
    )
    story.statements.append(quote)
    return list(check(story.case()))


def test_the_last_who_was_named_does_not_speak(tell):
    (finding,) = said(tell, f'{NAMED} "So it is," Quill said.')
    assert (finding.level, finding.message) == ("unclear", "“Quill” speaks, and may be “Ada Quill” or “Bo Quill”")
    assert [span.text for span in finding.spans] == ["Quill", "Ada Quill", "Bo Quill"]
    assert finding.statements == ("s1",)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f'{NAMED} "So it is," Quill said.', "Bo Quill"),  # the last who was named
        ('Ada Quill met Cleo May. "So it is," Quill said.', "Ada Quill"),
        ('"So it is," Quill said. Ada Quill met Bo Quill.', "Ada Quill"),
    ],
)
def test_where_no_reader_is_in_doubt(tell, text, speaker):
    assert said(tell, text, speaker) == []


@pytest.mark.parametrize(("between", "found"), [(NEAR_CHARACTERS - 40, 1), (NEAR_CHARACTERS, 0)])
def test_who_was_named_long_before_is_no_rival(tell, between, found):
    assert len(said(tell, f'{NAMED} {"x" * between} "So it is," Quill said.')) == found


def test_each_name_is_asked_about_once(tell):
    story = tell(f'{NAMED} "So it is," Quill said. "So it was," Quill said.')
    ada = story.person("Ada Quill")
    story.person("Bo Quill")
    for nth, words in enumerate(('"So it is,"', '"So it was,"'), 1):
        at = story.span("Quill said", nth)
        voice = at.part(at.start, at.start + 5)
        story.statements.append(
            Quote(id=f"s{nth}", form="direct", speaker=ada, voice=voice, spans=(story.span(words),))
        )
    assert len(list(check(story.case()))) == 1
