"""Reads what the calendar names: dates, months, weekdays, holidays, seasons, quarters, years, clock times."""

from __future__ import annotations

from datetime import date

from onrecord.annotate import time_values as values
from onrecord.annotate.calendar_words import DECADES, MONTHS, SEASONS, WEEKDAYS
from onrecord.annotate.numbers import ordinal
from onrecord.annotate.time_phrases import Context, Phrase, Reading


def iso(phrase: Phrase, context: Context) -> Reading:
    """Read "2017-03-27"."""
    return Reading("DATE", phrase.words[0].text)


def slashes(phrase: Phrase, context: Context) -> Reading:
    """Read "3/27/2017", the American way round where both ways are days."""
    first, second, year = map(int, phrase.words[0].text.split("/"))
    month, day = (second, first) if first > 12 else (first, second)
    return Reading("DATE", f"{year:04}-{month:02}-{day:02}")


def clock(phrase: Phrase, context: Context) -> Reading:
    """Read "9 a.m. Tuesday", "6:00 p.m. ET", "4 in the morning"."""
    text = phrase.text("clock") or f"{phrase.text('day')}:00"
    hour, minute = (int(part) for part in text.split(":"))
    half = phrase.text("pm") or ("pm" if phrase.text("part") in ("afternoon", "evening", "night") else "")
    if half == "pm" and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    told = "clock" if phrase.has("clock") else "day"
    hour_word = next((word for word in phrase.words if word.kind == told), None)
    days = Phrase(tuple(word for word in phrase.words if word is not hour_word and word.kind != "pm"))
    # A short word may be a weekday as well: "Sun. 9".
    if any(word.text in MONTHS for word in days.words):
        value = _date(days, context)
    elif days.has("weekday"):
        value = values.name(weekday_of(days, context), "D")
    elif days.has("today", "tomorrow", "yesterday", "tonight"):
        value = values.name(values.moved(context.day, days.spoken_step, "D"), "D")
    else:
        value = values.name(context.anchor("D") or context.day, "D")
    return Reading("TIME", f"{value}T{hour:02}:{minute:02}")


def noon(phrase: Phrase, context: Context) -> Reading | None:
    """Read "noon Thursday"."""
    day = weekday(phrase, context)
    return Reading("TIME", day.value) if phrase.part.startswith(("T1", "T2")) else Reading("DATE", day.value, skip=1)


def date_(phrase: Phrase, context: Context) -> Reading | None:
    """Read "Friday, May 27, 2016", "the 3rd of March", "3rd March"; "the third March show" is no day."""
    if phrase.words[-1].kind in ("month", "short") and not phrase.has("of", "day") and not _in_figures(phrase):
        return None
    value = _date(phrase, context)
    return Reading("DATE", value) if value else None


def _in_figures(phrase: Phrase) -> bool:
    return (phrase.text("ordinal") or "")[:1].isdigit()


def _date(phrase: Phrase, context: Context) -> str | None:
    text = phrase.text("day") or phrase.text("ordinal") or ""
    day = int(text) if text.isdigit() else ordinal(text)
    if day is None or not 1 <= day <= 31:
        return None
    year = phrase.year or _year_of(phrase.month, day, context) or _year_by_weekday(phrase, day, context)
    return f"{year or 'XXXX'}-{phrase.month:02}-{day:02}"


def _year_by_weekday(phrase: Phrase, day: int, context: Context) -> int | None:
    """Return the year told last of a story without a day, where the weekday bears it out: "Sunday, September 17"."""
    told = context.told.year if context.told else None
    weekday = next((WEEKDAYS[word.text] for word in phrase.words if word.text in WEEKDAYS), None)
    try:
        return told if told and weekday and date(told, phrase.month, day).isoweekday() == weekday else None
    except ValueError:
        return None


def _year_of(month: int, day: int, context: Context) -> int | None:
    """Return the year of a month, or of a day in it, that the story does not tell: the nearest in the verb's tense.

    A date of the near future is one without any sign of tense: "the album, out Nov. 20".
    """
    if context.day is None:
        return None
    gap = (month - context.day.month) * 31 + day - context.day.day
    near = 330 if context.ahead else 75
    if gap > near:
        return context.day.year - 1
    if gap < -300 and not context.ahead:
        return context.day.year + 1 if gap < -330 else context.day.year
    return context.day.year + (1 if context.ahead and gap < -15 else 0)


