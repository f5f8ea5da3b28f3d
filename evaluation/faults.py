"""Ways to make a true story false at one place, each a small function: a number, a year, a weekday, a kin word.

A kind of fault yields what could be changed in a story that was read, and how. To add one, write such a function and
name it in ``KINDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from random import Random

import msgspec

from onrecord.check.written_days import WEEKDAYS, written_days
from onrecord.model.case import Case
from onrecord.model.span import Span
from onrecord.model.statement import Age, Count, Kin


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Words that can be put ``instead`` of those at ``at``.

    ``twice`` tells that the story's words state the fact a second time, so that a careful reader could see the fault.
    """

    at: Span
    instead: str
    twice: bool


Kind = Callable[[Case, Random], Iterator[Fault]]

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_STEPS = (-9, -8, -7, -6, -5, -4, -3, 3, 4, 5, 6, 7, 8, 9)  # years that no birthday explains
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TOLD_AGAIN = re.compile(
    r"\byears? (?:ago|later|earlier)|\banniversary|\bborn\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [A-Z]\w+\.? \d"
)
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?\n]|\Z)")
_CHILDREN = r"(?:\w+ ){0,2}?(?:child(?:ren)?|kids?|sons?|daughters?|boys?|girls?)\b"
_LISTED = re.compile(r"[^.!?\n]{0,25}?(?: [—–-]+ |: |, )(?:[a-z-]+ ){0,2}[A-Z]\w+[^.!?\n]{0,20}(?:,| and | & )")
_KIN = {
    "son": "father", "father": "son", "daughter": "mother", "mother": "daughter", "husband": "brother",
    "wife": "sister", "brother": "husband", "sister": "wife", "dad": "son", "mom": "daughter",
}  # fmt: skip
_KIN_WORD = re.compile(rf"\b(?:{'|'.join(_KIN)})\b")


def ages(case: Case, chance: Random) -> Iterator[Fault]:
    """Make somebody some years older or younger."""
    owners: dict[int | float | None, set[str]] = {}
    for age in case.all(Age):
        owners.setdefault(age.years, set()).add(age.who)
    for age in case.all(Age):
        number = re.search(r"\d+|[a-z]+", age.spans[0].text)
        years = _number(number.group()) if number else None
        if number is None or years is None or age.years != years:
            continue
        other = years + chance.choice([step for step in _STEPS if years + step > 0])
        at = age.spans[0].part(age.spans[0].start + number.start(), age.spans[0].start + number.end())
        words = "|".join((str(years), _word(years)))
        again = rf"(?:, |\(|\baged? |\bturn(?:s|ed) )(?:{words})(?=[,.) ])|\b(?:{words})[- ]years?[- ]old"
        twice = len(owners[age.years]) == 1 and _elsewhere(case, at, again, nearest=2)
        yield Fault(at=at, instead=_like(number.group(), other), twice=twice)


def years(case: Case, chance: Random) -> Iterator[Fault]:
    """Move a year."""
    for found in _YEAR.finditer(case.story.text):
        sentence = _sentence(case.story.text, found.start())
        other = int(found.group()) + chance.choice(_STEPS)
        at = Span.of(case.story.text, found.start(), found.end())
        yield Fault(at=at, instead=str(other), twice=bool(_TOLD_AGAIN.search(sentence)))


def counts(case: Case, chance: Random) -> Iterator[Fault]:
    """Give people one or two children more or fewer."""
    for count in case.all(Count):
        span = count.spans[0]
        number = next((one for one in re.finditer(r"\d+|[a-z]+", span.text) if _number(one.group()) == count.n), None)
        if number is None or count.ordinal or not re.search(_CHILDREN, span.text) or count.n < 1:
            continue
        other = int(count.n) + chance.choice([step for step in (-2, -1, 1, 2) if count.n + step > 0])
        at = span.part(span.start + number.start(), span.start + number.end())
        again = rf"\b(?:{count.n:g}|{_word(int(count.n))}) {_CHILDREN}"
        twice = bool(_LISTED.match(case.story.text, span.end)) or _elsewhere(case, at, again)
        yield Fault(at=at, instead=_like(number.group(), other), twice=twice)


def weekdays(case: Case, chance: Random) -> Iterator[Fault]:
    """Name another day of the week beside a date."""
    for day in written_days(case.story.text):
        if day.weekday is None or not (day.year or case.story.published):
            continue
        word = re.match(r"\w+", day.span.text)
        if word and word.group() in WEEKDAYS:
            other = WEEKDAYS[(day.weekday + chance.randint(1, 6)) % 7]
            yield Fault(at=day.span.part(day.span.start, day.span.start + word.end()), instead=other, twice=True)


def kin_words(case: Case, chance: Random) -> Iterator[Fault]:
    """Call a son a father, a wife a sister."""
    aged, seen = {age.who for age in case.all(Age)}, set()
    for kin in case.all(Kin):
        for span in kin.spans if kin.relation in ("parent", "spouse", "sibling") else ():
            found = _KIN_WORD.search(span.text)
            if found and span not in seen:
                seen.add(span)
                at = span.part(span.start + found.start(), span.start + found.end())
                both_aged = kin.relation == "parent" and {kin.from_, kin.to} <= aged
                yield Fault(at=at, instead=_KIN[found.group()], twice=both_aged or len(kin.spans) > 1)


KINDS: Mapping[str, Kind] = {
    "age": ages,
    "year": years,
    "count": counts,
    "weekday": weekdays,
    "kin word": kin_words,
}


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else None


def _word(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _like(old: str, number: int) -> str:
    """Write a number as the old one was: in digits or as a word."""
    return str(number) if old.isdigit() else _word(number)


def _elsewhere(case: Case, at: Span, pattern: str, *, nearest: int = 0) -> bool:
    """Tell whether a pattern occurs at another place, further than some characters away."""
    return any(
        found.end() < at.start - nearest or found.start() > at.end + nearest
        for found in re.finditer(pattern, case.story.text)
    )


def _sentence(text: str, offset: int) -> str:
    start = max(text.rfind(mark, 0, offset) for mark in (". ", "! ", "? ", "\n")) + 1
    found = _SENTENCE.match(text, max(start, offset - 300))
    return found.group() if found else ""
