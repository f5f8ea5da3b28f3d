"""In whatever order and batches stories are added, the record is the same."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from onrecord import store
from onrecord.model.case import Case
from onrecord.model.when import year
from onrecord.store import schema
from tests.conftest import Telling

STORIES = (
    ("Tessa Calloway, 41, and her husband Grant Ellery", 41, ["Grant Ellery"]),
    ("Tessa Calloway, 42, sang", 42, []),
    ("Tessa Calloway, 12, rows", 12, []),
    ("Grant Ellery and his wife Tessa", None, ["Grant Ellery"]),
    ("Tessa spoke", None, []),
    ("Mary Smith met Ann Lee", None, []),
    ("Mary Smith sang", None, []),
)


def told(number: int) -> Case:
    text, age, partners = STORIES[number]
    telling = Telling(text, "2025-03-04")
    name = next(name for name in ("Tessa Calloway", "Tessa", "Mary Smith") if name in text)
    first = telling.person(name, **({"born": year(2025 - age)} if age else {}))
    for partner in partners:
        telling.kin(first, "spouse", telling.person(partner))
    return telling.case()


def what_it_holds(engine: Engine) -> object:
    store.settle(engine)
    with engine.connect() as connection:
        assert connection.execute(select(schema.unsettled)).first() is None
        stories = {row.number: row.key for row in connection.execute(select(schema.stories))}
        joins = {
            (stories[row.story], row.person, row.who, row.reasons) for row in connection.execute(select(schema.joins))
        }
        doubts = {tuple(row) for row in connection.execute(select(schema.doubts))}
        said = {(stories[row.story], row.statement, row.body) for row in connection.execute(select(schema.statements))}
    return sorted(stories.values()), joins, doubts, said


def added(batches: list[list[int]], settled: list[bool]) -> object:
    with (
        tempfile.TemporaryDirectory() as folder,
        store.opened(str(Path(folder, "record.db")), new=True) as engine,
    ):
        for batch, settle in zip(batches, settled, strict=False):
            store.add(engine, [told(number) for number in batch])
            if settle:
                store.settle(engine)
        return what_it_holds(engine)


@pytest.fixture(scope="module")
def at_once() -> object:
    return added([list(range(len(STORIES)))], [False])


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.permutations(range(len(STORIES))), st.sets(st.integers(1, len(STORIES) - 1)),
    st.lists(st.booleans(), min_size=8, max_size=8),
)  # fmt: skip
def test_any_order_and_any_batches_give_the_same_record(at_once, order, cuts, settled):
    edges = [0, *sorted(cuts), len(order)]
    batches = [list(order[start:end]) for start, end in itertools.pairwise(edges)]
    assert added(batches, settled) == at_once


WHO = ("Tessa Calloway", "Tessa", "Tessa Ellery", "Tessa Calloway Ellery", "Zazie", "Zazie Bell", "Mary Smith")
BESIDE = ("Grant Ellery", "Grant", "Ida Quist")
stories = st.tuples(
    st.sampled_from(WHO),
    st.sampled_from([None, 1984, 2004]),
    st.sets(st.sampled_from(BESIDE), max_size=2),
    st.booleans(),
)
verdicts = st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(["yes", "no", "undone"]))


def told_of(number: int, story: tuple[str, int | None, set[str], bool]) -> Case:
    name, born, others, wed = story
    telling = Telling(f"{name} is with {' and '.join(sorted(others)) or 'nobody'}, says number {number}.", "2025-03-04")
    first = telling.person(name, **({"born": year(born)} if born else {}))
    for other in sorted(others):
        second = telling.person(other)
        if wed:
            telling.kin(first, "spouse", second)
    return telling.case()


def judged(engine: Engine, cases: list[Case], said: list[tuple[int, int, str]]) -> None:
    """Judge the first people of stories, by their numbers; a verdict may be undone at once."""
    for first, second, verdict in said:
        if first != second and max(first, second) < len(cases):
            about = [f"{store.key(cases[one].story)}.p1" for one in (first, second)]
            made = store.judge(engine, "person", about, verdict.replace("undone", "yes"), by="ann")
            if verdict == "undone":
                store.settle(engine)
                store.undo(engine, made.id, by="ann")


@settings(deadline=None, max_examples=40)
@given(st.lists(stories, min_size=2, max_size=8), st.lists(verdicts, max_size=2), st.randoms())
def test_settling_after_each_story_is_settling_all_at_once(several, said, chance):
    cases = [told_of(number, story) for number, story in enumerate(several)]
    shuffled = chance.sample(cases, len(cases))
    with tempfile.TemporaryDirectory() as folder:
        with store.opened(str(Path(folder, "one.db")), new=True) as engine:
            store.add(engine, cases)
            judged(engine, cases, said)
            at_once = what_it_holds(engine)
        with store.opened(str(Path(folder, "other.db")), new=True) as engine:
            for case in shuffled:
                store.add(engine, [case])
                store.settle(engine)
            judged(engine, cases, said)
            assert what_it_holds(engine) == at_once
