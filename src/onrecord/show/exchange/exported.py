"""What an exchange format is given, what it makes of it, and what it cannot hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from onrecord.model.record import Birth, Collection, Fact
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement

_CALLED: tuple[tuple[type, str], ...] = (
    (Quote, "quotations"), (Claim, "claims"), (Count, "counts"), (Age, "ages"), (Event, "events"), (Kin, "kinships"),
)  # fmt: skip


class Whole(msgspec.Struct, frozen=True):
    """All that is to be exported: stories with their statements, each fact once, and when people were born."""

    collection: Collection
    facts: tuple[Fact, ...]
    births: Mapping[str, Birth]


class Exported(msgspec.Struct, frozen=True):
    """The text of an export, and a line for each sort of thing that its format cannot hold."""

    text: str
    lost: tuple[str, ...] = ()


def counted(what: Mapping[str, int]) -> tuple[str, ...]:
    """Return a line for each sort of thing that is left out: "quotations: 12"."""
    return tuple(f"{name}: {number}" for name, number in sorted(what.items()) if number)


def kinds(statements: Iterable[Statement]) -> Counter[str]:
    """Count statements by what they are called."""
    return Counter(name for one in statements for kind, name in _CALLED if isinstance(one, kind))
