"""Finds to whom an event happens: whoever leads its words, and whoever they name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from onrecord.annotate.event_grammar import Pair
from onrecord.annotate.event_times import chunk_of
from onrecord.annotate.life_words import LifeWord
from onrecord.annotate.owners import subject, subject_after
from onrecord.annotate.phrases import Line
from onrecord.annotate.roles import ROLE
from onrecord.model.marks import Marks, Mention
from onrecord.model.span import Span

_BEFORE_VERB_WORDS = (
    "has have had is was were been be also later then secretly finally recently first officially 's 'd just reportedly"
    " both all only already eventually previously once 've"
)
_BEFORE_VERB = frozenset(_BEFORE_VERB_WORDS.split())
_ROLE = re.compile(ROLE)
_OF_COUPLES = ("relationship_start", "engagement", "marriage", "separation", "divorce_filing", "divorce")
# Each of them is of two: with several others it was several, and of one the story may tell the other elsewhere.
_TWO = frozenset(_OF_COUPLES)
_OWNS = frozenset(("'s", "'"))
_REACH = 20


def nouns_by_end(marks: Marks) -> dict[int, Mention]:
    """Return the mentions that are noun phrases, by where they end in the text."""
    return {mention.span.end: mention for mention in marks.of(Mention) if mention.form == "noun"}


def whom(
    marks: Marks,
    nouns: Mapping[int, Mention],
    line: Line,
    word: LifeWord,
    match: re.Match[str],
    told: Pair,
) -> list[tuple[Span, ...]]:
    """Return to whom it happens, once for each of several that one person married; empty where that is not clear.

    ``told`` are the subject and the others as the grammar tells them, which counts before the order of the words.
    """
    groups = match.groupdict()
    others = _named(line, match) if groups.get("other") else []
    if not _is_title(groups.get("title")) and not set(others) & set(told.others):
        return []
    if word.of == "child" and others:
        return [tuple(others)]
    if word.parsed:
        mentions = [mention for one in told.others if (mention := marks.mention_at(one))]
        named = [mention.same or mention.span for mention in mentions if mention.same or mention.form == "name"]
        return [(told.leading[0], named[0])] if told.leading and named and told.leading[0] != named[0] else []
    first, last = line.at(match.start()), line.at(match.end() - 1)
    if groups.get("owner"):
        leading = line.everyone(match, "owner")
    else:
        leading = told.leading if _are_several(marks, told.leading) else _leading(nouns, line, word, first)
        leading = leading or told.leading or _following(line, last)
        others = others or (told.others if word.of == "pair" else [])
    if word.of != "pair":
        return [tuple(leading)] if leading else []
    leading = [one for one in leading if one not in others]
    if len(leading) == 1 and len(others) > 1 and word.event in _TWO:
        return [(leading[0], other) for other in others]
    if len(leading) > 1 and others and word.event in _TWO:
        return []
    both = [*leading, *others] if leading else []
    several = _are_several(marks, both)
    alone = told.is_verb and leading == told.leading and word.event in _TWO and _says_no_other(line, last)
    return [tuple(both)] if len(both) > 1 or several or (both and alone) else []


def _says_no_other(line: Line, last: int) -> bool:
    return last + 1 == len(line.chunks) or line.chunks[last + 1].sign not in ("with", "to", "from")


def _are_several(marks: Marks, people: list[Span]) -> bool:
    return any(mention and mention.plural for mention in map(marks.mention_at, people))


def _is_title(words: str | None) -> bool:
    """Tell whether the words before a name say who it is: "her longtime boyfriend", "41-year-old", "late"."""
    title = (words or "").removesuffix(", ").split()
    if not title and words:
        return False
    return len(title) < 2 or title[-1].endswith("-old") or _ROLE.fullmatch(title[-1]) is not None


def _named(line: Line, match: re.Match[str]) -> list[Span]:
    """Return whom the words name, without those who only own one of them ("her friend Lee")."""
    everyone = line.everyone(match, "other")
    first, last = line.at(match.start("other")), line.at(match.end("other") - 1)
    inside = line.chunks[first : last + 1]
    owners = {
        chunk.span
        for chunk, after in pairwise(inside)
        if chunk.sign in "RSY" or (chunk.mention and after.sign in _OWNS)
    }
    return [one for one in everyone if one not in owners]


def _leading(nouns: Mapping[int, Mention], line: Line, word: LifeWord, first: int) -> list[Span]:
    """Return the subject of the words that begin at the chunk ``first``."""
    index = first - 1
    while index > 0 and line.chunks[index].sign in _BEFORE_VERB:
        index -= 1
    if index < 0:
        return []
    sign = line.chunks[index].sign
    if sign in ("who", "—", ")"):
        return _antecedent(nouns, line, index)
    joined = _joined(line, index)
    if joined:
        return joined
    if not word.owned and (noun := nouns.get(line.chunks[index].span.end)):
        return [noun.span]
    leading = subject(line, first, several=True)
    return [] if not word.owned and leading and _only_owns(line, leading[-1]) else leading


def _following(line: Line, last: int) -> list[Span]:
    """Return the subject after an opening phrase: "After filing for divorce, Kim ...", "Since parting, Lee and Kim"."""
    found = subject_after(line, last + 1)
    for index in range(last + 1, len(line.chunks) - 2):
        if found and line.chunks[index].span == found[0] and line.chunks[index + 1].sign in ("and", "&"):
            second = line.chunks[index + 2]
            return [*found, second.span] if second.mention and second.sign == "N" else found
    return found


def _antecedent(nouns: Mapping[int, Mention], line: Line, index: int) -> list[Span]:
    """Return whom the verb is about in "Kim, 41, who married ..." and "Kim — mother of Jo — died"."""
    if line.chunks[index].sign != "who":
        opening = "(" if line.chunks[index].sign == ")" else "—"
        starts = [at for at in range(max(0, index - _REACH), index) if line.chunks[at].sign == opening]
        index = starts[-1] if starts else 0
    index -= 1
    while index > 0 and (line.chunks[index].sign in (",", "—") or line.chunks[index].sign.isdigit()):
        index -= 1
    if index < 0:
        return []
    mention = line.chunks[index].mention or nouns.get(line.chunks[index].span.end)
    return _joined(line, index) or ([mention.span] if mention else [])


def _joined(line: Line, last: int) -> list[Span]:
    """Return both subjects of "Lee, 33, and actor Kim, 30," that ends at the chunk ``last``."""
    found: list[Span] = []
    conjunction = False
    for chunk in reversed(line.chunks[max(0, last - 12) : last + 1]):
        if chunk.mention and chunk.sign in "NHDG":
            if found:
                return [chunk.span, *found] if conjunction else []
            found.append(chunk.span)
        elif found and chunk.sign in ("and", "&"):
            conjunction = True
        elif chunk.sign != "," and not chunk.sign.isdigit() and not _ROLE.fullmatch(chunk.sign):
            return []
    return []


def _only_owns(line: Line, span: Span) -> bool:
    """Tell whether somebody only owns something in the line: "his accuser died" is not about him."""
    at = chunk_of(line, span.start)
    following = line.chunks[at + 1].sign if at + 1 < len(line.chunks) else ""
    return bool(following) and (line.chunks[at].sign in "RSYMU" or following in _OWNS)
