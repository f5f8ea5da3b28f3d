"""Gives everything that a story's part of the page speaks of an id of its own."""

from __future__ import annotations

import msgspec

from onrecord.model.case import Case


class Ids(msgspec.Struct, frozen=True):
    """Ids on the page for the people, sources and statements of one case, by their ids in the case.

    All begin with ``prefix``; they are numbered anew, since an id of a case may be any text.
    """

    prefix: str
    people: dict[str, str]
    sources: dict[str, str]
    statements: dict[str, str]

    @classmethod
    def of(cls, case: Case, prefix: str) -> Ids:
        """Give numbers to the people, sources and statements of a case."""
        return cls(
            prefix,
            {person.id: f"{prefix}-p{number}" for number, person in enumerate(case.people, 1)},
            {source.id: f"{prefix}-o{number}" for number, source in enumerate(case.sources, 1)},
            {statement.id: f"{prefix}-s{number}" for number, statement in enumerate(case.statements, 1)},
        )

    def finding(self, number: int) -> str:
        """Return the id of a finding; findings are counted from 1."""
        return f"{self.prefix}-f{number}"

    def left_out(self, number: int) -> str:
        """Return the id of words in quotation marks that are no quotation; they are counted from 1."""
        return f"{self.prefix}-q{number}"

    def time(self, number: int) -> str:
        """Return the id of a time expression; they are counted from 1."""
        return f"{self.prefix}-d{number}"
