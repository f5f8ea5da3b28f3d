"""Reads what is told by counting: "two years ago", "last week", "every Friday", "recently"."""

from __future__ import annotations

from datetime import date

from onrecord.annotate import time_values as values
from onrecord.annotate.calendar_words import SEASONS, WEEKDAYS
from onrecord.annotate.date_readings import weekday_of
from onrecord.annotate.time_phrases import Context, Phrase, Reading


def no_time(phrase: Phrase, context: Context) -> None:
    """Read what only looks like a time."""


def each(phrase: Phrase, context: Context) -> Reading:
    """Read "every Friday", "each July", "every two weeks"."""
    if phrase.has("weekday"):
        return Reading("SET", f"XXXX-WXX-{WEEKDAYS[phrase.text('weekday') or '']}{phrase.part}")
    if phrase.has("month"):
        return Reading("SET", f"XXXX-{phrase.month:02}")
    if phrase.has("season"):
        return Reading("SET", f"XXXX-{SEASONS[phrase.text('season') or '']}")
    if phrase.has("part"):
        return Reading("SET", f"XXXX-XX-XX{phrase.part}")
    return Reading("SET", values.duration(phrase.count, phrase.unit))


def ago_weekday(phrase: Phrase, context: Context) -> Reading:
    """Read "a week ago Monday"."""
    spoken = values.moved(context.day, phrase.spoken_step, "D")
    day = weekday_of(phrase, context) if phrase.has("weekday") else spoken
    return Reading("DATE", values.name(values.moved(day, -1, phrase.unit), "D"))


def ago(phrase: Phrase, context: Context) -> Reading:
    """Read "two years ago", "a year earlier"."""
    if context.quarter and _counted(phrase) == (1, "Y"):
        return _year_before(context.quarter)
    start = context.anchor(_counted(phrase)[1]) if phrase.has("earlier") else context.day
    return _moved(phrase, start, -1)


def _year_before(quarter: date) -> Reading:
    return Reading("DATE", values.name(values.moved(quarter, -1, "Y"), "Q"))


def later(phrase: Phrase, context: Context) -> Reading:
    """Read "two months later"."""
    return _moved(phrase, context.anchor(_counted(phrase)[1]), 1)


def from_now(phrase: Phrase, context: Context) -> Reading:
    """Read "two weeks from now"."""
    return _moved(phrase, context.day, 1)


