"""What does not add up, and what was checked and holds."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.span import Span

Level = Literal["impossible", "unlikely", "unsourced", "altered", "unclear"]


class Says(msgspec.Struct, frozen=True):
    """Words that a finding rests on, and what they say."""

    start: int
    end: int
    text: str
    says: str

    @classmethod
    def of(cls, span: Span, says: str) -> Says:
        """Put a reading beside the words."""
        return cls(span.start, span.end, span.text, says)


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not add up, with all that it rests on; the pipeline fills in ``check``.

    ``reason`` are lines that a copy editor can redo by hand, ``statements`` the ids of what clashes.
    """

    check: str = ""
    level: Level
    message: str
    spans: tuple[Says, ...]
    reason: tuple[str, ...]
    statements: tuple[str, ...] = ()


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was checked and holds; the pipeline fills in ``check``."""

    check: str = ""
    message: str
    spans: tuple[Says, ...] = ()
    reason: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
