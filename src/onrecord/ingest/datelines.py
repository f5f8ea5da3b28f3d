"""Reads the day that a story was published from its own stamp: "Nov. 13 2025, Published 6:00 p.m. ET"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

LINES_AT_THE_TOP = 10
LONGEST_STAMP = 160

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s{{1,3}}(?P<d1>{_DAY}),?\s{{1,3}}(?P<y1>\d{{4}})"
    rf"|(?P<d2>{_DAY})[\s-](?:of\s)?(?P<m2>{_MONTH})[,\s-]{{1,3}}(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<n1>\d{1,2})[-/.](?P<n2>\d{1,2})[-/.](?P<y4>\d{4}))(?![\d/-])",
    re.IGNORECASE,
)
_ZONES = {
    "et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles",
}  # fmt: skip
_HOURS = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 1, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "cest": 2, "aest": 10, "aedt": 11,
}  # fmt: skip
_ZONE = "|".join(sorted([*_ZONES, *_HOURS], key=len, reverse=True))
_TIME = re.compile(
    r"(?<![\d:])T?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d{1,9})?)?)?\s?(?P<half>[ap]\.?m\b\.?)?"
    rf"(?:\s?\(?(?:(?P<zone>{_ZONE})\b\)?|(?P<sign>[+-])(?P<oh>\d\d):?(?P<om>\d\d)))?",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_LABEL = re.compile(
    r"\b(?:(?P<later>(?:last\s)?(?:updated|modified|edited))|(?P<first>(?:first\s)?(?:published|posted)))\b",
    re.IGNORECASE,
)
_FILLER = re.compile(rf"\b(?:{_WEEKDAY}|(?:date|on|at|of)\b)|[\s,|()\[\]•·–—:;.-]+", re.IGNORECASE)
_BY = re.compile(r"(?:written |reported |story )?by$", re.IGNORECASE)
_NAME_PARTICLES = frozenset({"and", "for", "the", "of", "in", "de", "van", "von", "la"})
MOST_NAME_WORDS = 10
_OPENS_THE_STORY = re.compile(
    r"(?:[A-Z][A-Z.'’-]{1,20}[ ,/]{1,2}){0,5}(?:\((?:AP|Reuters|AFP|UPI|PA)\)\s?[-–—]{0,2}\s?)?"
)
_AFTER_THE_DAY = re.compile(r"\s?(?:\([A-Z][\w /]{1,25}\)\s?)?(?::|[-–—]{1,2})\s")


class Stamp(NamedTuple):
    """The publication day, and the moment with its zone when the stamp tells both."""

    day: date | None
    at: datetime | None


def stamp(text: str, start: int) -> Stamp | None:
    """Return what the story's own stamp among its top lines tells; ``start`` is where the headline ends.

    Only a line that holds nothing but the stamp and a byline counts, or a day at the very start of the story before a
    colon or a dash. A date in numbers alone is not read where day and month could be exchanged.
    """
    begun = False
    for line in _top_lines(text, start):
        found = _whole_line(line) or (None if begun else _at_the_start(line))
        if found:
            return found
        if len(line) > LONGEST_STAMP:
            return None
        begun = begun or line.endswith((".", '"', "”"))
    return None


def is_stamp(line: str) -> bool:
    """Tell whether a line holds nothing but a publication day, or a byline."""
    if len(line) > LONGEST_STAMP:
        return False
    words = line.split()
    signed = bool(words and _BY.match(words[0]) and _is_byline(words, labelled=False))
    return signed or _whole_line(line) is not None


def read_moment(told: str) -> date | datetime | None:
    """Return the day that a field tells, or the moment when it tells time and zone; None when it is neither."""
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError:
        found = _whole_line(told) if len(told) <= LONGEST_STAMP else None
        return (found.at or found.day) if found else None
    return moment if moment.tzinfo else moment.date()


def _top_lines(text: str, start: int) -> list[str]:
    top = text[start : start + 4_000].splitlines()
    return [line.strip() for line in top if line.strip()][:LINES_AT_THE_TOP]


def _whole_line(line: str) -> Stamp | None:
    """Read a line that is a stamp and nothing else, save a byline."""
    if len(line) > LONGEST_STAMP:
        return None
    dates = [(match, day) for match in _DATE.finditer(line) if (day := _day(match))]
    rest = _FILLER.sub(" ", _LABEL.sub(" ", _TIME.sub(" ", _DATE.sub(" | ", line)))).split()
    if not dates or (rest and not _is_byline(rest, labelled=_LABEL.search(line) is not None)):
        return None
    labels = list(_LABEL.finditer(line))
    match, day = next((found for found in dates if not _is_update(labels, found[0])), dates[0])
    return Stamp(day, _moment(day, _beside(line, match, labels)))


def _is_byline(words: list[str], *, labelled: bool) -> bool:
    """Tell whether the words are "By" and names, or beside a label such as "Published" names alone."""
    names = words[1:] if _BY.match(words[0]) else words if labelled else []
    return 0 < len(names) <= MOST_NAME_WORDS and all(name[0].isupper() or name in _NAME_PARTICLES for name in names)


def _is_update(labels: list[re.Match[str]], match: re.Match[str]) -> bool:
    before = [label for label in labels if label.end() <= match.start()]
    return bool(before) and before[-1]["later"] is not None


def _beside(line: str, match: re.Match[str], labels: list[re.Match[str]]) -> str:
    """Return the words beside a date up to the labels around it, or those after a label that follows the date."""
    begin = max((label.end() for label in labels if label.end() <= match.start()), default=0)
    following = [label for label in labels if label.start() >= match.end()]
    if following and begin == 0 and following[0]["first"]:
        following.pop(0)
    end = following[0].start() if following else len(line)
    return line[begin : match.start()] + " | " + line[match.end() : end]


def _at_the_start(line: str) -> Stamp | None:
    """Read a day that opens the story: "March 28, 2017: …", "LONDON, March 3, 2016 (Reuters) - …"."""
    place = _OPENS_THE_STORY.match(line)
    match = _DATE.match(line, place.end() if place else 0) or _DATE.match(line)
    day = _day(match) if match and _AFTER_THE_DAY.match(line, match.end()) else None
    return Stamp(day, None) if day else None


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a date; None when it is none, or when day and month could be exchanged."""
    if match["n1"]:
        first, second = int(match["n1"]), int(match["n2"])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (second, first) if second > 12 else (first, second)
        year = match["y4"]
    else:
        name = match["m1"] or match["m2"]
        month = _MONTHS.index(name[:3].lower()) + 1 if name else int(match["m3"])
        day = int(re.sub(r"\D", "", match["d1"] or match["d2"] or match["d3"]))
        year = match["y1"] or match["y2"] or match["y3"]
    try:
        return date(int(year), month, day)
    except ValueError:
        return None


def _moment(day: date, words: str) -> datetime | None:
    """Return the moment on a day that the words tell, if they tell a time of day and its zone."""
    for match in _TIME.finditer(words):
        zone = _zone(match)
        if zone and (match["minute"] or match["half"]):
            hour = int(match["hour"])
            if match["half"]:
                hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
            try:
                told = datetime.combine(day, time(hour, int(match["minute"] or 0), int(match["second"] or 0)), zone)
            except ValueError:
                return None
            return told.replace(tzinfo=timezone(told.utcoffset() or timedelta(0)))
    return None


def _zone(match: re.Match[str]) -> tzinfo | None:
    if match["sign"]:
        offset = timedelta(hours=int(match["oh"]), minutes=int(match["om"]))
        return timezone(offset if match["sign"] == "+" else -offset) if offset < timedelta(days=1) else None
    name = (match["zone"] or "").lower()
    if name in _ZONES:
        from zoneinfo import ZoneInfo

        return ZoneInfo(_ZONES[name])
    return timezone(timedelta(hours=_HOURS[name])) if name in _HOURS else None
