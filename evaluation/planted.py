"""Plants faults in stories that have none, and counts what is found: ``python -m evaluation.planted SHARED [KIND...]``.

A fault counts as caught when a finding rests on the changed words. ``told twice`` are those that a careful reader
could see, for the words seem to state the fact a second time; only they are planted. Of them, ``read right`` are those
where what is read at both places, after the change, is of the same people, as it was before.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random

import msgspec

from evaluation import cases, meantime
from evaluation.faults import KINDS, Fault, Kind
from onrecord import parts, pipeline
from onrecord.model.case import Case
from onrecord.model.span import Span
from onrecord.model.statement import Age, Count, Event, Kin, about
from onrecord.model.story import Story, identity

CORPORA = ("celebrity-open.jsonl", "polnear-train.jsonl", "meantime-en.tar.gz")
MOST_A_STORY, MOST_OF_A_KIND = 2, 200
JUDGEMENTS = Path(__file__).with_name("judgements.tsv")
# What both tellings must be read as, by kind; the other kinds are told by the text alone, and no reading comes between.
_READ_AS: Mapping[str, tuple[type[Age | Count | Kin | Event], ...]] = {
    "age": (Age,),
    "age put in": (Age,),
    "year": (Age, Event),
    "birth put in": (Age, Event),
    "count": (Count, Kin),
    "name": (),
    "kin word": (Age, Kin),
}


class Tally(msgspec.Struct, frozen=True):
    """Of one kind: places where it could stand, those told twice, and of these planted, and read right.

    ``caught`` and ``read_caught`` count those found, ``checks`` which checks found them.
    """

    places: int
    twice: int
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
    clean = [case for case in untouched if not case.findings]
    tallies = {}
    for name in given.kinds or KINDS:
        tallies[name] = plant(clean, name, KINDS[name], show=given.missed)
    print("\n".join((*table(tallies), "", *by_check(untouched, tallies, judged_wrong(JUDGEMENTS)))))
    return 0


def read(data: Path) -> Iterator[Case]:
    """Yield the checked cases of all corpora."""
    for corpus in CORPORA:
        rows = meantime.rows(data / corpus) if ".tar" in corpus else cases.rows(data / corpus)
        yield from cases.read_rows(rows)


def plant(clean: Iterable[Case], name: str, kind: Kind, *, show: bool = False) -> Tally:
    """Plant faults of one kind, at most some of them and some in a story; read each changed story again, and count."""
    places, told_twice, chosen = 0, 0, []
    for case in clean:
        chance = Random(case.story.id)
        faults = list(kind(case, chance))
        twice = [fault for fault in faults if fault.twin]
        places, told_twice = places + len(faults), told_twice + len(twice)
        chosen += [(case, fault) for fault in chance.sample(twice, min(MOST_A_STORY, len(twice)))]
    Random(name).shuffle(chosen)
    readable = caught = read_caught = 0
    checks: Counter[str] = Counter()
    for case, fault in chosen[:MOST_OF_A_KIND]:
        changed = with_fault(case, fault)
        found = findings(changed, fault)
        right = name not in _READ_AS or is_read_right(case, changed, fault, _READ_AS[name])
        readable, caught, read_caught = readable + right, caught + bool(found), read_caught + bool(found and right)
        checks.update(found)
        if show and not found:
            print(_missed(case, fault, right=right))
    return Tally(places, told_twice, len(chosen[:MOST_OF_A_KIND]), readable, caught, read_caught, checks)


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
    place = _place(fault)
    rests = (one.check for one in changed.findings if any(_touches(says.start, says.end, place) for says in one.spans))
    return tuple(dict.fromkeys(rests))


def is_read_right(
    untouched: Case, changed: Case, fault: Fault, read_as: tuple[type[Age | Count | Kin | Event], ...]
) -> bool:
    """Tell whether the changed story is read as telling of the same people at the fault and where it is told again.

    ``read_as`` are the kinds of statements that count; none for a name, which must be read as one at both places.
    """
    if fault.twin is None:
        return False
    moved = len(fault.instead) - (fault.at.end - fault.at.start) if fault.twin.start >= fault.at.end else 0
    here, twin = _place(fault), Span(fault.twin.start + moved, fault.twin.end + moved, fault.twin.text)
    if not read_as:
        return _is_name(changed, here) and _is_name(changed, twin)
    told = _told_of(changed, here, read_as)
    as_before = fault.at.start == fault.at.end or told == _told_of(untouched, fault.at, read_as)
    return as_before and bool(told & _told_of(changed, twin, read_as))


def judged_wrong(judgements: Path) -> dict[str, tuple[int, int]]:
    """Return by check how many of its findings on real stories an editor has read, and how many were wrong."""
    read: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    with judgements.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            read[row["check"]] += 1
            wrong[row["check"]] += row["verdict"] == "wrong"
    return {check: (read[check], wrong[check]) for check in read}


def table(tallies: Mapping[str, Tally]) -> Iterator[str]:
    """Yield the lines of the table of what was caught of each kind, and by which checks."""
    heads = ("places", "told twice", "planted", "caught", "%", "read right", "caught", "%")
    yield f"{'kind':16}" + "".join(f"{head:>11}" for head in heads) + "  by"
    for name, one in tallies.items():
        numbers = (
            one.places, one.twice, one.planted, one.caught, _percent(one.caught, one.planted),
            one.read, one.read_caught, _percent(one.read_caught, one.read),
        )  # fmt: skip
        by = ", ".join(f"{check} {count}" for check, count in one.checks.most_common())
        yield f"{name:16}" + "".join(f"{number:>11}" for number in numbers) + f"  {by}"


def by_check(
    untouched: Iterable[Case], tallies: Mapping[str, Tally], judged: Mapping[str, tuple[int, int]]
) -> Iterator[str]:
    """Yield the lines of the table of each check: planted faults caught, and what it says of untouched stories.

    ``false`` is the share of its findings that an editor found wrong, of those read, by 100 untouched stories.
    """
    stories = list(untouched)
    caught = sum((one.checks for one in tallies.values()), Counter[str]())
    findings_of = Counter(finding.check for case in stories for finding in case.findings)
    heads = ("caught", "findings", "per 100", "read", "wrong", "false/100")
    yield f"{f'{len(stories):,} untouched stories':32}" + "".join(f"{head:>11}" for head in heads)
    for check in parts.default_checks():
        read, wrong = judged.get(check, (0, 0))
        often = 100 * findings_of[check] / max(1, len(stories))
        false = f"{often * wrong / read:.2f}" if read else "–" if findings_of[check] else "0.00"
        numbers = (caught[check], findings_of[check], f"{often:.2f}", read, wrong, false)
        yield f"{check:32}" + "".join(f"{number:>11}" for number in numbers)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def _place(fault: Fault) -> Span:
    return Span(fault.at.start, fault.at.start + len(fault.instead), fault.instead)


def _told_of(case: Case, place: Span, read_as: tuple[type[Age | Count | Kin | Event], ...]) -> set[str]:
    """Return the people, by name, of whom such a statement is read at a place."""
    names = {person.id: person.name for person in case.people}
    told = set()
    for one in case.statements:
        here = any(_touches(span.start, span.end, place) for span in one.spans)
        if isinstance(one, Event) and one.when and one.when.text and place.text in one.when.text:
            here = True
        if here and isinstance(one, read_as):
            told |= {names[person] for person in about(one)}
    return told


def _is_name(case: Case, place: Span) -> bool:
    return any(
        one.form == "name" and _touches(one.start, one.end, place) for who in case.people for one in who.mentions
    )


def _touches(start: int, end: int, span: Span) -> bool:
    return start < span.end and span.start < end


def _missed(case: Case, fault: Fault, *, right: bool) -> str:
    text, at = case.story.text, fault.at
    around = text[max(0, at.start - 90) : at.start] + f"[{at.text} > {fault.instead}]" + text[at.end : at.end + 90]
    again = f"; again: {fault.twin.text!r}" if fault.twin else ""
    return f"missed{' though read' if right else ''}: {around!r}{again}"


if __name__ == "__main__":
    sys.exit(main())