def beside(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the year before", "the day after", of the time told last; None where none is."""
    unit = phrase.unit
    if context.told is None or unit not in ("D", "W", "MO", "Y"):
        return None
    step = 1 if phrase.has("after") else -1
    return Reading("DATE", values.name(values.moved(context.anchor(unit), step, unit), unit))


def unit_ago(phrase: Phrase, context: Context) -> Reading:
    """Read "year-earlier"."""
    if context.quarter and phrase.unit == "Y":
        return _year_before(context.quarter)
    return _moved(phrase, context.day, -1)


def _moved(phrase: Phrase, start: date | None, way: int) -> Reading:
    count, unit = _counted(phrase)
    if count is None:
        return Reading("DATE", "PAST_REF" if way < 0 else "FUTURE_REF")
    if unit in ("H", "M", "S"):
        return Reading("TIME", f"{values.name(start, 'D')}TXX:XX")
    return Reading("DATE", values.name(values.moved(start, way * count, unit), unit))


def _counted(phrase: Phrase) -> tuple[int | None, str]:
    """Return how many, and of what the calendar counts: years for decades, weeks for fortnights, months for halves."""
    count, unit = phrase.count, phrase.unit
    if count is None:
        return None, unit
    if unit in ("F", "WE"):
        return int(count) * (2 if unit == "F" else 1), "W"
    if unit == "E":
        count, unit = count * 10, "Y"
    if count % 1 and unit == "Y":
        return int(count * 12), "MO"
    return int(count), unit


def count_of(phrase: Phrase, context: Context) -> Reading:
    """Read "the past two months", "the next few years"."""
    return Reading("DURATION", values.duration(phrase.count, phrase.unit))


def duration(phrase: Phrase, context: Context) -> Reading | None:
    """Read "two years", "26-year", "a few weeks"; the article of "a 26-year gap" belongs to the gap."""
    count = phrase.count
    if phrase.unit == "Q" and count == 1:
        return None  # "a quarter" is most often a share
    attributive = phrase.words[-1].kind != "units" and (phrase.has("hyphen") or (count is not None and count > 1))
    skip = int(attributive and phrase.words[0].kind in ("the", "article") and not phrase.has("half"))
    return Reading("DURATION", values.duration(count, phrase.unit), skip)


def some(phrase: Phrase, context: Context) -> Reading:
    """Read "decades-long", "for years", "months after"."""
    return Reading("DURATION", values.duration(None, phrase.unit))


def vague(phrase: Phrase, context: Context) -> Reading:
    """Read "recent years", "coming weeks", "months ago"."""
    if phrase.has("next", "later"):
        return Reading("DATE", "FUTURE_REF")
    if phrase.has("ago", "earlier") or phrase.unit == "Y":
        return Reading("DATE", "PAST_REF")
    return Reading("DURATION", values.duration(None, phrase.unit))


def deictic(phrase: Phrase, context: Context) -> Reading | None:
    """Read "last week", "this year", "the following day", "that night"."""
    unit = "D" if phrase.has("part") else phrase.unit
    if phrase.text("last") == "past" and unit in ("E", "C"):
        return Reading("DURATION", values.duration(1, unit))
    if unit in ("H", "M", "S"):
        return None
    told = phrase.has("that", "same", "following") or (unit == "D" and phrase.has("the") and phrase.has("next"))
    start = context.anchor("W" if unit == "WE" else unit) if told else context.day
    if phrase.has("part"):
        step = phrase.step if phrase.step > 0 or phrase.text("part") == "night" else 0
        return Reading("TIME", values.name(values.moved(start, step, "D"), "D") + phrase.part)
    if unit == "WE":
        return Reading("DATE", _weekend(values.moved(start, phrase.step, "W"), back=phrase.has("this")))
    return Reading("DATE", values.name(values.moved(start, phrase.step, unit), unit))


def weekend(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the weekend"."""
    return Reading("DATE", _weekend(context.day, back=bool(context.ahead))) if phrase.unit == "WE" else None


def _weekend(day: date | None, *, back: bool) -> str:
    if day is not None and not back and day.isoweekday() < 5:
        day = values.moved(day, -7, "D")
    return f"{values.name(day, 'W')}-WE" if day else "XXXX-WXX-WE"


def edge(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the end of the year", "earlier in the day", "year-end"."""
    if phrase.unit in ("H", "M", "S", "WE"):
        return None
    return Reading("DATE", values.name(context.day, phrase.unit))


def ending(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the year" of "the year ended March 31"."""
    return Reading("DURATION", values.duration(1, phrase.unit)) if phrase.unit in ("Y", "MO", "W") else None


_ADVERBS = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y",
    "hourly": "PT1H",
}  # fmt: skip


def adverb(phrase: Phrase, context: Context) -> Reading:
    """Read "daily"."""
    return Reading("SET", _ADVERBS[phrase.words[0].text])


def the_past(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the past"."""
    return Reading("DATE", "PAST_REF") if phrase.text("last") == "past" else None


def now(phrase: Phrase, context: Context) -> Reading:
    """Read "currently"."""
    return Reading("DATE", "PRESENT_REF")


def recently(phrase: Phrase, context: Context) -> Reading:
    """Read "recently", "more recently"."""
    return Reading("DATE", "PAST_REF")


def soon(phrase: Phrase, context: Context) -> Reading:
    """Read "soon", "the near future"."""
    return Reading("DATE", "FUTURE_REF")
