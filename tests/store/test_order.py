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
