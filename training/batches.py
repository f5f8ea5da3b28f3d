"""Stories become windows of numbers, and windows of like length become batches."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.reader.pieces import case, laid_out, pieces
from onrecord.reader.windows import WINDOW_PIECES
from training.example import Example, Stretch
from training.shape import CLAUSES, FORMS, RELATED, TAGGED, UPOS

IGNORED = -100
CONVERSE = {"parent": "child", "child": "parent", "grandparent": "grandchild", "grandchild": "grandparent"}
MOST_MENTIONS = 6
"""Mentions of one person that are paired with those of another in one window, the nearest first."""


@dataclass(frozen=True)
class Read:
    """An example with the pieces of its words."""

    example: Example
    pieces: list[list[int]]
    cases: list[int]


@dataclass(frozen=True)
class Windowed:
    """Words of a window with their labels; every place is relative to the window's first word."""

    pieces: list[list[int]]
    cases: list[int]
    labels: dict[str, np.ndarray]
    cues: list[tuple[int, np.ndarray]] = field(default_factory=list)
    mentions: list[tuple[int, int, bool]] = field(default_factory=list)
    """Head word, person, and whether a mention without an antecedent here is known to be a first mention."""
    kin: list[tuple[list[int], list[int], int]] = field(default_factory=list)
    voices: list[tuple[int, list[int]]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Return its length in pieces, with the two marks at its ends."""
        return 2 + sum(len(ids) for ids in self.pieces)


def cut_up(tokenizer: Tokenizer, examples: Iterable[Example]) -> list[Read]:
    """Find the pieces of every word once."""
    return [
        Read(example, pieces(tokenizer, example.words), [case(word) for word in example.words]) for example in examples
    ]


class Cut(NamedTuple):
    """Words ``start`` to ``end`` of a story, of ``size`` pieces with the two marks at its ends."""

    read: Read
    start: int
    end: int
    size: int


def cuts(read: Read, dice: random.Random | None = None) -> Iterator[Cut]:
    """Cut a story into windows, at other places each time when ``dice`` are given."""
    count = len(read.pieces)
    start, limit = 0, WINDOW_PIECES if dice is None else dice.randint(WINDOW_PIECES // 2, WINDOW_PIECES)
    while start < count:
        end, size = start, 0
        while end < count and size + len(read.pieces[end]) <= limit:
            size += len(read.pieces[end])
            end += 1
        yield Cut(read, start, end, size + 2)
        start, limit = end, WINDOW_PIECES


def label(read: Read, start: int, end: int, relations: dict[str, int]) -> Windowed:
    """Write down what an example tells of the words from ``start`` to ``end``; what it does not tell is ignored."""
    example, count = read.example, end - start
    labels = {name: np.full(count, IGNORED, np.int64) for name in ("upos", "start", "head", "relation", "clause")}
    labels["tags"] = np.full((count, len(TAGGED)), IGNORED, np.int64)
    labels["forms"] = np.full((count, len(FORMS)), IGNORED, np.int64)
    if example.upos is not None:
        labels["upos"][:] = [UPOS.index(tag) if tag in UPOS else IGNORED for tag in example.upos[start:end]]
    if example.sentences is not None:
        labels["start"][:] = 0
        labels["start"][[first - start for first in example.sentences if start <= first < end]] = 1
    if example.heads is not None and example.relations is not None:
        for place, (head, name) in enumerate(zip(example.heads[start:end], example.relations[start:end], strict=True)):
            if start <= head < end:
                labels["head"][place] = head - start
                labels["relation"][place] = relations.get(name, relations.get(name.split(":")[0], IGNORED))
    for word, name in (example.factuality or {}).items():
        if start <= word < end:
            labels["clause"][word - start] = CLAUSES.index(name)
    for layer, stretches in example.stretches.items():
        _tag(labels["tags"][:, TAGGED.index(layer)], stretches, start, end)
    window = Windowed(read.pieces[start:end], read.cases[start:end], labels)
    _attributions(window, example, start, end)
    _mentions(window, example, start, end)
    for quote in example.quotes or ():
        if start <= quote.start < end:
            told = bool(quote.speakers or quote.voices)
            heads = [mention.head for mention in example.mentions or () if mention.entity in quote.speakers]
            heads += [word for first, last in quote.voices for word in range(first, last)]
            inside = [head - start for head in heads if start <= head < end]
            if inside or not told:
                window.voices.append((quote.start - start, inside))
    return window


def _tag(column: np.ndarray, stretches: Iterable[Stretch], start: int, end: int) -> None:
    column[:] = 0
    for first, last in stretches:
        if first < end and last > start:
            column[max(first, start) - start : min(last, end) - start] = 2
            if first >= start:
                column[first - start] = 1


def _attributions(window: Windowed, example: Example, start: int, end: int) -> None:
    if example.attributions is None:
        return
    for layer in ("cue", "source", "content"):
        whole = sorted({stretch for told in example.attributions for stretch in getattr(told, layer)})
        _tag(window.labels["tags"][:, TAGGED.index(layer)], whole, start, end)
    for told in example.attributions:
        anchor = told.cue[0][0] if told.cue else -1
        if start <= anchor < end:
            rows = np.zeros((end - start, 2), np.int64)
            _tag(rows[:, 0], told.source, start, end)
            _tag(rows[:, 1], told.content, start, end)
            window.cues.append((anchor - start, rows))


def _mentions(window: Windowed, example: Example, start: int, end: int) -> None:
    if example.mentions is None:
        return
    inside = [mention for mention in example.mentions if start <= mention.head < end]
    for form in example.forms:
        window.labels["forms"][:, FORMS.index(form)] = 0
    for mention in inside:
        window.labels["forms"][mention.head - start, FORMS.index(mention.form)] = 1
    people = {entity: number for number, entity in enumerate(dict.fromkeys(mention.entity for mention in inside))}
    heads: dict[str, list[int]] = {entity: [] for entity in people}
    taken: set[int] = set()
    for mention in sorted(inside, key=lambda mention: (mention.head, mention.start - mention.end)):
        if mention.head in taken:  # of two mentions with one head ("the singer", "the singer who ...") the longer
            continue
        taken.add(mention.head)
        first_known = mention.form in example.forms or mention.entity in example.strangers
        window.mentions.append((mention.head - start, people[mention.entity], first_known))
        heads[mention.entity].append(mention.head - start)
    for relation in example.kin or ():
        if relation.first in heads and relation.second in heads:
            first, second = _near(heads[relation.first], heads[relation.second])
            name = relation.relation or "none"
            window.kin.append((first, second, RELATED.index(name)))
            window.kin.append((second, first, RELATED.index(CONVERSE.get(name, name))))


def _near(first: Sequence[int], second: Sequence[int]) -> tuple[list[int], list[int]]:
    def kept(ours: Sequence[int], theirs: Sequence[int]) -> list[int]:
        return sorted(ours, key=lambda place: min(abs(place - other) for other in theirs))[:MOST_MENTIONS]

    return kept(first, second), kept(second, first)


def shuffled(windows: Iterable[Cut], pieces_a_batch: int, dice: random.Random) -> list[list[Cut]]:
    """Put windows of like length into batches, in random order."""
    batches: list[list[Cut]] = []
    batch: list[Cut] = []
    longest = 0
    for window in sorted(windows, key=lambda window: window.size + dice.randint(0, 24)):
        if batch and (len(batch) + 1) * max(window.size, longest) > pieces_a_batch:
            batches.append(batch)
            batch, longest = [], 0
        batch.append(window)
        longest = max(longest, window.size)
    if batch:
        batches.append(batch)
    dice.shuffle(batches)
    return batches


def collate(batch: Sequence[Windowed]) -> dict[str, Tensor]:
    """Put windows into tensors, padded; lists of pairs become rows that name their window."""
    length, count = max(window.size for window in batch), max(len(window.pieces) for window in batch)
    ids, cases = (np.zeros((len(batch), length), np.int64) for _ in range(2))
    firsts = np.zeros((len(batch), count), np.int64)
    arrays: dict[str, np.ndarray] = {}
    for name, values in batch[0].labels.items():
        arrays[name] = np.full((len(batch), count, *values.shape[1:]), IGNORED, np.int64)
    for row, window in enumerate(batch):
        own, kinds, places = laid_out(window.pieces, window.cases)
        ids[row, : len(own)], cases[row, : len(own)], firsts[row, : len(places)] = own, kinds, places
        for name, values in window.labels.items():
            arrays[name][row, : len(values)] = values
    arrays |= {"pieces": ids, "cases": cases, "firsts": firsts} | _rows(batch, count)
    return {name: torch.from_numpy(values) for name, values in arrays.items()}


def _rows(batch: Sequence[Windowed], count: int) -> dict[str, np.ndarray]:
    cues = [(row, anchor, tags) for row, window in enumerate(batch) for anchor, tags in window.cues]
    reports = np.full((len(cues), count, 2), IGNORED, np.int64)
    for place, (_, _, tags) in enumerate(cues):
        reports[place, : len(tags)] = tags
    most = max((len(window.mentions) for window in batch), default=0)
    mentions = np.full((len(batch), most, 3), -1, np.int64)
    for row, window in enumerate(batch):
        for place, mention in enumerate(window.mentions):
            mentions[row, place] = mention
    kin = [(row, *pair) for row, window in enumerate(batch) for pair in window.kin]
    relatives = np.full((len(kin), 2, MOST_MENTIONS), -1, np.int64)
    for place, (_, first, second, _) in enumerate(kin):
        relatives[place, 0, : len(first)] = first
        relatives[place, 1, : len(second)] = second
    voices = [(row, quote, heads) for row, window in enumerate(batch) for quote, heads in window.voices]
    speakers = np.zeros((len(voices), count), np.int64)
    for place, (_, _, heads) in enumerate(voices):
        speakers[place, heads] = 1
    return {
        "cue_at": np.array([(row, anchor) for row, anchor, _ in cues], np.int64).reshape(-1, 2),
        "reports": reports,
        "mentions": mentions,
        "kin_at": np.array([(row, kind) for row, _, _, kind in kin], np.int64).reshape(-1, 2),
        "relatives": relatives,
        "voice_at": np.array([(row, quote) for row, quote, _ in voices], np.int64).reshape(-1, 2),
        "speakers": speakers,
    }
