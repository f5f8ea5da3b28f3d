"""Puts what people have decided in place of what was read: a rejected statement goes, a corrected one is put right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Judgement
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement

CORRECTABLE: Mapping[type, tuple[str, ...]] = {
    Age: ("years",),
    Kin: ("relation", "status"),
    Count: ("n",),
    Event: ("event",),
    Quote: ("speaker",),
    Claim: ("speaker",),
}
"""By kind of statement, the fields that a person may put right; the words it was read from stay what they are."""
_MONTHS = 12


def after_judgement(
    statements: Iterable[tuple[str, Statement]], judgements: Mapping[str, Judgement]
) -> Iterator[Statement]:
    """Yield statements as they stand after judgement; each comes with what judgements call it.

    ``judgements`` are those that hold, by what they are about.
    """
    for name, statement in statements:
        judgement = judgements.get(name)
        if judgement is None or judgement.verdict == "accepted":
            yield statement
        elif judgement.verdict == "corrected" and judgement.value:
            yield corrected(statement, msgspec.json.decode(judgement.value, type=dict[str, Any]))


def corrected(statement: Statement, value: Mapping[str, Any]) -> Statement:
    """Return the statement with some of its fields put right.

    Raises ``BadConfiguration`` when a field may not be put right, or takes no such value.
    """
    open_ = CORRECTABLE[type(statement)]
    for field in value:
        if field not in open_:
            raise BadConfiguration(f"{field!r} cannot be put right; expected one of {', '.join(open_)}")
    told = msgspec.to_builtins(statement) | dict(value)
    if isinstance(statement, (Quote, Claim)) and "speaker" in value:
        told |= {"source": None, "by": []}
        told |= {"also": []} if isinstance(statement, Quote) else {}
    if isinstance(statement, Age) and "years" in value:
        years = value["years"]
        if not isinstance(years, int) or not 0 <= years <= 130:
            raise BadConfiguration(f"{years!r} is no age; expected whole years, 0 to 130")
        told |= {"at_least_months": years * _MONTHS, "under_months": (years + 1) * _MONTHS}
    try:
        return msgspec.convert(told, type(statement))
    except msgspec.ValidationError as error:
        raise BadConfiguration(f"cannot be put right so: {error}") from None
