"""Turns the statements of a story into facts about days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.model.born import born, says_born, whose_birth
from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.statement import Age, Count, Event, Kin, Statement
from onrecord.model.when import Interval
from onrecord.prove.facts import Fact, Way, apart, before, either, within
from onrecord.prove.wording import THE_DAY, age_in_words, birth_in_words, in_days, on_which_day

AGE_GAP = "age gap in years"
_NEAR = 80  # characters
_BREAK = re.compile(r"[,;:.!?()—–\n]")
_YEAR = re.compile(r"\b\d{4}\b")
_NOT_SURE = frozenset("~?%")
_OLDER = {"parent": "a parent of", "grandparent": "a grandparent of"}


class BirthTold(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that tells when somebody was born. ``days`` is None for an age on a story's unknown day."""

    who: str
    statement: Age | Event
    days: Interval | None


def facts_of(case: Case, who: Mapping[str, str] | None = None) -> tuple[Fact, ...]:
    """Return what a story states as a fact about days: ages, births, deaths, events, parents, gaps in age.

    ``who`` gives the id across stories for the person ids of the case; whoever is not in it stays a person of this
    story alone. One statement is one fact, whose id is the story's id, "#" and the statement's.
    """
    return (*birth_facts(case, who), *other_facts(case, who))


def birth_facts(case: Case, who: Mapping[str, str] | None = None) -> Iterator[Fact]:
    """Yield a fact for each statement of an age or a birth; see ``facts_of``."""
    told: dict[str, list[BirthTold]] = {}
    for one in births_told(case):
        told.setdefault(one.statement.id, []).append(one)
    people = _People(case, who or {})
    for of_one_statement in told.values():
        yield people.births(of_one_statement)


def other_facts(case: Case, who: Mapping[str, str] | None = None) -> Iterator[Fact]:
    """Yield a fact for each statement of a parent, a gap in age, a death or another event; see ``facts_of``."""
    people = _People(case, who or {})
    for statement in case.statements:
        if isinstance(statement, Kin | Count | Event) and statement.reported == "fact":
            fact = (
                people.kin(statement) if isinstance(statement, Kin)
                else people.gap(statement) if isinstance(statement, Count)
                else people.event(statement)
            )  # fmt: skip
            if fact is not None:
                yield fact


def births_told(case: Case) -> Iterator[BirthTold]:
    """Yield what the story states as a fact about births, in the order of the text, each with whose it is."""
    people = {person.id: person for person in case.people}
    children = {kin.to for kin in case.all(Kin) if kin.relation == "parent"}
    for statement in case.statements:
        if not isinstance(statement, Age | Event) or statement.reported != "fact":
            continue
        days = born(statement, case.story.published)
        if days is None and not _is_of_now(statement, case.story.published):
            continue
        if isinstance(statement, Event) and days and _is_to_come(days, case.story.published):
            continue
        for who in whose_birth(statement, children):
            if isinstance(statement, Age) or _is_named_or_born(people[who], statement):
                yield BirthTold(who=who, statement=statement, days=days)


def birth_of(person: str) -> str:
    """Return the point of somebody's birth."""
    return f"birth of {person}"


def death_of(person: str) -> str:
    """Return the point of somebody's death."""
    return f"death of {person}"


def day_of(story: str) -> str:
    """Return the point of a story's own day, where nobody told it."""
    return f"day of {story}"


def _is_of_now(statement: Age | Event, published: date | None) -> bool:
    """Tell whether an age holds on the story's own unknown day."""
    return published is None and isinstance(statement, Age) and statement.when is None and not statement.other_time


def _is_to_come(days: Interval, published: date | None) -> bool:
    """Tell whether a birth is only expected: then it is of nobody whom the story gives an age."""
    return published is not None and days.earliest is not None and days.earliest > published


def _is_named_or_born(person: Person, birth: Event) -> bool:
    """Tell whether the words are about the one who was born: "gave birth" alone is about the mother."""
    return any(
        says_born(words)
        or any(words.start <= mention.start and mention.end <= words.end for mention in person.mentions)
        for words in birth.spans
    )


