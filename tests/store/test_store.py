"""What a record keeps: each story once, wholly or not at all, whoever adds it and in whatever order."""

from __future__ import annotations

import sqlite3

import msgspec
import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from onrecord import store
from onrecord.ingest.family_files import from_family_file
from onrecord.model.errors import BadConfiguration, OnrecordError
from onrecord.model.record import Sighting
from onrecord.model.statement import Event
from onrecord.show.exchange.formats import exported, table_files
from onrecord.store import schema
from onrecord.store.gathering import _called, gather
from onrecord.store.handing import whole


def counts(engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.sorted_tables
        }


def test_a_story_comes_back_as_it_was_added(record, about):
    case = about(" “We are glad,” she said. 🎉", outlet="The Daily", url="https://daily.example/roe")
    (added,) = store.add(record, [case])
    assert (added.new, added.versions) == (True, ())
    assert store.story(record, added.key) == case


def test_adding_again_changes_nothing(record, about):
    store.add(record, [about()])
    store.settle(record)
    before = counts(record)
    (again,) = store.add(record, [about()])
    store.settle(record)
    assert not again.new
    assert counts(record) == before


def test_the_same_text_in_two_outlets_is_two_stories(record, about):
    added = store.add(record, [about(outlet="The Daily"), about(outlet="The Weekly")])
    assert [one.new for one in added] == [True, True]
    (jane,) = store.find(record, "Jane Roe")
    assert jane.stories == 2


def test_another_version_is_kept_beside_the_first(record, about):
    first, second = store.add(
        record,
        [
            about(url="https://www.daily.example/roe?utm_source=x"),
            about(" He is 43.", url="http://daily.example/roe/#top"),
        ],
    )
    assert (first.versions, second.versions) == ((), (first.key,))


def test_a_story_that_fails_leaves_nothing(record, about):
    broken = about()
    twice = [*broken.statements, broken.statements[0]]  # two statements of one id are no case
    with pytest.raises(IntegrityError):
        store.add(record, [about(" More."), msgspec.structs.replace(broken, statements=tuple(twice))])
    assert counts(record) == dict.fromkeys(counts(record), 0)


def test_people_of_several_stories_are_one(record, about):
    store.add(record, [about(outlet="The Daily"), about(" So they say.", outlet="The Weekly", published=None)])
    assert [(one.name, one.stories) for one in store.find(record, "roe")] == [("Jane Roe", 2)]
    assert [(one.name, one.stories) for one in store.find(record, "BEN")] == [("Ben", 2)]
    assert store.find(record, "Roe Hale") == []


def test_a_portrait_tells_each_fact_once_with_all_its_stories(record, about):
    store.add(record, [about(outlet="The Daily"), about(" So they say.", outlet="The Weekly", published="2025-06-01")])
    (jane,) = store.find(record, "Jane Roe")
    seen = store.portrait(record, jane.who)
    married = next(fact for fact in seen.facts if getattr(fact.statements[0], "relation", "") == "spouse")
    assert [seen.collection.story(one).outlet for one in married.statements] == ["The Daily", "The Weekly"]
    assert seen.born is not None
    assert (seen.born.born.edtf, seen.born.against) == ("1983-06-02/1984-03-04", ())


def test_nobody_is_found_under_a_sighting_that_is_none(record, about):
    store.add(record, [about()])
    with pytest.raises(store.NobodyFound):
        store.portrait(record, Sighting("0" * 32, "p1"))


