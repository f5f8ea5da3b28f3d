"""The question whether one changed digit or word would make everything fit."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import pipeline
from onrecord.ingest import from_text


def reasons(body, published="2025-11-13"):
    day = date.fromisoformat(published) if published else None
    case = pipeline.check(pipeline.read(from_text(f"A Quiet Day\n\n{body}", published=day), rules_alone=True))
    return [finding.reason[-1] for finding in case.findings if finding.level in ("impossible", "unlikely")]


def asks(told, instead):
    return f"a slip at “{told}”? “{instead}” would fit"


@pytest.mark.parametrize(
    ("body", "question"),
    [
        ("Ada Quill, 41, sang. Ada Quill, 41, danced. Ada Quill, 43, left.", asks("43", "41")),
        ("Ada Quill, 41, was born on May 3, 1974. Ada Quill, 41, danced.", asks("1974", "1984")),
        ("Of the 9 children — 5 boys and 3 girls — all sang. It was 5 out of 9.", None),  # 8, or 4 girls, or 6 boys
        ("Ada Quill, 41, sang. Ada Quill, 43, left.", None),  # either may be the slip
        ("Ada Quill, 41, was born on May 3, 1974.", None),  # 51 and 1984
        ("Ada Quill, 41, was born on May 3, 1957. Ada Quill, 41, danced.", None),  # two digits
        ("Ada Quill has two children: Cy, 9, Dot, 8, and Eve, 7.", asks("two", "three")),
        ("It rained on Thursday, November 12, 2025.", None),  # Wednesday, or the 13th
        ("It rained on Thursday, November 4, 2025.", None),
        ("Ada Quill met Bo Reed five years ago. Ada Quill married Bo Reed in 2005.", asks("2005", "2025")),
        ("Ada Quill married Bo Reed four years ago. Ada Quill and Bo Reed divorced nine years ago.", None),  # no year
    ],
)
def test_only_where_one_change_alone_does_it(body, question):
    asked = [line for line in reasons(body) if line.startswith("a slip")]
    assert asked == ([question] if question else [])


def test_a_change_must_be_held_and_not_only_silence_the_check():
    assert reasons("It rained on Friday, December 30.")[-1] == asks("Friday", "Tuesday")  # no 32nd was meant


def test_a_birth_to_come_is_no_way_out():
    assert reasons("Ada Quill, 41, was born in 1974. Ada Quill, 41, danced.")[-1] == asks("1974", "1984")
    told = reasons("Ada Quill, 51, was born in 2024. Ada Quill, 51, danced.")
    assert told
    assert not any(line.startswith("a slip") for line in told)


def test_nothing_is_asked_of_very_long_stories():
    body = "Ada Quill, 41, sang to the people of the town. " * 201 + "Ada Quill, 43, left."
    assert not any(line.startswith("a slip") for line in reasons(body))
