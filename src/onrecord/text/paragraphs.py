"""Splits a story into its headline, dateline, headings, captions and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model.document import Block, BlockKind
from onrecord.model.story import Story

LONGEST_HEADING_WORDS = 12
LONGEST_DATELINE = 160
LONGEST_BYLINE_WORDS = 20
LINES_AT_THE_TOP = 10
SHORTEST_BROKEN_LINE = 40
WIDEST_WRAPPED_LINE = 120
FEWEST_BROKEN_LINES = 5

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CAPTION = re.compile(
    r"(?:(?:RELATED )?(?:PHOTOS?|VIDEOS?)|RELATED|WATCH|(?:READ|SEE) (?:MORE|ALSO)|MORE|GALLERY|CLICK HERE)\s?[:>»]"
    r"|(?:WATCH|SEE|CLICK|READ|SCROLL)\s(?:IT\s)?(?:BELOW|ABOVE|HERE|MORE)\b"
    r"|\(?(?:Photo|Image|Picture|Pic|Video|Photograph)s?(?:\s(?:credit|by|courtesy))?\s?:",
)
_CREDIT = re.compile(
    r"(?:\(|\b)(?:Photo|Image|Photograph|Picture)s?(?: Credit| by|:)|(?:Getty|AFP|Reuters|Rex)(?: Images)?\)?$"
)
_BYLINE = re.compile(r"(?:By|BY|Written by|Reported by|Story by)\s(?=\S{0,40}[A-Z])")
_SIGNATURE = re.compile(r"\s(?:by|By|BY) [A-Z][^\d]{1,60}$")
_STAMP = re.compile(r"\b(?:Published|Updated|Posted|Modified|PUBLISHED|UPDATED|POSTED|MODIFIED)\b")
_DATE_WORD = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october"
    r"|november|december|mon|tues?|wed|thu|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|published|updated|posted|modified|last|first|on|at|of|a\.?m|p\.?m|[ecmp][sd]?t|gmt|utc|bst|edt|est"
    r"|\d{1,4}(?:st|nd|rd|th)?(?:[ap]\.?m)?|\d{1,4}(?:[-/:.]\d{1,4}){1,2}|\d{4}-\d\d-\d\dt\S{4,20}|\d{1,2}[:.]\d\d(?:[ap]\.?m)?)[.,]*",
    re.IGNORECASE,
)
_CALENDAR = re.compile(r"\d{4}|\d{1,2}:\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
_FULL_DATE = re.compile(
    r"[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}-\d\d-\d\d|\d:\d\d"
)
_SENTENCE_END = re.compile(r"(?<![AaPp]\.[Mm])[.!?:][\"'”’]?$")
_SMALL = (
    "a an and as at but by for from her his if in into is its nor not of off on or our out over per so the their to "
    "up via vs with you your"
)
_SMALL_WORDS = frozenset(_SMALL.split())
_QUOTED = re.compile(r"[\"'“‘][^\"“”]{1,120}[\"'”’]")


def paragraphs(story: Story) -> Iterator[Block]:
    """Yield every paragraph without the white space around it, and what kind of part it is.

    A paragraph is a line. A line that goes on in lower case belongs to the one before, and in a text that is wrapped
    to a narrow width, lines belong together up to the next blank one.
    """
    spans = _joined(story)
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


def _joined(story: Story) -> list[tuple[int, int]]:
    """Return where the paragraphs start and end, lines that belong together joined."""
    text = story.text
    lines = [span for span in (_trimmed(text, match) for match in _LINE.finditer(text)) if span[0] < span[1]]
    runs_on = [False, *(_runs_on(text, *pair) for pair in pairwise(lines))]
    wrapped = _is_wrapped(text, lines, runs_on)
    after_headline = story.headline.end if story.headline else 0
    paragraphs: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(lines):
        joins = runs_on[index] or (wrapped and index > 0 and _adjoins(text, lines[index - 1], (start, end)))
        if joins and paragraphs[-1][0] >= after_headline:
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return paragraphs


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int]:
    line = match.group()
    start = match.start() + len(line) - len(line.lstrip())
    return start, match.start() + len(line.rstrip())


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Tell whether a line breaks off in the middle of a sentence that the next one goes on with."""
    last = text[line[1] - 1]
    return (
        line[1] - line[0] >= SHORTEST_BROKEN_LINE
        and (last.isalnum() or last in ",-–—")
        and text[following[0]].islower()
    )


def _is_wrapped(text: str, lines: list[tuple[int, int]], runs_on: list[bool]) -> bool:
    """Tell whether all lines are narrow, and many break off in the middle of a sentence."""
    if any(end - start > WIDEST_WRAPPED_LINE for start, end in lines):
        return False
    adjoining = sum(_adjoins(text, *pair) for pair in pairwise(lines))
    return sum(runs_on) >= max(FEWEST_BROKEN_LINES, adjoining / 3)


def _adjoins(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    return len(_LINE_END.findall(text, line[1], following[0])) == 1


def is_dateline(line: str) -> bool:
    """Tell whether a line carries a byline or the publication day, and nothing else."""
    if len(line) > LONGEST_DATELINE or _SENTENCE_END.search(line):
        return False
    if _BYLINE.match(line):
        return len(line.split()) <= LONGEST_BYLINE_WORDS
    if _STAMP.search(line) and _FULL_DATE.search(line):
        return True
    words = [word for word in re.split(r"[\s,|()•·–—]+", _SIGNATURE.sub("", line)) if word]
    return bool(_CALENDAR.search(line)) and not line.isdigit() and all(_DATE_WORD.fullmatch(word) for word in words)


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