class _People:
    """The people of a story under their ids across stories, and what is told of them as facts."""

    def __init__(self, case: Case, who: Mapping[str, str]) -> None:
        self.story, self.text, self.times = case.story, case.story.text, case.times
        self.ids = {person.id: who.get(person.id, f"{case.story.id}#{person.id}") for person in case.people}
        self.named = {person.id: person.name for person in case.people}

    def births(self, told: Sequence[BirthTold]) -> Fact:
        """Say when those were born of whom one statement tells it."""
        statement = told[0].statement
        names = [(birth_of(self.ids[one.who]), f"{self.named[one.who]}'s birth") for one in told]
        if told[0].days is None and isinstance(statement, Age):
            today = day_of(self.story.id)
            least, under = statement.at_least_months, statement.under_months
            way = apart(names[0][0], today, at_least_months=least, under_months=under, at_event=False)
            names.append((today, THE_DAY))
        else:
            way = tuple(bound for one in told if one.days for bound in within(birth_of(self.ids[one.who]), one.days))
        line = ", ".join(birth_line(self.named[one.who], one, self.story.published) for one in told)
        return self._fact(statement, line, (way,), names)

    def kin(self, kin: Kin) -> Fact | None:
        """Say that a parent or grandparent was born before the child; relatives by law or adoption need not be."""
        if kin.relation not in _OLDER or kin.detail:
            return None
        older, younger = birth_of(self.ids[kin.from_]), birth_of(self.ids[kin.to])
        one, other = self.named[kin.from_], self.named[kin.to]
        names = ((older, f"{one}'s birth"), (younger, f"{other}'s birth"))
        line = f"{one} is {_OLDER[kin.relation]} {other}, and born before"
        return self._fact(kin, line, (before(older, younger, same_day=False),), names)

    def gap(self, count: Count) -> Fact | None:
        """Say how far two births lie apart, whoever is the older one; a gap may be rounded either way."""
        pair = tuple(dict.fromkeys(count.who))
        if count.what != AGE_GAP or len(pair) != 2:
            return None
        one, other = (birth_of(self.ids[person]) for person in pair)
        least, under = (int(count.n) - 1) * 12, (int(count.n) + 1) * 12
        ways = either(*(_gap(*order, least, under) for order in ((one, other), (other, one))))
        names = [(birth_of(self.ids[person]), f"{self.named[person]}'s birth") for person in pair]
        line = f"{self.named[pair[0]]} and {self.named[pair[1]]}: {count.n:g} years apart, give or take one"
        return self._fact(count, line, ways, names)

    def event(self, event: Event) -> Fact | None:
        """Say that nobody meets, marries or parts before being born, or dead, and that everybody dies once.

        Only times told with their year, in the clause of the event, count: what else dates it is a reading, and no
        proof.
        """
        when = event.when
        known = when and _YEAR.search(when.text or "") and not _NOT_SURE & set(when.edtf or "")
        days = when.interval if when and known and self._is_in_its_clause(event) else None
        if event.event in ("birth", "other") or days is None or (event.event == "death" and len(event.who) != 1):
            return None
        point = death_of(self.ids[event.who[0]]) if event.event == "death" else f"{self.story.id}#{event.id}"
        way = list(within(point, days))
        names = [(point, f"{self.named[event.who[0]]}'s {event.event.replace('_', ' ')}")]
        for person in dict.fromkeys(event.who):
            birth, death = birth_of(self.ids[person]), death_of(self.ids[person])
            names += [(birth, f"{self.named[person]}'s birth"), (death, f"{self.named[person]}'s death")]
            way += [*before(birth, point), *(() if event.event == "death" else before(point, death))]
        who = " and ".join(self.named[person] for person in dict.fromkeys(event.who))
        line = f"{event.event.replace('_', ' ')} of {who}: {in_days(days)}"
        return self._fact(event, line, (tuple(way),), names)

    def _is_in_its_clause(self, event: Event) -> bool:
        """Tell whether its time stands in or before the words of an event, or behind them without a comma between."""
        times = [time for time in self.times if event.when and time.text == event.when.text]
        return not times or any(
            words.start - _NEAR <= time.start < words.end
            or (words.end <= time.start <= words.end + _NEAR and not _BREAK.search(self.text, words.end, time.start))
            for words in event.spans
            for time in times
        )

    def _fact(self, statement: Statement, line: str, ways: tuple[Way, ...], names: Iterable[tuple[str, str]]) -> Fact:
        return Fact(id=f"{self.story.id}#{statement.id}", line=line, ways=ways, names=tuple(names))


def _gap(older: str, younger: str, least: int, under: int) -> Way:
    """Say that one birth comes some months after the other, as a whole-month gap is counted from either end."""
    ahead = before(older, younger)
    return (*ahead, *apart(older, younger, at_least_months=max(0, least), under_months=under, at_event=False))


def birth_line(name: str, told: BirthTold, published: date | None) -> str:
    """Write what a statement tells of a birth: "Paul, 67 on 2025-11-13: born 1957-11-14 to 1958-11-13"."""
    if isinstance(told.statement, Event):
        return f"{name}: born {birth_in_words(told.statement)}, {in_days(told.days or Interval())}"
    line = f"{name}, {age_in_words(told.statement)} on {on_which_day(told.statement, published)}"
    return f"{line}: born {in_days(told.days)}" if told.days else line
