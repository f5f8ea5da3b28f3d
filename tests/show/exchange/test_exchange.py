"""What goes out to other trades: valid, whole, and with a line on what a format cannot hold."""

from __future__ import annotations

import csv
import io
import json
import re

import gedcom7
import msgspec
import pytest

from onrecord import store
from onrecord.ingest.family_files import from_family_file
from onrecord.model.record import Fact
from onrecord.model.source import Source, Voice
from onrecord.model.statement import Claim, Event, Kin
from onrecord.model.when import year
from onrecord.record.portraying import births, facts
from onrecord.show.exchange.exported import Whole
from onrecord.show.exchange.formats import table_files
from onrecord.show.exchange.ftm import entities
from onrecord.show.exchange.gedcom import gedcom
from onrecord.show.exchange.tables import csv_text, parquet, tables
from onrecord.show.exchange.web import schema_org, web_annotations
from onrecord.store.handing import whole as handed

TEXT = "Jane Roe, 41, married Tom Hale in 2012; their son Ben. “=We are\nglad,” she said. She may move, a friend says."


@pytest.fixture
def whole(tell, tmp_path) -> Whole:
    """Return a record of one story with everything in it, and of another that tells another age."""
    told = tell(TEXT, "2025-03-04")
    jane, tom, ben = told.person("Jane Roe", pronoun="she"), told.person("Tom Hale", pronoun="he"), told.person("Ben")
    told.age(jane, 41, "41")
    told.kin(jane, "spouse", tom)
    told.kin(jane, "parent", ben)
    told.kin(tom, "parent", ben)
    told.event("marriage", (jane, tom), "married", year(2012), "2012")
    told.count((jane,), "age gap in years", 3, "in")
    told.quote("“=We are\nglad,”", jane)
    case = told.case()
    source = Source(id="o1", name="a friend", type="unnamed", spans=(told.span("a friend"),))
    claim = Claim(id="s99", source="o1", spans=(told.span("She may move"),), by=(Voice(source="o1"),))
    case = msgspec.structs.replace(case, statements=(*case.statements, claim), sources=(source,))
    other = tell("Jane Roe, 51, rows.", "2025-03-05")
    other.age(other.person("Jane Roe"), 51, "51")
    with store.opened(str(tmp_path / "record.db"), new=True) as engine:
        again = tell("Jane Roe is 41.", "2025-03-04")
        again.age(again.person("Jane Roe"), 41, "41")
        for one, outlet in ((case, "The Daily"), (other.case(), "The Weekly"), (again.case(), "The Echo")):
            store.add(engine, [msgspec.structs.replace(one, story=msgspec.structs.replace(one.story, outlet=outlet))])
        collection = store.everything(engine)
    return Whole(collection, tuple(facts(collection.case.statements)), births(collection))


def test_gedcom_is_valid_keeps_rival_births_and_says_what_it_lacks(whole):
    exported = gedcom(whole)
    assert gedcom7.validate(gedcom7.loads(exported.text)) == []
    assert exported.text.count("1 BIRT\n") == 2
    assert "2 DATE BET 5 MAR 1983 AND 4 MAR 1984\n" in exported.text
    assert exported.lost == ("claims: 1", "counts: 1", "quotations: 1")


def test_gedcom_that_went_out_comes_back(whole):
    case = from_family_file(gedcom(whole).text, where="back.ged")
    called = {person.id: person.name for person in case.people}
    assert {(called[one.from_], one.relation, called[one.to]) for one in case.all(Kin)} == {
        ("Tom Hale", "spouse", "Jane Roe"),
        ("Tom Hale", "parent", "Ben"),
        ("Jane Roe", "parent", "Ben"),
    }
    told = {(one.event, one.when.edtf) for one in case.all(Event) if one.when and one.when.edtf}
    assert told == {("birth", "1983-03-05/1984-03-04"), ("marriage", "2012")}