def month_of_year(phrase: Phrase, context: Context) -> Reading:
    """Read "March 1996", "late May 2014", "January this year", "that same year in July"."""
    start = context.told if phrase.has("that", "same", "following") else context.day
    year = str(phrase.year) if phrase.year else values.name(values.moved(start, phrase.step, "Y"), "Y")
    return Reading("DATE", f"{year}-{phrase.month:02}")


def season_of_year(phrase: Phrase, context: Context) -> Reading:
    """Read "fall 2017", "the summer of last year"."""
    year = str(phrase.year) if phrase.year else values.name(values.moved(context.day, phrase.step, "Y"), "Y")
    return Reading("DATE", f"{year}-{SEASONS[phrase.text('season') or '']}")


def season(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the summer", "early spring"; "the fall" may be somebody's."""
    if phrase.text("season") in ("fall", "spring") and not phrase.has("early", "edge"):
        return None
    return _named_season(phrase, context)


def _named_season(phrase: Phrase, context: Context) -> Reading:
    code = SEASONS[phrase.text("season") or ""]
    if phrase.has("that", "same"):
        return Reading("DATE", f"{values.name(context.told, 'Y')}-{code}")
    if context.day is None:
        return Reading("DATE", f"XXXX-{code}")
    middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
    year = context.day.year
    if phrase.step < 0 and context.day.month <= middle + 1 and not phrase.has("this"):
        year -= 1
    if phrase.step > 0 and context.day.month >= middle - 1:
        year += 1
    return Reading("DATE", f"{year}-{code}")


def holiday(phrase: Phrase, context: Context) -> Reading | None:
    """Read "Thanksgiving Day", "last Christmas", "Valentine's Day 2014"."""
    day = phrase.text("holiday") or ""
    if phrase.has("each"):
        return Reading("SET", "P1Y")
    if phrase.year:
        return _day(values.holiday(day, phrase.year))
    if context.day is None:
        return Reading("DATE", "XXXX-XX-XX")
    around = [values.holiday(day, context.day.year + step) for step in (-1, 0, 1)]
    days = [each for each in around if each]
    if phrase.step < 0:
        days = [each for each in days if each < context.day]
        return _day(max(days, default=None))
    if phrase.step > 0 or context.ahead:
        days = [each for each in days if each > context.day or (each == context.day and phrase.step == 0)]
        return _day(min(days, default=None))
    if context.ahead is False:
        return _day(max((each for each in days if each <= context.day), default=None))
    today = context.day
    return _day(min(days, key=lambda each: abs((each - today).days), default=None))


def _day(day: date | None) -> Reading:
    return Reading("DATE", values.name(day, "D"))


def weekday(phrase: Phrase, context: Context) -> Reading:
    """Read "Friday", "Monday night", "last Wednesday", "next Tuesday"."""
    part = phrase.part
    day = weekday_of(phrase, context)
    value = values.name(day, "D") if day else f"XXXX-WXX-{WEEKDAYS[phrase.text('weekday') or '']}"
    return Reading("TIME" if part else "DATE", value + part)


def weekday_of(phrase: Phrase, context: Context) -> date | None:
    """Return the day of a weekday, by the story's day and the verb's tense; None when the story has no day."""
    if context.day is None:
        return None
    back = (context.day.isoweekday() - WEEKDAYS[phrase.text("weekday") or ""]) % 7
    if phrase.step < 0:
        return values.moved(context.day, -(back or 7), "D")
    if phrase.step > 0 or (context.ahead and back) or (phrase.has("this") and context.ahead):
        return values.moved(context.day, 7 - back, "D")
    return values.moved(context.day, -back, "D")


def weekdays(phrase: Phrase, context: Context) -> Reading | None:
    """Read "Fridays"."""
    day = WEEKDAYS.get(phrase.words[0].text.removesuffix("s"))
    return Reading("SET", f"XXXX-WXX-{day}") if day else None


def named(phrase: Phrase, context: Context) -> Reading:
    """Read "last May", "this coming Sunday", "next fall"."""
    if phrase.has("weekday"):
        return weekday(phrase, context)
    if phrase.has("season"):
        return _named_season(phrase, context)
    if phrase.has("that", "same"):
        return Reading("DATE", f"{values.name(context.told, 'Y')}-{phrase.month:02}")
    return Reading("DATE", _month(phrase, context))


def _month(phrase: Phrase, context: Context) -> str:
    if context.day is None:
        return f"XXXX-{phrase.month:02}"
    year, gap = context.day.year, phrase.month - context.day.month
    if phrase.step < 0:
        year -= gap >= 0
    elif phrase.step > 0 or context.ahead:
        year += gap < 0 or (gap == 0 and phrase.step > 0)
    elif not phrase.has("this"):
        year -= gap > 0
    return f"{year:04}-{phrase.month:02}"


def month(phrase: Phrase, context: Context) -> Reading:
    """Read "March", "early May"."""
    return Reading("DATE", _month(phrase, context))


def quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the third quarter of 1984", "fourth-quarter", "last year's first quarter"."""
    nth = ordinal(phrase.text("ordinal") or "")
    if nth is None or nth > 4:
        return None
    if phrase.year:
        return Reading("DATE", f"{phrase.year}-Q{nth}")
    if context.day is None or phrase.has("unit"):
        return Reading("DATE", f"{values.name(values.moved(context.day, phrase.step, 'Y'), 'Y')}-Q{nth}")
    ahead = nth > (context.day.month + 2) // 3 and not context.ahead
    return Reading("DATE", f"{context.day.year - ahead}-Q{nth}", skip=_attributive(phrase))


def _attributive(phrase: Phrase) -> int:
    """Return 1 where the article belongs to what follows ("a third-quarter loss"), 0 where it does not."""
    return int(phrase.has("hyphen") and phrase.words[0].kind in ("the", "article"))


def half_year(phrase: Phrase, context: Context) -> Reading:
    """Read "the first half of 2015"."""
    year = str(phrase.year) if phrase.year else values.name(context.day, "Y")
    return Reading("DATE", f"{year}-H{2 if phrase.has('last') or phrase.text('ordinal') == 'second' else 1}")


def period(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the quarter", "the same period last year", "the year-ago quarter"."""
    if phrase.has("period") and not phrase.has("year", "ago", "earlier", "unit", "recent"):
        return None
    reported = values.moved(context.day, -1, "Q")  # a quarter is reported on in the one after it
    if phrase.has("current", "this"):
        reported = context.day
    elif phrase.has("next", "following"):
        reported = values.moved(context.day, 1, "Q")
    if phrase.year and reported:
        return Reading("DATE", f"{phrase.year}-Q{(reported.month + 2) // 3}")
    if phrase.has("ago", "earlier", "unit"):
        reported = values.moved(reported, -1, "Y")
    return Reading("DATE", values.name(reported, "Q"))


def years(phrase: Phrase, context: Context) -> Reading | None:
    """Read "2015-16", "2015/16": a season, or a year at school, that begins in one year and ends in the next."""
    first = phrase.year or 0
    ends = phrase.words[-1].text.zfill(2) == f"{(first + 1) % 100:02}"
    return Reading("DATE", f"{first}/{first + 1}", skip=phrase.words[0].kind == "the") if ends else None


def fiscal(phrase: Phrase, context: Context) -> Reading:
    """Read "fiscal 2015", "the fiscal year"."""
    return Reading("DATE", str(phrase.year) if phrase.year else values.name(context.day, "Y"))


def spoken(phrase: Phrase, context: Context) -> Reading:
    """Read "yesterday", "tomorrow morning", "tonight"."""
    value = values.name(values.moved(context.day, phrase.spoken_step, "D"), "D")
    part = "TNI" if phrase.has("tonight", "overnight") else phrase.part
    return Reading("TIME" if part else "DATE", value + part)


def decade(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 1990s", "the early '80s", "the nineties"."""
    text = phrase.text("decades")
    if text is None:
        return Reading("DATE", f"19{DECADES[phrase.text('decade') or '']}")
    digits = "".join(letter for letter in text if letter.isdigit())
    if len(digits) == 4:
        return Reading("DATE", digits[:3])
    if not (text.startswith("'") or phrase.has("the")):
        return None  # "in his 30s"
    return Reading("DATE", ("19" if int(digits) > 10 else "20") + digits[0])


def century(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 20th century"."""
    nth = ordinal(phrase.text("ordinal") or "")
    if phrase.unit != "C" or nth is None:
        return None
    return Reading("DATE", f"{nth - 1:02}")


def year(phrase: Phrase, context: Context) -> Reading | None:
    """Read "2011", "early 1990"."""
    return Reading("DATE", str(phrase.year)) if phrase.year and 1700 <= phrase.year < 2060 else None
