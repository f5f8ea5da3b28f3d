"""Whatever the birthdays, a story that tells the truth about them is never flagged."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord import parts
from onrecord.model.case import Case
from onrecord.model.finding import Finding
from onrecord.model.person import Person
from onrecord.model.span import Span
from onrecord.model.statement import Age, Count, Event, Kin, Statement
from onrecord.model.story import Story
from onrecord.model.when import When, month

CHECKS = ("age-against-birth", "ages-disagree", "age-gap-against-ages", "count-against-names", "order-against-ages")
SPAN = Span(0, 1, "A")


def years_old(born: date, on: date, *, leap_birthday_on_the_28th: bool) -> int:
    """Return the age in whole years; both customs for those who were born on 29 February."""
    birthday = (born.month, born.day)
    if birthday == (2, 29) and leap_birthday_on_the_28th and on.year % 4:
        birthday = (2, 28)
    return on.year - born.year - ((on.month, on.day) < birthday)


@given(
    born=st.lists(st.dates(date(1900, 1, 1), date(2024, 12, 31)), min_size=2, max_size=4, unique=True),
    published=st.dates(date(2025, 1, 1), date(2060, 12, 31)),
    day_told=st.booleans(),
    custom=st.booleans(),
)
def test_the_truth_is_never_flagged(born, published, day_told, custom):
    born = sorted(born)
    people = tuple(Person(id=f"p{n}", name=f"Ada {n}") for n in range(len(born) + 1))
    statements: list[Statement] = []
    for n, day in enumerate(born, 1):
        years = years_old(day, published, leap_birthday_on_the_28th=custom)
        told = month(day.year, day.month)
        when = When(edtf=told.edtf, earliest=told.earliest, latest=told.latest)
        statements += [
            Kin(id="", from_="p0", relation="parent", to=f"p{n}", spans=(SPAN,)),
            Age(
                id="", who=f"p{n}", years=years, at_least_months=12 * years, under_months=12 * years + 12, spans=(SPAN,)
            ),
            Event(id="", event="birth", who=(f"p{n}",), when=when, spans=(SPAN,)),
            Count(id="", who=("p0",), what="children", n=n, ordinal=True, of=f"p{n}", spans=(SPAN,)),
        ]
        decade = years // 10 * 120
        statements.append(
            Age(id="", who=f"p{n}", years=None, at_least_months=decade, under_months=decade + 120, spans=(SPAN,))
        )
    gap = years_old(born[0], born[-1], leap_birthday_on_the_28th=custom)
    for n in (gap, gap + 1):
        statements.append(Count(id="", who=("p1", f"p{len(born)}"), what="age gap in years", n=n, spans=(SPAN,)))
    statements.append(Count(id="", who=("p0",), what="children", n=len(born), spans=(SPAN,)))
    story = Story(id="x", text="A", published=published if day_told else None)
    case = Case(story=story, people=people, statements=tuple(statements))
    for name in CHECKS:
        assert [result for result in parts.checks()[name](case) if isinstance(result, Finding)] == []
