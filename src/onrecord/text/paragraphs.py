"""Splits a story into its headline, dateline, headings, captions and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.document import Block, BlockKind
from onrecord.model.story import Story

LONGEST_HEADING_WORDS = 12
LONGEST_DATELINE = 160
LINES_AT_THE_TOP = 10

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_CAPTION = re.compile(
    r"(?:PHOTOS?|VIDEOS?|RELATED|WATCH|READ MORE|READ ALSO|SEE ALSO|SEE MORE|MORE|GALLERY|CLICK HERE)\s?[:>»]"
    r"|(?:WATCH|SEE|CLICK|READ|SCROLL)\s(?:IT\s)?(?:BELOW|ABOVE|HERE|MORE)\b"
    r"|\(?(?:Photo|Image|Picture|Pic|Video|Photograph)s?(?:\s(?:credit|by|courtesy))?\s?:",
)
_CREDIT = re.compile(
    r"(?:\(|\b)(?:Photo|Image|Photograph|Picture)s?(?: Credit| by|:)|(?:Getty|AFP|Reuters|Rex)(?: Images)?\)?$"
)
_BYLINE = re.compile(r"(?:By|BY|Written by|Reported by|Story by)\s(?=\S{0,40}[A-Z])")
_STAMP = re.compile(r"(?:first |last )?(?:published|updated|posted|modified)\b", re.IGNORECASE)
_DATE_WORD = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october"
    r"|november|december|mon|tues?|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|published|updated|posted|modified|last|first|on|at|of|a\.?m|p\.?m|[ecmp][sd]?t|gmt|utc|bst|edt|est"
    r"|\d{1,4}(?:st|nd|rd|th)?(?:[ap]\.?m)?|\d{1,4}(?:[-/:.]\d{1,4}){1,2}|\d{4}-\d\d-\d\dt\S{4,20}|\d{1,2}:\d\d(?:[ap]\.?m)?)[.,]*",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"\d{4}|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_SMALL = (
    "a an and as at but by for from her his if in into is its nor not of off on or our out over per so the their to "
    "up via vs with you your"
)
_SMALL_WORDS = frozenset(_SMALL.split())
_QUOTED = re.compile(r"[\"'“‘][^\"“”]{1,120}[\"'”’]")


def paragraphs(story: Story) -> Iterator[Block]:
    """Yield every line that is not blank, without the white space around it, and what kind of part it is."""
    spans = [_trimmed(story.text, match) for match in _LINE.finditer(story.text)]
    spans = [(start, end) for start, end in spans if start < end]
    top = True
    for index, (start, end) in enumerate(spans):
        line = story.text[start:end]
        if story.headline and start < story.headline.end and story.headline.start < end:
            kind: BlockKind = "headline"
        elif top and index < LINES_AT_THE_TOP and is_dateline(line):
            kind = "dateline"
        elif is_caption(line):
            kind = "caption"
        elif 0 < index < len(spans) - 1 and _is_heading(line):
            kind = "heading"
        else:
            kind = "body"
            top = top and len(line) < LONGEST_DATELINE
        yield Block(start, end, kind)


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    line = match.group()
    start = match.start() + len(line) - len(line.lstrip())
    return start, match.start() + len(line.rstrip())


def is_dateline(line: str) -> bool:
    """Tell whether a line carries a byline or the publication day, and nothing else."""
    if len(line) > LONGEST_DATELINE:
        return False
    if _BYLINE.match(line):
        return not line.endswith((".", "!", "?", ":")) and len(line.split()) <= 20
    if _STAMP.match(line) and _CALENDAR.search(line):
        return True
    words = [word for word in re.split(r"[\s,|()•·–—]+", line) if word]
    return bool(_CALENDAR.search(line)) and all(_DATE_WORD.fullmatch(word) for word in words)


def is_caption(line: str) -> bool:
    """Tell whether a line is the caption or the credit of a picture, or a pointer to other pages."""
    if len(line) > 400:
        return False
    return bool(_CAPTION.match(line)) or bool(_CREDIT.search(line) and not line.endswith((".", '"', "”")))


def _is_heading(line: str) -> bool:
    words = line.split()
    if not words or len(words) > LONGEST_HEADING_WORDS or len(line) > LONGEST_DATELINE:
        return False
    if len(words) > 1 and _QUOTED.fullmatch(line) and _in_title_case(words):
        return not line.rstrip("\"'”’").endswith((".", ",", ";", "…"))
    if line.endswith((".", ",", ";", ":", "…", "-", "–", "—", '"', "”", ")", "'", "’")) or not line[0].isalnum():
        return False
    return len(words) > 1 and _in_title_case(words)


def _in_title_case(words: list[str]) -> bool:
    """Tell whether all longer words begin with a capital, and at least one is no small word."""
    bare = [word.strip("\"'“”‘’(),:;!?") for word in words]
    long = [word for word in bare if word.lower() not in _SMALL_WORDS and word[:1].isalpha()]
    return bool(long) and all(word[0].isupper() for word in long)
