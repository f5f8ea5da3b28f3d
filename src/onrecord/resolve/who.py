"""The answer to who is who: the people of a story, and the people that each mention means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from onrecord.model.person import Person
from onrecord.model.span import Span


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """The people of a story, and the ids of the people that each mention means (several for "the couple")."""

    people: tuple[Person, ...]
    ids: Mapping[Span, tuple[str, ...]]

    def of(self, span: Span | None) -> tuple[str, ...]:
        """Return the ids of the people meant by the mention at exactly this span; empty where it is not known."""
        return self.ids.get(span, ()) if span else ()

    def all_of(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the ids of all people meant by these mentions, each once, in their order."""
        return tuple(dict.fromkeys(person for span in spans for person in self.of(span)))
