"""Flags "the 49-year-old actress" where the one whom the story was telling of is told to be 40."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.check.proof import births_by_person, statement_of
from onrecord.check.sentence import in_quotation, sentence_around
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.person import Mention, Person
from onrecord.model.span import Span
from onrecord.model.statement import Age

_MOST_LOOKED_AT = 50  # "the 49-year-old" so often; honest stories have fewer
YOUNGEST_YEARS = 16  # a younger one may be a child without a name
_BACK_SENTENCES = 3
_HE = "actor|man|father|dad|husband|businessman|prince|king|hunk"
_SHE = "actress|woman|mother|mom|mum|wife|businesswoman|comedienne|songstress|princess|queen|duchess|beauty|diva"
_EITHER = (
    "star|starlet|superstar|singer|rapper|musician|performer|entertainer|artist|model|supermodel|director|producer"
    "|filmmaker|comedian|writer|author|(?:co-)?host|presenter|personality|celebrity|celeb|mogul|designer|dancer|athlete"
    "|player|footballer|boxer|golfer|politician|senator|lawmaker|candidate|winner|nominee|native|royal|sovereign|monarch"
    "|heir|heiress|billionaire|newlywed|icon|songwriter|screenwriter|journalist|reporter|teacher|lawyer|parent"
)
_NOUN = rf"(?P<noun>(?P<he>{_HE})|(?P<she>{_SHE})|{_EITHER})\b(?!-)"
_WORDS = r"(?:[A-Za-z][\w’'-]{0,20} ){0,6}?"
_NO_NOUN = (
    r"(?=[.,;!?]| (?:is|was|has|had|will|would|also|recently|later|then|previously|reportedly|who|said|says|told|wrote"
    r"|made|took|wants|[a-z]{2,12}ed)\b)"
)
_TOLD = re.compile(
    rf"\b[Tt]he (?:now |[a-z]+-[a-z]+ )?(?P<age>[1-9][0-9])-year-old(?:{_NO_NOUN}| {_WORDS}{_NOUN})"
    rf"|\b[Tt]he {_WORDS}{_NOUN.replace('?P<', '?P<of_')}, (?P<of_age>[1-9][0-9])(?=,)"
)
_OWNS = re.compile(r"['’]s?\b|['’](?= )")


def check(case: Case) -> Iterator[Finding]:
    """Look at each "the 49-year-old actress" of an age that the story gives nobody, and at whom it told of before.

    Where that is one person alone, of a fitting gender and with another age at the name, one of the two ages is wrong,
    or the words are about somebody else.
    """
    ages = {age.years for age in case.all(Age)}
    told = _ages_at_names(case)
    for found in islice(_TOLD.finditer(case.story.text), _MOST_LOOKED_AT) if told else ():
        words = Span(found.start(), found.end(), found.group())
        years = int(found["age"] or found["of_age"])
        if years < YOUNGEST_YEARS or years in ages or in_quotation(case, words) or _is_told_first(case, words, years):
            continue
        person = _told_of_before(case, words, _pronoun(found))
        if person and person.id in told:
            yield _finding(words, years, person, told[person.id])


def _is_told_first(case: Case, words: Span, years: int) -> bool:
    """Tell whether the number stands before the words: "a 49-year-old guard" may have been told of, without a name."""
    return re.search(rf"\b{years}\b", case.story.text[: words.start]) is not None


def _ages_at_names(case: Case) -> dict[str, Age]:
    """Return by person the first age that is told at the name, as a fact of the story's own day."""
    told: dict[str, Age] = {}
    for person, facts in births_by_person(case).items():
        for age in (statement_of(case, fact) for fact in facts):
            if isinstance(age, Age) and age.years is not None and not age.other_time and age.when is None:
                told.setdefault(person, age)
    return told


def _pronoun(found: re.Match[str]) -> str | None:
    if found["he"] or found["of_he"]:
        return "he"
    return "she" if found["she"] or found["of_she"] else None


def _told_of_before(case: Case, words: Span, pronoun: str | None) -> Person | None:
    """Return whom the nearest sentence before tells of: its only person, or its first if the story tells most of them.

    Whoever is named before in the sentence itself is hardly meant, unless as an owner ("Kim's agent says the actress").
    """
    text, end = case.story.text, words.start
    for back in range(_BACK_SENTENCES):
        start, _ = sentence_around(text, Span(max(0, end - 2 * (back > 0)), end, ""))
        met = [
            (mention, person)
            for person in case.people
            for mention in person.mentions
            if start <= mention.start and mention.end <= end
        ]
        if met:
            if back == 0 and not all(one.form == "name" and _OWNS.match(text, one.end) for one, _ in met):
                return None
            return _leading(case, met, pronoun)
        end = start
    return None


def _leading(case: Case, met: list[tuple[Mention, Person]], pronoun: str | None) -> Person | None:
    people = {person.id: person for _, person in met if pronoun is None or person.pronoun in (None, pronoun)}
    if len(people) == 1:
        return next(iter(people.values()))
    _, first = min(met, key=lambda one: one[0].start)
    most = max(case.people, key=lambda person: len(person.mentions))
    return first if first is most and first.id in people else None


def _finding(words: Span, years: int, person: Person, age: Age) -> Finding:
    return Finding(
        level="unclear",
        message=f"“{words.text}”: nobody in the story is {years}, and {person.name} is {age.years:g}",
        spans=(
            Says.of(words, f"{years}, of whoever was told of before"),
            Says.of(age.spans[0], f"{person.name} is {age.years:g}"),
        ),
        reason=(
            f"the one person told of right before: {person.name}, {age.years:g}",
            f"an age of {years} is told of nobody",
        ),
        statements=(age.id,),
    )
