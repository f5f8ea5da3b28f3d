"""What an owned noun of kin without a name tells of its owner and whoever it means, and where it tells nothing."""

import pytest

from onrecord.annotate.kin_owned import owned
from onrecord.annotate.mentions import annotate
from onrecord.ingest import from_text
from onrecord.model.marks import Marks
from onrecord.text import lay_out


def told(words):
    document = lay_out(from_text(f"A Quiet Day In Harrow Bay\n\n{words}"))
    marks = Marks(annotate(document, Marks()))
    return [(kin.from_.text, kin.relation, kin.to.text, kin.status) for kin in owned(document, marks)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Anna Hale saw her ex-husband again.", [("her ex-husband", "spouse", "her", "former")]),
        ("Anna Hale saw her first husband again.", [("her first husband", "spouse", "her", "former")]),
        ("Anna Hale saw her husband again.", [("her husband", "spouse", "her", None)]),
        ("We met Anna Hale's younger brother.", [("Anna Hale's younger brother", "sibling", "Anna Hale", None)]),
        ("We met Anna Hale's father.", [("Anna Hale's father", "parent", "Anna Hale", None)]),
        ("We met Anna Hale's daughter.", [("Anna Hale", "parent", "Anna Hale's daughter", None)]),
        # Whose father it is, is told by a name or by the age.
        ("Anna Hale saw her father again.", []),
        ("Anna Hale saw her daughter again.", []),
        (
            "Anna Hale saw her 18-year-old daughter again.",
            [("her", "parent", "her 18-year-old daughter", None)],
        ),
        ("Anna Hale saw her brother again.", []),
        ("Anna Hale saw her husband and current rival Peter Marlow.", []),
        # Who is named at once is told elsewhere, and more than one are nobody.
        ("Anna Hale saw her husband Peter Marlow again.", []),
        ("Anna Hale saw her brothers again.", []),
        # It is denied, or played.
        ("He is not Anna Hale's father.", []),
        ("He plays Anna Hale's husband there.", []),
        ("Anna Hale frees her brother (played by Peter Marlow) there.", []),
        ("Anna Hale saw her business partner again.", []),
    ],
)
def test_what_an_owned_noun_tells(words, expected):
    assert told(words) == expected
