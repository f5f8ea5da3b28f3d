"""Puts what several stories say into one case, in which one person is one person."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.record import Collection, Kept
from onrecord.model.source import Source, Voice
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement, about
from onrecord.model.story import Story

_Told = TypeVar("_Told", Statement, Source)


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What one story has to give: some of its statements and sources, and its people by the ids of the record."""

    story: Kept
    people: Mapping[str, tuple[str, Person]]
    """By the person's id in the story: the id in the record, and the person."""
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...] = ()


def collect(parts: Iterable[Part]) -> Collection:
    """Put parts of stories together, in the order of the stories' days.

    A copy of a text of which another copy tells as much and more (the day, the outlet) is left out. So is what is told
    of somebody who has no name, as people of a family file may, and is nobody of the record; it is counted.
    """
    kept = sorted(_fullest(parts), key=lambda part: order(part.story))
    met: defaultdict[str, list[Person]] = defaultdict(list)
    statements: list[Statement] = []
    sources: list[Source] = []
    for part in kept:
        key = part.story.key
        for who, person in part.people.values():
            met[who].append(person)
        rename = _renamer(key, {person: who for person, (who, _) in part.people.items()})
        statements += [rename(statement) for statement in part.statements]
        sources += [msgspec.structs.replace(source, id=f"{key}.{source.id}") for source in part.sources]
    of_people = [statement for statement in statements if met.keys() >= {*about(statement)}]
    return Collection(
        case=Case(
            story=Story(id="", text=""),
            people=tuple(_person(who, people) for who, people in met.items()),
            statements=tuple(of_people),
            sources=tuple(sources),
        ),
        stories={part.story.key: part.story for part in kept},
        of_nameless=len(statements) - len(of_people),
    )


def order(story: Kept) -> tuple[bool, str, str]:
    """Return what stories are sorted by: their day, those without one last, then their keys."""
    return (story.published is None, str(story.published), story.key)


def _fullest(parts: Iterable[Part]) -> list[Part]:
    by_text: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_text[part.story.text].append(part)
    return [
        part
        for copies in by_text.values()
        for part in copies
        if not any(_less(part.story, one.story) for one in copies)
    ]


def _less(one: Kept, other: Kept) -> bool:
    """Tell whether the other copy of a text knows all that the one knows, and something besides."""
    mine, theirs = ((kept.outlet, kept.published, kept.url) for kept in (one, other))
    return mine != theirs and all(a is None or a == b for a, b in zip(mine, theirs, strict=True))


def _person(who: str, met: list[Person]) -> Person:
    names = Counter(person.name for person in met)
    said = Counter(alias for person in met for alias in (person.name, *person.aliases))
    pronouns = Counter(person.pronoun for person in met if person.pronoun)
    return Person(
        id=who,
        name=best_name(names),
        aliases=tuple(sorted(said, key=lambda alias: (-said[alias], alias))),
        pronoun=sorted(pronouns.items(), key=lambda item: (-item[1], item[0]))[0][0] if pronouns else None,
    )


def best_name(names: Mapping[str, int]) -> str:
    """Return the name that most stories use: not in capitals, and of more than one word, where there is one."""
    return min(names, key=lambda name: (" " not in name, name.isupper(), -names[name], name))


def _renamer(key: str, people: Mapping[str, str]) -> Callable[[Statement], Statement]:
    def who(person: str | None) -> str | None:
        return None if person is None else people.get(person, f"{key}.{person}")

    def all_of(several: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(people.get(person, f"{key}.{person}") for person in several)

    def source(name: str | None) -> str | None:
        return None if name is None else f"{key}.{name}"

    def rename(told: Statement) -> Statement:
        changed: dict[str, Any] = {"id": f"{key}.{told.id}"}
        if told.by:
            changed["by"] = tuple(Voice(who(link.person), source(link.source), link.outlet) for link in told.by)
        match told:
            case Age():
                changed["who"] = who(told.who)
            case Kin():
                changed |= {"from_": who(told.from_), "to": who(told.to)}
            case Count():
                changed |= {"who": all_of(told.who), "of": who(told.of)}
            case Event():
                changed["who"] = all_of(told.who)
            case Quote() | Claim():
                changed |= {
                    "speaker": who(told.speaker),
                    "also": all_of(told.also),
                    "source": source(told.source),
                }
        return msgspec.structs.replace(told, **changed)

    return rename
