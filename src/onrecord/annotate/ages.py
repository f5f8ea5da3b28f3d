"""Marks how old people are: "Kim Lee, 41,", "the 45-year-old", "turned 30", "in her forties", lists of children."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.annotate.lengths import Length, decade, length
from onrecord.annotate.numbers import CARDINAL, ORDINAL, ordinal
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Age, Mark, Marks, Mention
from onrecord.model.span import Span

NEEDS = ("mentions",)

_UNIT = r"(?:years?|yrs?|months?|weeks?|days?)"
_AGE = rf"(?P<age>{CARDINAL}(?: {_UNIT}(?: (?:old|young|of age))?)?)"
# What may follow an age that stands alone: no other noun, so that "41 shows" or "41 per cent" are no ages.
_AFTER = (
    r"(?= (?:$|[^\sa-z0-9A-Z$£€%&+/]|(?:and|or|but|who|whose|with|in|at|on|as|when|while|to|for|from|by|after|before|this"
    r"|last|next|now|then|earlier|today|yesterday|yet|already|because|since|so|is|was|has|have|had|are|were|said|says"
    r"|told|of age|alongside|along|plus|though|although|if|during|back|again|[NDHTG]) ))"
)
_APPOSED = re.compile(
    rf"(?<= )[,(—] (?:(?:now|just|only|aged|age|who is|who 's|who turned|who just turned) ){{0,2}}{_AGE}{_AFTER}"
)
_PAIR = re.compile(
    rf" (?:twins|twin (?:sons|daughters|boys|girls)|(?<=\d ), (?:and )?)(?P<both> ?N (?:and|&) N) [,(] {_AGE}{_AFTER}"
)
_OLD = rf"(?P<age>(?:now-)?{CARDINAL}[- ]{_UNIT}[- ]olds?)(?= )"
_WORD = r"(?:[^\sA-Z,.;:!?()\"—]+ )"
_OLD_TWINS = re.compile(
    rf" {_OLD} (?:{_WORD}){{0,2}}?(?:twins|triplets|sons|daughters)(?: ,)? (?P<both>N (?:, N )?(?:,? ?and|&) N)(?= )"
)
_OLD_NAME = re.compile(rf" {_OLD} (?:(?:{_WORD}){{0,4}}?{ROLE} |(?:{_WORD})?)(?P<who>N)(?= )")
_OLD_AFTER_NAME = re.compile(
    rf"(?<= )(?P<who>[NDHI]) (?:(?:,|is|was|'s|'m|—|,? ?who is) )(?:(?:a|an|the|now|only|just|now a) ){{0,2}}{_OLD}"
)
_OLD_ALONE = re.compile(rf"(?<= ){_OLD}")
_BE = re.compile(
    r"(?<= )(?P<when>(?:when|since|until|before|after|till|while|once|if) )?(?P<who>[NDHI]) (?:, who )?"
    r"(?P<verb>is|'s|'m|am|was|turned|turns|turning|to turn|has turned|just turned|recently turned|will turn|will be|would be|'ll be"
    rf"|hits|hit|reached|reaches|is turning|about to turn|is about to turn) (?:(?:now|only|just|already) )?{_AGE}{_AFTER}"
)
_AT = re.compile(
    rf"(?<= )(?P<cue>at the (?:tender |young |ripe |ripe old |early |grand old )?age of|at age|aged|age|at just|at only|at) {_AGE}{_AFTER}"
)
_BIRTHDAY = re.compile(
    rf"(?<= )(?:(?P<who>[RSMHN]) (?:'s |' |' s )?)?(?:(?:a|the|happy|belated|upcoming|big|recent|own|very) ){{0,3}}"
    rf"(?P<age>{ORDINAL}) (?:(?:{_WORD}){{0,2}}?)birthday(?= )"
)
_DECADE = re.compile(
    r"(?<= )in (?P<who>[RSM]) (?P<age>(?:(?:early|mid|late|mid-to-late)[- ])?(?:\d0'?s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?= )"
)
_SUBJECTS = frozenset("NDH")
LATEST_HOUR = 12


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every age with the mention that it belongs to; of two rules for the same words the first one counts."""
    owners = _Owners(document, marks)
    for line in lines(document, marks, nouns=False):
        done: list[Span] = []
        for age in _in_line(document, line, owners):
            if not any(age.span.touches(other) for other in done if other != age.span):
                yield age
            done.append(age.span)


