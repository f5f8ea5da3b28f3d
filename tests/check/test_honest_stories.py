"""Whatever the birthdays, and however a family is told, a story that tells the truth is never flagged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord import parts, pipeline
from onrecord.ingest import from_text
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


FAMILIES = (
    "Peter Marlow, 45, and his wife Susan Hale, 42, welcomed their first child together, a son named Robert, in March. Marlow also has two daughters, Rebecca, 14, and Anna, 12, from his first marriage. Robert is his third child.",
    "Susan Hale, 42, is expecting her second child. Her first child, Rebecca, was born in 2019, when Hale was 36.",
    "Peter Marlow, who died in 2015 at the age of 62, was born in 1953. His widow, Susan Hale, is 68.",
    "Peter Marlow Jr., 24, is the son of Peter Marlow, 52. The younger Marlow plays drums.",
    "Susan Hale turned 40 in October. The singer, who was 39 when she recorded the album, said she felt older.",
    "Susan Hale will turn 40 on Friday. The 39-year-old plans a party.",
    "Susan Hale gave birth to daughter Rebecca in June 2020. Hale, the daughter of actor Peter Marlow, was born in 1985 and is 40.",
    "Susan Hale, 40, gave birth to twins, Robert and Laura, in May 2023. The two-year-olds are her second and third children; her first, Anna, is 7.",
    "Peter Marlow, 67, and Susan Hale, 41, have a 26-year age gap. They have seven kids: Anna, 12, Robert, 10, Laura, 9, Luke, 7, Emma, 5, Grace, 4, and Ruby, 3. Marlow, a father of eight, also has Rebecca, 30, with his ex-wife.",
    "Susan Hale, mother of Anna, 12, and stepmother of Robert, 15, has one child of her own. She and Peter Marlow married in 2010.",
    "Susan Hale married Peter Marlow in 2012. They have two sons, Robert, 8, and Luke, 6, and share custody of his daughter Anna, 16.",
    "The couple met when Susan Hale was 19 and Peter Marlow was 25. Hale is now 43 and Marlow is 49, and their six-year age gap has never mattered.",
    "Susan Hale has three children: Anna, 20, whom she shares with ex-husband Peter Marlow, and Luke, 8, and Emma, 5, with husband David Reed.",
    "Susan Hale's oldest son, Robert, 21, was born on Nov. 20, 2003, in Leeds. Her youngest, Luke, 4, was born in December 2020.",
    "David Reed, 31, was born in 1994 in York. His brother Daniel Reed, 29, was born on Jan. 2, 1996.",
    "The actress's daughter, Emma, was just three when Susan Hale, now 50, split from Peter Marlow in 2008. Emma is 20.",
    "Susan Hale, 31, shared a photo of herself at 5. Her mother Anna Hale, 58, was 27 when Susan was born in 1994.",
    "On Monday, Nov. 10, Susan Hale, 40, sang. On Friday, Dec. 5, she will sing again, and on Thursday, Jan. 1, she will rest.",
    "Susan Hale is the second of four children of Peter Hale and Ruth Hale. Her siblings are Anna, 45, Luke, 39, and Emma, 36. Susan is 42.",
    "Susan Hale, 42, adopted Luke in 2015, when he was one. Luke, 11, is her second child; Emma, 9, was born in 2016.",
    "Katherine Marlow, 52, and her sister-in-law Catherine Marlow, 49, run the shop with Kathryn Marlow, 22.",
    "Baby Robert, born on Nov. 2, is two weeks old. Robert weighed 7 pounds. His sister Anna is 2.",
    "Susan Hale, 42, welcomed Anna in 2012, Luke in 2015 and Emma in 2019. Anna is 13, Luke is 10 and Emma is 6.",
    "Peter Marlow, 51, lost his wife, Ruth, in 2019, when she was 44. Their sons, Robert, 19, and Luke, 17, were 13 and 11 at the time.",
)


@pytest.mark.parametrize("words", FAMILIES)
def test_a_family_told_truly_is_never_flagged(words):
    story = from_text(f"A Quiet Day In Harrow Bay\n\n{words}", published=date(2025, 11, 18))
    assert pipeline.check(pipeline.read(story)).findings == ()
