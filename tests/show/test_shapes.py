"""Twelve shapes of family, each drawn whole: nobody twice, nothing over anything else, the customs of genograms kept."""

import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations, pairwise

import pytest

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.model.statement import Kin
from onrecord.model.story import Story
from onrecord.model.when import interval
from onrecord.show import family, sheet
from onrecord.show.kinship import families
from onrecord.show.layout import layout

SVG = "{http://www.w3.org/2000/svg}"
SIX = [f"{parent} parent {child}" for child in "CDEFGH" for parent in ("Ann", "Bo")]
# "Ann parent:adopted Cy", "Ann spouse Bo former", "Ann partner Bo ?" for what is only reported.
SHAPES = {
    "remarriage of both": [
        "Ann spouse Bo former", "Ann spouse Cal", "Bo spouse Di", "Ann parent Eve", "Bo parent Eve", "Ann parent Fay",
        "Cal parent Fay", "Bo parent Gus", "Di parent Gus",
    ],
    "half-siblings": ["Ann parent Eve", "Bo parent Eve", "Ann parent Fay", "Cal parent Fay", "Ann spouse Cal"],
    "unknown parents": ["Ann sibling Bo", "Bo sibling Cy", "Cy spouse Di", "Di parent Eli", "Cy parent Eli"],
    "twins": [
        "Ann spouse Bo", *(f"{parent} parent {child}" for parent in ("Ann", "Bo") for child in ("Lia", "Max", "Moe")),
        "Max sibling:twin Moe",
    ],
    "adoption": ["Ann spouse Bo", "Ann parent:adopted Kay", "Bo parent:adopted Kay", "Ann parent Lou", "Bo parent Lou"],
    "two mothers": ["Ann spouse Bea", "Ann parent Tom", "Bea parent Tom"],
    "cousins who marry": [
        "Old parent Ann", "Old parent Bob", "Ann parent Cat", "Bob parent Dov", "Cat spouse Dov", "Cat parent Ed",
        "Dov parent Ed",
    ],
    "many children": ["Ann spouse Bo former", *SIX],
    "three generations": [
        "Gran grandparent Kid", "Mum parent Kid", "Dad parent Kid", "Gran parent Mum", "Gil parent Mum",
        "Gran spouse Gil", "Nan parent Dad", "Pop parent Dad", "Nan spouse Pop former",
    ],
    "three husbands": [
        "Kim spouse Dan former", "Kim spouse Kit former", "Kim spouse Ken", "Kim parent Nor", "Ken parent Nor",
        "Ida parent Kim", "Rob parent Kim", "Ida spouse Rob former", "Ida spouse Cat former", "Ida parent Kay",
        "Cat parent Kay",
    ],
    "hearsay and other kin": ["Ann partner Bo ?", "Ann family:in-law Cyd", "Ann parent Hal ?", "Ann parent:step Fay"],
    "two fathers of two": [
        "Ann parent Nia", "Gab parent Nia", "Ann partner Gab former", "Ann parent Max", "Oli parent Max",
        "Ann spouse Oli former",
    ],
}  # fmt: skip


def case(lines: list[str], born: dict[str, int] | None = None) -> Case:
    kin = [tie(line) for line in lines]
    people = list(dict.fromkeys(who for one in kin for who in (one.from_, one.to)))
    years = {who: interval(date(year, 1, 1), date(year, 12, 31)) for who, year in (born or {}).items()}
    return Case(
        story=Story(id="", text="x"),
        people=tuple(Person(id=who, name=who, born=years.get(who)) for who in people),
        statements=tuple(kin),
    )


def tie(line: str) -> Kin:
    from_, told, to, *rest = line.split()
    relation, _, detail = told.partition(":")
    claim = rest == ["?"]
    return Kin(
        id=line, from_=from_, relation=relation, to=to, detail=detail or None, spans=(Span(0, 1, "x"),),
        status="current" if claim or not rest else rest[0], reported="claim" if claim else "fact",
    )  # type: ignore[arg-type]  # fmt: skip


def drawn(lines: list[str]) -> ET.Element:
    svg = family.svg(case(lines))
    assert svg is not None
    return ET.fromstring(svg)


def boxes(picture: ET.Element) -> list[tuple[float, float, float, float]]:
    """Return the stretch of each label and shape; a letter is taken to be seven pixels wide."""
    found = []
    for label in picture.iter(f"{SVG}text"):
        words, kind = "".join(label.itertext()), label.get("class", "")
        half, x, y = 3.5 * len(words), float(label.get("x", 0)), float(label.get("y", 0))
        middle = x if "centre" in kind else x + half
        found += [(middle - half, y - 10, middle + half, y)] if words else []
    for shape in picture.iter(f"{SVG}rect"):
        if "shape" in shape.get("class", ""):
            x, y, size = (float(shape.get(key, 0)) for key in ("x", "y", "width"))
            found.append((x, y, x + size, y + size))
    return found


