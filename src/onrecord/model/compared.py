"""Two stories side by side, and two versions of one story: what they tell differently, and what was changed."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.record import Collection, Kept
from onrecord.model.statement import Statement

Outcome = Literal["both", "differ", "first", "second"]


class Pair(msgspec.Struct, frozen=True):
    """What the two stories say of one thing, each in its order; empty where a story says nothing of it."""

    outcome: Outcome
    first: tuple[Statement, ...]
    second: tuple[Statement, ...]


class Change(msgspec.Struct, frozen=True):
    """Words that stood between ``lead`` and ``tail``, and those that stand there now; either may be empty."""

    lead: str
    before: str
    after: str
    tail: str


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """What is changed from one version of a story to the next: its words, and what it tells."""

    before: Kept
    after: Kept
    changes: tuple[Change, ...]
    pairs: tuple[Pair, ...]
    collection: Collection
