"""A person of a story, with every word that means them."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.span import Span
from onrecord.model.when import Interval

Form = Literal["name", "noun", "pronoun"]


class Mention(msgspec.Struct, frozen=True):
    """Words that mean one person: a name, a noun ("the yoga teacher") or a pronoun."""

    start: int
    end: int
    text: str
    form: Form

    @property
    def span(self) -> Span:
        """Return where it stands."""
        return Span(self.start, self.end, self.text)


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person, met once or many times. ``born`` is what all statements of the story together allow."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    pronoun: Literal["she", "he", "they"] | None = None
    born: Interval | None = None
    mentions: tuple[Mention, ...] = ()
