"""Outlets that name themselves in the first person."""

import pytest

from onrecord.ingest.outlets import outlet_named


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("StarGazette.com can reveal the couple wed.", "StarGazette.com"),
        ("They wed, Star Gazette can reveal.", "Star Gazette"),
        ("But Star Gazette can exclusively report that they wed.", "Star Gazette"),
        ("The SENTINEL has learned exclusively that they wed.", "The SENTINEL"),
        ("Now StarGazette.com has learned of it.", "StarGazette.com"),
        ("They wed! Moon & Star has exclusively learned why.", "Moon & Star"),
        ("OK! News has learned exclusively that they wed.", "OK! News"),
        ("The star can reveal a lot.", None),
        ("Jane Roe can reveal her age.", None),
        ("Jane Roe has learned a lot.", None),
        ("I can exclusively reveal that they wed.", None),
        ("She told Star Gazette that they wed.", None),
        ("They wed, Star can reveal. They met, Moon can reveal.", None),
        ("", None),
    ],
)
def test_outlets(text: str, outlet: str | None) -> None:
    assert outlet_named(text) == outlet
