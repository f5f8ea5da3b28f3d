"""What people decide stands in place of what was read."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Judgement
from onrecord.model.statement import Kin, Quote
from onrecord.record.judged import after_judgement, corrected


@pytest.fixture
def told(tell):
    """Return an age, a kinship and a quotation of a story."""
    story = tell('Jane Roe, 41, is married to Tom Hale. "It is late," a friend of Roe said.', "2025-03-04")
    jane, tom = story.person("Jane Roe"), story.person("Tom Hale")
    story.age(jane, 41, "41")
    story.kin(jane, "spouse", tom)
    story.quote('"It is late,"', speaker=jane)
    return story.case().statements


def judgement(verdict: str, **value: object) -> Judgement:
    written = msgspec.json.encode(value).decode() if value else None
    return Judgement(
        id="j", kind="statement", about=("k.s1",), verdict=verdict, value=written, by="ann", at=datetime.now(UTC)
    )


@pytest.mark.parametrize(
    ("verdict", "value", "years"),
    [("accepted", {}, [41]), ("rejected", {}, []), ("corrected", {"years": 42}, [42]), (None, {}, [41])],
)
def test_a_statement_stays_goes_or_is_put_right(told, verdict, value, years):
    age = told[0]
    held = {"k.s1": judgement(verdict, **value)} if verdict else {}
    assert [one.years for one in after_judgement([("k.s1", age)], held)] == years


def test_an_age_put_right_holds_for_its_whole_year(told):
    age = corrected(told[0], {"years": 42})
    assert (age.at_least_months, age.under_months) == (504, 516)
    assert age.spans == told[0].spans


def test_a_kinship_is_put_right_in_both_its_parts(told):
    tie = corrected(told[1], {"relation": "engaged", "status": "former"})
    assert isinstance(tie, Kin)
    assert (tie.relation, tie.status, tie.from_, tie.to) == ("engaged", "former", told[1].from_, told[1].to)


@pytest.mark.parametrize("speaker", ["p2", None])
def test_whoever_speaks_now_speaks_alone(told, speaker):
    said = corrected(msgspec.structs.replace(told[2], also=("p2",), source="o1"), {"speaker": speaker})
    assert isinstance(said, Quote)
    assert (said.speaker, said.also, said.source, said.by) == (speaker, (), None, ())


@pytest.mark.parametrize(
    ("at", "value", "match"),
    [
        (0, {"who": "p2"}, "'who' cannot be put right; expected one of years"),
        (0, {"years": 131}, "no age"),
        (0, {"years": -1}, "no age"),
        (0, {"years": "old"}, "no age"),
        (1, {"relation": "enemy"}, "cannot be put right so"),
        (2, {"speaker": 7}, "cannot be put right so"),
    ],
)
def test_what_is_no_such_value_is_refused(told, at, value, match):
    with pytest.raises(BadConfiguration, match=match):
        corrected(told[at], value)


@pytest.mark.parametrize("years", [0, 130])
def test_the_youngest_and_the_oldest_age_are_taken(told, years):
    assert corrected(told[0], {"years": years}).years == years
