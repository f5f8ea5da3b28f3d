"""Sets two stories side by side: what both tell, what they tell differently, what only one of them tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

import msgspec
from rapidfuzz import fuzz, process

from onrecord.model.compared import Pair
from onrecord.model.record import Collection
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement, speakers
from onrecord.record.portraying import sense

LEAST_ALIKE = 75.0
"""Quotations of one voice that are at least so much alike, in percent, are one in two wordings."""
MOST_QUOTATIONS = 400


def compare(collection: Collection, first: str, second: str) -> list[Pair]:
    """Compare two stories of a collection, by their keys; statements come in the order of the first story.

    Two statements differ when they answer one question of the same people otherwise: how old, how related, how many,
    when; and when one voice is quoted in two wordings.
    """
    told: dict[str, list[Statement]] = {first: [], second: []}
    for statement in collection.case.statements:
        told[collection.story(statement).key].append(statement)
    senses: defaultdict[Hashable, tuple[list[Statement], list[Statement]]] = defaultdict(lambda: ([], []))
    for side, key in enumerate((first, second)):
        for statement in told[key]:
            senses[sense(_placeless(statement))][side].append(statement)
    both = [
        Pair("differ" if _elsewhere(one, other) else "both", tuple(one), tuple(other))
        for one, other in senses.values()
        if one and other
    ]
    both.sort(key=lambda pair: pair.outcome == "both")
    alone = [one[0] for one, other in senses.values() if one and not other]
    theirs = [other[0] for one, other in senses.values() if other and not one]
    differing = [*_answers(alone, theirs), *_wordings(alone, theirs)]
    met = {statement.id for pair in differing for statement in (*pair.first, *pair.second)}
    return [
        *differing,
        *both,
        *(Pair("first", (one,), ()) for one in alone if one.id not in met),
        *(Pair("second", (), (one,)) for one in theirs if one.id not in met),
    ]


def _placeless(statement: Statement) -> Statement:
    return msgspec.structs.replace(statement, place=None) if isinstance(statement, Event) else statement


def _elsewhere(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Tell whether both sides tell where it happened, and no two of them the same place."""
    mine, theirs = ({told.place.casefold() for told in side if isinstance(told, Event) and told.place}
                    for side in (one, other))  # fmt: skip
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _answers(alone: Sequence[Statement], theirs: Sequence[Statement]) -> list[Pair]:
    asked: defaultdict[Hashable, list[Statement]] = defaultdict(list)
    for statement in theirs:
        if (question := _question(statement)) is not None:
            asked[question].append(statement)
    pairs: dict[Hashable, Pair] = {}
    for statement in alone:
        question = _question(statement)
        if question in asked and question not in pairs:
            mine = tuple(one for one in alone if _question(one) == question)
            pairs[question] = Pair("differ", mine, tuple(asked[question]))
    return list(pairs.values())


def _question(statement: Statement) -> Hashable | None:
    """Return what a statement answers, None when one answer does not exclude another."""
    match statement:
        case Age(who=who, other_time=False, when=None):
            return ("age", who)
        case Kin(from_=one, to=other):
            return ("kin", frozenset((one, other)))
        case Count(who=several, what=what, ordinal=False):
            return ("count", frozenset(several), what)
        case Event(event="birth" | "death" | "marriage" | "divorce" as event, who=several, when=when) if when:
            return ("event", event, frozenset(several))
    return None


def _wordings(alone: Sequence[Statement], theirs: Sequence[Statement]) -> list[Pair]:
    quoted: defaultdict[Hashable, list[Quote | Claim]] = defaultdict(list)
    for statement in theirs[:MOST_QUOTATIONS]:
        if isinstance(statement, Quote) and speakers(statement):
            quoted[speakers(statement)].append(statement)
    pairs = []
    for statement in alone[:MOST_QUOTATIONS]:
        if not isinstance(statement, Quote):
            continue
        others = quoted.get(speakers(statement), [])
        best = process.extractOne(_words(statement), map(_words, others), scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE)
        if best:
            pairs.append(Pair("differ", (statement,), (others.pop(best[2]),)))
    return pairs


def _words(said: Quote | Claim) -> str:
    return " ".join(span.text for span in said.spans).casefold()
