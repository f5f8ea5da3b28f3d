"""Reads corpora of single facts about kin: Re-DocRED, KnowledgeNet, and the family relations of FewRel."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from pathlib import Path
from typing import Any

from training.corpora.plain import document, rows, stretch, texts
from training.corpora.treebanks import without_title
from training.example import Example, Kin, Mention, Stretch

Fact = tuple[str, Stretch, Stretch]
"""A relation and the words of its two sides."""

_BOTH_WAYS = {"P26": "spouse", "P3373": "sibling", "spouse": "spouse", "SPOUSE": "spouse"}
_TAIL_IS_PARENT = frozenset(("P22", "P25", "mother", "CHILD_OF"))
_HEAD_IS_PARENT = frozenset(("P40", "child"))
_PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_UNCLEAR = frozenset("who whom whose they them their theirs i me my mine we us our you your himself herself it".split())
_NO_NAMES = _UNCLEAR | _PRONOUNS.keys()


def redocred(path: Path) -> Iterator[Example]:
    """Yield the Wikipedia passages of Re-DocRED with their people, in full, and who is kin to whom.

    A pair without a relation is no kin, unless kin of both tie them to each other: the corpus knows no grandparents
    and no in-laws.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        passages = json.load(file)
    for passage in passages:
        words, places = _kept(word for sentence in passage["sents"] for word in sentence)
        firsts = [0]
        for sentence in passage["sents"]:
            firsts.append(firsts[-1] + len(sentence))
        mentions = _apart(
            _mention(
                words, places[firsts[named["sent_id"]] + start], places[firsts[named["sent_id"]] + end], str(entity)
            )
            for entity, vertex in enumerate(passage["vertexSet"])
            for named in vertex
            if named["type"] == "PER"
            for start, end in (named["pos"],)
        )
        people = {mention.entity for mention in mentions}
        told = [
            kin
            for fact in passage["labels"]
            if (kin := _fact(fact["r"], str(fact["h"]), str(fact["t"]))) and people >= {kin.first, kin.second}
        ]
        yield Example(
            id=passage["title"],
            corpus="redocred",
            words=words,
            stretches={"person": tuple((mention.start, mention.end) for mention in mentions)},
            mentions=mentions,
            forms=frozenset(("name",)),
            kin=(*dict.fromkeys(told), *_strangers(people, told)),
        )


def fewrel(path: Path) -> Iterator[Example]:
    """Yield sentences that tell of one mother, child or spouse each; those of other relations are left out."""
    for number, row in enumerate(rows(path)):
        words, places = _kept(row["tokens"])
        kin = _fact(row["relation"], "head", "tail")
        if kin is None:
            continue
        mentions = _apart(
            _mention(words, places[at[0]], places[at[-1] + 1], entity)
            for entity in ("head", "tail")
            for at in row[f"{entity}_at"]
        )
        if {mention.entity for mention in mentions} == {"head", "tail"}:
            yield Example(
                id=f"{path.name.partition('.')[0]}-{number}",
                corpus="fewrel",
                words=words,
                mentions=mentions,
                kin=(kin,),
            )


def knowledgenet(path: Path) -> Iterator[Example]:
    """Yield web sentences with the marriages and children that are marked in them.

    The corpus does not say which "he" is which name. Facts between two names and facts with a pronoun therefore make
    examples of their own, in which no two entities can be one person.
    """
    told_of_kin = sorted((row for row in rows(path) if row["property"] in ("SPOUSE", "CHILD_OF")), key=_text)
    for number, (text, group) in enumerate(groupby(told_of_kin, _text)):
        laid = document(text).words
        words = texts(laid)
        facts = []
        for row in group:
            first, second = (
                stretch(laid, text, row[side]["start"], row[side]["end"]) for side in ("subject", "object")
            )
            if first and second:
                facts.append((row["property"], first, second))
        for part, told in enumerate(_parted(words, facts)):
            if example := _reading(f"knowledgenet-{number}-{part}", words, told):
                yield example


def _text(row: Mapping[str, Any]) -> str:
    return str(row["text"])