def test_gedcom_holds_every_couple_and_child_of_somebody_once(tell, tmp_path):
    told = tell("Jane Roe, Tom Hale, Paul Byrd, Ben, Ida.", "2025-03-04")
    jane, tom, paul, ben, ida = map(told.person, ("Jane Roe", "Tom Hale", "Paul Byrd", "Ben", "Ida"))
    for one, relation, other in (
        (jane, "spouse", tom), (jane, "partner", paul), (jane, "parent", ben), (tom, "parent", ben),
        (paul, "parent", ida),
    ):  # fmt: skip
        told.kin(one, relation, other)
    with store.opened(str(tmp_path / "record.db"), new=True) as engine:
        store.add(engine, [told.case()])
        text = gedcom(handed(engine)).text
    assert gedcom7.validate(gedcom7.loads(text)) == []
    assert re.findall(r"1 (?:NAME|FAM[SC]) .*", text) == [
        "1 NAME Jane /Roe/", "1 FAMS @F1@", "1 FAMS @F2@",
        "1 NAME Tom /Hale/", "1 FAMS @F1@",
        "1 NAME Paul /Byrd/", "1 FAMS @F2@", "1 FAMS @F3@",
        "1 NAME Ben", "1 FAMC @F1@",
        "1 NAME Ida", "1 FAMC @F3@",
    ]  # fmt: skip


def test_ftm_entities(whole):
    exported = entities(whole)
    rows = [json.loads(line) for line in exported.text.splitlines()]
    assert sorted(row["schema"] for row in rows) == ["Article"] * 3 + ["Family"] * 3 + ["Person"] * 3
    known = {row["id"] for row in rows}
    family = [row["properties"] for row in rows if row["schema"] == "Family"]
    assert all(row["person"][0] in known and row["relative"][0] in known for row in family)
    assert "births that may lie in several years: 1" in exported.lost


def test_schema_org_claims_have_what_a_claim_review_points_at(whole):
    exported = schema_org(whole)
    graph = json.loads(exported.text)["@graph"]
    by_id = {node["@id"]: node for node in graph}
    (claim,) = (node for node in graph if node["@type"] == "Claim")
    assert (claim["text"], claim["author"]) == ("She may move", [{"@type": "Thing", "name": "a friend"}])
    assert by_id[claim["appearance"]["@id"]]["publisher"]["name"] == "The Daily"
    jane = next(node for node in graph if node.get("name") == "Jane Roe")
    assert [by_id[one["@id"]]["name"] for one in jane["spouse"]] == ["Tom Hale"]
    assert [by_id[one["@id"]]["name"] for one in jane["children"]] == ["Ben"]
    assert "births not known to the day: 1" in exported.lost


def test_annotations_point_at_the_words(whole):
    items = json.loads(web_annotations(whole).text)["items"]
    assert len(items) == len(whole.collection.case.statements)
    for item in items:
        for target in item["target"]:
            place, quote = target["selector"]
            texts = (TEXT, "Jane Roe, 51, rows.", "Jane Roe is 41.")
            assert quote["exact"] in [text[place["start"] : place["end"]] for text in texts]


def test_tables_are_the_same_as_csv_and_as_parquet(whole):
    from pyarrow import parquet as reader

    for kind, rows in tables(whole).values():
        read = list(csv.DictReader(io.StringIO(csv_text(kind, rows))))
        packed = reader.read_table(io.BytesIO(parquet(kind, rows))).to_pylist()
        assert len(read) == len(packed) == len(rows)
        assert list(read[0]) == list(packed[0]) == list(kind.__struct_fields__)
    (jane,) = (row for row in tables(whole)["people"][1] if row.name == "Jane Roe")
    assert jane.disputed


