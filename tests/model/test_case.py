"""The case as JSON: both directions, its schema, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.case import Case, Time, schema
from onrecord.model.document import Block, Quotation
from onrecord.model.errors import BadCase
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.person import Mention, Person
from onrecord.model.source import Source, Voice
from onrecord.model.span import Span
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote
from onrecord.model.story import Story, identity
from onrecord.model.when import When, year

PUBLISHED_SCHEMA = Path(__file__).parents[2] / "docs" / "case.schema.json"
# The schema is written with: python -c "$MAKE_SCHEMA" > docs/case.schema.json
MAKE_SCHEMA = (
    "import msgspec; from onrecord.model.case import schema; "
    "print(msgspec.json.format(msgspec.json.encode(schema())).decode())"
)
TEXT = "Zoë Quill, 41 🎉\n“We’re fine,” she said of her husband Bo in 2012, a source told The Day."


def full_case() -> Case:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span.of(TEXT, start, start + len(words))

    def mention(words: str, form: str) -> Mention:
        found = span(words)
        return Mention(found.start, found.end, found.text, form)  # type: ignore[arg-type]

    quote, when = span("“We’re fine,”"), span("in 2012")
    days = year(2012)
    return Case(
        story=Story(id=identity(TEXT), headline=span("Zoë Quill, 41 🎉"), text=TEXT, outlet="The Day"),
        people=(
            Person(id="p1", name="Zoë Quill", pronoun="she", mentions=(mention("Zoë Quill", "name"),), born=days),
            Person(id="p2", name="Bo", aliases=("Bo",), mentions=(mention("Bo", "name"), mention("her", "pronoun"))),
        ),
        statements=(
            Age(id="s1", who="p1", years=41, at_least_months=492, under_months=504, spans=(span("41"),)),
            Kin(id="s2", from_="p1", relation="spouse", to="p2", spans=(span("husband"),)),
            Count(id="s3", who=("p1",), what="husbands", n=1, ordinal=True, of="p2", spans=(span("her"),)),
            Event(
                id="s4", event="marriage", who=("p1", "p2"), spans=(when,),
                when=When(edtf=days.edtf, earliest=days.earliest, latest=days.latest, text="in 2012"),
            ),
            Quote(id="s5", form="direct", speaker="p1", voice=span("she"), cue=span("said"), spans=(quote,)),
            Claim(id="s6", source="o1", voice=span("a source"), cue=span("told"), spans=(span("husband Bo in 2012"),),
                  by=(Voice(source="o1"), Voice(outlet="The Day"))),
        ),
        times=(Time(start=when.start, end=when.end, text=when.text, type="DATE", value="2012", edtf="2012"),),
        sources=(Source(id="o1", name="a source", type="unnamed", spans=(span("a source"),), via=("The Day",)),),
        blocks=(Block(0, TEXT.index("\n"), "headline"), Block(TEXT.index("\n") + 1, len(TEXT), "body")),
        quotations=(Quotation(start=quote.start, end=quote.end, text=quote.text, opening="“", closing="”"),),
        findings=(Finding(check="a", level="unclear", message="m", spans=(Says.of(quote, "so"),), reason=("r",)),),
        held=(Held(check="b", message="m", statements=("s1",)),),
    )  # fmt: skip


def test_the_json_form_reads_back_as_the_same_case():
    case = full_case()
    assert Case.from_dict(json.loads(json.dumps(case.to_dict()))) == case


def test_the_json_form_keeps_the_names_of_the_contract():
    data = full_case().to_dict()
    assert data["onrecord"] == 1
    assert data["people"][0]["born"] == {"edtf": "2012", "earliest": "2012-01-01", "latest": "2012-12-31"}
    assert data["statements"][1] | {"spans": []} == {
        "id": "s2", "kind": "kin", "from": "p1", "relation": "spouse", "to": "p2", "status": "current", "detail": None,
        "spans": [], "by": [], "reported": "fact",
    }  # fmt: skip
    assert data["statements"][5]["by"] == [{"source": "o1"}, {"outlet": "The Day"}]
    assert [statement["kind"] for statement in data["statements"]] == ["age", "kin", "count", "event", "quote", "claim"]


def test_the_published_schema_is_current():
    current = msgspec.json.format(msgspec.json.encode(schema())).decode()
    assert PUBLISHED_SCHEMA.read_text(encoding="utf-8") == current + "\n", f"write it with: python -c '{MAKE_SCHEMA}'"


def test_a_case_passes_the_published_schema_and_a_broken_one_does_not():
    validator = jsonschema.Draft202012Validator(json.loads(PUBLISHED_SCHEMA.read_text(encoding="utf-8")))
    data = full_case().to_dict()
    validator.validate(data)
    data["statements"][0]["kind"] = "rumour"
    assert not validator.is_valid(data)


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("onrecord",), 2, "not a case of format 1"),
        (("story", "text"), None, r"\$\.story\.text"),
        (("statements", 0, "kind"), "rumour", "kind"),
        (("statements", 0, "years"), "41", r"\$\.statements\[0\]\.years"),
        (("people", 0, "mentions", 0, "text"), "Zoe Quill", r"\$\.people\[0\]\.mentions\[0\].*other words"),
        (("statements", 4, "voice", "start"), 3, r"\$\.statements\[4\]\.voice.*other words"),
    ],
)
def test_what_does_not_keep_the_contract_is_refused_with_its_place(path, value, complaint):
    data = full_case().to_dict()
    *way, last = path
    part = data
    for step in way:
        part = part[step]
    part[last] = value
    with pytest.raises(BadCase, match=complaint):
        Case.from_dict(data)


def test_a_missing_field_is_refused():
    data = full_case().to_dict()
    del data["story"]["text"]
    with pytest.raises(BadCase, match="text"):
        Case.from_dict(data)


def test_a_field_that_came_later_is_no_fault():
    data = full_case().to_dict() | {"mood": "sunny"}
    assert Case.from_dict(data) == full_case()


def test_people_and_sources_are_found_by_id():
    case = full_case()
    assert (case.person("p2").name, case.source("o1").name) == ("Bo", "a source")
    for find in (case.person, case.source):
        with pytest.raises(KeyError):
            find("p9")


def test_statements_of_one_kind_keep_their_order():
    assert [statement.id for statement in full_case().all(Kin)] == ["s2"]
    assert full_case().all(Age) == full_case().statements[:1]


@given(st.data())
def test_any_text_and_any_span_survive_the_journey(data):
    text = data.draw(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    years = data.draw(st.none() | st.integers(0, 120) | st.sampled_from([0.5, 0.75]))
    age = Age(id="s1", who="p1", years=years, at_least_months=1, under_months=2, spans=(span,))
    case = Case(story=Story(id=identity(text), text=text), statements=(age,))
    again = Case.from_dict(json.loads(json.dumps(case.to_dict())))
    assert again == case
    assert again.statements[0].spans[0].cut(again.story.text) == span.text


@given(
    st.recursive(st.none() | st.integers() | st.text(), lambda part: st.lists(part) | st.dictionaries(st.text(), part))
)
def test_nothing_but_our_own_error_comes_out_of_junk(junk):
    with pytest.raises(BadCase):
        Case.from_dict(full_case().to_dict() | {"story": junk})