def _parted(words: Sequence[str], facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts between two names, then those between names and the pronoun that has most of them."""
    yield [fact for fact in facts if not any(_low(words, side) in _NO_NAMES for side in fact[1:])]
    owned: dict[Stretch, list[tuple[Fact, Stretch]]] = {}
    for fact in facts:
        for side, other in (fact[1:], fact[:0:-1]):
            if _low(words, side) in _PRONOUNS and _low(words, other) not in _NO_NAMES:
                owned.setdefault(side, []).append((fact, other))
    if owned:
        most = max(owned, key=lambda pronoun: len(owned[pronoun]))
        kin = {(fact[0], other) for fact, other in owned[most]}
        yield [
            fact
            for pronoun, told in owned.items()
            if _PRONOUNS[_low(words, pronoun)] == _PRONOUNS[_low(words, most)]
            and any((other_fact[0], other) in kin for other_fact, other in told)
            for fact, _ in told
        ]


def _low(words: Sequence[str], part: Stretch) -> str:
    return " ".join(words[part[0] : part[1]]).lower()


def _reading(name: str, words: tuple[str, ...], facts: Sequence[Fact]) -> Example | None:
    """Make an example of facts; None when there is none, or when two of its entities may be one person."""
    mentions: dict[Stretch, Mention] = {}
    kin: dict[Kin, None] = {}
    for kind, *sides in facts:
        pair = [mentions.setdefault(side, _mention(words, *side, _who(words, side))).entity for side in sides]
        if told := _fact(kind, pair[0], pair[1]):
            kin[told] = None
    apart = {frozenset((told.first, told.second)) for told in kin}
    entities = {mention.entity for mention in mentions.values()}
    for both in combinations(entities, 2):
        shorter, longer = sorted((set(entity.split()) for entity in both), key=len)
        if shorter <= longer and frozenset(both) not in apart:
            return None
    return (
        Example(id=name, corpus="knowledgenet", words=words, mentions=_apart(mentions.values()), kin=tuple(kin))
        if kin
        else None
    )


def _who(words: Sequence[str], side: Stretch) -> str:
    """Return what the mentions of one person share: the name, or the gender of the pronoun."""
    told = _low(words, side)
    return _PRONOUNS.get(told, told)


def _fact(relation: str, head: str, tail: str) -> Kin | None:
    """Return a relation in the common form: "father" of Wikidata says that the tail is the father of the head."""
    if head == tail:
        return None
    if relation in _BOTH_WAYS:
        return Kin(min(head, tail), max(head, tail), _BOTH_WAYS[relation])
    if relation in _TAIL_IS_PARENT:
        return Kin(tail, head, "parent")
    return Kin(head, tail, "parent") if relation in _HEAD_IS_PARENT else None


def _strangers(people: set[str], told: Iterable[Kin]) -> Iterator[Kin]:
    """Yield the pairs of people whom no chain of kin ties together."""
    family = {person: {person} for person in people}
    for kin in told:
        joined = family[kin.first] | family[kin.second]
        family.update(dict.fromkeys(joined, joined))
    for first, second in combinations(sorted(people), 2):
        if second not in family[first]:
            yield Kin(first, second, None)


def _kept(tokens: Iterable[str]) -> tuple[tuple[str, ...], list[int]]:
    """Leave out tokens that are white space; also return where each token, and the end, stands among the words."""
    words: list[str] = []
    places = []
    for token in tokens:
        places.append(len(words))
        if token.strip():
            words.append(token.strip())
    return tuple(words), [*places, len(words)]


def _mention(words: Sequence[str], start: int, end: int, entity: str) -> Mention:
    """Return a mention without its title; its head is its first word, as in the treebanks."""
    bare = without_title(words, start, end)
    if bare and words[bare[0]][0].isupper():  # else the title is all there is, as in "Prince of Marlow"
        start = bare[0]
    return Mention(start, end, start, "pronoun" if _low(words, (start, end)) in _PRONOUNS else "name", entity)


def _apart(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the mentions in their order; of two that overlap, the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: (mention.start - mention.end, mention.start)):
        if mention.start < mention.end and all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.start))
