"""Lets the rules label plain news where no corpus does: times, titles of works, and who is named where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from onrecord import parts, pipeline
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Time
from onrecord.model.story import Story, identity
from training.corpora.plain import covered, document, rows, stretch, texts
from training.example import Example, Mention, Stretch

_WORKS = re.compile(
    r"\b(?:film|movie|show|series|song|single|album|book|novel|play|musical|track|sitcom|drama|documentary|memoir|comedy"
    r"|thriller|sequel|season|episode|record|EP|soundtrack|starr?(?:ed|ing|s)?|sang|sings|hit|director|trilogy)\b"
)
_SMALL = frozenset("a an and as at but by for from in into is it its my of on or our so the to up vs with your".split())
_MOST_WORDS_OF_A_TITLE = 8
_NEAR = 60
"""Characters around a quoted title in which a word for a work must stand."""


def times_and_works(laid: Document) -> dict[str, tuple[Stretch, ...]]:
    """Return the layers ``time``, as the rules see it, and ``work``: titles in quotation marks, and where they recur.

    A title is a few capitalised words in quotation marks beside a word such as "film" or "sang".
    """
    times = [mark.span for mark in parts.extractors()["times"](laid, Marks()) if isinstance(mark, Time)]
    text = laid.story.text
    works: list[tuple[int, int]] = []
    for quotation in laid.quotations:
        title = quotation.text.strip("\"'“”‘’ ").rstrip(",.")
        around = text[max(0, quotation.start - _NEAR) : quotation.start] + " " + text[quotation.end :][:_NEAR]
        if _is_title(title.split()) and _WORKS.search(around):
            again = re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", text) if " " in title else ()
            start = text.index(title, quotation.start)
            works += [(start, start + len(title)), *(match.span() for match in again)]
    found = {"time": [(span.start, span.end) for span in times], "work": works}
    return {
        layer: _apart([part for span in spans if (part := stretch(laid.words, text, *span))])
        for layer, spans in found.items()
    }


def _is_title(words: list[str]) -> bool:
    """Tell whether words are written as a title: capitals throughout, small words apart."""
    long = [word for word in words if word.lower() not in _SMALL]
    return 0 < len(words) <= _MOST_WORDS_OF_A_TITLE and bool(long) and all(not word[0].islower() for word in long)


def with_people(path: Path) -> Iterator[Example]:
    """Yield articles with their named people, who is who by the rules; pronouns are left unmarked."""
    for row in rows(path):
        laid = document(row["text"])
        case = pipeline.read(Story(id=identity(row["text"]), text=row["text"]))
        mentions = [
            Mention(*place, head=place[0], form="name", entity=person.id)
            for person in case.people
            for mention in person.mentions
            if mention.form == "name" and (place := covered(laid.words, mention.span.start, mention.span.end))
        ]
        if mentions:
            yield Example(
                id=row["id"],
                corpus="polnear",
                words=texts(laid.words),
                mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
            )


def _apart(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    kept: list[Stretch] = []
    for start, end in sorted(set(stretches)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)
