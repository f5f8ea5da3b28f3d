"""Finds what cannot all be true of what several stories say of days, and cuts each clash down to the fewest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.model.case import Case
from onrecord.model.record import Clash, Kept
from onrecord.prove import Fact, conflicts, facts_of, lines
from onrecord.prove.statements import birth_of, death_of
from onrecord.prove.wording import THE_DAY


def facts(case: Case, story: Kept, who: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return what a story states as a fact about days; ``who`` gives the id in the record by the id in the story."""
    named = msgspec.structs.replace(case.story, id=story.key)  # copies of one text are stories of their own
    found = facts_of(msgspec.structs.replace(case, story=named), who)
    return found if story.published else tuple(_with_its_day(fact, story) for fact in found)


def _with_its_day(fact: Fact, story: Kept) -> Fact:
    """Tell the unknown days of several stories from each other by the names of these."""
    day = f"the day of {story.outlet or story.path or story.headline or story.key}"
    names = tuple((point, name.replace(THE_DAY, day)) for point, name in fact.names)
    return msgspec.structs.replace(fact, line=fact.line.replace(THE_DAY, day), names=names)


def clashes(told: Iterable[Fact], about: str | None = None) -> tuple[Clash, ...]:
    """Return what clashes among the facts of several stories; with ``about``, only where this person's days are held.

    A residence, a partner, a job that is another one later is no clash.
    """
    points = {birth_of(about), death_of(about)} if about else None
    return tuple(
        Clash(tuple(fact.id.replace("#", ".") for fact in conflict.facts), lines(conflict))
        for conflict in conflicts(told)
        if points is None or any(point in points for fact in conflict.facts for point, _ in fact.names)
    )
