"""Finds where a story reports words: the cue ("said", "according to") and the party whose words they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.annotate.cues import Cue, cues
from onrecord.annotate.parties import DETERMINERS, Party
from onrecord.annotate.rows import STOPS, Row
from onrecord.model.span import Span

BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "'re", "’s", "’re", "am", "gets", "got", "get"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve", "’ve", "'d", "’d"])
_LIGHT = (
    BE
    | _HAVE
    | frozenset(
        ["also", "later", "then", "further", "recently", "even", "previously", "once", "just", "not", "n't", "n’t", "did", "does", "do", "will", "would", "can", "could", "may", "might", "must", "should", "all", "both", "now", "still", "ever", "never", "soon", "since", "first", "earlier", "instead", "quickly", "only", "simply", "always", "too", "today", "sarcastically", "'ll", "’ll", "himself", "herself", "themselves", "itself", "yesterday", "reportedly"]
    )
)
_PREPOSITIONS = frozenset(
    ["of", "with", "for", "by", "about", "to", "from", "at", "in", "on", "between", "after", "before", "into", "during", "against", "near", "like", "than", "as", "alongside", "toward", "towards", "including", "over", "under", "without", "behind", "despite", "beside", "besides", "among", "via", "per", "around", "upon"]
)
_SUBORDINATORS = frozenset(
    ["that", "when", "after", "as", "if", "because", "since", "before", "until", "where", "how", "why", "whether", "while", "although", "though", "once", "unless", "who", "whom", "which", "whose", "what"]
)
_JOINING = frozenset(["and", "but", "or", "then", "yet", "so", "before"])
_OBJECTIVE = frozenset(["him", "her", "them", "me", "us", "himself", "herself", "themselves", "it", "his", "their", "your", "my", "our", "its"])
NOMINATIVE = frozenset(["he", "she", "they", "i", "we"])
_INVERTING = frozenset({"say", "write", "ask", "express"})
_ADDRESSING = frozenset(["to", "with", "for", "in", "on", "by", "via", "exclusively"])
_GOING_ON = frozenset(
    ["went", "goes", "going", "go", "continued", "continues", "continuing", "proceeded", "proceeds", "took", "takes", "began", "begins", "turned", "turns", "came", "comes", "returned", "paused"]
)


class Report(NamedTuple):
    """A cue with its voice, by their places in a row; ``voice`` is None where the story does not tell it plainly.

    ``cue`` is None for "according to" and its like. The report covers the tokens from ``first`` to before ``end``.
    ``via`` are the outlets that it was told to.
    """

    span: Span
    cue: Cue | None
    at: int
    voice: Party | None
    voice_at: int | None
    order: Literal["voice first", "cue first", "according to"]
    first: int
    end: int
    via: tuple[str, ...] = ()
    passive: bool = False
    infinitive: bool = False


def reports(row: Row) -> tuple[Report, ...]:
    """Return all reports of a row in the order of the text."""
    return tuple(_reports(row))


def _reports(row: Row) -> Iterator[Report]:
    table = cues()
    tokens = row.tokens
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        if token.low in ("according", "per", "via"):
            if report := _according(row, index):
                yield report
        elif (cue := table.get(token.low)) and not _is_noun(row, index, cue) and (report := _report(row, index, cue)):
            yield report


def _is_noun(row: Row, index: int, cue: Cue) -> bool:
    """Tell whether a form such as "report" or "claims" stands where a noun does."""
    if index == row.first[index]:
        return cue.tense in ("base", "s") and not _party_at(row, index + 1)
    before = row.tokens[index - 1]
    if before.kind == "word" and before.low in DETERMINERS:
        return True
    if cue.tense in ("base", "s") and before.kind == "word":
        return before.low in _PREPOSITIONS - {"to"} or before.low in ("'s", "’s", "new", "recent", "such", "false")
    return cue.tense == "ing" and before.kind == "word" and before.low in ("'s", "’s")


def _party_at(row: Row, index: int) -> Party | None:
    return row.tokens[index].party if 0 <= index < len(row.tokens) else None


def _according(row: Row, index: int) -> Report | None:
    tokens, last = row.tokens, row.last[index]
    start = index + 1
    if tokens[index].low == "according":
        if start >= last or tokens[start].low != "to":
            return None
        start += 1
    for at in range(start, min(start + 5, last)):
        token = tokens[at]
        if token.party:
            span = _join(row, index, start - 1)
            return Report(span, None, index, token.party, at, "according to", index, at + 1, _via(row, at + 1))
        if token.kind == "quote" or token.low in STOPS or token.low in (",", ";", ":"):
            break
    return None


def _join(row: Row, first: int, last: int) -> Span:
    start, end = row.tokens[first].span, row.tokens[last].span
    if first == last:
        return start
    return Span(start.start, end.end, f"{start.text} {end.text}") if end.start == start.end + 1 else start


def _report(row: Row, index: int, cue: Cue) -> Report | None:
    span = row.tokens[index].span
    passive = _is_passive(row, index, cue)
    at, infinitive = _subject(row, index, cue)
    if at is None and not passive and cue.kind in _INVERTING and cue.tense in ("s", "past"):
        inverted = _inverted(row, index)
        if inverted is not None:
            via = _via(row, inverted + 1)
            return Report(span, cue, index, row.tokens[inverted].party, inverted, "cue first", index, inverted + 1, via)
    if at is None:
        return Report(span, cue, index, None, None, "voice first", index, index + 1, (), passive, infinitive)
    party = row.tokens[at].party
    return Report(span, cue, index, party, at, "voice first", at, index + 1, _via(row, index + 1), passive, infinitive)


def _is_passive(row: Row, index: int, cue: Cue) -> bool:
    if cue.tense != "past":
        return False
    at = index - 1
    while at >= row.first[index] and row.tokens[at].low in _LIGHT:
        if row.tokens[at].low in BE:
            return True
        at -= 1
    return False


def _inverted(row: Row, index: int) -> int | None:
    """Return the place of the voice after a cue: "said an emotional Kim", ", says New York doctor Ann Lee"."""
    tokens = row.tokens
    begins = index == row.first[index]
    if not begins and tokens[index - 1].kind != "quote" and tokens[index - 1].low not in (",", "-", "–", "—", "”"):
        return None
    for at in range(index + 1, min(index + 7, row.last[index])):
        token = tokens[at]
        if token.party:
            return None if token.low in _OBJECTIVE else at
        if token.kind == "quote" or not token.span.text[0].isalnum() or token.low in _PREPOSITIONS:
            return None
    return None


def _subject(row: Row, index: int, cue: Cue) -> tuple[int | None, bool]:
    """Return the place of the cue's subject, and whether the cue is an infinitive ("went on to say")."""
    tokens, first = row.tokens, row.first[index]
    at = index - 1
    while at >= first and tokens[at].kind == "word" and _is_light(tokens[at].low):
        at -= 1
    if at < first:
        return None, False
    token = tokens[at]
    if token.party:
        return _checked(row, first, at), False
    if token.kind == "quote":
        return (_main(row, first, at) if cue.tense == "ing" else None), False
    if token.low == "to":
        going = any(t.low in _GOING_ON for t in tokens[max(first, at - 4) : at])
        return (_main(row, first, at), True) if going else (None, True)
    if token.low in ("who", "that", "which"):
        back = at - 2 if at - 1 >= first and tokens[at - 1].low == "," else at - 1
        return (back if back >= first and tokens[back].party else None), False
    if token.low in (",", ")", "-", "–", "—"):
        inserted = _before_insertion(row, first, at)
        if inserted is not None and cue.tense != "ing":
            return inserted, False
        return _main(row, first, at), False
    if token.low in _JOINING or cue.tense == "ing":
        return _main(row, first, at), False
    return None, False


