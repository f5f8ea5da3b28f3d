"""Works out when people were born from all that a story says of them."""

from __future__ import annotations

from onrecord.model.case import Case


def with_births(case: Case) -> Case:
    """Return the case with each person's birth interval, where the story allows one."""
    return case
