"""Finds what else a story dates: somebody did something on a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.annotate.event_times import chunk_of
from onrecord.annotate.phrases import Chunk, Line
from onrecord.model.document import Document
from onrecord.model.marks import Event, Time
from onrecord.model.span import Span

_VERB_FORMS = """
    is was are were has had have 's 've been became began bought brought broke built came caught chose did drew drove
    fell felt fought found flew forgot froze gave got went grew held hit hurt kept knew laid led left lost made met paid
    put quit ran rose said sang sat saw sent set shot showed shut slept sold spent spoke spread stood stole struck sued
    swore swept threw told took taught thought understood woke won wore wrote will 'll 'd would could does do
"""
_VERBS = frozenset(_VERB_FORMS.split())
_SUBJECTS = frozenset("NDHTGIW")
_OBJECTIVE = frozenset(("him", "them", "me", "us", "himself", "herself", "themselves", "hers"))
_OWNERS = frozenset(("R", "S", "Y", "M", "U", "'s", "'"))
_BETWEEN = frozenset(
    ("also", "then", "later", "first", "both", "just", "once", "even", "still", "ever", "since", "all")
)
_NO_VERB_TEXT = (
    "and or but of in on at to for with by from as than that who which when while after before 's not n't is"
)
_NO_VERB = frozenset(_NO_VERB_TEXT.split())
_DENIED = frozenset(("not", "n't", "never"))
_END = frozenset((".", ";", "?", "!"))
_TRAILING_TEXT = """
    in on at , back since by until from of the during for around about and as ( — that over through to early between
    with
"""
_TRAILING = frozenset(_TRAILING_TEXT.split())
"""Words that no deed ends with: what they lead to, a time most often, is told apart from it."""
_HELPERS = frozenset("is was are were be been has had have did do does will would could".split())
_STOPS = frozenset((",", ".", ";", ":", "!", "?", "(", ")", "—", '"', "but", "when", "while", "after", "before"))
_LONGEST = 12
_REACH = 30


class Doing(NamedTuple):
    """Who did it, and where the words of the deed stand among the chunks."""

    who: list[Span]
    first: int
    last: int


def doing(document: Document, line: Line, time: Time) -> Event | None:
    """Return what the sentence says that somebody did at a time, None where that is not clear.

    The words are those from the verb to the time, "was acquitted in 1995"; those after a time that opens the sentence,
    "In July, she spoke out"; or those of a noun phrase, "his 1995 acquittal".
    """
    at, end = chunk_of(line, time.span.start), chunk_of(line, time.span.end - 1)
    found = _owned(line, at, end) or _before(line, at) or _after(line, end)
    if found is None:
        return None
    words = line.chunks[found.first : found.last + 1][:_LONGEST]
    if not words or _DENIED & {chunk.sign for chunk in words}:
        return None
    span = wording(document, [chunk.span for chunk in words])
    if span is None:
        return None
    quoted = document.quotation_at(span.start) is not None
    return Event(
        span=span,
        event="other",
        who=tuple(found.who),
        what=span.text,
        when=time.span,
        reported="claim" if quoted else "fact",
    )


def posted(document: Document, line: Line, time: Time) -> list[Event] | None:
    """Return the post that a time signs, "— Ann (@ann) May 3, 2016", empty where its author is none that is known.

    None where the time signs no post.
    """
    at = chunk_of(line, time.span.start)
    signs = [chunk.sign for chunk in line.chunks[max(0, at - 3) : at]]
    if len(signs) < 3 or (signs[0], signs[1][:1], signs[2]) != ("(", "@", ")"):
        return None
    author = line.chunks[at - 4].mention if at > 3 else None
    if author is None:
        return []
    span = document.span(author.span.start, line.chunks[at - 1].span.end)
    return [Event(span=span, event="other", who=(author.span,), what=span.text, when=time.span)]


def wording(document: Document, words: Sequence[Span]) -> Span | None:
    """Return some words as one stretch that ends with a word, or with the mark of a quotation that it holds.

    None where only an auxiliary is left, which tells no deed.
    """
    while len(words) > 1 and (words[-1].text.lower() in _TRAILING or not words[-1].text[0].isalnum()):
        words = words[:-1]
    if len(words) == 1 and words[0].text.lower() in _HELPERS:
        return None
    start, end = words[0].start, words[-1].end
    opened = next((one for one in document.quotations if start <= one.start < end), None)
    return document.span(start, opened.end if opened and opened.end == end + 1 else end)


def _owned(line: Line, at: int, end: int) -> Doing | None:
    """Read "his 1995 acquittal", "Cher's 1991 book"."""
    if at == 0 or line.chunks[at - 1].sign not in _OWNERS or end + 1 >= len(line.chunks):
        return None
    owner = line.chunks[at - 1] if line.chunks[at - 1].mention else line.chunks[at - 2]
    if owner.mention is None or not line.chunks[end + 1].span.text[0].islower():
        return None
    return Doing([owner.mention.span], at, _until(line, end + 1, 4))


def _before(line: Line, at: int) -> Doing | None:
    """Read "X was acquitted in 1995": the nearest person before the time whom a verb follows."""
    for index in range(at - 1, max(-1, at - _REACH), -1):
        chunk = line.chunks[index]
        if chunk.sign in _END:
            return None
        verb = _verb_after(line, index, at)
        if verb is None:
            continue
        if chunk.sign == "who":
            near = line.chunks[max(0, index - 2) : index]
            who = [each.mention.span for each in near if each.mention][-1:]
            if not who:
                return None
        else:
            who = _people(line, index)
        if who:
            return Doing(who, verb, at - 1)
    return None


def _after(line: Line, end: int) -> Doing | None:
    """Read "In July, she spoke out", "July 2016: X makes a joke"."""
    start = end + 1
    while start < len(line.chunks) and line.chunks[start].sign in (",", ":", "—", "alone"):
        start += 1
    start = _behind_opening(line, start)
    for index in range(start, min(start + 6, len(line.chunks))):
        chunk = line.chunks[index]
        if chunk.sign in _STOPS or (chunk.mention is None and _is_verb(chunk)):
            return None
        if chunk.mention and index + 1 < len(line.chunks) and line.chunks[index + 1].sign in ("'s", "'"):
            side = next(
                (k for k in range(index + 2, min(index + 6, len(line.chunks))) if _is_verb(line.chunks[k])), None
            )
            if side and any(between.mention for between in line.chunks[index + 2 : side]):
                return None
            return Doing([chunk.mention.span], side, _until(line, side + 1, _LONGEST)) if side else None
        verb = _verb_after(line, index, len(line.chunks))
        who = _people(line, index)
        if verb is not None and who:
            return Doing(who, verb, _until(line, verb + 1, _LONGEST))
    return None


def _behind_opening(line: Line, start: int) -> int:
    """Return where the clause goes on behind a few opening words: "May 2016: Out of jail, Lee writes a book"."""
    for index in range(start, min(start + 4, len(line.chunks) - 1)):
        chunk = line.chunks[index]
        if chunk.sign == ",":
            return index + 1
        if chunk.mention or _is_verb(chunk):
            break
    return start


def _people(line: Line, index: int) -> list[Span]:
    """Return the subject at a place, with the one that "and" joins to it; empty where there is none."""
    chunk = line.chunks[index]
    if chunk.mention is None or chunk.sign not in _SUBJECTS or chunk.span.text.lower() in _OBJECTIVE:
        return []
    if index > 1 and line.chunks[index - 1].sign in ("and", "&") and line.chunks[index - 2].sign in _SUBJECTS:
        return [line.chunks[index - 2].span, chunk.span]
    return [chunk.span]


def _verb_after(line: Line, index: int, stop: int) -> int | None:
    """Return the place of the verb that follows a subject: "she also told", "Lee, 41, died", "Lee (right) said"."""
    chunks = line.chunks
    if chunks[index].mention is None and chunks[index].sign != "who":
        return None
    at = index + 1
    if at < stop and chunks[at].sign in (",", "("):
        close = next((k for k in range(at + 1, min(at + 8, stop)) if chunks[k].sign in (",", ")")), None)
        if close is None or any(chunk.mention for chunk in chunks[at:close]):
            return None
        at = close + 1
        if at >= stop or not _is_verb(chunks[at]):
            return None
    while at < stop and (chunks[at].sign in _BETWEEN or chunks[at].sign.endswith("ly")):
        at += 1
    if at >= stop or chunks[at].mention or chunks[at].sign in _NO_VERB - {"is"}:
        return None
    return at if _is_verb(chunks[at]) or _may_be_verb(chunks[at]) else None


def _is_verb(chunk: Chunk) -> bool:
    return chunk.sign in _VERBS or (chunk.sign.endswith("ed") and len(chunk.sign) > 3)


def _may_be_verb(chunk: Chunk) -> bool:
    """Tell whether a word right after a subject looks like a verb in the present: "makes", "reveals"."""
    return chunk.span.text.islower() and chunk.sign.endswith("s") and len(chunk.sign) > 3


def _until(line: Line, first: int, longest: int) -> int:
    """Return the place of the last chunk of the words from ``first`` on, up to a stop."""
    for index in range(first, min(first + longest, len(line.chunks))):
        if line.chunks[index].sign in _STOPS:
            return index - 1
    return min(first + longest, len(line.chunks)) - 1
