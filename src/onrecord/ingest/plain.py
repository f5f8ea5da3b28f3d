"""Makes a story of plain text: its headline, its publication day, its outlet and its language."""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.ingest.datelines import Stamp, is_stamp, stamp
from onrecord.ingest.languages import language
from onrecord.ingest.outlets import outlet_named
from onrecord.model.errors import BadInput
from onrecord.model.span import Span
from onrecord.model.story import Story, identity

MAX_CHARACTERS = 1_000_000
LONGEST_HEADLINE = 250
LONGEST_SMALL_WORD = 3

_LINE = re.compile(r"\S[^\n\r\v\f\x85\u2028\u2029]*")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_ENDS_LIKE_A_PARAGRAPH = re.compile(r"(?<![.A-Z])[.,;:]['\"’”]?$")


def from_text(
    text: str,
    *,
    path: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    author: str | None = None,
    title: str | None = None,
    published: date | datetime | None = None,
    given_id: str | None = None,
) -> Story:
    """Make a story of a text; what is not told is read from the text's own top lines where they tell it.

    The text is kept as it is, line ends included; only halves of surrogate pairs, which no encoding can hold, become
    U+FFFD one for one. ``title`` is kept only when the text does not begin with it already. ``published`` wins over
    the day in the text; a ``datetime`` tells the zone too.

    Raises ``BadInput`` for a blank text, one with NUL characters, one of more than ``MAX_CHARACTERS`` code points,
    and one that is not in English.
    """
    where = path or "the story"
    text = _whole(text)
    _check(text, where)
    headline = _headline(text, title)
    day = _published(published) or stamp(text, headline.end if headline else 0) or Stamp(None, None)
    return Story(
        id=identity(text),
        given_id=_whole(given_id) if given_id else None,
        path=_whole(path) if path else None,
        url=_whole(url) if url else None,
        outlet=_whole(outlet) if outlet else outlet_named(text),
        author=_whole(author) if author else None,
        title=None if not title or (headline and _same(title, headline.text)) else _whole(title),
        published=day.day,
        published_at=day.at,
        headline=headline,
        language=language(text, where),
        text=text,
    )


def _whole(words: str) -> str:
    """Replace halves of surrogate pairs, which no JSON can carry."""
    return _HALF_CHARACTER.sub("\ufffd", words)


def _check(text: str, where: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise BadInput(where, f"{len(text):,} characters", f"one story of at most {MAX_CHARACTERS:,}")
    if not text.strip():
        raise BadInput(where, "nothing but white space", "the text of a story")
    nul = text.find("\0")
    if nul >= 0:
        raise BadInput(where, f"a NUL character at {nul}", "plain text")


def _published(published: date | datetime | None) -> Stamp | None:
    if published is None:
        return None
    if isinstance(published, datetime):
        return Stamp(published.date(), published if published.tzinfo else None)
    return Stamp(published, None)


def _headline(text: str, title: str | None) -> Span | None:
    """Return the first line if it stands over the story as a headline does, or is the title."""
    lines = _LINE.finditer(text)
    first = next(lines, None)
    if first is None or next(lines, None) is None:
        return None
    line = first.group().rstrip()
    if (title and _same(title, line)) or _is_headline(line):
        return Span.of(text, first.start(), first.start() + len(line))
    return None


def _same(title: str, line: str) -> bool:
    """Tell whether a line is the title, whatever its case and its full stop."""
    return _bare(title) == _bare(line)


def _bare(line: str) -> str:
    return " ".join(line.split()).rstrip(".").casefold()


def _is_headline(line: str) -> bool:
    if len(line) > LONGEST_HEADLINE or is_stamp(line):
        return False
    if not _ENDS_LIKE_A_PARAGRAPH.search(line):
        return True
    words = re.findall(r"[^\W\d_]+", line)
    capitals = sum(word[0].isupper() for word in words)
    long_ones = (word for word in words if len(word) > LONGEST_SMALL_WORD)
    return 2 * capitals > len(words) > 1 and all(word[0].isupper() for word in long_ones)