class _Owners:
    """The mentions of a story by where they end, and the nouns by where they begin."""

    def __init__(self, document: Document, marks: Marks) -> None:
        mentions = sorted(marks.of(Mention), key=lambda mention: (mention.form != "name", mention.span))
        self.ending: dict[int, Mention] = {}
        for mention in mentions:
            if mention.form != "pronoun" and not mention.plural:
                self.ending.setdefault(mention.span.end, mention)
        self.nouns = sorted((m for m in mentions if m.form == "noun"), key=lambda mention: mention.span)
        self.starts = [noun.span.start for noun in self.nouns]

    def noun_around(self, span: Span) -> Mention | None:
        """Return the shortest of the last few nouns that hold these words."""
        last = bisect_right(self.starts, span.start)
        around = [noun for noun in self.nouns[max(0, last - 4) : last] if noun.span.holds(span)]
        return min(around, key=lambda noun: noun.span.end - noun.span.start, default=None)


def _in_line(document: Document, line: Line, owners: _Owners) -> Iterator[Age]:
    text = line.text

    def age(
        found: re.Match[str], who: list[Span], *, other_time: bool = False, of: Length | None = None
    ) -> Iterator[Age]:
        told = of or length(found["age"])
        if told is None:
            return
        for person in who:
            yield Age(
                span=line.cut(document, found, "age"), who=person, years=told.years,
                at_least_months=told.at_least_months, under_months=told.under_months, other_time=other_time,
            )  # fmt: skip

    for rule in (_PAIR, _OLD_TWINS):
        for found in rule.finditer(text):
            yield from age(found, line.everyone(found, "both"))
    for found in _APPOSED.finditer(text):
        before = line.chunks[line.at(found.start()) - 1]
        if mention := owners.ending.get(before.span.end):
            yield from age(found, [mention.span])
    for rule in (_OLD_NAME, _OLD_AFTER_NAME, _OLD_ALONE):
        for found in rule.finditer(text):
            noun = owners.noun_around(line.cut(document, found, "age"))
            who = line.who(found, "who") if "who" in rule.groupindex else noun.span if noun else None
            yield from age(found, [who] if who else [])
    for found in _BE.finditer(text):
        other = bool(found["when"]) or found["verb"] not in (
            "is",
            "'s",
            "'m",
            "am",
            "turned",
            "just turned",
            "has turned",
        )
        yield from age(found, _some(line.who(found, "who")), other_time=other)
    for found in _BIRTHDAY.finditer(text):
        years = ordinal(found["age"])
        who = line.who(found, "who") or _nearest(line, found.start("age"))
        yield from age(found, _some(who), other_time=True, of=Length.of_years(years) if years else None)
    for found in _DECADE.finditer(text):
        yield from age(found, _some(line.who(found, "who")), of=decade(found["age"]))
    for found in _AT.finditer(text):
        told = length(found["age"])
        if told and (found["cue"] != "at" or told.at_least_months > LATEST_HOUR * 12 or "old" in found["age"]):
            yield from age(found, _some(_nearest(line, found.start())), other_time=True)


def _some(span: Span | None) -> list[Span]:
    return [span] if span else []


def _nearest(line: Line, offset: int) -> Span | None:
    """Return the nearest mention before that may be a subject, else the first one after."""
    at = line.at(offset)
    for chunk in (*reversed(line.chunks[:at]), *line.chunks[at:]):
        if chunk.sign in _SUBJECTS and chunk.mention:
            return chunk.mention.span
    return None
