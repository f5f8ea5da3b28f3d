"""Finds names that sound like people's and are none: a dog's, and one name for two lovers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from onrecord.annotate.cues import cues
from onrecord.annotate.lexicon import folded, given, surname
from onrecord.annotate.name_kinds import Named
from onrecord.model.document import Document

_ANIMAL = (
    r"(?:dog|doggy|doggie|puppy|pup|pooch|hound|mutt|mongrel|canine|cat|kitten|kitty|feline|horse|pony|mare|stallion|foal"
    r"|poodle|goldendoodle|labradoodle|spaniel|terrier|yorkie|bulldog|pug|chihuahua|dachshund|labrador|retriever|beagle"
    r"|corgi|pomeranian|maltese|maltipoo|shih tzu|schnauzer|husky|rottweiler|mastiff|dalmatian|greyhound|sheepdog"
    r"|mixed breed|parrot|hamster|rabbit|bunny|tortoise|pet pig)"
)
_BREED = _ANIMAL.replace("(?:", "(?i:", 1)  # "Standard Poodle"
_WORD = r"[A-Z][\w'’-]+"
_LIST = rf"(?P<names>{_WORD}(?:(?:,| and| &|, and) {_WORD}){{0,5}})"
_PLAIN = r"(?:(?!(?:of|for|with|to|in|on|from|at|by|like) )[\w-]+ )"
_RULES = (
    re.compile(rf"\b{_ANIMAL} (?P<names>{_WORD})"),
    re.compile(rf"\b{_ANIMAL}, (?P<names>{_WORD})(?=[,.])"),
    re.compile(rf"\b{_BREED}s?(?:,| who is| who are)?(?: [a-z]+ly)? (?:named|called) {_LIST}"),
    re.compile(rf"\b(?P<names>{_WORD}), (?:an?|the|her|his|their) {_PLAIN}{{0,4}}?{_BREED}(?=[,.;:)]| and | who )"),
)
_PARTY = re.compile(r"[rdi]-[a-z]{2,6}\.?(?:[a-z]\.?)?")  # "Ann Lee (R-Ky.)"
_LEAST, _LONGER, _LONGEST = 2, 3, 20  # letters of the two parts of a blend, and of all


def without_others(document: Document, names: list[Named]) -> list[Named]:
    """Return the names but for those of animals and for those of two people in one."""
    people = {name: _words(document, name) for name in names if name.kind == "person"}
    full = {word for words in people.values() if len(words) > 1 for word in words}
    pets = {folded(word) for word in animals(document.story.text)} - full
    blends = Blends(people.values())
    spoken = _speaking(document, people)
    nobody = {
        name
        for name, words in people.items()
        if (len(words) > 1 and re.fullmatch(_BREED, words[-1]))
        or (_PARTY.fullmatch(words[0]) and name.first and document.words[name.first - 1].text == "(")
        or (len(words) == 1 and (words[0] in pets or (words[0] not in spoken and blends.has(words[0]))))
    }
    return [name for name in names if name not in nobody]


def _words(document: Document, name: Named) -> tuple[str, ...]:
    return tuple(folded(word.text) for word in document.words[name.first : name.last])


def _speaking(document: Document, people: Mapping[Named, tuple[str, ...]]) -> set[str]:
    """Return the names of one word that say something somewhere: two people in one hardly do."""
    words, reporting = document.words, cues()
    return {
        own[0]
        for name, own in people.items()
        if len(own) == 1
        and any(
            word.text.lower() in reporting
            for word in (*words[max(0, name.first - 1) : name.first], *words[name.last : name.last + 1])
        )
    }


def animals(text: str) -> frozenset[str]:
    """Return the names of one word that a text gives to animals: "her dog Max", "Max, a black poodle"."""
    return frozenset(
        word for rule in _RULES for found in rule.finditer(text) for word in re.findall(_WORD, found["names"])
    )


class Blends:
    """The names of a story, to tell whether a word is made of two of them: "Pamsten", of Pamela and Torsten."""

    def __init__(self, known: Iterable[tuple[str, ...]]) -> None:
        """Take the names of the story, as tuples of folded words."""
        self.known = set(known)
        self.begin: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.end: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for name in self.known:
            for part in name:
                for at in range(_LEAST, min(len(part), _LONGEST) + 1):
                    self.begin[part[:at]].add(name)
                    self.end[part[-at:]].add(name)

    def has(self, word: str) -> bool:
        """Tell whether a word begins as one name and goes on as the beginning or the end of a part of another.

        A word that is a part of a longer name, or anybody's name, is no blend.
        """
        if not _LEAST + _LONGER <= len(word) <= _LONGEST or given(word) or surname(word):
            return False
        if any(word in name for name in self.begin[word] if name != (word,)):
            return False
        return any(self._joins(word[:at], word[at:], (word,)) for at in range(_LEAST, len(word) - _LEAST + 1))

    def _joins(self, first: str, second: str, own: tuple[str, ...]) -> bool:
        if max(len(first), len(second)) < _LONGER:
            return False
        begin = self.begin.get(first, set()) - {own}
        end = (self.end.get(second, set()) | self.begin.get(second, set())) - {own}
        return bool(begin and end) and len(begin | end) > 1
