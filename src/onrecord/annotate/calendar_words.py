"""The words that times are told with, and the kind of each."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.annotate.numbers import number

_MONTHS = "january february march april may june july august september october november december"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = {name[:length]: number for length in (9, 3) for number, name in enumerate(_MONTHS.split(), 1)} | {"sept": 9}
WEEKDAYS = {name[:length]: number for length in (9, 3) for number, name in enumerate(_WEEKDAYS.split(), 1)} | {
    "tues": 2, "weds": 3, "thur": 4, "thurs": 4,
}  # fmt: skip
UNITS = {
    "second": "S", "minute": "M", "min": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "fortnight": "F",
    "month": "MO", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
PLURALS = {**{name + "s": code for name, code in UNITS.items()}, "centuries": "C", "yrs": "Y", "hrs": "H"}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAY_PARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "midday": "T12:00", "noon": "T12:00",
    "midnight": "T24:00", "dawn": "TMO", "dusk": "TEV", "lunchtime": "T12:00",
}  # fmt: skip
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
DECADES = {name: index for index, name in enumerate(_DECADES.split(), 2)}
_HOLIDAYS = """
    new year's eve|new year's day|new year's|new year|valentine's day|st. patrick's day|mother's day|father's day|
    memorial day|independence day|fourth of july|labor day|labour day|columbus day|veterans day|election day|
    halloween|thanksgiving day|thanksgiving|christmas eve|christmas day|christmas|boxing day|easter sunday|easter|
    good friday|super bowl sunday|black friday|martin luther king jr. day|martin luther king day|mlk day|
    presidents' day|president's day|presidents day|groundhog day|juneteenth|cinco de mayo|earth day|bastille day|
    canada day|australia day|anzac day|indigenous peoples' day|remembrance day|veterans' day|
    all saints' day|bonfire night
"""
HOLIDAYS = tuple(name.strip() for name in _HOLIDAYS.split("|"))
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    f"eighteen nineteen {_TENS}"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_PHRASES = {
    "about": "more than|less than|fewer than|at least|at most|up to|as many as|no more than|just over|just under|"
    "a little over|well over|not quite|only about",
    "now": "right now|these days|at present|at the moment|this moment",
    "past": "the recent past",
    "someday": "the future|the near future|the not too distant future|the foreseeable future|"
    "the near term|the short term",
}
_KINDS = {
    "cardinal": _CARDINALS,
    "scale": "hundred thousand",
    "ordinal": _ORDINALS,
    "few": "few several many dozens couple numerous countless",
    "about": "about around nearly almost approximately roughly circa ca",
    "article": "a an",
    "the": "the",
    "last": "last past previous preceding",
    "this": "this",
    "current": "current",
    "that": "that",
    "next": "next coming upcoming",
    "following": "following",
    "same": "same",
    "recent": "recent latest",
    "each": "each every",
    "ago": "ago",
    "earlier": "earlier",
    "later": "later",
    "early": "early late mid sometime",
    "edge": "end beginning start middle height",
    "half": "half",
    "more": "more additional extra another full whole entire long straight solid consecutive",
    "of": "of", "and": "and", "to": "to", "or": "or", "in": "in", "at": "at", "on": "on", "back": "back",
    "before": "before", "after": "after", "ahead": "ahead", "so": "so", "as": "as", "since": "since", "by": "by",
    "preposition": "for within",
    "from": "from",
    "ending": "ended ending ends",
    "fiscal": "fiscal financial",
    "period": "period",
    "old": "old",
    "pm": "pm am",
    "zone": "et est edt pt pst pdt ct cst cdt gmt bst utc",
    "yesterday": "yesterday", "today": "today", "tomorrow": "tomorrow", "tonight": "tonight",
    "overnight": "overnight",
    "adverb": "daily weekly monthly yearly annually hourly nightly",
    "now": "now currently nowadays presently",
    "past": "recently lately",
    "someday": "soon someday",
}  # fmt: skip

KINDS = (
    "month", "weekday", "short", "unit", "units", "quarter", "season", "part", "parts", "decade", "holiday", "day",
    "year", "figure", "clock", "iso", "slashes", "decades", "years_short", "hyphen", "dash", "comma", "owner", "money",
    "slash", "break", "other", *_KINDS,
)  # fmt: skip
"""Every kind of word that the patterns of times are made of."""

CODES = {kind: chr(0xE000 + index) for index, kind in enumerate(dict.fromkeys(KINDS))}
"""One character for each kind, so that a story's words can be matched as one string of kinds."""


class Word(NamedTuple):
    """A word, figure or sign of the story; ``text`` is in lower case, with straight apostrophes and without its dot."""

    start: int
    end: int
    text: str
    kind: str


