"""On whose word a story says what it says of people, how many origins that has, and whether those people were asked."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.model.source import Voice
from onrecord.model.span import Span

Basis = Literal["on_record", "unnamed", "outlet", "untold", "story"]
"""Who answers for something: a named person, an organisation, a document or a spokesperson (``on_record``); somebody
without a name (``unnamed``); another outlet alone; somebody whom the story does not tell (``untold``: "reportedly"); or
the story itself."""
Outcome = Literal["asked", "declined", "no answer"]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell of a request for comment, and how it went; ``asked`` where the story tells no outcome."""

    span: Span
    outcome: Outcome


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What a story has from one of its people: ``said`` and ``denied`` are ids of statements, their aides' included.

    ``said`` are their quotations and claims, ``denied`` those of them by which they deny something.
    """

    who: str
    said: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    requests: tuple[Request, ...] = ()


class Sourcing(msgspec.Struct, frozen=True, kw_only=True):
    """The sourcing profile of a story: its sentences that speak of people, counted by who answers for them.

    A sentence counts for whoever's report fills most of it. ``origins`` are the voices that the reports come from, each
    once, as far as they are told apart: unnamed sources that spoke through one outlet are one origin, as are all those
    that nothing but "a source" and its like tells apart, and a spokesperson is the person spoken for. ``sides`` are the
    people who speak in the story, or were asked; somebody who is not there was not asked as far as it tells.
    """

    on_record: int = 0
    unnamed: int = 0
    outlet: int = 0
    untold: int = 0
    story: int = 0
    origins: tuple[Voice, ...] = ()
    sides: tuple[Side, ...] = ()

    @property
    def sentences(self) -> int:
        """Return how many sentences speak of people."""
        return sum(self.counts().values())

    def counts(self) -> dict[Basis, int]:
        """Return the sentences by basis, in the order of ``Basis``."""
        return {
            "on_record": self.on_record,
            "unnamed": self.unnamed,
            "outlet": self.outlet,
            "untold": self.untold,
            "story": self.story,
        }

    def side(self, who: str) -> Side:
        """Return what the story has from somebody; an empty side where it has nothing."""
        return next((side for side in self.sides if side.who == who), Side(who=who))
