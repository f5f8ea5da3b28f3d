"""Whatever stops an adding, nothing that was kept is lost, nothing is there twice, and adding again completes it."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from onrecord import store
from onrecord.model.errors import OnrecordError
from onrecord.store import schema
from tests.conftest import Telling

MANY = 40
WRITER = """
import sys
from onrecord import store
from tests.store.test_stops import MANY, story
with store.opened(sys.argv[1], new=True) as engine:
    for number in range(MANY):
        store.add(engine, [story(number)])
        print(number, flush=True)
    store.settle(engine)
"""


def story(number: int):
    telling = Telling(f"Jane Roe, {number % 40 + 20}, and Tom Hale have a son, Ben. Told {number} times.", "2025-03-04")
    jane, tom, ben = (telling.person(name) for name in ("Jane Roe", "Tom Hale", "Ben"))
    telling.age(jane, number % 40 + 20, str(number % 40 + 20))
    telling.kin(jane, "spouse", tom)
    telling.kin(jane, "parent", ben)
    return telling.case()


def writer(place: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, place], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2]
    )


def check(place: str, at_least: int) -> int:
    """Assert that every story that is there is whole; return how many there are."""
    with store.opened(place) as engine, engine.connect() as connection:
        count = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.sorted_tables
        }
        assert count["stories"] >= at_least
        assert count["people"] == count["statements"] == 3 * count["stories"]
        assert count["joins"] <= count["people"]
        return count["stories"]


def test_killed_again_and_again_it_is_whole_and_completed_by_adding_again(place):
    chance = random.Random(7)
    for _ in range(3):
        process = writer(place)
        assert process.stdout is not None
        kept = 0
        for _ in range(chance.randrange(1, MANY // 2)):
            kept = int(process.stdout.readline() or kept)
        time.sleep(chance.random() / 100)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()
        check(place, kept)
    process = writer(place)
    process.communicate()
    assert process.returncode == 0
    assert check(place, MANY) == MANY


def test_two_writers_at_once_add_each_story_once(place):
    both = [writer(place), writer(place)]
    for process in both:
        process.communicate()
    assert [process.returncode for process in both] == [0, 0]
    assert check(place, MANY) == MANY
    with store.opened(place) as engine:
        assert sum(one.stories for one in store.find(engine, "Jane Roe")) == MANY


def test_a_full_disk_loses_nothing_that_was_kept(tmp_path):
    place = str(tmp_path / "record.db")
    with store.opened(place, new=True) as engine:
        store.add(engine, [story(0)])
    pages = sqlite3.connect(place).execute("PRAGMA page_count").fetchone()[0]
    kept = [0]

    def fill() -> None:
        with store.opened(place) as engine:
            engine.dispose()  # the next connection is a new one
            event.listen(
                engine, "connect", lambda connection, _: connection.execute(f"PRAGMA max_page_count={pages + 2}")
            )
            for number in range(1, 200):
                store.add(engine, [story(number)])
                kept.append(number)

    with pytest.raises(OnrecordError, match="full"):
        fill()
    assert check(place, len(kept)) == len(kept)
