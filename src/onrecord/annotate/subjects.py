"""Finds the subject of a reporting verb: who says, who told, who has since denied."""

from __future__ import annotations

import re

from onrecord.annotate.parties import ARTICLES, DETERMINERS
from onrecord.annotate.roles import ROLE
from onrecord.annotate.rows import Row, Token
from onrecord.annotate.word_lists import listed

BE = listed("is are was were be been being 's 're ’s ’re am gets got get")
LIGHT = BE | listed("""
    has have had having 've ’ve 'd ’d also later then further recently even previously once just not n't n’t did
    does do will would can could may might must should all both now still ever never soon since first earlier
    instead quickly only simply always too today 'll ’ll himself herself themselves itself yesterday
""")
PREPOSITIONS = listed("""
    of with for by about to from at in on between after before into during against near like than as alongside
    toward towards including over under without behind despite beside besides among via per around upon
""")
OBJECTIVE = listed("him her them me us himself herself themselves it his their your my our its")
NOMINATIVE = listed("he she they i we")
_SUBORDINATING = listed("""
    that when after as if because since before until where how why whether while although though once unless who
    whom whose which what
""")
DAYS = listed("""
    monday tuesday wednesday thursday friday saturday sunday today tonight morning afternoon evening night week month
    year
""")
# Clauses whose subject is seldom the one who goes on speaking: "after she left, …, saying".
_BACKGROUND = _SUBORDINATING - listed("as while although though")
_JOINING = listed("and but or then yet so before")
_DASHES = listed("- – —")
_TIGHT = listed("of from with for at in to by about against")
_GOING_ON = listed("""
    went goes going go continued continues continuing proceeded proceeds took takes began begins turned turns came
    comes returned paused
""")
_ROLE = re.compile(ROLE)
_OPENING = 25  # tokens of a participle that opens its sentence
_APPOSITION = 12  # tokens
REACH = 60
"""Tokens between a verb and its subject; one further off is no longer plain to a reader."""


def subject_before(row: Row, index: int, *, participle: bool) -> tuple[int | None, bool]:
    """Return the place of the subject of the verb at ``index``, and whether it is an infinitive ("went on to say")."""
    tokens, first = row.tokens, max(row.first[index], index - REACH)
    at = index - 1
    while at >= first and tokens[at].kind == "word" and (_is_light(tokens[at].low) or _is_time(row, at, index)):
        at -= 1
    if at < first:
        return (_after_opening(row, index) if participle else None), False
    token = tokens[at]
    if token.party:
        return (_of_participle(row, first, at) if participle else _as_subject(row, first, at)), False
    if token.low == "for" and participle and at > first and tokens[at - 1].party:
        return at - 1, False
    if token.low == "to":
        going = any(before.low in _GOING_ON for before in tokens[max(first, at - 4) : at])
        return (nearest_subject(row, first, at) if going else None), True
    if token.low in ("who", "that", "which"):
        back = at - 2 if at - 1 >= first and tokens[at - 1].low == "," else at - 1
        return (back if back >= first and tokens[back].party else None), False
    if token.low in (",", ")", "-", "–", "—") and not participle:
        inserted = _before_insertion(row, first, at)
        return (nearest_subject(row, first, at) if inserted is None else inserted), False
    if token.low in _JOINING or token.low in (",", "-", "–", "—") or participle:
        return nearest_subject(row, first, at), False
    return _apposed(row, first, at), False


def _of_participle(row: Row, first: int, at: int) -> int | None:
    """Return the subject of a participle behind a party: "with a source saying", but "she was on the show, saying"."""
    tokens = row.tokens
    if tokens[at].low not in OBJECTIVE and at > first and tokens[at - 1].low == "with":
        return at
    if tokens[at].low not in NOMINATIVE and _word_before(row, first, at) in PREPOSITIONS:
        return nearest_subject(row, first, at)
    return _as_subject(row, first, at)


def _after_opening(row: Row, index: int) -> int | None:
    """Return the subject of a participle that opens its sentence: Writing on her page, Kim called it a day."""
    tokens = row.tokens
    for at in range(index + 1, min(row.last[index], index + _OPENING) - 1):
        if tokens[at].low == ",":
            return at + 1 if tokens[at + 1].party and tokens[at + 1].low not in OBJECTIVE else None
    return None


def _apposed(row: Row, first: int, end: int) -> int | None:
    """Return the party of "a fan who saw it all" or "Kim, the singer of a band", right before the verb."""
    tokens = row.tokens
    for at in range(end - 1, max(first, end - _APPOSITION), -1):
        if tokens[at].low == "who" and tokens[at - 1].party and tokens[at - 1].low not in OBJECTIVE:
            return at - 1
        if tokens[at].low == ",":
            opening = tokens[at + 1].low
            apposes = opening in DETERMINERS or _ROLE.fullmatch(opening) is not None
            return at - 1 if apposes and tokens[at - 1].party and _begins(row, first, at - 1) else None
    return None


