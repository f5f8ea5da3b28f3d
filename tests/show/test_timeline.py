from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.model.statement import Event
from onrecord.model.story import Story
from onrecord.model.when import Interval, When, interval, year
from onrecord.show import timeline

SPANS = (Span(0, 1, "x"),)
SVG = "{http://www.w3.org/2000/svg}"


def event(what: str, stretch: Interval | None, relative: str | None = None) -> Event:
    when = (
        When(edtf=stretch.edtf, earliest=stretch.earliest, latest=stretch.latest)
        if stretch
        else When(relative=relative)
    )
    return Event(id=what, event="other", who=("p1",), what=what, when=when, spans=SPANS)


def case(*events: Event, born: Interval | None = None, published: date | None = None) -> Case:
    return Case(
        story=Story(id="", text="x", published=published),
        people=(Person(id="p1", name="Ann", born=born),),
        statements=events,
    )


def texts(told: Case) -> list[str]:
    svg = timeline.svg(told)
    assert svg is not None
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def test_events_births_and_the_day_of_the_story_are_drawn() -> None:
    told = texts(case(event("sang", year(2012)), born=year(1984), published=date(2025, 11, 13)))
    assert "Ann: sang, 2012" in told
    assert "Ann, Jan 1984 to Dec 1984" in told
    assert "the story, 13 November 2025" in told
    assert {"1990", "2000", "2010"} <= set(told)


def test_a_short_stretch_is_told_in_months() -> None:
    told = texts(case(event("sang", interval(date(2025, 3, 2), date(2025, 3, 2))), published=date(2025, 11, 13)))
    assert {"Apr 2025", "Nov 2025"} <= set(told)


@pytest.mark.parametrize(("first", "side"), [(1990, ""), (2013, "left"), (2024, "left")])
def test_words_do_not_run_over_the_day_of_the_story(first: int, side: str) -> None:
    told = case(event("sang at the hall", year(first)), born=year(1960), published=date(2025, 11, 13))
    svg = timeline.svg(told)
    assert svg is not None
    kinds = [text.get("class") for text in ET.fromstring(svg).iter(f"{SVG}text") if "sang" in "".join(text.itertext())]
    assert kinds == [side]


def test_times_that_cannot_be_fixed_are_listed() -> None:
    told = texts(case(event("sang", year(2012)), event("danced", None, "last week")))
    assert told[-2:] == ["At a time that cannot be fixed", "Ann: danced, “last week”"]


@pytest.mark.parametrize(
    "told",
    [case(), case(event("danced", None, "last week")), case(published=date(2025, 1, 1)), case(born=interval(date(1984, 1, 1), None))],
)  # fmt: skip
def test_without_a_day_there_is_no_picture(told: Case) -> None:
    assert timeline.svg(told) is None


def test_an_open_stretch_stands_at_its_known_end() -> None:
    assert "Ann: sang, 1 May 2012 or later" in texts(case(event("sang", interval(date(2012, 5, 1), None))))


def test_hostile_words_are_escaped() -> None:
    svg = timeline.svg(case(event("<script>x</script>\x00", year(2012))))
    assert svg is not None
    assert "<script" not in svg
    ET.fromstring(svg)


DAYS = st.dates()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=8), st.none() | DAYS)
def test_any_days_are_drawn_inside_the_picture(stretches: list[tuple[date, date]], published: date | None) -> None:
    told = case(*(event("sang", interval(min(pair), max(pair))) for pair in stretches), published=published)
    svg = timeline.svg(told)
    assert svg is not None
    root = ET.fromstring(svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for shape in root.iter(f"{SVG}circle"):
        assert 0 <= float(shape.get("cx", "-1")) <= width
        assert 0 <= float(shape.get("cy", "-1")) <= height
    for bar in list(root.iter(f"{SVG}rect"))[1:]:
        assert float(bar.get("x", "-1")) >= 0
        assert float(bar.get("x", "-1")) + float(bar.get("width", "-1")) <= width
