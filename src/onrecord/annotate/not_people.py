"""Finds names that sound like people's and are none: a dog's, and one name for two lovers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.annotate.lexicon import folded, given, surname
from onrecord.annotate.name_kinds import Named
from onrecord.model.document import Document

_ANIMAL = (
    r"(?i:dog|doggy|doggie|puppy|pup|pooch|hound|mutt|mongrel|canine|cat|kitten|kitty|feline|horse|pony|mare|stallion|foal"
    r"|poodle|goldendoodle|labradoodle|spaniel|terrier|yorkie|bulldog|pug|chihuahua|dachshund|labrador|retriever|beagle"
    r"|corgi|pomeranian|maltese|maltipoo|shih tzu|schnauzer|husky|rottweiler|mastiff|dalmatian|greyhound|sheepdog"
    r"|mixed breed|parrot|hamster|rabbit|bunny|tortoise|pet pig)"
)
_WORD = r"[A-Z][\w'’-]+"
_LIST = rf"(?P<names>{_WORD}(?:(?:,| and| &|, and) {_WORD}){{0,5}})"
_RULES = (
    re.compile(rf"\b{_ANIMAL},? (?P<names>{_WORD})"),
    re.compile(rf"\b{_ANIMAL}s?(?:,| who is| who are)?(?: [a-z]+ly)? (?:named|called) {_LIST}"),
    re.compile(rf"\b(?P<names>{_WORD}), (?:an?|the|her|his|their) (?:[\w-]+ ){{0,4}}?{_ANIMAL}(?=[,.;:)]| and | who )"),
)
_PARTY = re.compile(r"[rdi]-[a-z]{2,6}\.?(?:[a-z]\.?)?")  # "Ann Lee (R-Ky.)"
_LEAST, _LONGER = 2, 3  # letters of the two parts of a blend
_SHORTEST_BLEND = 5


def without_others(document: Document, names: list[Named]) -> list[Named]:
    """Return the names but for those of animals and for those of two people in one."""
    people = {name: _words(document, name) for name in names if name.kind == "person"}
    first = {words[0] for words in people.values() if len(words) > 1}
    pets = {folded(word) for word in animals(document.story.text)} - first
    known = set(people.values())
    nobody = {
        name
        for name, words in people.items()
        if re.fullmatch(_ANIMAL, words[-1])
        or _PARTY.fullmatch(words[0])
        or (len(words) == 1 and (words[0] in pets or is_blend(words[0], known)))
    }
    return [name for name in names if name not in nobody]


def _words(document: Document, name: Named) -> tuple[str, ...]:
    return tuple(folded(word.text) for word in document.words[name.first : name.last])


def animals(text: str) -> frozenset[str]:
    """Return the names of one word that a text gives to animals: "her dog Max", "Max, a black poodle"."""
    return frozenset(
        word for rule in _RULES for found in rule.finditer(text) for word in re.findall(_WORD, found["names"])
    )


def is_blend(word: str, known: Collection[Sequence[str]]) -> bool:
    """Tell whether a word is made of the beginning of one person's name and a part of another's: "Pamsten".

    ``known`` are the names of the story, folded. A word that is a part of them, or anybody's name, is no blend.
    """
    if len(word) < _SHORTEST_BLEND or given(word) or surname(word):
        return False
    others = [name for name in known if word not in name]
    if len(others) < len(known) - 1:
        return False
    return any(_joins(word[:at], word[at:], others) for at in range(_LEAST, len(word) - _LEAST + 1))


def _joins(first: str, second: str, names: list[Sequence[str]]) -> bool:
    if max(len(first), len(second)) < _LONGER:
        return False
    begin = [name for name in names if any(part.startswith(first) for part in name)]
    end = [name for name in names if any(part.startswith(second) or part.endswith(second) for part in name)]
    return bool(begin and end) and len({*begin, *end}) > 1
