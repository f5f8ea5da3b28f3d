"""The bar that shows on whose word a story rests."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from onrecord.model.case import Case
from onrecord.model.sourcing import Sourcing
from onrecord.model.story import Story
from onrecord.show.sourcing_picture import svg

STORY = Story(id="", text="")


def test_no_sentence_about_people_gives_no_picture() -> None:
    assert svg(Case(story=STORY)) is None


@pytest.mark.parametrize(
    ("profile", "widths"),
    [
        (Sourcing(on_record=3, story=1), [480.0, 160.0]),
        (Sourcing(unnamed=1), [640.0]),
        (Sourcing(on_record=1, unnamed=1, outlet=1, untold=1, story=1), [128.0] * 5),
    ],
)
def test_the_parts_of_the_bar_are_the_shares_of_the_sentences(profile: Sourcing, widths: list[float]) -> None:
    drawn = svg(Case(story=STORY, sourcing=profile), name="c1")
    assert drawn
    ElementTree.fromstring(drawn)
    bars = [float(wide) for wide in re.findall(r'width="([\d.]+)" height="26" class', drawn)]
    assert bars == widths
    assert sum(bars) == pytest.approx(640)
    assert drawn.count("sentences") == len(widths)
    assert 'id="c1-title"' in drawn
