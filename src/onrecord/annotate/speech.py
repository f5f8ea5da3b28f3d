"""Tells quoted speech from titles of works, nicknames and words that only stand in quotation marks."""

from __future__ import annotations

from onrecord.annotate.rows import Row, Token, ends_full

_WORKS = frozenset(
    ["film", "movie", "song", "single", "album", "track", "show", "series", "book", "novel", "hit", "ballad", "sitcom", "drama", "comedy", "video", "magazine", "play", "musical", "episode", "called", "titled", "entitled", "named", "dubbed", "nicknamed", "so-called", "the-so-called", "hashtag", "tour", "blockbuster", "documentary", "sequel", "anthem", "podcast", "memoir", "tune", "smash", "flick", "his", "her", "their"]
)
_WORK_OWNERS = frozenset(
    ["star", "stars", "singer", "rapper", "actor", "actress", "crooner", "hitmaker", "songstress", "alum", "alumni", "host", "cast", "musician", "director", "judge", "coach", "contestant", "producer", "premiere", "tour", "album", "video", "single", "song", "songs", "film", "films", "movie", "movies", "franchise", "series", "show", "magazine", "star's", "creator", "writer", "soundtrack", "reboot", "reunion", "costar", "co-star", "castmate", "frontman", "performer", "beauty", "hunk", "actor's", "singer's", "trailer", "episode", "season", "finale", "set", "premiere", "era", "cover", "remake", "sequel", "party", "panelist"]
)
_SMALL = frozenset(["a", "an", "the", "of", "in", "on", "at", "for", "and", "or", "to", "with", "by", "from", "but", "as", "is", "n't", "not"])


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
    """Tell whether a quotation is the title of a work: in capitals, and beside a word for a work or its people."""
    inner = words(row.tokens[index])
    if not inner or len(inner) > 9 or not _capitals(inner):
        return False
    if ends_full(row.tokens[index]) and inner[-1].endswith("."):
        before = row.tokens[index - 1].low if index else ""
        return before in _WORKS
    before = row.tokens[index - 1] if index else None
    after = row.tokens[index + 1] if index + 1 < len(row.tokens) else None
    return bool((before and before.low in _WORKS) or (after and after.low in _WORK_OWNERS))


def _capitals(inner: list[str]) -> bool:
    return all(not word[0].isalpha() or word[0].isupper() or word.lower() in _SMALL for word in inner)


def is_speech(row: Row, index: int) -> bool:
    """Tell whether a quotation without any voice is speech all the same: a clause of some length."""
    inner = words(row.tokens[index])
    return is_clause(row.tokens[index]) and len(inner) >= 5 and not _capitals(inner)
