"""Tells where several stories have one thing from: five stories may have one origin, and words drift on their way."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from onrecord.model.record import Collection, Origin, Wording
from onrecord.model.source import Source
from onrecord.model.statement import Quote
from onrecord.record.names import Folded, fold

_RUN = 4
"""Quotations of which one has so many words in a row that the other has too are laid side by side."""
_MOST_WITH_A_RUN = 200
_ALIKE, _ALIKE_WHEN_SHORT, _SHORT_WORDS = 80.0, 92.0, 10
"""How near two wordings must be, in percent of the shorter one: a few words are soon alike."""
_MOST_TRIED = 5
_FEWEST_WORDS = 5
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_ADDED = re.compile(r"(?i)^the\s+|\s+magazine$")
_NO_NAMES = frozenset(
    "magazine mag outlet site website publication tabloid newspaper paper blog report reports".split()
)
_EDGES = " \"“”'‘’.,;:!?…-–—"


def origins(collection: Collection) -> tuple[Origin, ...]:
    """Return the origins that two stories or more share, those of most stories first."""
    found = [*_texts(collection), *_outlets(collection), *_words(collection)]
    return tuple(sorted(found, key=lambda origin: (-len(origin.stories), origin.kind, origin.name)))


def _texts(collection: Collection) -> Iterator[Origin]:
    copies: defaultdict[str, list[str]] = defaultdict(list)
    for key, story in collection.stories.items():
        copies[story.text].append(key)
    for keys in copies.values():
        if len(keys) > 1:
            yield Origin(kind="text", name=collection.stories[keys[0]].headline or "One text", stories=tuple(keys))


def _outlets(collection: Collection) -> Iterator[Origin]:
    """Group stories by the outlet that they name as their source, or that carried what an unnamed source said.

    An outlet that names itself has it from nowhere else.
    """
    stories: defaultdict[str, dict[str, None]] = defaultdict(dict)
    called: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for source in collection.case.sources:
        story = collection.story(source)
        own = _folded(story.outlet or "")
        for name in _named(source):
            folded = _folded(name)
            if folded and folded != own and folded.words[0] not in _NO_NAMES:
                stories[str(folded)][story.key] = None
                called[str(folded)][name] += 1
    for folded_name, keys in stories.items():
        if len(keys) > 1:
            name = min(called[folded_name].items(), key=lambda item: (-item[1], item[0]))[0]
            yield Origin(kind="outlet", name=name, stories=tuple(keys))


def _folded(outlet: str) -> Folded | None:
    return fold(_ADDED.sub("", outlet))


def _named(source: Source) -> tuple[str, ...]:
    return (source.name, *source.via) if source.type == "outlet" else source.via


def _words(collection: Collection) -> Iterator[Origin]:
    """Group quotations that are the same or nearly so; what one story repeats of itself is none."""
    said = [one for one in collection.case.all(Quote) if len(_split(_plain(one))) >= _FEWEST_WORDS]
    for group in _alike(said):
        stories = tuple(dict.fromkeys(collection.story(one).key for one in group))
        if len({collection.stories[key].text for key in stories}) < 2:
            continue
        wordings: defaultdict[str, list[str]] = defaultdict(list)
        for one in group:
            wordings[_plain(one)].append(one.id)
        told = [Wording(words, tuple(ids)) for words, ids in wordings.items()]
        yield Origin(kind="words", name=told[0].words, stories=stories, wordings=tuple(told))


def _alike(said: list[Quote]) -> Iterator[list[Quote]]:
    """Group what was said by runs of words, in one pass; a run that very many share says nothing."""
    group_of: dict[int, int] = {}
    by_run: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    plain = [_plain(one).casefold() for one in said]
    for number, words in enumerate(plain):
        split = _split(words)
        runs = {tuple(split[at : at + _RUN]) for at in range(len(split) - _RUN + 1)}
        shared = Counter(other for run in runs for other in by_run[run])
        likely = (other for other, _ in shared.most_common(_MOST_TRIED))
        near = next((at for at in likely if _one_voice(said[number], said[at]) and _near(words, plain[at])), None)
        group_of[number] = number if near is None else group_of[near]
        for run in runs:
            if len(by_run[run]) < _MOST_WITH_A_RUN:
                by_run[run].append(number)
    groups: defaultdict[int, list[Quote]] = defaultdict(list)
    for number, group in group_of.items():
        groups[group].append(said[number])
    return (group for group in groups.values() if len(group) > 1)


def _one_voice(one: Quote, other: Quote) -> bool:
    return not one.speaker or not other.speaker or one.speaker == other.speaker


def _near(one: str, other: str) -> bool:
    short = min(len(_split(one)), len(_split(other))) < _SHORT_WORDS
    return fuzz.partial_ratio(one, other, score_cutoff=_ALIKE_WHEN_SHORT if short else _ALIKE) > 0


def _plain(said: Quote) -> str:
    """Return what was said in one line, without the quotation marks and the commas at its ends."""
    return " ".join(" ".join(span.text for span in said.spans).split()).strip(_EDGES)


def _split(words: str) -> list[str]:
    return _WORD.findall(words.casefold().replace("’", "'"))
