"""Reads MEANTIME: short business news, its opening sentences marked with their times and with what is certain."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from training.corpora.treebanks import apart
from training.example import Example, Stretch

UNKNOWN_DAY = "XXXX-XX-XX"
HOW = {
    ("CERTAIN", "POS"): "stated",
    ("CERTAIN", "NEG"): "denied",
    ("PROBABLE", "POS"): "hedged",
    ("PROBABLE", "UNDERSPECIFIED"): "hedged",
    ("POSSIBLE", "POS"): "hedged",
    ("POSSIBLE", "NEG"): "hedged",
    ("POSSIBLE", "UNDERSPECIFIED"): "hedged",
}
"""By certainty and polarity; of other events nothing is told."""


def meantime(path: Path) -> Iterator[Example]:
    """Yield the stories of a packed archive as far as they were annotated, which is five or six sentences.

    Names and mentions of people are left out: three quarters of the stories do not say which word of a mention is
    its head, half do not say what is a name, and half of the named are one company.
    """
    with tarfile.open(path, "r:gz") as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            packed = archive.extractfile(member) if member.name.endswith(".xml") else None
            if packed:
                yield _story(PurePosixPath(member.name).stem, packed.read())


def _story(name: str, xml: bytes) -> Example:
    root = ElementTree.fromstring(xml)  # noqa: S314 - a corpus of our own choice, never a stranger's file
    tokens = list(root.iter("token"))
    place = {token.get("t_id"): number for number, token in enumerate(tokens)}
    marks = [(mark, sorted(place[anchor.get("t_id")] for anchor in mark)) for mark in root.iterfind("Markables/*")]
    read = max(int(tokens[places[-1]].get("sentence", "0")) for _, places in marks if places)
    tokens = [token for token in tokens if int(token.get("sentence", "0")) <= read]
    numbers = [token.get("sentence") for token in tokens]
    return Example(
        id=name,
        corpus="meantime",
        words=tuple((token.text or "").strip() for token in tokens),
        sentences=tuple(here for here in range(len(numbers)) if not here or numbers[here] != numbers[here - 1]),
        stretches={"time": _times(marks)},
        factuality=_factuality(marks),
    )


def _times(marks: list[tuple[ElementTree.Element, list[int]]]) -> tuple[Stretch, ...]:
    """Return the expressions of time in the text; a time that was only reckoned from others has no words."""
    return apart(
        (places[0], places[-1] + 1)
        for mark, places in marks
        if mark.tag == "TIMEX3" and places and mark.get("value") != UNKNOWN_DAY
    )


def _factuality(marks: list[tuple[ElementTree.Element, list[int]]]) -> dict[int, str]:
    """Return how each event is put that is one verb; conditions and general truths are left out."""
    return {
        places[0]: how
        for mark, places in marks
        if mark.tag == "EVENT_MENTION" and len(places) == 1 and mark.get("pos") == "VERB"
        if mark.get("special_cases") == "NONE"
        if (how := HOW.get((mark.get("certainty", ""), mark.get("polarity", ""))))
    }
