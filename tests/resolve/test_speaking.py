"""Whom "she said" means by the trained reader, where the rules know somebody and where they do not."""

from __future__ import annotations

import pytest

from onrecord import parts
from onrecord.ingest import from_text
from onrecord.model.marks import Marks
from onrecord.model.reading import Chance, Reading, Token
from onrecord.resolve.people import who_is_who
from onrecord.text import lay_out

OPEN = f'A Day In Oslo\n\nMs. Ada Quill sang. {"It was raining. " * 5}"It was all fine," she said.'
ASKED = 'A Day In Oslo\n\nMs. Ada Quill sang. Ms. Ida Brandt saw it all from home. "It was all fine," she said.'


def speaker(text: str, *chances: tuple[str, float]) -> str | None:
    """Return whose words the quotation is where the reader gives these chances to names."""
    document = lay_out(from_text(text))
    tokens = tuple(Token("VERB", place, "root", "stated", (0.0, 0.0, 0.0)) for place in range(len(document.words)))
    foreseen = {text.rindex("she said"): tuple(Chance(text.index(name), chance) for name, chance in chances)}
    outside = {word.start: 0.0 for word in document.words}
    marks = Marks(reading=Reading(tokens=tokens, antecedents=foreseen, outside=outside))
    for extract in parts.extractors().values():
        marks += extract(document, marks)
    who = who_is_who(document, marks)
    at = text.rindex("she said")
    people = who.of(document.span(at, at + 3))
    return next((person.name for person in who.people if people == (person.id,)), None)


@pytest.mark.parametrize(
    ("text", "chances", "expected"),
    [
        (OPEN, [], None),
        (OPEN, [("Quill", 0.79)], None),
        (OPEN, [("Quill", 0.8)], "Ada Quill"),
        (ASKED, [], "Ida Brandt"),
        (ASKED, [("Quill", 0.79)], "Ida Brandt"),
        (ASKED, [("Quill", 0.8)], None),
        (ASKED, [("Quill", 0.97)], None),
        (ASKED, [("Quill", 0.98)], "Ada Quill"),
        (ASKED, [("Brandt", 0.98)], "Ida Brandt"),
    ],
)
def test_the_reader_tells_where_it_is_sure(text: str, chances: list[tuple[str, float]], expected: str | None) -> None:
    assert speaker(text, *chances) == expected


def test_nobody_of_another_gender_is_meant() -> None:
    assert speaker(ASKED.replace("Ms. Ada", "Mr. Adam"), ("Quill", 1.0)) == "Ida Brandt"
