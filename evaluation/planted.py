"""Plants faults in stories that have none, and counts what is found: ``python -m evaluation.planted SHARED [KIND...]``.

A fault counts as caught when a finding rests on the changed words. ``told twice`` are those that a careful reader
could see, for the words seem to state the fact a second time; of them, ``read right`` are those where the untouched
story's fact was checked and held, and the changed words are read of the same people. Only faults that are told twice
are planted, at most some of each kind in a story.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

import msgspec

from evaluation import cases, meantime
from evaluation.faults import KINDS, Fault, Kind
from onrecord import pipeline
from onrecord.model.case import Case
from onrecord.model.span import Span
from onrecord.model.statement import Age, Count, Kin
from onrecord.model.story import Story, identity

CORPORA = ("celebrity-open.jsonl", "polnear-train.jsonl", "meantime-en.tar.gz")
MOST_A_STORY, MOST_OF_A_KIND = 3, 400


class Tally(msgspec.Struct, frozen=True):
    """Of one kind: places where it could stand, those told twice that were planted, and of these read right.

    ``caught`` and ``read_caught`` count those found, ``checks`` which checks found them.
    """

    places: int
    planted: int
    read: int
    caught: int
    read_caught: int
    checks: Counter[str]


def main() -> int:
    """Print the tables and return the exit code: 2 without the shared folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.planted", description=__doc__)
    parser.add_argument("shared", type=Path, help="the folder with data/")
    parser.add_argument("kinds", nargs="*", help=f"of {', '.join(KINDS)}; all unless told")
    parser.add_argument("--missed", action="store_true", help="print each fault that is not caught")
    given = parser.parse_args()
    if missing := [corpus for corpus in CORPORA if not (given.shared / "data" / corpus).is_file()]:
        print(f"{given.shared}: no data/{missing[0]} here; expected the corpora {CORPORA}", file=sys.stderr)
        return 2
    untouched = list(read(given.shared / "data"))
    print("\n".join(false_alarms(untouched)), end="\n\n")
    clean = [case for case in untouched if not case.findings]
    kinds = {name: KINDS[name] for name in given.kinds or KINDS}
    print("\n".join(table({name: plant(clean, kind, show=given.missed) for name, kind in kinds.items()})))
    return 0


def read(data: Path) -> Iterator[Case]:
    """Yield the checked cases of all corpora."""
    for corpus in CORPORA:
        rows = meantime.rows(data / corpus) if ".tar" in corpus else cases.rows(data / corpus)
        yield from cases.read_rows(rows)


def plant(clean: Iterable[Case], kind: Kind, *, show: bool = False) -> Tally:
    """Plant faults of one kind, read each changed story again, and count."""
    places = planted = readable = caught = read_caught = 0
    checks: Counter[str] = Counter()
    for case in clean:
        faults = list(kind(case, Random(case.story.id)))
        places += len(faults)
        for fault in [fault for fault in faults if fault.twice][:MOST_A_STORY]:
            if planted == MOST_OF_A_KIND:
                continue
            changed = with_fault(case, fault)
            found = findings(changed, fault)
            held = any(_touches(says.start, says.end, fault.at) for one in case.held for says in one.spans)
            held = held and _told_at(case, fault.at) == _told_at(changed, _place(fault))
            planted, readable = planted + 1, readable + held
            caught, read_caught = caught + bool(found), read_caught + bool(found and held)
            checks.update(found)
            if show and not found:
                print(_missed(case, fault, held=held))
    return Tally(places, planted, readable, caught, read_caught, checks)


def with_fault(case: Case, fault: Fault) -> Case:
    """Return the checked case of a story with a fault in it."""
    text = case.story.text[: fault.at.start] + fault.instead + case.story.text[fault.at.end :]
    headline = case.story.headline
    if headline and fault.at.start < headline.end:
        end = headline.end + len(fault.instead) - (fault.at.end - fault.at.start)
        headline = Span.of(text, headline.start, end)
    story: Story = msgspec.structs.replace(case.story, id=identity(text), text=text, headline=headline)
    return pipeline.check(pipeline.read(story))


def findings(changed: Case, fault: Fault) -> tuple[str, ...]:
    """Return the checks whose findings in the changed story rest on the fault."""
    return tuple(
        dict.fromkeys(
            one.check
            for one in changed.findings
            if any(_touches(says.start, says.end, _place(fault)) for says in one.spans)
        )
    )


def false_alarms(untouched: Iterable[Case]) -> Iterator[str]:
    """Yield the lines of the table of what the checks say about untouched stories, by 100 stories."""
    levels: Counter[tuple[str, str]] = Counter()
    stories = 0
    for case in untouched:
        stories += 1
        levels.update((finding.check, finding.level) for finding in case.findings)
    yield f"{'untouched stories: ' + format(stories, ','):40}{'findings':>10}{'per 100':>10}"
    for (check, level), count in sorted(levels.items()):
        yield f"{check + ' (' + level + ')':40}{count:>10}{100 * count / max(1, stories):>10.2f}"


def table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """Yield the lines of the table of what was caught of each kind, and by which checks."""
    heads = ("places", "told twice", "caught", "%", "read right", "caught", "%")
    yield f"{'planted':14}" + "".join(f"{head:>11}" for head in heads) + "  by"
    for name, one in tallies.items():
        numbers = (
            one.places, one.planted, one.caught, _percent(one.caught, one.planted),
            one.read, one.read_caught, _percent(one.read_caught, one.read),
        )  # fmt: skip
        by = ", ".join(f"{check} {count}" for check, count in one.checks.most_common())
        yield f"{name:14}" + "".join(f"{number:>11}" for number in numbers) + f"  {by}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def _place(fault: Fault) -> Span:
    return Span(fault.at.start, fault.at.start + len(fault.instead), fault.instead)


def _told_at(case: Case, place: Span) -> list[tuple[str, ...]]:
    """Return the people, by name, of each age, count and kinship that is read at a place."""
    names = {person.id: person.name for person in case.people}
    told = []
    for one in case.statements:
        if isinstance(one, Age | Count | Kin) and any(_touches(span.start, span.end, place) for span in one.spans):
            people = one.who if isinstance(one, Count) else (one.who,) if isinstance(one, Age) else (one.from_, one.to)
            told.append((type(one).__name__, *(names[person] for person in people)))
    return sorted(told)


def _touches(start: int, end: int, span: Span) -> bool:
    return start < span.end and span.start < end


def _missed(case: Case, fault: Fault, *, held: bool) -> str:
    text, at = case.story.text, fault.at
    around = text[max(0, at.start - 90) : at.start] + f"[{at.text} > {fault.instead}]" + text[at.end : at.end + 90]
    return f"missed{' though read' if held else ''}: {around!r}"


if __name__ == "__main__":
    sys.exit(main())
