"""Tells quoted speech from titles of works, nicknames and words that only stand in quotation marks."""

from __future__ import annotations

from onrecord.annotate.cues import Class, cues
from onrecord.annotate.parties import DETERMINERS
from onrecord.annotate.rows import STOPS, Row, Token, ends_full
from onrecord.annotate.word_lists import listed

_WORKS = listed("""
    film films movie movies song songs single singles album track tracks show series book novel hit hits ballad
    sitcom drama comedy video magazine play musical episode called titled entitled named nicknamed so-called hashtag
    tour blockbuster documentary sequel anthem podcast memoir tune smash flick classic classics thriller franchise
    program programme pics pic feature remake reboot spinoff spin-off reality cover soundtrack painting
""")
_WORK_OWNERS = listed("""
    star stars singer rapper actor actress crooner hitmaker songstress alum alums alumni host cast musician director
    judge coach contestant producer premiere tour album video single song songs film films movie movies franchise
    series show magazine creator writer soundtrack reboot reunion costar co-star castmate frontman performer beauty
    hunk trailer episode season finale set era cover remake sequel party panelist audience pics pic og gallery
    partner
""")
_SMALL = listed(
    "a an the of in on at for and or to with by from but as is n't not you your me my da de del la le van von"
)

# Why words between quotation marks report nothing.
TITLE = "in capitals, like a title or a name"
WEAK = "one or two words that only stand in marks"
ALONE = "too little to be speech, and no cue reports it"

_LINKING = listed("and or but of in with for to at on when after because that by as is was")
_HEADING_OPENERS = listed("is are was were be been 's ’s he she they has have isn't not it's")


def is_clause(token: Token) -> bool:
    """Tell whether a quotation is a clause of its own and not a fragment of the reporter's sentence."""
    inner = words(token)
    if not inner:
        return False
    if token.quotation and token.quotation.continues:
        return True
    starts = inner[0][:1].isupper() or not inner[0][:1].isalpha()
    return starts and (ends_full(token) or inner[-1].endswith((",", "-", "–", "—")) or len(inner) >= 4)


def words(token: Token) -> list[str]:
    """Return the words of a quotation without its marks."""
    return token.span.text.strip("\"'“”‘’«» ").split()


def is_title(row: Row, index: int) -> bool:
    """Tell whether a quotation is the title of a work: in capitals, inside a sentence or beside a word for a work."""
    token = row.tokens[index]
    inner = words(token)
    if not inner or len(inner) > 9 or not in_capitals(inner):
        return False
    before, after = _beside(row, index)
    if before in _WORKS or after in _WORK_OWNERS:
        return True
    if _is_addressed(row, index):
        return True
    if before == "," and index >= 2 and (row.tokens[index - 2].low in _WORKS or _is_quote(row, index - 2, inner)):
        return True
    names = sum(word[0].isupper() and word.lower() not in _SMALL for word in inner)
    reporting = cues().get(before)
    plain = row.block.kind == "body" and before[:1].isalnum() and (reporting is None or reporting.kind == "express")
    if names > 1 and plain:
        return True
    return before in ("and", "'s", "’s", "on", "in", "for", "of", "to", "the", "including", "as", "with", "her", "his")


def _is_addressed(row: Row, index: int) -> bool:
    """Tell whether a quotation only names who was told the next one: telling "The Morning Hour": "I love it"."""
    following = row.tokens[index + 1 : min(index + 3, row.last[index])]
    return len(following) > 1 and following[0].low in (":", ",") and following[1].kind == "quote"


def _beside(row: Row, index: int) -> tuple[str, str]:
    """Return the words right before and after a place of the same sentence, "" where there are none."""
    before = row.tokens[index - 1].low if index > row.first[index] else ""
    after = row.tokens[index + 1].low if index + 1 < row.last[index] else ""
    return before, after


def _is_quote(row: Row, index: int, inner: list[str]) -> bool:
    return row.tokens[index].kind == "quote" and in_capitals(words(row.tokens[index])) and len(inner) <= 6


def in_capitals(inner: list[str]) -> bool:
    """Tell whether all words but the small ones begin with a capital."""
    return all(not word[0].isalpha() or word[0].isupper() or word.lower() in _SMALL for word in inner)


def is_speech(row: Row, index: int) -> bool:
    """Tell whether a quotation without any cue is speech: a clause of some length, or a longer fragment."""
    token = row.tokens[index]
    inner = words(token)
    if is_clause(token):
        waits = len(inner) >= 2 and index == row.first[index] and inner[-1].endswith(",")
        return not in_capitals(inner) and (waits or len(inner) >= 5 or (len(inner) >= 3 and ends_full(token)))
    before, _ = _beside(row, index)
    if before in DETERMINERS or before in ("'s", "’s"):
        return False
    return _is_open(inner) and (len(inner) >= 4 or (len(inner) >= 2 and _ends_inside(inner)))


def is_at_rest(row: Row, index: int) -> bool:
    """Tell whether no cue can be missing: a fragment, or a clause that ends its sentence with no comma inside."""
    token = row.tokens[index]
    if words(token)[-1].endswith((",", "-", "–", "—")) or (index and row.tokens[index - 1].low == ":"):
        return False
    if index > 1 and row.tokens[index - 1].low == "," and row.tokens[index - 2].low in cues():
        return False
    following = row.tokens[index + 1 : row.last[index]]
    return not is_clause(token) or all(after.low in STOPS for after in following)


def why_left_out(row: Row, index: int, kind: Class | None, *, cued: bool) -> str | None:
    """Return why a quotation of the body is no speech; None where it is. ``kind`` is that of its cue."""
    if is_title(row, index):
        return TITLE
    if cued:
        return WEAK if is_weak(row, index, kind) else None
    return None if is_speech(row, index) else ALONE


def is_weak(row: Row, index: int, kind: Class | None) -> bool:
    """Tell whether one or two words only stand in marks: he feared a "curse", she said the "new" song was done."""
    inner = words(row.tokens[index])
    if len(inner) > 2:
        return False
    before, after = _beside(row, index)
    return kind in ("think", "ask", "express") or (before in DETERMINERS and after.isalpha() and after not in _LINKING)


def is_heading_speech(row: Row, index: int) -> bool:
    """Tell whether a heading's quotation is speech by its place: after a colon, a dash, a verb or "he"."""
    inner = words(row.tokens[index])
    before, _ = _beside(row, index)
    if before in (":", "-", "–", "—", "--"):
        return len(inner) >= 3
    # No title begins with a small letter.
    return len(inner) >= 2 and (before in _HEADING_OPENERS or _is_open(inner))


def _is_open(inner: list[str]) -> bool:
    return bool(inner) and inner[0][:1].islower()


def _ends_inside(inner: list[str]) -> bool:
    return inner[-1].endswith((".", ",", "!"))
