r"""Proves from what is told of days that statements, of one story or of many, cannot all be true.

Give it facts, made from the statements of a case or by hand, about points that need no known day::

    from onrecord.prove import added, checked, facts_of, lines

    record = checked(facts_of(first_case, {"p1": "Q42"}))  # whom the people of the case are across stories
    record = added(record, facts_of(second_case, {"p3": "Q42"}))  # checks again only whom the story touches
    for conflict in record.conflicts:
        print([fact.id for fact in conflict.facts])  # story and statement; leave any one out and the rest can be true
        print("\n".join(lines(conflict)))  # to be redone with a pencil

Everything is a frozen value and a pure function; the order in which stories come does not change what is a clash.
"""

from onrecord.prove.conflicts import Checked, Conflict, added, checked, conflicts, contradictory
from onrecord.prove.facts import Bound, Fact, apart, before, either, within
from onrecord.prove.lines import lines
from onrecord.prove.statements import facts_of

__all__ = [
    "Bound",
    "Checked",
    "Conflict",
    "Fact",
    "added",
    "apart",
    "before",
    "checked",
    "conflicts",
    "contradictory",
    "either",
    "facts_of",
    "lines",
    "within",
]
