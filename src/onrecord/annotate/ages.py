"""Marks how old people are: "Kim Lee, 41,", "the 45-year-old", "turned 30", "in her forties", lists of children."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.annotate.kin_nouns import NOUN
from onrecord.annotate.lengths import Length, decade, length
from onrecord.annotate.numbers import CARDINAL, ORDINAL, ordinal
from onrecord.annotate.owners import named_after, subject
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Age, Mark, Marks, Mention, Time
from onrecord.model.span import Span

NEEDS = ("mentions", "quotes", "times")

LATEST_HOUR = 12

_UNIT = r"(?:years?|yrs?|months?|weeks?|days?)"
_AGE = rf"(?P<age>{CARDINAL}(?: {_UNIT}(?: (?:old|young|of age))?)?)"
# What may follow an age that stands alone: no other noun, so that "41 shows" or "41 per cent" are no ages.
_AFTER = (
    r"(?! ' \d)"
    r"(?= (?:$|[^\sa-z0-9A-Z$£€%&+/]|(?:and|or|but|who|whose|with|in|at|on|as|when|while|to|for|from|by|after|before"
    r"|then|this|last|next|now|earlier|today|yesterday|yet|already|because|since|so|is|was|has|have|had|are|were|said|says"
    r"|told|of age|alongside|along|plus|though|although|if|during|back|again|[NDHTG]) ))"
)
_LATELY = r"(?:(?:now|just|only|aged|age|who is|who 's|who turned|who just turned|who turns|who recently turned) ){0,2}"
# "(4.)" is a place in a list.
_APPOSED = re.compile(rf"(?<= )(?:'s |' s )?(?:[,—]|\((?! \S+ \. \))) {_LATELY}{_AGE}{_AFTER}")
_TWINS = r"(?:twins|twin sons|twin daughters|twin boys|twin girls)"
# "twins Jo and Al, 3": both; so are the last two of a list in which all others have an age of their own.
_PAIR = re.compile(rf"(?<= )(?:{_TWINS} (?:, )?|(?<=\d )(?:, and|,|and) )(?P<both>N (?:and|&) N) [,(] {_AGE}{_AFTER}")
_BOTH = re.compile(rf"(?<= )(?P<both>N (?:and|&) N) [,(] both (?:are |aged )?{_AGE}{_AFTER}")
_OLD = rf"(?P<age>(?:now-)?{CARDINAL}[- ]{_UNIT}[- ]olds?)(?= )"
_STOP = r"(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|who|that|when|is|was|has|had|said|told) )"
_WORD = rf"(?:{_STOP}[^\sA-Z,.;:!?()\"—]+ )"
_OLD_TWINS = re.compile(
    rf"(?<= ){_OLD} {_WORD}{{0,2}}?(?:twins|triplets|sons|daughters) (?:[,—] )?"
    r"(?P<both>N (?:, N )?(?:, )?(?:and|&) N)(?= )"
)
_OLD_NAME = re.compile(rf"(?<= ){_OLD} (?:{_WORD}{{0,4}}?(?:{ROLE} |{NOUN} (?:[,—] )?)|{_WORD}?)(?P<who>N)(?= )")
_OLD_AFTER_NAME = re.compile(
    r"(?<= )(?P<who>[NDHI]) (?:[,—] |is |(?P<then>was )|'s |'m |, who is |who is )"
    rf"(?:(?:a|an|the|now|only|just) ){{0,2}}{_OLD}"
)
_OLD_CHILD = re.compile(rf"(?<= )(?<!to )(?P<who>N) , (?:R|S|Y|N 's) {_OLD} (?:son|daughter|child|baby)(?= )")
# "a 28-year-old man, later identified as Kim Lee,"
_OLD_IDENTIFIED = re.compile(
    rf"(?<= ){_OLD} {_WORD}{{1,3}}?(?:, )?(?:who was )?(?:later )?(?:identified|named) as"
    rf" {_WORD}{{0,3}}?(?P<who>N)(?= )"
)
_OLD_ALONE = re.compile(rf"(?<= ){_OLD}")
_NOW = "is|'s|'m|am|turns|turned|just turned|has turned|recently turned|has just turned"
_THEN = (
    "was|turning|to turn|will turn|will be|would be|'ll be|hits|hit|reached|reaches|is turning|about to turn"
    "|is about to turn|being"
)
_BE = re.compile(
    r"(?<= )(?P<when>(?:when|since|until|before|after|till|while|once|if) )?(?P<who>[NDHI]) (?:[,—] who )?"
    rf"(?:(?P<now>{_NOW})|{_THEN}) (?:(?:now|only|just|already) )?{_AGE}{_AFTER}"
)
_AT = re.compile(
    r"(?<= )(?P<cue>at the (?:(?:tender|young|ripe|ripe old|early|grand old) )?age of|at age|aged|age|at just|at only"
    rf"|at) {_AGE}{_AFTER}"
)
_BIRTHDAY = re.compile(
    r"(?<= )(?:(?P<who>[RSMHN]) (?:'s |' )?)?(?:(?:a|the|happy|belated|upcoming|big|recent|own|very) ){0,3}"
    rf"(?P<age>{ORDINAL}) {_WORD}{{0,2}}?birthday(?= )"
)
_DECADE = re.compile(
    r"(?<= )in (?P<who>[RSM]) (?P<age>(?:(?:early|mid|late|mid-to-late)[- ])?"
    r"(?:\d0'?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?= )"
)
# "if I were in my 40s", "back in her 20s", "was in his 30s when"
_NOT_NOW = re.compile(
    r" (?:if|when|while|until|till|were|would|could|will|back|reach(?:ed|es)?|during|before|once|since) "
)


class _Reading(NamedTuple):
    """Words that were read as an age, and the mentions that it belongs to."""

    found: re.Match[str]
    who: list[Span]
    length: Length | None
    other_time: bool = False
    when: Span | None = None


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every age with the mention that it belongs to; of two readings of the same words the first one counts."""
    owners, dates = _Owners(marks), _Dates(marks)
    for line in lines(document, marks, nouns=False, voices=True):
        taken: list[Span] = []
        for reading in _readings(document, line, owners, dates):
            span = line.cut(document, reading.found, "age")
            if not any(span.touches(other) for other in taken):
                taken.append(span)
                yield from _ages(span, reading)


