from datetime import UTC, date, datetime
from typing import get_args

import pyarrow as pa
import pytest

from onrecord import pipeline
from onrecord.bulk import tables
from onrecord.ingest import from_text
from onrecord.model.case import Time
from onrecord.model.errors import BadConfiguration
from onrecord.model.finding import Finding
from onrecord.model.person import Person
from onrecord.model.source import Source
from onrecord.model.statement import Statement
from onrecord.model.story import Story
from tests.bulk.conftest import MARLOW, OTHER


def case(text: str, **more):
    return pipeline.check(pipeline.read(from_text(text, published=date(2025, 5, 5), **more), rules_alone=True))


def test_every_row_has_the_columns_that_its_table_has():
    rows = tables.of_case(case(OTHER), "k", tables.CHOICES)
    rows["stories"] = [tables.of_story(case(OTHER).story, "k")]
    for name, some in rows.items():
        made = pa.Table.from_pylist(some, schema=tables.schemas()[name])
        assert made.num_rows == len(some) > 0, name
        assert made.column("story").to_pylist() == ["k"] * len(some)


def test_a_story_comes_back_from_its_row():
    moment = datetime(2025, 5, 3, 18, tzinfo=UTC)
    story = from_text(MARLOW, path="a.jsonl@0", url="https://www.A.example/1", outlet="Ledger", published=moment)
    row = tables.of_story(story, "k")
    kept = pa.Table.from_pylist([row], schema=tables.schemas()["stories"]).to_pylist()[0]
    assert tables.to_story(kept) == story
    assert kept["site"] == "a.example"
    bare = Story(id="x", text="One.")
    assert (
        tables.to_story(
            pa.Table.from_pylist([tables.of_story(bare, "k")], schema=tables.schemas()["stories"]).to_pylist()[0]
        )
        == bare
    )


def test_what_is_not_chosen_is_left_out():
    assert tables.chosen(None) == tables.CHOICES
    assert tables.chosen(["quotes", "people"]) == ("people", "quotes")
    assert tables.written(("people", "quotes")) == ("people", "statements")
    rows = tables.of_case(case(MARLOW), "k", ("people", "quotes"))
    assert set(rows) == {"people", "statements"}
    assert {row["kind"] for row in rows["statements"]} == {"quote"}
    with pytest.raises(BadConfiguration, match="nothing is called 'quote'; expected some of people, "):
        tables.chosen(["quote"])


def test_what_holds_stands_among_the_findings_as_held():
    rows = tables.of_case(case("Dana Marlow, 41, wed in 2025.\nIt was Monday, May 5, 2025."), "k", ("findings",))
    assert [row["level"] for row in rows["findings"]] == ["held"]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Ledger.example:8080/a", "ledger.example"),
        ("https://[broken", None),
        ("no address", None),
        (None, None),
    ],
)
def test_the_site_is_the_host_of_the_address(url, site):
    assert tables.site(url) == site


def test_keys_tell_shard_and_place():
    assert tables.key("a-1f", 12) == "a-1f-000012"
    assert tables.number("a-1f-000012") == 12
    assert tables.number(tables.key("a", 12_345_678)) == 12_345_678


def test_no_field_of_the_model_is_left_out():
    renamed = {"id", "from_", "to", "when", "start", "end", "text"}
    for kind in get_args(Statement):
        assert set(kind.__struct_fields__) - renamed <= set(tables.schemas()["statements"].names), kind
    assert set(Source.__struct_fields__) - renamed <= set(tables.schemas()["sources"].names)
    assert set(Story.__struct_fields__) - renamed <= set(tables.schemas()["stories"].names)
    assert set(Finding.__struct_fields__) <= set(tables.schemas()["findings"].names)
    assert set(Time.__struct_fields__) <= set(tables.schemas()["times"].names)
    assert set(Person.__struct_fields__) - renamed - {"born"} <= set(tables.schemas()["people"].names)
