"""Prints how often a voice is right that is so sure: ``python -m evaluation.voices SHARED``."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from evaluation import cases
from onrecord import ingest, pipeline
from onrecord.model.person import Person
from onrecord.model.statement import Quote

GOLD = ("celebrity-dev", "general-dev")
BOUNDS = (0.0, 0.6, 0.8, 0.9, 0.95, 0.98, 1.01)
ALIKE = 0.8
"""What a quotation shares at least with one of the record that it is the same as, of all that either holds."""


def main() -> int:
    """Print the table and return the exit code: 2 without the shared folder."""
    shared = Path(sys.argv[1]) if len(sys.argv) == 2 else None
    if shared is None or not all((shared / "gold" / f"{name}.jsonl").is_file() for name in GOLD):
        print(f"usage: python -m evaluation.voices SHARED, a folder with gold/ and in it {GOLD}", file=sys.stderr)
        return 2
    told = [one for name in GOLD for one in judged(shared / "gold" / f"{name}.jsonl")]
    print("\n".join(table(told)))
    return 0


def judged(gold: Path) -> Iterator[tuple[float, bool]]:
    """Yield the confidence of each voice of a corpus, the unsure ones included, and whether it is right."""
    for row in cases.rows(gold):
        case = pipeline.read(ingest.from_record({"text": row["text"]}, where=row["story"]), least_confidence=0)
        known = meant(row, case.people)
        for quote in case.all(Quote):
            if quote.confidence is not None:
                yield quote.confidence, is_right(row, quote, known)


def table(told: Iterable[tuple[float, bool]]) -> Iterator[str]:
    """Yield the lines of the reliability table: voices by confidence, its mean, and the share that is right."""
    told = sorted(told)
    yield f"{'confidence':16}{'voices':>8}{'mean':>8}{'right':>8}"
    for low, high in pairwise(BOUNDS):
        inside = [one for one in told if low <= one[0] < high]
        if inside:
            mean, right = (sum(one[at] for one in inside) / len(inside) for at in (0, 1))
            yield f"{low:.2f} to {min(high, 1):.2f}{len(inside):12}{mean:8.2f}{right:8.2f}"


def meant(row: dict[str, Any], people: Sequence[Person]) -> dict[str, str]:
    """Pair the people that were read with those of the record, by the places that they share."""
    shared: Counter[tuple[str, str]] = Counter()
    for gold in row["people"]:
        spans = [
            match.span()
            for alias in gold["aliases"]
            for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", row["text"])
        ]
        for person in people:
            names = [mention.span for mention in person.mentions if mention.form == "name"]
            shared[person.id, gold["id"]] += sum(
                any(name.start < end and start < name.end for start, end in spans) for name in names
            )
    known: dict[str, str] = {}
    for (person_id, gold_id), places in shared.most_common():
        if places and person_id not in known and gold_id not in known.values():
            known[person_id] = gold_id
    return known


def is_right(row: dict[str, Any], quote: Quote, known: dict[str, str]) -> bool:
    """Tell whether the record has the quotation with this voice; what is no quotation there has none."""
    said = quote.spans[0]
    for gold in row["quotes"]:
        start, end = gold["span"]
        shared = min(end, said.end) - max(start, said.start)
        if shared >= ALIKE * (max(end, said.end) - min(start, said.start)):
            speaker = gold["speaker"]
            if isinstance(speaker, str):
                return known.get(quote.speaker or "") in {speaker, *gold.get("also", ())}
            return speaker is not None and quote.source is not None
    return False


if __name__ == "__main__":
    sys.exit(main())
