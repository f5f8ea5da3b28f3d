"""Times the search for clashes in records that are made up: ``python -m evaluation.proving``.

Each record has ten statements a person, ages, parents and gaps in age, two in a hundred of them wrong. In the first
table all people are related; in the second they are families of eight, and one more statement touches one family only.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.model.when import birth
from onrecord.prove import Bound, Fact, added, apart, before, checked, either, within

SIZES = (500, 1000, 2000, 4000)
WRONG = 0.02
_FIRST, _DAYS = date(1900, 1, 1), 40_000
_FURTHEST_CHILD = 300  # people are numbered by their birth; a child is at most so many numbers later
_FAMILY = 8


def main() -> None:
    """Print for each size how long it takes to check all statements, and to add one."""
    for family in (None, _FAMILY):
        print(f"{'people':>8}{'statements':>12}{'clashes':>10}{'seconds':>10}{'one more':>10}")
        for people in SIZES:
            facts = tuple(record(people, random.Random(people), family=family))
            start = time.perf_counter()
            done = checked(facts[:-1])
            middle = time.perf_counter()
            done = added(done, facts[-1:])
            end = time.perf_counter()
            print(f"{people:>8}{len(facts):>12}{len(done.conflicts):>10}{middle - start:>10.2f}{end - middle:>10.4f}")


def record(people: int, chance: random.Random, *, family: int | None = None) -> Iterator[Fact]:
    """Yield ten facts a person; ``family`` is how many are related to each other, None: all."""
    born = sorted(_FIRST + timedelta(days=chance.randrange(_DAYS)) for _ in range(people))
    for number in range(10 * people):
        one, wrong = chance.randrange(people), chance.random() < WRONG
        last = min(people, (one // family + 1) * family) if family else people
        other = min(last - 1, one + chance.randrange(1, min(_FURTHEST_CHILD, family or people)))
        kind = chance.random()
        ways: tuple[tuple[Bound, ...], ...]
        if kind < 0.6 or one == other:
            ways = (_age(f"birth {one}", born[one], chance, wrong=wrong),)
        elif kind < 0.9:
            ways = (before(f"birth {other if wrong else one}", f"birth {one if wrong else other}", same_day=False),)
        else:
            years = born[other].year - born[one].year + (5 if wrong else 0)
            ways = either(*(_gap(f"birth {a}", f"birth {b}", years) for a, b in ((one, other), (other, one))))
        yield Fact(id=f"s{number}", line=f"statement {number}", ways=ways)


def _age(point: str, born: date, chance: random.Random, *, wrong: bool) -> tuple[Bound, ...]:
    on = _FIRST + timedelta(days=_DAYS + chance.randrange(3650))
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day)) + (3 if wrong else 0)
    return within(point, birth(on, at_least_months=12 * years, under_months=12 * years + 12))


def _gap(older: str, younger: str, years: int) -> tuple[Bound, ...]:
    least, under = max(0, years - 1) * 12, (years + 1) * 12
    return (*before(older, younger), *apart(older, younger, at_least_months=least, under_months=under, at_event=False))


if __name__ == "__main__":
    main()
