"""Writes corpora of marked names as running text, so that they can be read and scored like stories."""

from __future__ import annotations

import gzip
import json
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Tagged = tuple[str, str]  # a word and its tag: B-Person, I-Person, O

_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}…’”") | {"'s", "’s", "n't", "n’t", "'", "'re", "'ve", "'ll", "'d", "'m"}
_NO_SPACE_BEHIND = frozenset("([{$£€#“‘")
_STRAIGHT = frozenset({'"', "''", "``"})


def write(corpus: Path, rows: Path) -> None:
    """Write one text a line with the places of its people's names: ``text`` and ``names``, [start, end) each."""
    documents = worldwide(corpus) if ".tar" in corpus.suffixes else uner(corpus)
    with rows.open("w", encoding="utf-8") as lines:
        for row in documents:
            lines.write(json.dumps(row) + "\n")


def worldwide(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield the articles of an archive of word-and-tag files; the web address that opens most is left out."""
    with tarfile.open(corpus, "r:gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            packed = archive.extractfile(member) if member.name.endswith(".tsv") else None
            if packed:
                yield _row(member.name, _sentences(packed.read().decode("utf-8").split("\n")))


def uner(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a file with a numbered word and its tag a line."""
    document, lines = "", list[str]()
    with gzip.open(corpus, "rt", encoding="utf-8") as packed:
        for line in map(str.rstrip, packed):
            if line.startswith("# newdoc id = "):
                if lines:
                    yield _row(document, _sentences(lines))
                document, lines = line.removeprefix("# newdoc id = "), []
            elif not line.startswith("#"):
                lines.append(line.partition("\t")[2])
    if lines:
        yield _row(document, _sentences(lines))


def running_text(sentence: Iterable[Tagged]) -> str:
    """Return the words of a sentence as they are printed."""
    words = tuple(sentence)
    return "".join(gap + word for (word, _), gap in zip(words, _gaps(words), strict=True))


def _sentences(lines: Iterable[str]) -> Iterator[list[Tagged]]:
    """Yield the sentences of word-and-tag lines; an empty line ends each."""
    sentence: list[Tagged] = []
    for line in (*lines, ""):
        word, *tags = line.strip().split("\t")
        if word.startswith(("http://", "https://")) and not sentence:
            continue
        if word:
            sentence.append((word, next((tag for tag in tags if tag != "O"), "O")))
        elif sentence:
            yield sentence
            sentence = []


def _row(name: str, sentences: Iterable[list[Tagged]]) -> dict[str, Any]:
    text, names = "", list[list[int]]()
    for sentence in sentences:
        text += "\n" if text else ""
        inside = False
        for (word, tag), gap in zip(sentence, _gaps(sentence), strict=True):
            text += gap
            mark, _, kind = tag.partition("-")
            if kind not in ("Person", "PER"):
                inside = False
            elif mark == "I" and inside:
                names[-1][1] = len(text) + len(word)
            else:
                names.append([len(text), len(text) + len(word)])
                inside = True
            text += word
    return {"story": name, "text": text, "names": names}


def _gaps(sentence: Iterable[Tagged]) -> Iterator[str]:
    """Yield what stands before each word of a sentence as it is printed: a space, or nothing.

    A hyphen stands alone among the words; inside a name it has no spaces, elsewhere it may be a dash.
    """
    quoted, glued = False, True
    for word, tag in sentence:
        joins = word == "-" and tag.startswith("I-")
        closes = word in _STRAIGHT and quoted
        yield "" if glued or joins or closes or word in _NO_SPACE_BEFORE else " "
        if word in _STRAIGHT:
            quoted = not quoted
        glued = joins or word in _NO_SPACE_BEHIND or (word in _STRAIGHT and quoted)
