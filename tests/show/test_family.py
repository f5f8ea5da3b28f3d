from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.case import Case
from onrecord.model.person import Mention, Person
from onrecord.model.span import Span
from onrecord.model.statement import Age, Event, Kin, Relation, Status
from onrecord.model.story import Story
from onrecord.model.when import When, interval
from onrecord.show import family
from onrecord.show.kinship import Kinship, families, ties
from onrecord.show.layout import PITCH, layout

SPANS = (Span(0, 1, "x"),)
SVG = "{http://www.w3.org/2000/svg}"


def tie(line: str, *, reported: str = "fact") -> Kin:
    """Read "Ann parent Bo", or "Ann spouse Bo former"."""
    from_, relation, to, *status = line.split()
    return Kin(id=line, from_=from_, relation=relation, to=to, status=status[0] if status else "current",
               spans=SPANS, reported=reported)  # type: ignore[arg-type]  # fmt: skip


def case(*lines: str, born: dict[str, int] | None = None) -> Case:
    kin = [tie(line) for line in lines]
    people = list(dict.fromkeys(who for one in kin for who in (one.from_, one.to)))
    return Case(
        story=Story(id="", text="x"),
        people=tuple(
            Person(
                id=who, name=who,
                born=interval(date(born[who], 1, 1), date(born[who], 12, 31)) if born and who in born else None,
            )
            for who in people
        ),
        statements=tuple(kin),
    )  # fmt: skip


def only(told: Case) -> Kinship:
    (one,) = families(told)
    return one


def drawn_texts(told: Case) -> list[str]:
    svg = family.svg(told)
    assert svg is not None
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_a_couple_stands_above_its_children_in_order_of_birth() -> None:
    told = case("Ann spouse Bo", "Ann parent Late", "Bo parent Late", "Ann parent Early", "Bo parent Early",
                born={"Late": 2015, "Early": 2010})  # fmt: skip
    one = only(told)
    assert one.generation == {"Ann": 0, "Bo": 0, "Late": 1, "Early": 1}
    assert [home.children for home in one.households] == [("Early", "Late")]
    places = layout(one)
    assert places.x["Early"] < places.x["Late"]
    assert places.middle(one.households[0]) == pytest.approx((places.x["Early"] + places.x["Late"]) / 2)


def test_two_marriages_have_each_their_own_children() -> None:
    told = case(
        "Al spouse Hil", "Al spouse Kim former", "Al parent Ire", "Kim parent Ire",
        *(f"{parent} parent {child}" for child in "ABCDEFG" for parent in ("Al", "Hil")),
        born={child: 2013 + number for number, child in enumerate("ABCDEFG")},
    )  # fmt: skip
    one = only(told)
    homes = {frozenset(home.partners): home.children for home in one.households}
    assert homes == {frozenset({"Al", "Hil"}): tuple("ABCDEFG"), frozenset({"Al", "Kim"}): ("Ire",)}
    assert layout(one).rows == [["Kim", "Al", "Hil"], ["Ire", *"ABCDEFG"]]


@pytest.mark.parametrize(
    ("lines", "homes"),
    [
        (["Ann parent Bo"], {("Ann",): ("Bo",)}),
        (["Ann spouse Bea", "Ann parent Cy", "Bea parent Cy"], {("Ann", "Bea"): ("Cy",)}),
        (["Ann parent Cy", "Bo parent Cy"], {("Ann", "Bo"): ("Cy",)}),
        (["Ann sibling Bo", "Bo sibling Cy"], {(): ("Ann", "Bo", "Cy")}),
        (["Ann partner Bo former"], {("Ann", "Bo"): ()}),
        (["Ann parent Cy", "Ann parent Di", "Cy sibling Di"], {("Ann",): ("Cy", "Di")}),
        (["Ann family Bo"], {}),
        (["Ann parent Tim", "Ann parent Tom"], {("Ann",): ("Tim", "Tom")}),
    ],
)
def test_households(lines: list[str], homes: dict[tuple[str, ...], tuple[str, ...]]) -> None:
    assert {home.partners: home.children for home in only(case(*lines)).households} == homes


@pytest.mark.parametrize(
    ("lines", "loose"),
    [
        (["Ann family Bo"], ["Ann family Bo"]),
        (["Gil grandparent Cy"], ["Gil grandparent Cy"]),
        (["Gil grandparent Cy", "Gil parent Ann", "Ann parent Cy"], []),
        (["Ann parent Cy", "Cy sibling Di"], ["Cy sibling Di"]),
        (["Ann parent Bo", "Bo parent Cy", "Cy parent Ann"], ["Cy parent Ann"]),
    ],
)
def test_ties_that_no_household_shows_are_kept_apart(lines: list[str], loose: list[str]) -> None:
    assert [one.id for one in only(case(*lines)).loose] == loose


def test_grandparents_stand_two_rows_above() -> None:
    assert only(case("Gil grandparent Cy")).generation == {"Gil": 0, "Cy": 2}


