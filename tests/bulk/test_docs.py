"""The page on corpora says what the tables are, and its questions have the answers that its stories give."""

import re
from pathlib import Path

import duckdb
import pytest

from onrecord.bulk import tables
from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from tests.bulk.conftest import alone, unseen

PAGE = (Path(__file__).parents[2] / "docs" / "bulk.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("name", tables.schemas())
def test_the_page_has_the_columns_of_every_table_in_their_order(name):
    section = PAGE.split(f"\n### {name}\n")[1].split("\n#")[0]
    told = re.findall(r"^\| (\w+) \| `([^`]+)` \| .+ \|$", section, re.MULTILINE)
    assert told == [(field.name, str(field.type)) for field in tables.schemas()[name]]


@pytest.fixture
def asked(corpus, settled, tmp_path, monkeypatch):
    run(find([str(corpus)], settled().output), settled(), alone, unseen)
    monkeypatch.chdir(tmp_path)
    with duckdb.connect() as connection:
        yield lambda number: connection.sql(QUESTIONS[number]).fetchall()


def test_who_gets_quoted(asked):
    assert asked(0) == [("Tulsa Ledger", "2025-05", 1, 1, 1)]


def test_from_how_many_origins(asked):
    assert asked(1) == [("Tulsa Ledger", 2, 0)]


def test_whose_ages_clash(asked):
    ((name, _, born, _, other),) = asked(2)
    assert (name, born, other) == ("Hal Pruitt", "1961-05-06/1962-05-05", "1965-05-06/1966-05-05")