def _ages(span: Span, reading: _Reading) -> Iterator[Age]:
    if reading.length is None:
        return
    for who in reading.who:
        yield Age(
            span=span,
            who=who,
            years=reading.length.years,
            at_least_months=reading.length.at_least_months,
            under_months=reading.length.under_months,
            other_time=reading.other_time,
            when=reading.when,
        )


class _Owners:
    """The names and nouns of a story by where they end, and its nouns in their order."""

    def __init__(self, marks: Marks) -> None:
        mentions = sorted(marks.of(Mention), key=lambda mention: (mention.form != "name", mention.span))
        self.ending: dict[int, Span] = {}
        for mention in mentions:
            if mention.form != "pronoun" and not mention.plural:
                self.ending.setdefault(mention.span.end, mention.span)
        self.nouns = [mention.span for mention in mentions if mention.form == "noun" and not mention.plural]
        self.starts = [noun.start for noun in self.nouns]

    def around(self, span: Span) -> list[Span]:
        """Return the shortest of the last few nouns that hold these words, if any does."""
        last = bisect_right(self.starts, span.start)
        around = [noun for noun in self.nouns[max(0, last - 4) : last] if noun.holds(span)]
        return sorted(around, key=lambda noun: noun.end - noun.start)[:1]


class _Dates:
    """The dates of a story whose days are known."""

    def __init__(self, marks: Marks) -> None:
        self.spans = sorted(time.span for time in marks.of(Time) if time.type == "DATE" and time.days)

    def only(self, line: Line) -> Span | None:
        """Return the date that a sentence tells; None where it tells none, or several."""
        first = bisect_left(self.spans, line.chunks[0].span)
        last = bisect_left(self.spans, line.chunks[-1].span.end, key=lambda span: span.start)
        return self.spans[first] if last - first == 1 else None