@pytest.mark.parametrize("lines", SHAPES.values(), ids=SHAPES)
def test_everybody_is_drawn_once_and_no_words_or_shapes_lie_over_others(lines: list[str]) -> None:
    picture = drawn(lines)
    people = {person.name for person in case(lines).people}
    names = ["".join(label.itertext()) for label in picture.iter(f"{SVG}text")]
    assert sorted(name for name in names if name in people) == sorted(people)
    for one, other in combinations(boxes(picture), 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@pytest.mark.parametrize(
    ("shape", "row"),
    [
        ("remarriage of both", ["Di", "Bo", "Ann", "Cal"]),
        ("half-siblings", ["Bo", "Ann", "Cal"]),
        ("two fathers of two", ["Gab", "Ann", "Oli"]),
    ],
)
def test_earlier_partners_stand_on_the_left(shape: str, row: list[str]) -> None:
    (one,) = families(case(SHAPES[shape]))
    assert row in (list(layout(one).rows[0]), list(reversed(layout(one).rows[0])))


def test_the_first_of_several_former_partners_stands_outermost() -> None:
    (one,) = families(case(SHAPES["three husbands"]))
    assert [who for who in layout(one).rows[1] if who != "Kay"] == ["Dan", "Kit", "Kim", "Ken"]


def test_children_stand_in_order_of_birth_whatever_order_they_are_told_in() -> None:
    (one,) = families(case(SHAPES["many children"], {child: 2020 - n for n, child in enumerate("CDEFGH")}))
    assert list(layout(one).rows[1]) == list("HGFEDC")


def paths(lines: list[str], kind: str) -> list[str]:
    return [path.get("d", "") for path in drawn(lines).iter(f"{SVG}path") if path.get("class") == kind]


def test_the_lines_down_from_two_unions_of_one_partner_stand_apart() -> None:
    lines = ["Ann spouse Bo former", "Ann spouse Cal", "Bo spouse Dee former", "Bo spouse Di"]
    parents = [("Ann", "Bo", "Eve"), ("Ann", "Cal", "Hal"), ("Bo", "Dee", "Lea"), ("Bo", "Di", "Jo")]
    lines += [f"{parent} parent {child}" for one, other, child in parents for parent in (one, other)]
    (one,) = families(case(lines))
    places = layout(one)
    stems = sorted(places.middle(home) for home in one.households if home.children)
    assert len(stems) == 4
    assert all(right - left >= 8 for left, right in pairwise(stems))


def test_the_lines_of_twins_leave_from_one_point_and_those_of_others_do_not() -> None:
    begins = [step.split("L")[0] for step in paths(SHAPES["twins"], "tie") if "L" in step]
    assert len(begins) == 3
    assert len(set(begins)) == 2


def test_the_line_to_an_adopted_child_is_broken_and_says_so() -> None:
    assert len(paths(SHAPES["adoption"], "tie dashed")) == 1
    assert "adopted" in ET.tostring(drawn(SHAPES["adoption"]), encoding="unicode")


def test_the_line_to_a_child_that_is_only_reported_has_a_question_mark() -> None:
    labels = ["".join(label.itertext()) for label in drawn(["Ann parent Cy ?"]).iter(f"{SVG}text")]
    assert labels.count("?") == 1
    assert "?" not in ["".join(one.itertext()) for one in drawn(["Ann parent Cy"]).iter(f"{SVG}text")]


def test_a_sheet_holds_the_pictures_of_every_story_and_is_one_picture() -> None:
    stories = [case(SHAPES["twins"]), case(SHAPES["two mothers"], {"Tom": 2010}), Case(story=Story(id="", text="x"))]
    sheet_of_all = ET.fromstring(sheet.svg(stories))
    titles = ["".join(title.itertext()) for title in sheet_of_all.iter(f"{SVG}title")]
    assert titles.count("Family picture") == 2
    assert titles.count("Timeline") == 1
    words = ["".join(label.itertext()) for label in sheet_of_all.iter(f"{SVG}text")]
    assert words.count("The story tells of no kin, and of nothing on a day.") == 1
    assert sum(word.startswith("The age stands inside.") for word in words) == 1
    assert len({element.get("id") for element in sheet_of_all.iter() if element.get("id")}) == 2 + 2 * 3


def test_a_sheet_without_a_family_needs_no_legend() -> None:
    assert "The age stands inside" not in sheet.svg([Case(story=Story(id="", text="x"))])
