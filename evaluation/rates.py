"""Prints how often each check speaks on real stories: ``python -m evaluation.rates SHARED``.

To read the findings themselves: ``onrecord check STORIES.jsonl``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from evaluation import cases
from onrecord import parts
from onrecord.model.case import Case

# celebrity-train is not here: its stories all stand in celebrity-open as well.
CORPORA = ("celebrity-open.jsonl", "gvdb-dev.jsonl.gz", "polnear-dev.jsonl", "polnear-train.jsonl")


class Rates(msgspec.Struct, frozen=True):
    """How many stories were read, and by check how many findings there are and how much was found to hold."""

    stories: int
    findings: Counter[str]
    held: Counter[str]


def main() -> int:
    """Print the table and return the exit code: 2 without the shared folder."""
    data = Path(sys.argv[1]) / "data" if len(sys.argv) == 2 else None
    if data is None or not all((data / corpus).is_file() for corpus in CORPORA):
        print(f"usage: python -m evaluation.rates SHARED, a folder with data/ and in it {CORPORA}", file=sys.stderr)
        return 2
    print("\n".join(table({corpus: rates(cases.read(data / corpus)) for corpus in CORPORA})))
    return 0


def rates(read: Iterable[Case]) -> Rates:
    """Count what the checks say on stories."""
    stories, findings, held = 0, Counter[str](), Counter[str]()
    for case in read:
        stories += 1
        findings.update(finding.check for finding in case.findings)
        held.update(one.check for one in case.held)
    return Rates(stories, findings, held)


def table(by_corpus: Mapping[str, Rates]) -> Iterator[str]:
    """Yield the lines of the table: findings and held of each check in each corpus, and for every 1,000 stories."""
    stories = sum(one.stories for one in by_corpus.values())
    findings = sum((one.findings for one in by_corpus.values()), Counter[str]())
    held = sum((one.held for one in by_corpus.values()), Counter[str]())
    heads = [f"{corpus.split('.')[0]} ({one.stories})" for corpus, one in by_corpus.items()]
    yield _line("findings / held", *heads, f"per 1,000 of {stories:,}")
    for check in parts.checks():
        counts = (f"{one.findings[check]} / {one.held[check]}" for one in by_corpus.values())
        often = (f"{1000 * counted[check] / max(1, stories):.1f}" for counted in (findings, held))
        yield _line(check, *counts, " / ".join(often))


def _line(name: str, *columns: str) -> str:
    return f"{name:30}" + "".join(f"{column:>22}" for column in columns)


if __name__ == "__main__":
    sys.exit(main())
