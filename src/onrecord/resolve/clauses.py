"""Tells what part a mention plays in its sentence, as the trained reader sees it: subject, object, owner."""

from __future__ import annotations

from bisect import bisect_left
from typing import Literal

import msgspec

from onrecord.model.document import Document
from onrecord.model.reading import Token
from onrecord.model.span import Span

Role = Literal["subject", "object", "owner", "oblique", "other"]

_ROLES: dict[str, Role] = {
    "nsubj": "subject", "csubj": "subject", "obj": "object", "iobj": "object", "nmod:poss": "owner",
    "obl": "oblique", "nmod": "oblique",
}  # fmt: skip
_HIGHER = frozenset(["conj", "appos", "flat", "compound", "list", "nmod:desc", "goeswith"])
_CLAUSES = frozenset(["root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"])
_STEPS = 40  # words on the way up a sentence; no real one is deeper


class Place(msgspec.Struct, frozen=True):
    """The role of a mention, the word that leads its clause, and the word that leads the clause above; -1: unknown."""

    role: Role
    clause: int
    above: int


NOWHERE = Place("other", -1, -1)


class Clauses:
    """The sentences of a story as the reader takes them apart."""

    def __init__(self, document: Document, tokens: tuple[Token, ...]) -> None:
        """Take the words and what the reader says of them; without a reading every mention stands nowhere."""
        self.starts = [word.start for word in document.words]
        self.tokens = tokens

    def place(self, span: Span) -> Place:
        """Return where a mention stands."""
        first, last = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        if not self.tokens or first >= last:
            return NOWHERE
        at = next((at for at in range(first, last) if not first <= self.tokens[at].head < last), first)
        for _ in range(_STEPS):
            if self.tokens[at].relation.split(":")[0] not in _HIGHER and self.tokens[at].relation not in _HIGHER:
                break
            if self.tokens[at].head == at:
                break
            at = self.tokens[at].head
        relation = self.tokens[at].relation
        role = _ROLES.get(relation) or _ROLES.get(relation.split(":")[0], "other")
        clause = self._leader(self.tokens[at].head)
        return Place(role, clause, self._leader(self.tokens[clause].head))

    def _leader(self, at: int) -> int:
        """Return the word that leads the clause of a word."""
        for _ in range(_STEPS):
            token = self.tokens[at]
            relation = token.relation.split(":")[0]
            if token.head == at or relation in _CLAUSES or (relation == "conj" and token.upos in ("VERB", "AUX")):
                return at
            at = token.head
        return at