def test_a_record_that_is_not_there_is_not_begun_by_looking(tmp_path):
    with pytest.raises(BadConfiguration, match="no record here"), store.opened(str(tmp_path / "none.db")):
        pass
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_record_is_refused(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text("Jane Roe is 41." * 100)
    with pytest.raises(OnrecordError, match="not a database"), store.opened(str(file)):
        pass


def test_of_more_statements_than_are_asked_for_ages_and_kin_stay_and_the_rest_is_counted(record, tell):
    told = tell('"It is late." "It is early." "It is noon," said Jane Roe, 41.', "2025-03-04")
    jane = told.person("Jane Roe")
    told.age(jane, 41, "41")
    for words in ('"It is late."', '"It is early."', '"It is noon,"'):
        told.quote(words, jane)
    (added,) = store.add(record, [told.case()])
    who = Sighting(added.key, jane)
    shown = store.portrait(record, who, at_most=2)
    assert (len(shown.facts), len(shown.quotes), shown.left_out) == (1, 1, 2)
    assert shown.quotes[0].statements[0].spans[0].text == '"It is noon,"'
    assert store.portrait(record, who, at_most=4) == store.portrait(record, who)
    assert store.portrait(record, who).left_out == 0


def test_a_person_is_called_by_a_sighting_with_a_full_name_whatever_the_keys_are(record, tell):
    """Whoever is called by a word alone is never the first, in however many stories they are."""
    for number in range(6):
        told = tell(f"Tessa and her husband Grant Ellery, number {number}")
        told.kin(told.person("Tessa"), "spouse", told.person("Grant Ellery"))
        store.add(record, [told.case()])
    told = tell("Tessa Calloway and her husband Grant Ellery")
    told.kin(told.person("Tessa Calloway"), "spouse", told.person("Grant Ellery"))
    (added,) = store.add(record, [told.case()])
    whole = store.who(record, Sighting(added.key, "p1"))
    assert len(whole.members) == 7
    assert whole.id == Sighting(added.key, "p1")
    assert all(store.who(record, one.sighting) == whole for one in whole.members)
    assert store.portrait(record, whole.members[-1].sighting).name == "Tessa Calloway"


def test_a_wedding_in_two_places_is_two_facts_each_with_who_tells_it(record, tell):
    for place in ("Leeds", "York", "leeds"):
        told = tell(f"Jane Roe and Tom Hale wed in {place}.", "2025-03-04")
        told.event("marriage", (told.person("Jane Roe"), told.person("Tom Hale")), "wed", place=place)
        (added,) = store.add(record, [told.case()])
    shown = store.portrait(record, Sighting(added.key, "p1"))
    assert sorted(len(fact.statements) for fact in shown.facts) == [1, 2]


@pytest.mark.parametrize(("event", "told"), [("birth", "born"), ("death", "died")])
def test_a_birth_and_a_death_stay_where_later_words_are_left_out(record, tell, days, event, told):
    story = tell("Jane Roe was born here, and died here.", "2020-01-01")
    story.event(event, (story.person("Jane Roe"),), told, when=days("1980-05-01"))
    store.add(record, [story.case()])
    for number in range(3):
        later = tell(f'"Word {number} of many," Jane Roe said.', "2025-03-04")
        later.quote(f'"Word {number} of many,"', later.person("Jane Roe"))
        (added,) = store.add(record, [later.case()])
    shown = store.portrait(record, Sighting(added.key, "p1"), at_most=2)
    assert shown.left_out == 2
    assert [one.event for one in shown.collection.case.all(Event)] == [event]
    assert (shown.born is not None) == (event == "birth")


def test_whoever_has_no_name_is_left_out_and_counted(record):
    table = "name,father,mother\nMara Hale,?,Jane Roe\nMara Hale,Tom Hale,\nMara Hale,Paul Byrd,\n"
    store.add(record, [from_family_file(table, where="family.csv")])
    handed = whole(record)
    assert handed.collection.of_nameless == 1
    for format_ in ("gedcom", "ftm", "jsonld", "annotations"):
        assert "kin and events of people without a name: 1" in exported(format_, handed).lost
    files, lost = table_files("csv", handed)
    assert "kin and events of people without a name: 1" in lost
    assert handed.collection.stories.keys().isdisjoint(files["family.csv"].decode().replace(".", ",").split(","))
    (clash,) = store.clashes(record)[1]
    assert not any("?" in line for line in clash.lines)


def test_very_many_statements_that_clash_are_gathered(record, about):
    (added,) = store.add(record, [about()])
    store.settle(record)
    with record.connect() as connection:
        limit = getattr(connection.connection.driver_connection, "setlimit", None)
        if limit:
            limit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 1000)
        numbers = _called(connection, [f"{added.key}.s{number}" for number in range(3000)])
        assert len(gather(connection, numbers).case.statements) == 3