def _begins(row: Row, first: int, at: int) -> bool:
    """Tell whether a clause begins there: at the sentence's start or after a quotation."""
    return at == first or row.tokens[at - 1].kind == "quote"


def nearest_subject(row: Row, first: int, end: int) -> int | None:
    """Return the place of the nearest subject before ``end``; one in a dependent clause where there is no other."""
    spare = None
    for at in range(end - 1, max(first, end - REACH) - 1, -1):
        if not row.tokens[at].party or not _is_subject(row, first, at, end):
            continue
        if at == first or row.tokens[at - 1].low not in _BACKGROUND:
            return at
        spare = at if spare is None else spare
    return spare


def _is_time(row: Row, at: int, index: int) -> bool:
    """Tell whether the word is part of a time between a subject and its verb: "on Thursday", "last week"."""
    low = row.tokens[at].low
    return low in DAYS or (low in ("on", "last", "this") and at + 1 < index and row.tokens[at + 1].low in DAYS)


def _is_light(low: str) -> bool:
    return low in LIGHT or (low.endswith("ly") and len(low) > 4)


def _as_subject(row: Row, first: int, at: int) -> int | None:
    """Return the place of the party right before a verb, or of the first of two joined ones; None for an object."""
    tokens = row.tokens
    low = tokens[at].low
    if low in NOMINATIVE or at == first or tokens[at - 1].kind != "word":
        return None if low in OBJECTIVE else at
    if low in OBJECTIVE or _word_before(row, first, at) in _TIGHT:
        return None
    if tokens[at - 1].low in ("and", "&") and at - 2 >= first:
        if tokens[at - 2].party:
            return at - 2
        if tokens[at - 2].low in _DASHES:
            return _before_insertion(row, first, at - 2)
    return at


def _word_before(row: Row, first: int, at: int) -> str:
    """Return the word before a party and its article, "" at the sentence's start."""
    back = at - 1
    if back >= first and row.tokens[back].low in ARTICLES:
        back -= 1
    return row.tokens[back].low if back >= first and row.tokens[back].kind == "word" else ""


def _before_insertion(row: Row, first: int, closing: int) -> int | None:
    """Return the party before "…, who is 22," or "(22)" where the verb follows the closing comma or bracket."""
    tokens = row.tokens
    opening = "(" if tokens[closing].low == ")" else tokens[closing].low
    nearest = None
    for at in range(closing - 1, first, -1):
        if tokens[at].low != opening or not tokens[at - 1].party or tokens[at - 1].low in OBJECTIVE:
            continue
        nearest = at - 1 if nearest is None else nearest
        following = tokens[at + 1]
        if (
            following.low in DETERMINERS
            or following.low in ("who", "whose", "which", "aged")
            or following.low[:1].isdigit()
        ):
            return _as_subject(row, first, at - 1)
    return None if nearest is None else _as_subject(row, first, nearest)


def _is_institution(row: Row, at: int) -> bool:
    party = row.tokens[at].party
    return party is not None and party.kind in ("outlet", "organisation")


def _may_precede(low: str) -> bool:
    """Tell whether a word in lower case may stand before a subject: "when she", "actress Kim"."""
    return low in _SUBORDINATING or low in _JOINING or _ROLE.fullmatch(low) is not None


def _apposes(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Tell whether a name between commas says who a noun before it is: "her brother, Kim Lee, and"."""
    if at - 2 < first or at + 1 >= len(tokens) or tokens[at - 1].low != "," or tokens[at + 1].low != ",":
        return False
    party = tokens[at - 2].party
    return party is not None and party.kind == "person" and party.span.text[0].islower() and " " in party.span.text


def _is_subject(row: Row, first: int, at: int, end: int) -> bool:
    """Tell whether the party there begins a clause: no preposition or verb before it, a verb or a comma after."""
    tokens = row.tokens
    low = tokens[at].low
    if low in OBJECTIVE:
        return False
    before = tokens[at - 1] if at > first else None
    if before and (before.party or _apposes(tokens, first, at)) and low not in NOMINATIVE:
        return False
    if before and before.kind == "word" and low not in NOMINATIVE:
        if _word_before(row, first, at) in PREPOSITIONS - {"after", "before", "as", "like"}:
            return False
        if before.low not in ARTICLES and before.span.text[0].islower() and not _may_precede(before.low):
            return False
    if at + 1 >= end:
        return before is None or before.low in (",", "and", "but")
    after = tokens[at + 1]
    if after.kind != "word":
        return False
    if after.low in (",", "(", "and", "who", "'d", "’d", "'ll", "’ll", "'ve", "’ve"):
        return True
    if not after.span.text[0].islower() or after.low in PREPOSITIONS or after.low in ("or", "but"):
        return False
    # The name of a show or a firm often stands before a noun: "the Silver Steps contestant".
    return not _is_institution(row, at) or after.low in LIGHT or after.low.endswith(("ed", "s"))
