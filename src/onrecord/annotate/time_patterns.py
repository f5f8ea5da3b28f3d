"""The shapes of time expressions, as patterns over the kinds of words; the first that fits is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from onrecord.annotate import date_readings as dates
from onrecord.annotate import span_readings as spans
from onrecord.annotate.calendar_words import CODES
from onrecord.annotate.time_phrases import Context, Phrase, Reading

Reader = Callable[[Phrase, Context], Reading | None]

# In a pattern a word in lower case is a kind of word, one in capitals stands for one of these parts.
_PARTS = {
    "ORDINAL_QUARTER": "(?:(?:fiscal hyphen?)?ordinal hyphen?quarter)",
    "DEICTIC": "(?:the?(?:last|next|following|that(?:same)?|same|current|this(?:last|next|same)?))",
    "EARLY": "(?:the?early hyphen?|the edge of the?)",
    "COUNT": "(?:about{0,2}(?:article?few of?|article?NUMBER(?:(?:to|or|hyphen|dash)NUMBER)?|article?scale"
    "|half article?|article)(?:and article half)?)",
    "NUMBER": "(?:(?:day|year(?!units)|figure|cardinal)(?:hyphen?(?:cardinal|scale)){0,3})",
    "MONTH": "(?:month|short)",
    "DAY": "(?:day|ordinal)",
    "YEAR": "(?:year|years_short)",
    "UNITS": "(?:units|unit|quarter)",
    "UNIT": "(?:unit|quarter)",
}
_RULES: tuple[tuple[Reader, str], ...] = (
    # What only looks like a time: an age, an amount of money, a share.
    (spans.no_time, "COUNT hyphen?UNITS hyphen?old"),
    (spans.no_time, "money NUMBER(?:hyphen?(?:scale|few))?(?:(?:article|hyphen)UNIT)?|about?NUMBER hyphen units(?=of)"),
    (dates.iso, "iso"),
    (dates.slashes, "slashes"),
    (
        dates.clock,
        "(?:about|early hyphen?)?(?:clock pm|clock zone|day pm)zone?"
        "(?:comma?(?:on?weekday|today|tomorrow|yesterday|tonight))?(?:comma?MONTH DAY)?|day in the part",
    ),
    (dates.noon, "part weekday"),
    (
        dates.date_,
        "about?EARLY?(?:(?:weekday|short)comma?)?MONTH DAY(?!pm|hyphen?UNITS)(?:comma?YEAR)?"
        "|about?(?:the?DAY of|the?DAY)month(?:comma?year)?",
    ),
    (dates.month_of_year, "about?EARLY?MONTH(?:of|comma)?(?:YEAR|DEICTIC unit)|DEICTIC unit in MONTH"),
    (dates.season_of_year, "EARLY?the?season(?:of?YEAR|of?DEICTIC unit)"),
    (dates.holiday, "EARLY?(?:the?(?:last|next|this|each|that)|YEAR)?holiday(?:of?year)?part?"),
    (spans.each, "each(?:COUNT)?(?:UNITS|weekday|month|season|part)part?"),
    (dates.named, "EARLY?DEICTIC(?:weekday|month|season)part?"),
    (
        dates.quarter,
        "DEICTIC unit owner ORDINAL_QUARTER|(?:the|article)?year?ORDINAL_QUARTER(?:of?(?:year|DEICTIC unit))?",
    ),
    (dates.half_year, "the?(?:ordinal|last)half of(?:year|the unit)"),
    (dates.period, "the?unit hyphen?(?:ago|earlier)ordinal?(?:quarter|period)"),
    (
        dates.period,
        "the?(?:same|current|recent|last|next|this|that|following)?year?(?:quarter|period)"
        "(?:of?(?:year|DEICTIC unit)|COUNT unit ago)?",
    ),
    (dates.years, "the?year(?:hyphen|dash|slash)(?:day|figure)"),
    (dates.fiscal, "(?:the(?:current|last|next|recent)?)?fiscal(?:unit year|year|unit)"),
    (spans.ago_weekday, "article unit ago(?:weekday|today|yesterday|tomorrow)"),
    (spans.ago, "COUNT more?(?:or so)?UNITS(?:or so)?(?:ago|earlier|back)"),
    (spans.later, "COUNT more?UNITS later"),
    (spans.from_now, "COUNT more?UNITS from(?:now|today)"),
    (spans.beside, "the unit(?:before|after)(?=break|comma|and|$)"),
    (spans.unit_ago, "unit hyphen(?:ago|earlier)"),
    (spans.count_of, "(?:the|this)?(?:last|next|recent|ordinal)COUNT more?UNITS"),
    (spans.vague, "(?:units|few)(?:ago|later|earlier)|(?:the?last|recent|the?next)units"),
    (spans.deictic, "(?:EARLY|earlier in?|later in?)?DEICTIC(?:UNIT|part)"),
    (spans.edge, "(?:EARLY|earlier in|later in)the?UNIT|unit owner?hyphen?edge"),
    (spans.ending, "the more?unit(?=ending)"),
    (dates.spoken, "(?:EARLY|earlier|later)?(?:yesterday|today|tomorrow)part?|early?tonight|overnight"),
    (dates.weekday, "EARLY?weekday part?"),
    (dates.weekdays, "parts"),
    (dates.season, "(?:the|EARLY)season"),
    (dates.decade, "EARLY?the?decades|the?EARLY?the decade"),
    (dates.century, "EARLY?the?ordinal hyphen?unit"),
    (dates.month, "EARLY?MONTH"),
    (spans.duration, "the?COUNT hyphen?more?hyphen?UNITS(?:and article half)?(?!hyphen?(?:old|ago|earlier))"),
    (spans.some, "units hyphen more|(?<=[preposition in])units|units(?=before|after)"),
    (dates.year, "about?EARLY?year"),
    (spans.weekend, "the unit"),
    (spans.adverb, "adverb"),
    (spans.the_past, "the last"),
    (spans.now, "now"),
    (spans.recently, "more?past"),
    (spans.soon, "someday(?!after|as)"),
)


@cache
def grammar() -> re.Pattern[str]:
    """Return all patterns as one, over a string of the codes of kinds."""
    rules = "|".join(f"(?P<rule{number}>{_coded(pattern)})" for number, (_, pattern) in enumerate(_RULES))
    return re.compile(f"(?!{_coded('other|break')})(?:{rules})")


def reader(found: re.Match[str]) -> Reader:
    """Return what reads a match of the grammar."""
    return _RULES[int((found.lastgroup or "rule0").removeprefix("rule"))][0]


def _coded(pattern: str) -> str:
    for name, part in _PARTS.items():
        pattern = re.sub(rf"\b{name}\b", part, pattern)
    return re.sub("[a-z_]+", lambda found: CODES[found.group()], pattern).replace(" ", "")