def test_the_family_table_that_went_out_comes_back(whole):
    files, lost = table_files("csv", whole)
    case = from_family_file(files["family.csv"].decode(), where="family.csv")
    called = {person.id: person.name for person in case.people}
    assert {(called[one.from_], one.relation, called[one.to]) for one in case.all(Kin)} >= {
        ("Jane Roe", "spouse", "Tom Hale"),
        ("Tom Hale", "parent", "Ben"),
        ("Jane Roe", "parent", "Ben"),
    }
    told = {(one.event, called[one.who[0]], one.when.edtf) for one in case.all(Event) if one.when}
    assert told == {("birth", "Jane Roe", "1983-03-05/1984-03-04"), ("marriage", "Jane Roe", "2012")}
    assert [(person.name, person.pronoun) for person in case.people if person.pronoun] == [
        ("Jane Roe", "she"), ("Tom Hale", "he"),
    ]  # fmt: skip
    assert all("family table" not in one for one in lost)


@pytest.mark.parametrize(
    ("edtf", "comes_back"),
    [
        ("2012", True), ("2012-06", True), ("2012-06-01", True), ("2012-06/2013-12", True),
        ("2013~", False), ("../2012", False), ("2012-06/..", False), ("201X", False),
    ],
)  # fmt: skip
def test_days_that_the_family_table_does_not_hand_back_are_counted(whole, edtf, comes_back):
    wedding = next(one for one in whole.collection.case.all(Event) if one.event == "marriage")
    wedding = msgspec.structs.replace(wedding, when=msgspec.structs.replace(wedding.when, edtf=edtf))
    files, lost = table_files("csv", Whole(whole.collection, (Fact((wedding,)),), {}))
    case = from_family_file(files["family.csv"].decode(), where="family.csv")
    (back,) = case.all(Event)
    assert (back.when.edtf == edtf) == comes_back
    counted = "open or uncertain days, which the family table does not hand back: 1" in lost
    assert counted != comes_back


def test_what_no_table_can_hold_is_counted(whole):
    people = tuple(msgspec.structs.replace(one, name="Roe", pronoun=None) for one in whole.collection.case.people)
    case = msgspec.structs.replace(whole.collection.case, people=people)
    _, lost = table_files("csv", msgspec.structs.replace(
        whole, collection=msgspec.structs.replace(whole.collection, case=case)
    ))  # fmt: skip
    assert "parents in the family table of whom no story says he or she: 2" in lost
    assert f"people of one name, who are one in the family table: {len(people) - 1}" in lost


def test_who_denies_makes_no_claim(whole):
    denied = tuple(
        msgspec.structs.replace(one, polarity="denied") if isinstance(one, Claim) else one
        for one in whole.collection.case.statements
    )
    case = msgspec.structs.replace(whole.collection.case, statements=denied)
    collection = msgspec.structs.replace(whole.collection, case=case)
    exported = schema_org(Whole(collection, tuple(facts(denied)), whole.births))
    assert '"Claim"' not in exported.text
    assert "claims that are asked, thought, denied or left unsaid: 1" in exported.lost


def test_rival_births_are_kept_or_counted(whole):
    assert "ages and births that the others exclude: 1" in entities(whole).lost
    assert "ages and births that the others exclude: 1" in schema_org(whole).lost


def test_a_parent_who_is_only_reported_is_no_parent_in_gedcom(whole):
    reported = tuple(
        msgspec.structs.replace(one, reported="claim") if isinstance(one, Kin) and one.relation == "parent" else one
        for one in whole.collection.case.statements
    )
    case = msgspec.structs.replace(whole.collection.case, statements=reported)
    collection = msgspec.structs.replace(whole.collection, case=case)
    text = gedcom(Whole(collection, tuple(facts(reported)), whole.births)).text
    assert gedcom7.validate(gedcom7.loads(text)) == []
    assert "1 CHIL" not in text
    assert "3 PHRASE parent\n2 SOUR" in text
    assert "3 QUAY 1" in text
    assert "2 NOTE Told by\n3 SOUR @S1@" in gedcom(whole).text


def test_a_cell_is_no_formula(whole):
    kind, rows = tables(whole)["statements"]
    hostile = [msgspec.structs.replace(rows[0], words="=1+1")]
    assert next(csv.DictReader(io.StringIO(csv_text(kind, hostile))))["words"] == "'=1+1"
