"""Asks whether one changed digit or word would make everything fit: "1984 would fit"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from onrecord.check.proof import all_facts
from onrecord.check.written_days import WEEKDAYS
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.statement import Age, Count, Event, Kin, Statement
from onrecord.model.when import When, interval
from onrecord.prove import conflicts

Rerun = Callable[[Case], Iterable[Finding | Held]]

# A longer story is not worth the time: each change is checked anew.
_MOST_STATEMENTS, _MOST_CHANGES = 200, 100
_AROUND, _LONGEST = 30, 400  # characters
_LATEST_YEAR = 2099
_DIGITS = re.compile(r"(?<![\d.,])\d{1,4}(?![\d,]|\.\d)")
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_KIN = {"father": "son", "son": "father", "mother": "daughter", "daughter": "mother", "dad": "son", "mom": "daughter"}
_KIN_WORD = re.compile(rf"\b(?:{'|'.join(_KIN)})\b")


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One word or number of the story, another that may have been meant, and the case as it would then be."""

    told: str
    instead: str
    case: Case


def asked(case: Case, finding: Finding, rerun: Rerun) -> Finding:
    """Return the finding, with a question at the end of its reasons where just one change clears it.

    A change is one digit, one number in words, one weekday, or a parent called a child, in the words that the finding
    rests on. With it the check must hold what it found wrong, and find nothing else, and no other days may clash. Where
    two changes would do, either may have been meant, and nothing is asked.
    """
    if finding.level not in ("impossible", "unlikely"):
        return finding
    if len(case.statements) > _MOST_STATEMENTS:
        return finding
    near, changes = (case, [*_in_statements(case, finding)]) if finding.statements else _in_text(case, finding)
    if len(changes) > _MOST_CHANGES:
        return finding
    now, clashes = _Said.of(rerun(near)), _clashes(near)
    fit = [
        change
        for change in changes
        if (then := _Said.of(rerun(change.case))).found < now.found
        and then.held > now.held
        and _clashes(change.case) <= clashes
    ]
    if len(fit) != 1:
        return finding
    question = f"a slip at “{fit[0].told}”? “{fit[0].instead}” would fit"
    return msgspec.structs.replace(finding, reason=(*finding.reason, question))


class _Said(NamedTuple):
    """What a check found, by its words, and how much it held."""

    found: set[str]
    held: int

    @classmethod
    def of(cls, results: Iterable[Finding | Held]) -> _Said:
        told = list(results)
        found = {one.message for one in told if isinstance(one, Finding)}
        return cls(found, sum(isinstance(one, Held) for one in told))


def _clashes(case: Case) -> set[frozenset[str]]:
    return {frozenset(fact.id for fact in clash.facts) for clash in conflicts(all_facts(case))}


def _in_text(case: Case, finding: Finding) -> tuple[Case, list[Change]]:
    """Return a case of the words of a finding and a little around them, for it rests on no more, and its changes."""
    begin = max(0, min(says.start for says in finding.spans) - _AROUND)
    text = case.story.text[begin : begin + _LONGEST]
    near = Case(story=msgspec.structs.replace(case.story, text=text, headline=None))
    changes = []
    for says in dict.fromkeys(finding.spans):
        for found, instead in _others(text, says.start - begin, says.end - begin):
            changed = msgspec.structs.replace(near.story, text=text[: found.start()] + instead + text[found.end() :])
            changes.append(Change(told=found.group(), instead=instead, case=Case(story=changed)))
    return near, changes


def _in_statements(case: Case, finding: Finding) -> Iterator[Change]:
    """Change what the statements that clash say, one at a time."""
    for known in finding.statements:
        told = next((one for one in case.statements if one.id == known), None)
        for word, instead, other in _other_statements(told, case.story.published) if told else ():
            statements = tuple(other if one is told else one for one in case.statements)
            yield Change(told=word, instead=instead, case=msgspec.structs.replace(case, statements=statements))


def _other_statements(told: Statement, published: date | None) -> Iterator[tuple[str, str, Statement]]:
    words = told.spans[0].text
    if isinstance(told, Age) and told.years is not None and told.under_months - told.at_least_months == 12:
        for found, instead in _others(words):
            years = _value(instead)
            age = {"years": years, "at_least_months": 12 * years, "under_months": 12 * years + 12}
            yield found.group(), instead, msgspec.structs.replace(told, **age)
    elif isinstance(told, Count) and not told.ordinal:
        for found, instead in _others(words):
            yield found.group(), instead, msgspec.structs.replace(told, n=_value(instead))
    elif isinstance(told, Event) and told.when and told.when.text:
        for found, instead in _others(told.when.text):
            when = _in_year(told.when, found.group(), instead, published)
            if when:
                yield found.group(), instead, msgspec.structs.replace(told, when=when)
    elif isinstance(told, Kin) and told.relation == "parent" and (kin := _KIN_WORD.search(words)):
        yield kin.group(), _KIN[kin.group()], msgspec.structs.replace(told, from_=told.to, to=told.from_)


def _others(words: str, start: int = 0, end: int | None = None) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each number or weekday in some words with each that differs by one digit or word."""
    end = len(words) if end is None else end
    for found in _DIGITS.finditer(words, start, end):
        number = found.group()
        for place, digit in enumerate(number):
            for other in "0123456789":
                if other != digit and (other != "0" or place > 0):
                    yield found, number[:place] + other + number[place + 1 :]
    for pattern, names in ((_WORD, _WORDS), (_WEEKDAY, WEEKDAYS)):
        for found in pattern.finditer(words, start, end):
            yield from ((found, other) for other in names if other.lower() != found.group().lower())


def _value(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS.index(words.lower()) + 1


def _in_year(when: When, year: str, instead: str, published: date | None) -> When | None:
    """Return a past time in another past year, None where its words tell it otherwise than by that year."""
    days, last = (when.earliest, when.latest), published or date(_LATEST_YEAR, 12, 31)
    if len(year) != 4 or not year.isdigit():  # "four years ago"
        return None
    if int(instead) > last.year or any(day is not None and day.year != int(year) for day in days):
        return None
    try:
        first, end = (day.replace(year=int(instead)) if day else None for day in days)
    except ValueError:  # 29 February
        return None
    text = (when.text or "").replace(year, instead)
    return When(edtf=interval(first, end).edtf, earliest=first, latest=end, text=text)
