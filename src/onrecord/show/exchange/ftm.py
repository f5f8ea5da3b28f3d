"""Writes people, kin and stories as FollowTheMoney entities, for investigative databases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.model.record import Fact, Kept
from onrecord.model.statement import Event, Kin
from onrecord.model.when import Interval
from onrecord.show.exchange.exported import Exported, Whole, counted

_GENDER = {"she": "female", "he": "male"}


def entities(whole: Whole) -> Exported:
    """Return one entity a line: Person, Family and Article, with their properties as lists.

    See https://followthemoney.tech/explorer/. Its dates are days, months or years; others are left out.
    """
    lost: Counter[str] = Counter()
    lines = [*_articles(whole), *_people(whole, lost), *_families(whole, lost)]
    return Exported("".join(msgspec.json.encode(line).decode() + "\n" for line in lines), counted(lost))


def _articles(whole: Whole) -> Iterator[dict[str, Any]]:
    for key, story in whole.collection.stories.items():
        told = {
            "title": story.headline,
            "publisher": story.outlet,
            "publishedAt": story.published and story.published.isoformat(),
            "sourceUrl": story.url,
        }
        yield _entity(key, "Article", {name: [value] for name, value in told.items() if value})


def _people(whole: Whole, lost: Counter[str]) -> Iterator[dict[str, Any]]:
    deaths: dict[str, list[str]] = {}
    for fact in whole.facts:
        first = fact.statements[0]
        if isinstance(first, Event) and first.event == "death" and first.when and first.reported == "fact":
            for who in first.who:
                deaths.setdefault(who, []).extend(_date(first.when.interval, "death", lost))
        elif not isinstance(first, Kin):
            lost["ages, counts, events, quotations and claims"] += len(fact.statements)
    for person in whole.collection.case.people:
        birth = whole.births.get(person.id)
        lost["ages and births that the others exclude"] += len(birth.against) if birth else 0
        told = {
            "name": [person.name],
            "alias": [alias for alias in person.aliases if alias != person.name],
            "gender": [_GENDER[person.pronoun]] if person.pronoun in _GENDER else [],
            "birthDate": _date(birth.born, "birth", lost) if birth else [],
            "deathDate": deaths.get(person.id, []),
        }
        yield _entity(person.id, "Person", {name: values for name, values in told.items() if values})


def _families(whole: Whole, lost: Counter[str]) -> Iterator[dict[str, Any]]:
    for fact in whole.facts:
        first = fact.statements[0]
        if isinstance(first, Kin):
            relation = "-".join(part for part in (first.detail, first.relation) if part)
            told = {
                "person": [first.from_],
                "relative": [first.to],
                "relationship": [relation if first.status == "current" else f"{first.status} {relation}"],
                "description": ["reported, not stated"] if first.reported == "claim" else [],
                **_sources(whole, fact),
            }
            yield _entity(first.id, "Family", {name: values for name, values in told.items() if values})


def _sources(whole: Whole, fact: Fact) -> dict[str, list[str]]:
    stories: dict[str, Kept] = {(story := whole.collection.story(one)).key: story for one in fact.statements}
    return {
        "publisher": sorted({story.outlet for story in stories.values() if story.outlet}),
        "sourceUrl": sorted({story.url for story in stories.values() if story.url}),
    }


def _entity(id_: str, kind: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    return {"id": id_.replace(".", "-"), "schema": kind, "properties": {
        name: [value.replace(".", "-") if name in ("person", "relative") else value for value in values]
        for name, values in properties.items()
    }}  # fmt: skip


def _date(days: Interval, what: str, lost: Counter[str]) -> list[str]:
    """Return a day, a month or a year, the shortest that holds all the days; nothing where even the year is open."""
    first, last = str(days.earliest or ""), str(days.latest or "")
    for letters in (10, 7, 4):
        if first and first[:letters] == last[:letters]:
            return [first[:letters]]
    lost[f"{what}s that may lie in several years"] += 1
    return []
