"""Clashes in words."""

from __future__ import annotations

from datetime import date

from onrecord.model.when import birth, interval
from onrecord.prove import Fact, apart, before, conflicts, lines, within

NAMES = (("a", "Ada's birth"), ("b", "Bo's birth"), ("now", "the story's day"))


def fact(line, *ways):
    return Fact(id=line, line=line, ways=ways, names=NAMES)


def test_from_the_calendar_each_line_tells_what_follows():
    on = date(2025, 11, 13)
    facts = (
        fact("Bo, 14 on 2025-11-13: born 2010-11-14 to 2011-11-13", within("b", birth(on, at_least_months=168, under_months=180))),
        fact("Ada, 12 on 2025-11-13: born 2012-11-14 to 2013-11-13", within("a", birth(on, at_least_months=144, under_months=156))),
        fact("Ada is a parent of Bo, and born before", before("a", "b", same_day=False)),
    )  # fmt: skip
    (conflict,) = conflicts(facts)
    assert lines(conflict) == (
        "Bo, 14 on 2025-11-13: born 2010-11-14 to 2011-11-13",
        "Ada is a parent of Bo, and born before: so Ada's birth by 2011-11-12",
        "Ada, 12 on 2025-11-13: born 2012-11-14 to 2013-11-13",
        "no day is left for Ada's birth: by 2011-11-12 and from 2012-11-14 on",
    )


def test_without_a_day_points_are_told_from_each_other():
    facts = (
        fact("Bo, 14", apart("b", "now", at_least_months=168, under_months=180, at_event=False)),
        fact("Ada, 12", apart("a", "now", at_least_months=144, under_months=156, at_event=False)),
        fact("Ada is a parent of Bo", before("a", "b", same_day=False)),
    )
    (conflict,) = conflicts(facts)
    told = lines(conflict)
    assert {line.partition(":")[0] for line in told} == {"Bo, 14", "Ada, 12", "Ada is a parent of Bo"}
    assert any("at least" in line or "at most" in line for line in told)


def test_two_who_are_each_others_parents():
    facts = (
        fact("Ada is a parent of Bo", before("a", "b", same_day=False)),
        fact("Bo is a parent of Ada", before("b", "a", same_day=False)),
    )
    (conflict,) = conflicts(facts)
    assert lines(conflict) == (
        "Ada is a parent of Bo: so Ada's birth is at least 1 day before Bo's birth",
        "Bo is a parent of Ada: so Bo's birth is at least 2 days before Bo's birth",
    )


def test_a_choice_that_fits_no_way_is_told_as_it_is():
    day = interval(date(1984, 1, 1), date(1984, 1, 1))
    other = interval(date(1985, 1, 1), date(1985, 1, 1))
    facts = (
        fact("Ada: born 1984-01-01", within("a", day)),
        fact("either", within("a", other), before("now", "now", same_day=False)),
    )
    (conflict,) = conflicts(facts)
    assert lines(conflict) == ("Ada: born 1984-01-01", "either", "no way round do all of these fit")