def _readings(document: Document, line: Line, owners: _Owners, dates: _Dates) -> Iterator[_Reading]:
    yield from _lists(line)
    yield from _appositions(line, owners)
    yield from _year_olds(document, line, owners)
    yield from _sentences(line, dates)
    yield from _birthdays(line)
    yield from _other_times(line, dates)


def _lists(line: Line) -> Iterator[_Reading]:
    """Read "twins Jo and Al, 3" and "5-month-old twins Jo and Al"."""
    for rule in (_PAIR, _BOTH, _OLD_TWINS):
        for found in rule.finditer(line.text):
            yield _Reading(found, line.everyone(found, "both"), length(found["age"]))


def _appositions(line: Line, owners: _Owners) -> Iterator[_Reading]:
    """Read "Kim Lee, 41," and "his wife, 45," and "Jo (3)"."""
    for found in _APPOSED.finditer(line.text):
        at = line.at(found.start())
        owner = owners.ending.get(line.chunks[at - 1].span.end) if at else None
        if owner:
            yield _Reading(found, [owner], length(found["age"]))


def _year_olds(document: Document, line: Line, owners: _Owners) -> Iterator[_Reading]:
    """Read "45-year-old Kim", "her 2-year-old son, Jo", "Kim, a 45-year-old singer", "the 45-year-old"."""
    for rule in (_OLD_NAME, _OLD_AFTER_NAME, _OLD_CHILD, _OLD_IDENTIFIED):
        for found in rule.finditer(line.text):
            then = found.groupdict().get("then") is not None
            yield _Reading(found, _only(line.who(found, "who")), length(found["age"]), then)
    for found in _OLD_ALONE.finditer(line.text):
        if around := owners.around(line.cut(document, found, "age")):
            yield _Reading(found, around, length(found["age"]))


def _sentences(line: Line, dates: _Dates) -> Iterator[_Reading]:
    """Read "she is 24", "when he was ten", "turned 40 in 2010"."""
    for found in _BE.finditer(line.text):
        turned = "turned" in (found["now"] or "")
        when = dates.only(line) if turned or found["now"] is None else None
        other_time = found["when"] is not None or found["now"] is None or when is not None
        yield _Reading(found, _only(line.who(found, "who")), length(found["age"]), other_time, when)


def _birthdays(line: Line) -> Iterator[_Reading]:
    """Read "her 30th birthday" and "in her early forties"."""
    for found in _BIRTHDAY.finditer(line.text):
        years = ordinal(found["age"])
        who = _only(line.who(found, "who")) or _subject(line, found)
        yield _Reading(found, who, Length.of_years(years) if years else None, True)
    for found in _DECADE.finditer(line.text):
        clause = line.text[: found.start()].rpartition(" , ")[2] + line.text[found.end() : found.end() + len(" when ")]
        other_time = _NOT_NOW.search(f" {clause}") is not None
        yield _Reading(found, _only(line.who(found, "who")), decade(found["age"]), other_time)


def _other_times(line: Line, dates: _Dates) -> Iterator[_Reading]:
    """Read "died at 62", "aged 12", "at the age of 8"; a bare "at 8" may be an hour."""
    for found in _AT.finditer(line.text):
        told = length(found["age"])
        if told and (found["cue"] != "at" or told.at_least_months > LATEST_HOUR * 12 or "old" in found["age"]):
            yield _Reading(found, _subject(line, found), told, True, dates.only(line))


def _only(span: Span | None) -> list[Span]:
    return [span] if span else []


def _subject(line: Line, found: re.Match[str]) -> list[Span]:
    at = line.at(found.start())
    return subject(line, at) or named_after(line, at)
