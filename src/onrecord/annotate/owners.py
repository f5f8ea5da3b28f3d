"""Finds whom a sentence is about at some point, for "husband Paul" and "is dating", which name nobody else."""

from __future__ import annotations

import re

from onrecord.annotate.phrases import Chunk, Line
from onrecord.annotate.roles import ROLE
from onrecord.model.span import Span

REACH = 40

_POSSESSIVE = frozenset("RSYMU")
_SUBJECTS = frozenset("NDHTGIW")
_OBJECTIVE = frozenset(["him", "them", "me", "us", "herself", "himself", "themselves"])
_OF_ANOTHER = frozenset(["'s", "'"])
_OPENINGS = frozenset(
    [*",—():.!?'&", "but", "or", "that", "when", "while", "as", "after", "before", "because", "since", "if", "though",
     "although", "where", "how", "whether", "until", "once", "so", "then", "both", "neither", "now", "says", "said",
     "'s", "why", "what", "who", "whom", "R", "S", "Y", "M"]
)  # fmt: skip
_PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "by", "for", "from", "with", "without", "about", "to", "against", "like", "between"]
)  # fmt: skip
_TITLE = re.compile(rf"{ROLE}|the|an?|\S+-old")


def subject(line: Line, at: int, *, several: bool = False) -> list[Span]:
    """Return whom the words before the chunk ``at`` are about: the last subject, or owner, before it.

    With ``several``, both people of "Ann and Joe" are returned. Empty where nobody is found near by.
    """
    chunks = line.chunks
    if at and chunks[at - 1].mention is None and (noun := line.nouns.get(chunks[at - 1].span.end)):
        return [noun]
    index = at - 1
    while index > max(-1, at - REACH) and chunks[index].sign not in ('"', ";"):
        mention = chunks[index].mention
        if chunks[index].sign in ("who", "whom") and (antecedent := _antecedent(line, index)):
            return [antecedent]
        if mention and ((index == at - 1 and _may_lead(chunks, index)) or _leads(chunks, index)):
            return (_pair(chunks, index) if several else None) or [mention.span]
        index = _opening_dash(chunks, index) if chunks[index].sign == "—" else index
        index -= 1
    return []


def subject_after(line: Line, at: int) -> list[Span]:
    """Return the subject that follows an opening phrase: "While wife Kim went home, he ...", from ``at`` on."""
    for before, chunk in zip(line.chunks[at - 1 : at + REACH], line.chunks[at : at + REACH], strict=False):
        if chunk.mention and chunk.sign in _SUBJECTS and before.sign == ",":
            return [chunk.mention.span]
    return []


def named_after(line: Line, at: int) -> list[Span]:
    """Return the first person named after the chunk ``at``: "mother-of-two Kim"."""
    named = (chunk.mention.span for chunk in line.chunks[at + 1 : at + REACH] if chunk.mention)
    return [span for span in (next(named, None),) if span]


def before_and(line: Line, at: int) -> Span | None:
    """Return the name that "and her", whose pronoun is the chunk ``at``, is joined to: "Kim Lee, 41, and her"."""
    index = at - 1
    if index < 1 or line.chunks[index].sign not in ("and", "&"):
        return None
    index -= 1
    while index and _is_aside(line.chunks[index]):
        index -= 1
    chunk = line.chunks[index]
    return chunk.mention.span if chunk.mention and chunk.sign == "N" else None


def before_whose(line: Line, at: int) -> Span | None:
    """Return the name that "whose", the chunk ``at``, belongs to: "Kim Lee, whose sister Jo"."""
    mentions = (chunk.mention for chunk in reversed(line.chunks[max(0, at - 3) : at]) if chunk.mention)
    nearest = next(mentions, None)
    return nearest.span if nearest else None


def _antecedent(line: Line, at: int) -> Span | None:
    """Return whom "who", the chunk ``at``, is: the mention right before it, or before its comma."""
    before = at - 2 if at and line.chunks[at - 1].sign in (",", "—", "(") else at - 1
    if before < 0:
        return None
    mention = line.chunks[before].mention
    return mention.span if mention else line.nouns.get(line.chunks[before].span.end)


def _opening_dash(chunks: tuple[Chunk, ...], closing: int) -> int:
    """Return the place of the dash that opens the aside which the dash at ``closing`` ends; itself if none does."""
    return next((at for at in range(closing - 1, max(0, closing - REACH), -1) if chunks[at].sign == "—"), closing)


def _is_aside(chunk: Chunk) -> bool:
    return chunk.mention is None and (chunk.sign in (",", "(", ")") or chunk.sign[0].isdigit())


def _leads(chunks: tuple[Chunk, ...], index: int) -> bool:
    """Tell whether a mention is an owner ("her") or stands where a subject stands, not after a verb or "of"."""
    if chunks[index].sign in _POSSESSIVE or (index + 1 < len(chunks) and chunks[index + 1].sign in _OF_ANOTHER):
        return True
    nearest = max(-1, index - REACH)
    while index > nearest and chunks[index].sign in _SUBJECTS and chunks[index].span.text.lower() not in _OBJECTIVE:
        before = index - 1
        while before > nearest and _is_title(chunks[before]):
            before -= 1
        if before <= nearest or chunks[before].sign in _OPENINGS:
            return before < 0 or chunks[before].sign in _OPENINGS
        if chunks[before].sign != "and":
            return False
        # "Kim and Jo": Jo leads if Kim does; "left and Jo" opens a clause.
        index = before - 1
        if index < 0 or chunks[index].sign not in _SUBJECTS:
            return True
    return False


def _may_lead(chunks: tuple[Chunk, ...], index: int) -> bool:
    """Tell whether a mention right before a verb may be its subject: "tennis great Kim Lee married ..."."""
    is_object = chunks[index].span.text.lower() in _OBJECTIVE or (index and chunks[index - 1].sign in _PREPOSITIONS)
    return chunks[index].sign in _SUBJECTS and not is_object


def _is_title(chunk: Chunk) -> bool:
    """Tell whether a word may stand between the start of a clause and its subject: a title, a role, an age, "the"."""
    if chunk.mention is not None or not chunk.span.text[0].isalnum():
        return False
    return chunk.span.text[0].isupper() or _TITLE.fullmatch(chunk.sign) is not None


def _pair(chunks: tuple[Chunk, ...], index: int) -> list[Span] | None:
    """Return the two people of "Ann and Joe" that ends here."""
    last = chunks[index].mention
    if last is None or chunks[index].sign != "N" or index < 2 or chunks[index - 1].sign not in ("and", "&"):
        return None
    first = chunks[index - 2].mention
    return [first.span, last.span] if first and chunks[index - 2].sign in "NH" else None