def _is_light(low: str) -> bool:
    return low in _LIGHT or (low.endswith("ly") and len(low) > 4)


def _checked(row: Row, first: int, at: int) -> int | None:
    """Return the party at this place if it can be a subject there, else the one that it hangs on."""
    tokens = row.tokens
    low = tokens[at].low
    if low in NOMINATIVE:
        return at
    if low in _OBJECTIVE:
        return None
    before = tokens[at - 1] if at > first else None
    if before is None or before.kind != "word":
        return at
    if before.low in ("and", "&") and at - 2 >= first and tokens[at - 2].party:
        return at - 2
    if before.low in ("of", "from", "with", "for", "at", "in", "to", "by", "about", "against"):
        return None
    return at


def _before_insertion(row: Row, first: int, comma: int) -> int | None:
    """Return the party before "…, who is 22," or "(22)" where the cue follows the closing comma or bracket."""
    tokens = row.tokens
    opening = "(" if tokens[comma].low == ")" else tokens[comma].low
    nearest = None
    for at in range(comma - 1, max(first, comma - 30), -1):
        if tokens[at].kind == "quote" and opening != "(":
            break
        if tokens[at].low != opening or not tokens[at - 1].party:
            continue
        if tokens[at - 1].low in _OBJECTIVE:
            continue
        following = tokens[at + 1]
        if nearest is None:
            nearest = at - 1
        if (
            following.low in DETERMINERS
            or following.low in ("who", "whose", "which", "aged")
            or _starts_noun(following)
        ):
            return _checked(row, first, at - 1)
    return _checked(row, first, nearest) if nearest is not None else None


def _starts_noun(token: object) -> bool:
    low = token.low  # type: ignore[attr-defined]
    return low[:1].isdigit()


def _main(row: Row, first: int, end: int) -> int | None:
    """Return the place of the sentence's nearest subject before ``end`` that stands in no dependent clause."""
    spare = None
    for at in range(end - 1, first - 1, -1):
        if not row.tokens[at].party or not _is_subject(row, first, at, end):
            continue
        if at > first and row.tokens[at - 1].low in _SUBORDINATORS:
            spare = at if spare is None else spare
            continue
        return at
    return spare


def _is_subject(row: Row, first: int, at: int, end: int) -> bool:
    tokens = row.tokens
    low = tokens[at].low
    if low in _OBJECTIVE:
        return False
    before = tokens[at - 1] if at > first else None
    if before and before.kind == "word" and low not in NOMINATIVE:
        if before.low in _PREPOSITIONS - {"after", "before", "as", "like"}:
            return False
        if before.span.text[0].islower() and before.low not in _SUBORDINATORS and before.low not in _JOINING:
            return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or at + 1 >= end:
        return before is None or before.low in (",", "and", "but")
    if after.kind != "word":
        return False
    return (
        after.low in (",", "(", "and", "who")
        or (after.span.text[0].islower() and after.low not in _PREPOSITIONS and after.low not in ("or", "but"))
        or after.low in ("'d", "’d", "'ll", "'ve")
    )


def _via(row: Row, start: int) -> tuple[str, ...]:
    """Return the outlets that the words were told to: "told TMZ", "shares with Us Weekly", "…, via Star"."""
    if start >= len(row.tokens):
        return ()
    found: list[str] = []
    last = min(row.last[start - 1] if start else row.last[start], start + 14)
    for at in range(start, last):
        token = row.tokens[at]
        if token.kind == "quote":
            break
        if token.party and token.party.kind == "outlet":
            before = row.tokens[at - 1]
            if at == start or before.low in _ADDRESSING or before.low in DETERMINERS:
                found.append(token.party.span.text)
    return tuple(dict.fromkeys(found))
