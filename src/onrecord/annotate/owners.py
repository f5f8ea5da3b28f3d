"""Finds whom a sentence is about at some point, for "husband Alec" and "is dating", which name nobody else."""

from __future__ import annotations

import re

from onrecord.annotate.phrases import Chunk, Line
from onrecord.annotate.roles import ROLE
from onrecord.model.span import Span

REACH = 40
_POSSESSIVE = frozenset("RSYMU")
_SUBJECTS = frozenset("NDHTGIW")
_OBJECTIVE = frozenset("him them me us herself himself themselves".split())
_OPENINGS = frozenset(
    ", — ( ) : . ! ? ' & but or that when while as after before because since if although though where how whether until"
    " once so then both neither now says said 's why what whom who R S Y M".split()
)
_PREPOSITIONS = frozenset("of in on at by for from with without about to against like between among".split())
_ROLE = re.compile(ROLE)
_BREAKS = frozenset(('"', ";"))


def subject(line: Line, at: int, *, several: bool = False) -> list[Span]:
    """Return whom the words before the chunk ``at`` are about: the last subject, or owner, before it.

    With ``several``, both people of "Kim and Kanye" are returned. Empty where nobody is found near by.
    """
    chunks = line.chunks
    for index in range(at - 1, max(-1, at - REACH), -1):
        chunk = chunks[index]
        if chunk.sign in _BREAKS:
            break
        beside = index == at - 1 and _may_lead(chunks, index)
        if chunk.mention is None or not (beside or _leads(chunks, index)):
            continue
        pair = _pair(chunks, index)
        if pair and several:
            return pair
        return [chunk.mention.span]
    return []


def before_and(line: Line, at: int) -> Span | None:
    """Return the name that "and her", whose pronoun is the chunk ``at``, is joined to: "Kim Lee, 41, and her"."""
    index = at - 1
    if index < 1 or line.chunks[index].sign not in ("and", "&", "with"):
        return None
    index -= 1
    while index and line.chunks[index].mention is None and _is_aside(line.chunks[index].sign):
        index -= 1
    chunk = line.chunks[index]
    return chunk.mention.span if chunk.mention and chunk.sign == "N" else None


def before_whose(line: Line, at: int) -> Span | None:
    """Return the name that "whose", the chunk ``at``, belongs to: "Kim Lee, whose sister Jo"."""
    for chunk in reversed(line.chunks[max(0, at - 3) : at]):
        if chunk.mention:
            return chunk.mention.span
    return None


def _is_aside(sign: str) -> bool:
    return sign in (",", "(", ")") or sign[:1].isdigit()


def subject_after(line: Line, at: int) -> list[Span]:
    """Return the subject that follows an opening phrase: "While wife Kim went home, he ...", from ``at`` on."""
    chunks = line.chunks
    for index in range(at, min(len(chunks), at + REACH)):
        chunk = chunks[index]
        if chunk.mention and chunk.sign in _SUBJECTS and index and chunks[index - 1].sign == ",":
            return [chunk.mention.span]
    return []


def named_after(line: Line, at: int) -> list[Span]:
    """Return the first person named after the chunk ``at``: "mother-of-two Kim"."""
    for chunk in line.chunks[at + 1 : at + REACH]:
        if chunk.mention and chunk.sign in _SUBJECTS:
            return [chunk.mention.span]
    return []


def _leads(chunks: tuple[Chunk, ...], index: int) -> bool:
    """Tell whether a mention is an owner ("her") or stands where a subject stands, not after a verb or "of"."""
    sign = chunks[index].sign
    if sign in _POSSESSIVE or (index + 1 < len(chunks) and chunks[index + 1].sign in ("'s", "'")):
        return True
    if sign not in _SUBJECTS or chunks[index].span.text.lower() in _OBJECTIVE:
        return False
    before = index - 1
    while before >= 0 and _is_title(chunks[before]):
        before -= 1
    return (
        before < 0 or chunks[before].sign in _OPENINGS or (chunks[before].sign == "and" and _leads_pair(chunks, before))
    )


def _may_lead(chunks: tuple[Chunk, ...], index: int) -> bool:
    """Tell whether a mention right before a verb may be its subject: "tennis great Kim Lee married ..."."""
    is_object = chunks[index].span.text.lower() in _OBJECTIVE or (index and chunks[index - 1].sign in _PREPOSITIONS)
    return chunks[index].sign in _SUBJECTS and not is_object


def _leads_pair(chunks: tuple[Chunk, ...], conjunction: int) -> bool:
    """Tell whether what stands before "and" is no object that the mention after it is joined to."""
    first = conjunction - 1
    return first < 0 or chunks[first].sign not in _SUBJECTS or _leads(chunks, first)


def _is_title(chunk: Chunk) -> bool:
    """Tell whether a word may stand between the start of a clause and its subject: a title, a role, an age, "the"."""
    text = chunk.span.text
    if chunk.mention is not None or not text[:1].isalnum():
        return False
    return (
        text[0].isupper()
        or chunk.sign.endswith("-old")
        or chunk.sign in ("the", "a", "an")
        or _ROLE.fullmatch(chunk.sign) is not None
    )


def _pair(chunks: tuple[Chunk, ...], index: int) -> list[Span] | None:
    """Return the two people of "Kim and Kanye" that ends here."""
    last = chunks[index].mention
    if last is None or chunks[index].sign != "N" or index < 2 or chunks[index - 1].sign not in ("and", "&"):
        return None
    first = chunks[index - 2].mention
    return [first.span, last.span] if first and chunks[index - 2].sign in "NH" else None
