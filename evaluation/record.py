"""Prints how fast a record takes stories and answers: ``python -m evaluation.record SHARED RECORD [--stories N]``.

RECORD is a file that is not there yet, or the URL of an empty PostgreSQL database. celebrity-open is read and added
story by story; then copies of it, read once, are added until there are N stories. By default every copy has people of
its own, their names changed letter by letter; with ``--same-people`` all copies tell of the same.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import msgspec
from sqlalchemy import Engine, func, select

from evaluation import cases
from onrecord import reader, store
from onrecord.model.case import Case
from onrecord.model.record import Sighting
from onrecord.store import schema

CORPUS = "celebrity-open.jsonl"
AT_ONCE = 100
TRIALS = 20
_WORD = re.compile(r"[A-Za-z]{2,}")
_CASE = msgspec.json.Decoder(Case)


def main() -> int:
    """Print the figures and return the exit code: 2 without the shared folder."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.record", description=__doc__)
    parser.add_argument("shared", type=Path, help=f"the folder with data/{CORPUS}")
    parser.add_argument("record", help="a new file, or the URL of an empty PostgreSQL database")
    parser.add_argument("--stories", type=int, nargs="+", default=[800, 3000, 10_000], help="sizes to measure at")
    parser.add_argument("--same-people", action="store_true", help="let all copies tell of the same people")
    given = parser.parse_args()
    corpus = given.shared / "data" / CORPUS
    if not corpus.is_file():
        print(f"{given.shared}: no data/{CORPUS} here", file=sys.stderr)
        return 2
    reader.load()
    with store.opened(given.record, new=True) as engine:
        read = list(_read_and_added(engine, corpus))
        copies = _copies(read, own_people=not given.same_people)
        for size in given.stories:
            _grow(engine, copies, size)
            _ask(engine)
    return 0


def copy(case: Case, number: int, *, own_people: bool) -> Case:
    """Return a story with another outlet and day, and with other people whose names are as long, letter by letter."""
    if own_people:
        names = {name for person in case.people for name in (person.name, *person.aliases)}
        words = sorted({word for name in names for word in _WORD.findall(name) if word[0].isupper()})
        if words:
            told = msgspec.json.encode(case).decode()
            changed = re.sub(rf"\b(?:{'|'.join(words)})\b", lambda word: _moved(word[0], number), told)
            case = _CASE.decode(changed)
    story = msgspec.structs.replace(
        case.story,
        id=hashlib.sha256(f"{case.story.id} {number}".encode()).hexdigest(),
        outlet=f"Outlet {number}",
        published=date(1990, 1, 1) + timedelta(number),
    )
    return msgspec.structs.replace(case, story=story)


def _moved(word: str, number: int) -> str:
    """Return a word with its letters moved on through the alphabet, every other one by another step."""
    steps = (number % 26, number // 26)
    letters = []
    for place, letter in enumerate(word):
        first = ord("A" if letter.isupper() else "a")
        letters.append(chr((ord(letter) - first + steps[place % 2]) % 26 + first))
    return "".join(letters)


def _copies(read: Sequence[Case], *, own_people: bool) -> Iterator[Case]:
    number = 1
    while True:
        for case in read:
            yield copy(case, number, own_people=own_people)
        number += 1


def _read_and_added(engine: Engine, corpus: Path) -> Iterator[Case]:
    """Read and add each story, and print how long that took and how much memory it held, at each hundred."""
    begun = time.perf_counter()
    for number, case in enumerate(cases.read(corpus), 1):
        store.add(engine, [case])
        if number % 100 == 0:
            took = time.perf_counter() - begun
            print(
                f"{number} stories read and added: {number / took:.1f} a second, {_megabytes():.0f} MB held", flush=True
            )
        yield case


def _grow(engine: Engine, copies: Iterator[Case], size: int) -> None:
    """Add copies until there are so many stories, then settle who is who."""
    there = _count(engine, schema.stories)
    told, took = _count(engine, schema.statements), 0.0
    for start in range(there, size, AT_ONCE):
        some = list(islice(copies, min(AT_ONCE, size - start)))
        took += _seconds(store.add, engine, some)
    settled = _seconds(store.settle, engine)
    statements = _count(engine, schema.statements)
    print(f"\n{_count(engine, schema.stories):,} stories, {statements:,} statements, {_megabytes():.0f} MB held")
    if size > there:
        print(f"  added: {(size - there) / took:.0f} stories, {(statements - told) / took:,.0f} statements a second")
        print(f"  settled all at once: {settled:.1f} s")
    each = []
    for case in islice(copies, TRIALS):
        store.add(engine, [case])
        each.append(_seconds(store.settle, engine))
    print(f"  one more story settled: {_shown(each)}", flush=True)


def _ask(engine: Engine) -> None:
    """Print how long it takes to find somebody, to tell of them, and to search words."""
    people = store.everybody(engine, at_most=1)
    with engine.connect() as connection:
        some = connection.execute(
            select(schema.joins.c.who).group_by(schema.joins.c.who).having(func.count() >= 5).limit(TRIALS)
        ).scalars().all()  # fmt: skip
    found = store.found(engine, some)
    names = [one.name for one in found.values()]
    print(f"  a person found by name: {_shown([_seconds(store.find, engine, name) for name in names])}")
    told = [_seconds(store.portrait, engine, Sighting.of(who)) for who in some]
    print(f"  a person of five stories and more told whole: {_shown(told)}")
    for most in people:
        page = [_seconds(store.portrait, engine, most.who, at_most=500) for _ in range(5)]
        whole = [_seconds(store.portrait, engine, most.who) for _ in range(5)]
        print(f"  whom most stories tell of ({most.stories:,}): as on the page {_shown(page)}; whole {_shown(whole)}")
    words = [_seconds(store.quotes, engine, words="wedding", at_most=50) for _ in range(5)]
    print(f"  words searched: {_shown(words)}", flush=True)


def _seconds(doing: Callable[..., object], *given: object, **more: object) -> float:
    begun = time.perf_counter()
    doing(*given, **more)
    return time.perf_counter() - begun


def _shown(seconds: Sequence[float]) -> str:
    if not seconds:
        return "nobody"
    return f"{1000 * statistics.median(seconds):.0f} ms, at most {1000 * max(seconds):.0f}"


def _count(engine: Engine, table: object) -> int:
    with engine.connect() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
