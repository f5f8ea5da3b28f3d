"""Reads names: news from all over the world, and the web texts of a treebank with the names in them."""

from __future__ import annotations

import gzip
import tarfile
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path, PurePosixPath

from training.corpora.treebanks import apart, treebank, without_title
from training.example import Example, Stretch

WORLDWIDE = {"Person": "person", "Organization": "organisation", "Location": "place", "Facility": "place"}
UNER = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def worldwide(path: Path) -> Iterator[Example]:
    """Yield the articles of a packed archive; the web address that opens most of them is left out.

    A word has one tag for each name around it, the outermost first. Dates are left out: they are calendar words
    alone ("Monday", "2019"), and most other expressions of time are not marked.
    """
    with tarfile.open(path, "r:gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            packed = archive.extractfile(member) if member.name.endswith(".tsv") else None
            if packed:
                yield _article(PurePosixPath(member.name).name.split(".")[0], packed.read().decode("utf-8"))


def _article(name: str, text: str) -> Example:
    words: list[str] = []
    tags: list[list[str]] = []
    sentences: list[int] = []
    ended = True
    for line in text.split("\n"):
        word, *names = line.split("\t")
        if not word.strip() or (not words and word.startswith(("http://", "https://"))):
            ended = True
            continue
        if ended:
            sentences.append(len(words))
            ended = False
        words.append(word.strip())
        tags.append(names)
    depth = max(map(len, tags), default=0)
    spans = [
        span
        for level in range(depth)
        for span in _spans([names[level] if level < len(names) else "O" for names in tags])
    ]
    return Example(
        id=name,
        corpus="worldwide",
        words=tuple(words),
        sentences=tuple(sentences),
        stretches=_layers(words, spans, WORLDWIDE),
    )


def uner(path: Path, treebank_path: Path) -> Iterator[Example]:
    """Yield the documents of a treebank with the names of people, organisations and places.

    The two may cut words differently; a document in which even the letters differ comes without its names.
    """
    marked = _marked(path)
    for example in treebank(treebank_path, shippable_only=False):
        words, tags = marked.get(example.id, ([], []))
        if "".join(words) != "".join(example.words):
            yield example
            continue
        theirs, ours = _ends(words), _ends(example.words)
        spans = [
            (bisect_right(ours, theirs[start - 1] if start else 0), bisect_right(ours, theirs[end - 1] - 1) + 1, label)
            for start, end, label in _spans(tags)
        ]
        yield replace(example, stretches=_layers(example.words, spans, UNER))


def _marked(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Return the words and their tags by document."""
    documents: dict[str, tuple[list[str], list[str]]] = {}
    words: list[str] = []
    tags: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc id = "):
                words, tags = documents[line.removeprefix("# newdoc id = ")] = ([], [])
            elif line and not line.startswith("#"):
                _, word, tag, *_ = line.split("\t")
                words.append(word)
                tags.append(tag)
    return documents


def _ends(words: Iterable[str]) -> list[int]:
    """Return where each word ends when all are written without spaces."""
    return list(accumulate(map(len, words)))


def _spans(tags: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of one column of tags such as B-PER, I-PER, O."""
    start, current, count = 0, "O", 0
    for place, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if current != "O" and (mark != "I" or label != current):
            yield start, place, current
        if mark == "B" or (mark == "I" and label != current):
            start = place
        current = label or "O"
        count = place + 1
    if current != "O":
        yield start, count, current


def _layers(
    words: Sequence[str], spans: Iterable[tuple[int, int, str]], kinds: dict[str, str]
) -> dict[str, tuple[Stretch, ...]]:
    """Return the stretches of each layer, people without their titles."""
    found: dict[str, list[Stretch]] = {layer: [] for layer in kinds.values()}
    for start, end, label in spans:
        layer = kinds.get(label)
        name = without_title(words, start, end) if layer == "person" else (start, end)
        if layer and name:
            found[layer].append(name)
    return {layer: apart(names) for layer, names in found.items()}