def test_parents_of_both_partners_stand_beside_each_other() -> None:
    one = only(case("M spouse F", "M parent K", "F parent K", "G parent M", "H parent F"))
    assert one.generation == {"M": 1, "F": 1, "K": 2, "G": 0, "H": 0}
    x = layout(one).x
    assert (x["G"] < x["H"]) == (x["M"] < x["F"])


def test_two_people_are_joined_by_the_closest_and_surest_tie() -> None:
    told = Case(
        story=Story(id="", text="x"),
        people=(Person(id="Ann", name="Ann"), Person(id="Bo", name="Bo")),
        statements=(tie("Ann partner Bo", reported="claim"), tie("Bo family Ann"), tie("Bo spouse Ann former")),
    )
    assert [one.id for one in ties(told)] == ["Bo spouse Ann former"]


def test_nobody_without_kin_is_drawn() -> None:
    told = case("Ann spouse Bo")
    alone = Case(story=told.story, people=(*told.people, Person(id="Cy", name="Cy")), statements=told.statements)
    assert "Cy" not in drawn_texts(alone)
    assert family.svg(Case(story=told.story, people=told.people)) is None


def test_ties_to_people_whom_the_case_lacks_and_to_oneself_are_left_out() -> None:
    told = case("Ann spouse Bo")
    strange = Case(story=told.story, people=told.people[:1], statements=(*told.statements, tie("Ann parent Ann")))
    assert family.svg(strange) is None


def test_the_picture_tells_ages_the_wedding_and_what_is_only_reported() -> None:
    told = case("Ann engaged Bo", "Cy spouse Di")
    age = Age(id="s", who="Ann", years=41, at_least_months=492, under_months=504, spans=SPANS)
    wedding = Event(id="e", event="marriage", who=("Di", "Cy"), spans=SPANS,
                    when=When(edtf="2012", earliest=date(2012, 1, 1), latest=date(2012, 12, 31)))  # fmt: skip
    rumour = Kin(id="k", from_="Ann", relation="engaged", to="Bo", spans=SPANS, reported="claim")
    texts = drawn_texts(
        Case(story=told.story, people=told.people, statements=(age, wedding, rumour, told.statements[1]))
    )
    assert {"41", "m. 2012", "engaged?"} <= set(texts)


def test_a_former_tie_is_struck_and_a_couple_without_marriage_broken() -> None:
    married, former, couple = (family.svg(case(line)) for line in ("A spouse B", "A spouse B former", "A partner B"))
    assert married is not None
    assert former is not None
    assert couple is not None
    assert former.count("<path") == married.count("<path") + 1
    assert 'class="tie dashed"' in couple
    assert 'class="tie dashed"' not in married


def test_names_are_escaped_shortened_and_whole_in_the_title() -> None:
    long = "<script>alert(1)</script> & Sons of the Long House"
    told = case("A spouse B")
    named = Case(story=told.story, people=(Person(id="A", name=long), told.people[1]), statements=told.statements)
    svg = family.svg(named, links={"A": '#"><x'})
    assert svg is not None
    assert "<script" not in svg
    root = ET.fromstring(svg)
    titles = ["".join(title.itertext()) for title in root.iter(f"{SVG}title")]
    assert long in titles
    assert root.find(f".//{SVG}a").get("href") == '#"><x'  # type: ignore[union-attr]


def test_the_one_spoken_of_most_stands_out() -> None:
    told = case("A spouse B")
    often = Person(id="B", name="B", mentions=(Mention(0, 1, "x", "name"),))
    svg = family.svg(Case(story=told.story, people=(told.people[0], often), statements=told.statements))
    assert svg is not None
    assert svg.count("tie index") == 1
    assert svg.index("<title>B</title>") < svg.index("tie index")


RELATIONS: tuple[Relation, ...] = ("spouse", "partner", "engaged", "sibling", "family", "parent", "grandparent")
STATUSES: tuple[Status, ...] = ("current", "former", "future")
LINES = st.lists(
    st.builds(
        lambda one, relation, other, status: f"p{one} {relation} p{other} {status}",
        st.integers(0, 9), st.sampled_from(RELATIONS), st.integers(0, 9), st.sampled_from(STATUSES),
    ),
    max_size=20,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_any_family_however_faulty_is_drawn_once_each_and_without_touching(lines: list[str]) -> None:
    told = case(*lines)
    related = {who for one in ties(told) for who in (one.from_, one.to)}
    drawn: list[str] = []
    for one in families(told):
        places = layout(one)
        for row in places.rows:
            drawn += row
            for left, right in pairwise(row):
                assert places.x[right] - places.x[left] >= PITCH - 0.001
        assert min(places.x.values()) >= PITCH / 2 - 0.001
        for home in one.households:
            assert all(one.generation[up] < one.generation[child] for up in home.partners for child in home.children)
    assert sorted(drawn) == sorted(related)
    svg = family.svg(told)
    assert (svg is None) == (not related)
    if svg is not None:
        ET.fromstring(svg)


def test_sixty_people_fit() -> None:
    lines = [f"p{number // 2} parent p{number}" for number in range(2, 60)]
    lines += [f"p{number} spouse q{number}" for number in range(1, 30, 2)]
    (one,) = families(case(*lines))
    assert len(one.generation) == 74
    assert max(one.generation.values()) == 5
