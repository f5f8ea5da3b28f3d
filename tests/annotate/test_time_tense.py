"""Past or future, by the words around a time and by the grammar of its sentence."""

from datetime import date

import pytest

from onrecord import reader
from onrecord.annotate import times
from onrecord.ingest import from_text
from onrecord.model.marks import Marks, Time
from onrecord.text import lay_out

THURSDAY = date(2025, 11, 13)


def value(sentence: str) -> str | None:
    document = lay_out(from_text(f"The Council Of Harrow Bay\n\n{sentence}", published=THURSDAY))
    marks = Marks(reading=reader.read(document))
    return next(mark.value for mark in times.annotate(document, marks) if isinstance(mark, Time))


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The council met on Monday.", "2025-11-10"),
        ("The council will meet on Monday.", "2025-11-17"),
        ("The council would meet on Monday, its chairman said.", "2025-11-17"),
        ("The council planned to leave the town on Monday for the coast.", "2025-11-17"),
        ("The council agreed on Monday to pay for the bridge.", "2025-11-10"),
        ("The council agreed to open the bridge on Monday.", "2025-11-17"),
        ("Protesters planned a large march in the town on Monday.", "2025-11-17"),
        ("The order issued Monday was lifted by the court.", "2025-11-10"),
        ("The guests were the first to cross the bridge on Monday.", "2025-11-10"),
        ("The bridge is expected to open in March.", "2026-03"),
        ("Nora Bell was named captain of the ship for a voyage scheduled in March.", "2026-03"),
        ("The bridge opened in March.", "2025-03"),
        ("The rules to be published in early March will bind every council.", "2026-03"),
        ("The judge extended the deadline until Monday.", "2025-11-17"),
        ("The strike lasted until Monday.", "2025-11-10"),
        ("Nora Bell is to appear in court on Monday.", "2025-11-17"),
        ("Nora Bell was to appear in court on Monday.", "2025-11-10"),
    ],
)
def test_the_verb_tells_past_from_future(sentence, day):
    assert value(sentence) == day
