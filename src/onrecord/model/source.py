"""Where a story has something from, and on whose word."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.span import Span

SourceType = Literal["unnamed", "spokesperson", "outlet", "document", "organisation"]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody other than a named person who answers for something; ``via`` are the outlets that carried it.

    ``of`` is the person that a spokesperson speaks for, by id, where the story tells.
    """

    id: str
    name: str
    type: SourceType
    spans: tuple[Span, ...]
    via: tuple[str, ...] = ()
    of: str | None = None


class Voice(msgspec.Struct, frozen=True, omit_defaults=True):
    """One link of an attribution chain: exactly one of a person's id, a source's id or an outlet's name."""

    person: str | None = None
    source: str | None = None
    outlet: str | None = None