def words(text: str) -> list[Word]:
    """Return all words, figures and signs of a text, each with its kind."""
    found = [_word(each) for each in _lexer().finditer(text)]
    for at, (word, after) in enumerate(pairwise(found)):
        if word.kind == "year" and after.text in ("years", "yrs"):
            found[at] = word._replace(kind="figure")  # "2000 years ago", but "in 1991 months after"
        if word.kind == "other" and after.kind == "year" and len(word.text) > 2 and word.text in MONTHS:
            found[at] = word._replace(kind="month")  # "february 2017"
    return found


def _word(found: re.Match[str]) -> Word:
    name = found.lastgroup or "other"
    raw = found.group()
    text = raw.lower().replace("’", "'")
    if name == "phrase":
        text = " ".join(text.split())
        return Word(*found.span(), text, _phrases()[text])
    if name == "dotted":
        return Word(*found.span(), text.rstrip("."), "month" if text.rstrip(".") in MONTHS else "short")
    if name == "spelled":
        return Word(*found.span(), str(_spelled(text)), "year")
    if name == "word":
        return Word(*found.span(), text, _kind(text, capital=raw[0].isupper()))
    if name == "figure":
        return Word(*found.span(), text, _figure(text))
    return Word(*found.span(), text.replace(".", "") if name == "pm" else text, name)


def _spelled(text: str) -> int:
    """Return the year that words name: "nineteen ninety-six", "two thousand and four"."""
    first, *rest = [word for word in re.split(r"[\s-]+", text) if word not in ("and", "oh")]
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000, "two": 2000}[first]
    return century + (number(" ".join(word for word in rest if word not in ("hundred", "thousand"))) or 0)


def _kind(text: str, *, capital: bool) -> str:
    if text in MONTHS or text in WEEKDAYS:
        if not capital:
            return "other"
        if text in MONTHS:
            return "month" if len(text) > 3 or text == "may" else "short"
        return "weekday" if text.endswith("day") else "short"
    return _kinds().get(text, "other")


def _figure(text: str) -> str:
    if text.endswith(("st", "nd", "rd", "th")):
        return "ordinal"
    if text.isdigit() and len(text) == 4 and 1000 <= int(text) < 2100:
        return "year"
    return "day" if text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31 else "figure"


@cache
def _kinds() -> dict[str, str]:
    table = {word: kind for kind, listed in _KINDS.items() for word in listed.split()}
    for kind, listed in (("unit", UNITS), ("units", PLURALS), ("season", SEASONS), ("part", DAY_PARTS)):
        table |= dict.fromkeys(listed, kind)
    table |= {word + "s": "parts" for word in ("morning", "afternoon", "evening", "night")}
    table |= {word + "s": "parts" for word in WEEKDAYS if word.endswith("day")}
    return table | dict.fromkeys(DECADES, "decade") | {"second": "ordinal", "quarter": "quarter"}


@cache
def _phrases() -> dict[str, str]:
    table = {phrase: kind for kind, listed in _PHRASES.items() for phrase in listed.split("|")}
    return table | dict.fromkeys(HOLIDAYS, "holiday")


@cache
def _lexer() -> re.Pattern[str]:
    phrases = sorted(_phrases(), key=len, reverse=True)
    phrase = "|".join(re.escape(words).replace(r"\ ", r"[ \xa0]").replace("'", "['’]") for words in phrases)
    tens, ones = _TENS.replace(" ", "|"), "|".join(_CARDINALS.split()[:9])
    dotted = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thurs?|fri|sat|sun"
    return re.compile(
        rf"""(?P<spelled>\b(?:(?:eighteen|nineteen|twenty)[ -](?:(?:{tens})(?:[ -](?:{ones}))?|ten|eleven|twelve
        |(?:thir|four|fif|six|seven|eigh|nine)teen|oh[ -](?:{ones}))|(?:(?<=year[ ])|(?<=in[ ])|(?<=since[ ]))two[ -]thousand(?:(?:[ ]and)?[ -](?:{ones}|ten))?)\b)
        |(?P<phrase>\b(?:{phrase})\b)
        |(?P<dotted>\b(?:{dotted})\.(?=,?[ \xa0]?[\w,]))
        |(?P<pm>(?:(?<=\d)|\b)[ap](?:\.m\b\.?|m\b))
        |(?P<word>[^\W\d_]+)
        |(?P<iso>\b\d{{4}}-\d\d-\d\d\b)
        |(?P<slashes>\b\d{{1,2}}/\d{{1,2}}/\d{{4}}\b)
        |(?P<clock>\b\d{{1,2}}:\d\d\b)
        |(?P<decades>(?:\b\d{{3}}0|['’]?\b\d0)['’]?s\b)
        |(?P<years_short>['’]\d\d\b)
        |(?P<figure>\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?:[ ]1/2\b|½)?)
        |(?P<owner>['’]s?\b|['’])
        |(?P<hyphen>-)|(?P<dash>[–—])|(?P<comma>,)
        |(?P<money>[$£€#])|(?P<slash>/)
        |(?P<break>\n\s*|[.!?;:()"“”]+)
        |(?P<other>[^\s])""",
        re.VERBOSE | re.IGNORECASE,
    )
