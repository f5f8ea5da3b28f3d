"""Marks the time expressions of a story, each with the days it means where they can be known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from onrecord.annotate.calendar_words import CODES, MONTHS, Word, words
from onrecord.annotate.time_patterns import grammar, reader
from onrecord.annotate.time_phrases import Context, Phrase
from onrecord.annotate.time_tense import looks_ahead, told_ahead
from onrecord.annotate.time_values import before, days_of, unit_of
from onrecord.annotate.tree import tree
from onrecord.model.document import Document
from onrecord.model.marks import Mark, Marks, Name, Time

NEEDS = ("mentions",)

_NAMES_TOO = frozenset(("may", "march", "april", "june", "august"))  # verbs or given names, but for a word before
_BEFORE_MONTH = "in since by until till of from to through during between before after for and or back"
_JOINS = frozenset(("to", "through", "until", "till", "-", "–", "—"))
_SHOWS = frozenset(
    (
        ("today", "show"),
        ("tonight", "show"),
        ("night", "live"),
        ("night", "lights"),
        ("night", "football"),
        ("night", "fever"),
    )
)
_BEFORE_MONTHS = frozenset(_BEFORE_MONTH.split())


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every time expression as TempEval-3 does; relative ones by the story's day and by the time told before."""
    found_words = words(document.story.text)
    names = sorted(name.span for name in marks.of(Name))
    starts = [name.start for name in names]
    codes = "".join(CODES[word.kind] for word in found_words)
    sentences = tree(document, marks.reading)
    told: tuple[date | None, str] = (None, "D")
    quarter: date | None = None
    for found in grammar().finditer(codes):
        first, last = found.span()
        phrase = Phrase(tuple(found_words[first:last]))
        if phrase.words[-1].kind in ("month", "short") and not _is_month(found_words, first, last):
            continue
        whole = document.span(phrase.words[0].start, phrase.words[-1].end)
        ahead = told_ahead(sentences, whole) if sentences else None
        if ahead is None:
            ahead = looks_ahead(found_words, first, last)
        context = Context(document.story.published, *told, ahead=ahead, quarter=quarter)
        reading = reader(found)(phrase, context)
        if reading is None or (last < len(found_words) and _is_show(phrase, found_words, last, document.story.text)):
            continue
        if reading.type == "DATE" and (year := _year_by_end(phrase, found_words, last)):
            reading = reading._replace(value=f"{year}{reading.value[4:]}")
        start = phrase.words[reading.skip]
        about = start.kind == "about" or "mid" in (word.text for word in phrase.words[:2])
        days = days_of(reading.value, about=about)
        if days and phrase.has("earlier") and phrase.has("this") and unit_of(reading.value) == "W":
            days = before(days, document.story.published)
        span = document.span(start.start, phrase.words[-1].end)
        nearest = bisect_right(starts, span.start) - 1
        if nearest >= 0 and names[nearest].holds(span) and names[nearest] != span:
            continue
        yield Time(span=span, type=reading.type, value=reading.value, days=days)
        if days and days.earliest and reading.type == "DATE":
            told = (days.earliest, unit_of(reading.value))
            if not phrase.has("ago", "earlier"):
                quarter = days.earliest if told[1] == "Q" else None


def _is_month(found: list[Word], first: int, last: int) -> bool:
    """Tell whether the name of a month at the end of a phrase is one, where it may be a verb or a given name."""
    if found[last - 1].kind == "short":
        return False
    if found[last - 1].text not in _NAMES_TOO or last - first > 1:
        return True
    return first > 0 and found[first - 1].text in _BEFORE_MONTHS


def _year_by_end(phrase: Phrase, found: list[Word], last: int) -> int | None:
    """Return the year of the beginning of a stretch, told by its end: "May to June 2015", "Dec. 28 - Jan. 3, 2016"."""
    begins = next((MONTHS[word.text] for word in phrase.words if word.text in MONTHS), None)
    if phrase.year or begins is None or not _JOINS & {word.text for word in found[last : last + 1]}:
        return None
    ends = begins
    for word in found[last + 1 : last + 7]:
        if word.kind == "year":
            return int(word.text) - (begins > ends)
        ends = MONTHS.get(word.text, ends)
        if word.kind not in ("month", "short", "day", "ordinal", "comma", "weekday"):
            return None
    return None


def _is_show(phrase: Phrase, found: list[Word], last: int, text: str) -> bool:
    """Tell whether a day with a capital is the name of a programme: "the Today show", "Saturday Night Live"."""
    after = found[last].text if found[last].kind != "break" or last + 1 == len(found) else found[last + 1].text
    return text[phrase.words[-1].start].isupper() and (phrase.words[-1].text, after) in _SHOWS
