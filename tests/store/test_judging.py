"""A person's word on who is who: it holds, it is kept, and it can be undone."""

from __future__ import annotations

import pytest

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.model.statement import Kin
from onrecord.model.when import year


@pytest.fixture
def two(record, tell):
    """Return two sightings of one name whose births lie 30 years apart, and their record."""
    keys = []
    for age, more in ((41, "the baker"), (71, "the judge")):
        told = tell(f"Jane Roe, {age}, {more}, spoke.", "2025-03-04")
        told.person("Jane Roe", born=year(2025 - age))
        (added,) = store.add(record, [told.case()])
        keys.append(f"{added.key}.p1")
    return record, keys


def people(record) -> int:
    return len(store.find(record, "Jane Roe"))


def test_births_thirty_years_apart_are_two_people_until_somebody_says_otherwise(two):
    record, pair = two
    assert people(record) == 2
    yes = store.judge(record, "person", pair, "yes", by="ann", reason="a misprint")
    assert people(record) == 1
    store.undo(record, yes.id, by="bob")
    assert people(record) == 2
    (kept,) = store.judgements(record, pair)
    assert (kept.verdict, kept.by, kept.reason, kept.undone_by) == ("yes", "ann", "a misprint", "bob")


def test_a_no_holds_against_the_machine(record, about):
    one, other = store.add(record, [about(), about(" More.")])
    assert people(record) == 1
    store.judge(record, "person", [f"{one.key}.p1", f"{other.key}.p1"], "no", by="ann")
    assert people(record) == 2
    store.add(record, [about(" Still more.")])
    assert people(record) == 2


def test_the_last_word_on_a_pair_holds(two):
    record, pair = two
    store.judge(record, "person", pair, "no", by="ann")
    store.judge(record, "person", pair[::-1], "yes", by="bob")
    assert people(record) == 1


@pytest.mark.parametrize(
    ("about", "verdict", "by", "match"),
    [
        (("x.p1", "y.p1"), "yes", "ann", "nobody of the record"),
        (("x.p1",), "yes", "ann", "expected two people"),
        (("x.p1", "y.p1"), "perhaps", "ann", "expected one of yes, no, later"),
        (("x.p1", "y.p1"), "yes", " ", "nobody is named"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_not_kept(record, about, verdict, by, match):
    with pytest.raises(BadConfiguration, match=match):
        store.judge(record, "person", about, verdict, by=by)
    assert store.judgements(record) == []


def test_undoing_twice_is_refused(two):
    record, pair = two
    made = store.judge(record, "person", pair, "later", by="ann")
    store.undo(record, made.id, by="ann")
    with pytest.raises(BadConfiguration, match="undone already"):
        store.undo(record, made.id, by="ann")


def spouse(record):
    (jane,) = store.find(record, "Jane Roe")
    facts = store.portrait(record, jane.who).facts
    return [
        one.status for fact in facts for one in fact.statements if isinstance(one, Kin) and one.relation == "spouse"
    ]


def test_a_statement_is_rejected_or_corrected_until_that_is_undone(record, about):
    case = about()
    (added,) = store.add(record, [case])
    kin = next(one for one in case.statements if isinstance(one, Kin) and one.relation == "spouse")
    wrong = store.judge(record, "statement", [f"{added.key}.{kin.id}"], "rejected", by="ann")
    assert spouse(record) == []
    store.judge(record, "statement", [f"{added.key}.{kin.id}"], "corrected", by="ann", value='{"status": "former"}')
    assert spouse(record) == ["former"]
    store.undo(record, store.judgements(record)[-1].id, by="bob")
    assert spouse(record) == []
    store.undo(record, wrong.id, by="bob")
    assert spouse(record) == ["current"]
    assert store.story(record, added.key) == case


def test_a_statement_that_was_rejected_clashes_with_nothing(record, about, tell):
    telling = tell("Jane Roe, 39, and her husband Tom Hale sang.", "2025-03-05")
    jane, tom = telling.person("Jane Roe"), telling.person("Tom Hale")
    telling.age(jane, 39, "39")
    telling.kin(jane, "spouse", tom)
    store.add(record, [about(), telling.case()])
    _, (clash,) = store.clashes(record)
    made = store.judge(record, "statement", [clash.statements[0]], "rejected", by="ann")
    assert store.clashes(record)[1] == ()
    store.undo(record, made.id, by="ann")
    assert store.clashes(record)[1] == (clash,)


def test_what_is_put_off_is_asked_last(record, tell):
    for name in ("James Smith", "Mary Jones", "James Smith", "Mary Jones"):
        told = tell(f"{name} sang, said paper {len(store.stories(record))}.")
        told.person(name)
        store.add(record, [told.case()])
    first, second = store.doubts(record)
    store.judge(record, "person", (str(first.first), str(first.second)), "later", by="ann")
    assert store.doubts(record) == [second, first]
    store.judge(record, "person", (str(second.first), str(second.second)), "no", by="ann")
    assert store.doubts(record, at_most=1) == [first]
