"""Days of the calendar as stories write them: "Friday, May 27, 2016", "the 31st of June"."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

import msgspec

from onrecord.model.span import Span

WEEKDAYS = tuple(calendar.day_name)
MONTHS = tuple(calendar.month_name)  # an empty name stands at 0
LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days that a month can have, February in a leap year

_SPACE = "[ \u00a0]"
_MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<day>[0-9]{1,2})(?P<th>st|nd|rd|th)?(?![\w:%]|[.,][0-9])"
_YEAR = rf"(?:,?{_SPACE}(?P<year>(?:1[5-9]|20)[0-9]{{2}})(?![\w%]|[.,][0-9]))?"
_WEEKDAY = (
    r"(?:\b(?P<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?"
    rf"{_SPACE}(?:the{_SPACE}|\()?)?"
)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}\b{_MONTH}{_SPACE}(?:the{_SPACE})?{_DAY}{_YEAR}")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(?<![\w$£€.,:#/-])(?<!No\. ){_DAY}{_SPACE}(?:of{_SPACE})?{_MONTH}{_YEAR}")
_SAYS_DAY_BEFORE = re.compile(r"\b(?:on|until|since|from|dated|by|before|after|till)[ \u00a0](?:the[ \u00a0])?\Z", re.I)

_SENTENCE_MARKS = ("", "\n", ".", ",", ";", ":", "!", "?", ")")


class WrittenDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day as it is written, which the calendar need not have; ``weekday`` counts from Monday, which is 0.

    ``plain`` tells that the words can mean nothing else: "In May 31 people came" is no day of May.
    """

    span: Span
    weekday: int | None
    year: int | None
    month: int
    day: int
    plain: bool


def written_days(text: str) -> Iterator[WrittenDay]:
    """Yield the days that are written with a month's name, month first or day first."""
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        for found in pattern.finditer(text):
            weekday, year = found["weekday"], found["year"]
            yield WrittenDay(
                span=Span(found.start(), found.end(), found.group()),
                weekday=next(n for n, name in enumerate(WEEKDAYS) if name.startswith(weekday)) if weekday else None,
                year=int(year) if year else None,
                month=next(n for n, name in enumerate(MONTHS) if n and name.startswith(found["month"][:3])),
                day=int(found["day"]),
                plain=_is_plain(text, found, day_first=pattern is _DAY_FIRST),
            )


def _is_plain(text: str, found: re.Match[str], *, day_first: bool) -> bool:
    if day_first or found["weekday"] or found["year"] or found["th"]:
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    return bool(_SAYS_DAY_BEFORE.search(before)) or text[found.end() : found.end() + 1] in _SENTENCE_MARKS
