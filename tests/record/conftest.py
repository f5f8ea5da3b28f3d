"""Profiles written by hand: people as stories tell of them, without any story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.model.record import Companion, Profile, Sighting
from onrecord.model.when import Interval
from onrecord.record.names import fold


def profile(
    at: str,
    name: str,
    *aliases: str,
    born: Interval | None = None,
    ties: tuple[str, ...] = (),
    beside: tuple[str, ...] = (),
    **more: object,
) -> Profile:
    """Make a profile; ``ties`` are companions that it is married to, ``beside`` those only named with it."""
    story, _, person = at.partition(".")
    folded = sorted({str(found) for one in (name, *aliases) if (found := fold(one))})
    company = [Companion(found.key, one, "spouse") for one in ties if (found := fold(one))]
    company += [Companion(found.key, one) for one in beside if (found := fold(one))]
    return Profile(
        sighting=Sighting(story, person or "p1"), text=story, name=name, names=tuple(folded), born=born,
        company=tuple(company), **more,  # type: ignore[arg-type]
    )  # fmt: skip


@pytest.fixture
def sighted() -> Callable[..., Profile]:
    return profile
