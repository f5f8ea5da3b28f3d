"""Names of places that everybody knows."""

from __future__ import annotations

import pytest

from onrecord.model.place_names import place_names


@pytest.mark.parametrize(
    ("name", "known"), [("London", True), ("New York", True), ("New_York", False), ("Hansen", False), ("", False)]
)
def test_places_are_known_as_they_are_written(name, known):
    assert (name in place_names()) is known
