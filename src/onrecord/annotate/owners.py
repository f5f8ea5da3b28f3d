"""Finds whom a sentence is about at some point, for "husband Paul" and "is dating", which name nobody else."""

from __future__ import annotations

import re

from onrecord.annotate.kin_nouns import KINSHIPS
from onrecord.annotate.phrases import Chunk, Line
from onrecord.annotate.roles import ROLE
from onrecord.model.span import Span

REACH = 40

_POSSESSIVE = frozenset("RSYMU")
_SUBJECTS = frozenset("NDHTGIW")
_OBJECTIVE = frozenset(["him", "them", "me", "us", "herself", "himself", "themselves"])
_CLAUSES = frozenset([",", "by", "after", "before", "while", "since", "when"])
_OF_ANOTHER = frozenset(["'s", "'"])
_OPENINGS = frozenset(
    [*",—():.!?'&", "but", "or", "that", "when", "while", "as", "after", "before", "because", "since", "if", "though",
     "although", "where", "how", "whether", "until", "once", "so", "then", "both", "neither", "now", "says", "said",
     "'s", "why", "what", "who", "whom", "R", "S", "Y", "M"]
)  # fmt: skip
_PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "by", "for", "from", "with", "without", "about", "to", "against", "like", "between"]
)  # fmt: skip
_JOINED = frozenset("NHD")
_TITLES = 7
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


def subject_or_tree(line: Line, at: int, *, several: bool = False) -> list[Span]:
    """Return the subject of the chunk ``at``; where the words before it name nobody, that of the sentence's tree."""
    by_words = subject(line, at, several=several)
    if line.trees is None or at >= len(line.chunks):
        return by_words
    if by_words and not _owns(line, by_words[-1], at) and not line.trees.is_object(by_words[-1]):
        return by_words
    by_tree = line.trees.subjects(line.chunks[at].span)
    return (by_tree if several else by_tree[:1]) or by_words


def _owns(line: Line, span: Span, at: int) -> bool:
    """Tell whether a name owns what stands before another clause: "Kim 's day , bringing", "Kim 's heart by"."""
    place = next((index for index, chunk in enumerate(line.chunks) if chunk.span == span), at)
    between = [chunk.sign for chunk in line.chunks[place + 1 : at]]
    return between[:1] in (["'s"], ["'"]) and not _CLAUSES.isdisjoint(between)


def joint_subject(line: Line, at: int) -> list[Span]:
    """Return the two people of "Ann and Joe" that the words before the chunk ``at`` are about; nobody if not two."""
    both = subject(line, at, several=True)
    return both if len(both) > 1 else []


def two_before(line: Line, at: int) -> list[Span]:
    """Return the two people whom the words before the chunk ``at`` name, if they name just two and speak of no more."""
    told = [chunk.mention.span for chunk in line.chunks[:at] if chunk.mention and chunk.sign in "NDGTW"]
    names = [chunk.mention.span for chunk in line.chunks[:at] if chunk.mention and chunk.sign == "N"]
    return told if told == names and len({name.text for name in names}) == len(names) == 2 else []


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
    """Return whom "and her", whose pronoun is the chunk ``at``, is joined to: "Kim, 41, and her", "Kim with her"."""
    index = at - 1
    if index < 1 or line.chunks[index].sign not in ("and", "&", "or", "nor", "with"):
        return None
    if line.chunks[index].sign == "with" and line.chunks[index - 1].sign != "N":
        return None
    index -= 1
    if line.chunks[index].sign == "—":
        index = _opening_dash(line.chunks, index) - 1
    while index > 0 and _is_aside(line.chunks[index]):
        index -= 1
    chunk = line.chunks[index]
    return chunk.mention.span if chunk.mention and chunk.sign in ("N", "D") else None


def beside(line: Line, at: int) -> Span | None:
    """Return the name that "and husband", from the chunk ``at``, is joined to; nobody's as the last of several.

    In "Ann, Jo and husband Paul" it is not told whose, in "Ann, Jo and husband Paul, and Kim" it is.
    """
    joined = before_and(line, at)
    place = next((index for index in range(at - 1, -1, -1) if line.chunks[index].span == joined), 0)
    signs = [chunk.sign for chunk in line.chunks]
    listed = place > 1 and signs[place - 1] == "," and signs[place - 2] == "N"
    return None if listed and signs[at + 2 : at + 4] != [",", "and"] else joined


def before_list(line: Line, at: int) -> list[Span]:
    """Return the pronoun that owns what stands before a list of names, "her feuds with Kim, Jo and", up to ``at``."""
    index = at - 1
    while index > 0 and (
        line.chunks[index].sign in ("N", ",", "and", "&", "with", "of") or _is_title(line.chunks[index])
    ):
        index -= 1
    before = line.chunks[max(0, index - 3) : index + 1]
    return [chunk.mention.span for chunk in before if chunk.mention and chunk.sign in "RS"][-1:]


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
    """Return the two people of "Ann and Joe", or "Ann, 41, and her husband Joe", of whom one is at ``index``."""
    if chunks[index].sign not in _JOINED:
        return None
    before = _before_joined(chunks, index)
    places = (index, _after_joined(chunks, index)) if before is None else (before, index)
    one, other = (None if at is None else chunks[at].mention for at in places)
    return [one.span, other.span] if one and other else None


def _before_joined(chunks: tuple[Chunk, ...], index: int) -> int | None:
    """Return the place of Ann in "Ann, 41, and her husband Joe", where Joe is at ``index``."""
    at = index - 1
    while at > max(0, index - _TITLES) and (_joins_to(chunks[at]) or _ends_noun(chunks, at)):
        at -= 1
    if at < 1 or chunks[at].sign not in ("and", "&"):
        return None
    at -= 1
    while at > 0 and _is_aside(chunks[at]):
        at -= 1
    return at if chunks[at].sign in _JOINED else None


def _after_joined(chunks: tuple[Chunk, ...], index: int) -> int | None:
    """Return the place of Joe in "Ann, 41, and a happy Joe", where Ann is at ``index``."""
    at = index + 1
    while at < len(chunks) and _is_aside(chunks[at]):
        at += 1
    if at >= len(chunks) or chunks[at].sign not in ("and", "&"):
        return None
    at += 1
    end = min(len(chunks), at + _TITLES)
    while at < end and (_joins_to(chunks[at]) or _ends_noun(chunks, at)):
        at += 1
    owns = at + 1 < len(chunks) and chunks[at + 1].sign in _OF_ANOTHER
    return at if at < end and chunks[at].sign == "N" and not owns else None


def _ends_noun(chunks: tuple[Chunk, ...], at: int) -> bool:
    """Tell whether a comma stands behind a noun that the name after it goes on from: "her husband, chef Joe"."""
    return chunks[at].sign == "," and at > 0 and chunks[at - 1].sign in KINSHIPS


def _joins_to(chunk: Chunk) -> bool:
    """Tell whether a word may stand between "and" and a second name: "her husband", "actor", "a newly blond"."""
    if chunk.mention is not None:
        return chunk.sign in "RS"
    kin = KINSHIPS.get(chunk.sign)
    joins = chunk.sign == "and" or chunk.sign in _OPENINGS or chunk.sign in _PREPOSITIONS
    return chunk.sign[0].isalnum() and not joins and (not kin or kin.way == "level")
