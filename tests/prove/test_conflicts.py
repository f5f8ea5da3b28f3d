"""Clashes, against a slow and plain search."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.when import interval
from onrecord.prove import Bound, Fact, added, apart, before, checked, conflicts, contradictory, either, within

POINTS = (None, "a", "b", "c", "d")


def possible(facts):
    """Tell whether the facts can all hold: all choices of ways, all shortest ways (Floyd 1962)."""
    for chosen in product(*(fact.ways for fact in facts)):
        far = {(one, other): 0 if one == other else float("inf") for one in POINTS for other in POINTS}
        for bound in (bound for way in chosen for bound in way):
            far[bound.first, bound.second] = min(far[bound.first, bound.second], bound.most)
        for middle, one, other in product(POINTS, repeat=3):
            far[one, other] = min(far[one, other], far[one, middle] + far[middle, other])
        if all(far[point, point] >= 0 for point in POINTS):
            return True
    return False


def told(*ways):
    return tuple(Fact(id=f"s{number}", line="", ways=each) for number, each in enumerate(ways))


BOUNDS = st.builds(Bound, st.sampled_from(POINTS), st.sampled_from(POINTS), st.integers(-6, 6))
WAYS = st.lists(BOUNDS, min_size=1, max_size=2).map(tuple)
FACTS = st.lists(
    st.one_of(WAYS.map(lambda way: (way,)), WAYS.map(lambda way: (way,)), st.tuples(WAYS, WAYS)), max_size=9
).map(lambda ways: told(*ways))


@settings(max_examples=400, deadline=None)
@given(FACTS)
def test_a_clash_needs_every_fact_of_it(facts):
    found = conflicts(facts)
    assert bool(found) == (not possible(facts)) == contradictory(facts)
    for conflict in found:
        assert not possible(conflict.facts)
        for fact in conflict.facts:
            assert possible([other for other in conflict.facts if other is not fact])


@settings(max_examples=200, deadline=None)
@given(FACTS)
def test_without_one_fact_of_each_clash_all_others_hold(facts):
    left, found = facts, conflicts(facts)
    while found:
        last = max(found[0].facts, key=lambda fact: facts.index(fact))
        alike = {fact.id for fact in facts if fact.ways == last.ways}
        left = tuple(fact for fact in left if fact.id not in alike)
        found = conflicts(left)
    assert possible(left)


@settings(max_examples=200, deadline=None)
@given(FACTS, st.integers(0, 9))
def test_adding_story_by_story_finds_what_all_at_once_does(facts, first):
    def sets(these):
        return {frozenset(fact.id for fact in conflict.facts) for conflict in these.conflicts}

    stepwise = added(checked(facts[:first]), facts[first:])
    assert sets(stepwise) == sets(checked([fact for part in stepwise.parts for fact in part.facts]))
    assert bool(stepwise.conflicts) == bool(checked(facts).conflicts)


@settings(max_examples=200, deadline=None)
@given(FACTS)
def test_the_chain_goes_round_and_adds_up_to_less_than_nothing(facts):
    for conflict in conflicts(facts):
        if conflict.chain:
            assert {fact for fact, _ in conflict.chain} == set(range(len(conflict.facts)))
            bounds = [bound for _, bound in conflict.chain]
            assert [bound.second for bound in bounds] == [bound.first for bound in bounds[1:] + bounds[:1]]
            assert sum(bound.most for bound in bounds) < 0


def test_only_what_a_story_touches_is_checked_again():
    first = told((before("a", "b"),), (before("c", "d"),))
    one = checked(first)
    other = added(one, [Fact(id="new", line="", ways=(before("b", "a", same_day=False),))])
    assert any(part is one.parts[1] for part in other.parts)
    assert [[fact.id for fact in conflict.facts] for conflict in other.conflicts] == [["s0", "new"]]


def test_what_most_say_is_believed_and_told_once():
    on = [interval(date(1984, 1, day), date(1984, 1, day)) for day in (1, 2)]
    facts = told((within("a", on[0]),), (within("a", on[1]),), (within("a", on[1]),))
    (conflict,) = conflicts(facts)
    assert [fact.id for fact in conflict.facts] == ["s1", "s0"]
    assert [[fact.id for fact in also] for also in conflict.also] == [["s2"], []]


@pytest.mark.parametrize(
    ("later", "clash"), [(date(2010, 6, 1), False), (date(2010, 5, 31), True), (date(2011, 6, 1), True)]
)
def test_thirty_six_at_the_birth_of_a_child(later, clash):
    facts = told(
        (within("a", interval(date(1974, 6, 1), date(1974, 6, 1))),),
        (apart("a", "b", at_least_months=432, under_months=444, at_event=False),),
        (within("b", interval(later, later)),),
    )
    assert bool(conflicts(facts)) == clash


def test_whoever_is_older_a_gap_that_fits_neither_way_clashes():
    ways = either(
        (*before("a", "b"), *apart("a", "b", at_least_months=132, at_event=False)),
        (*before("b", "a"), *apart("b", "a", at_least_months=132, at_event=False)),
    )
    ada = (within("a", interval(date(1984, 1, 1), date(1984, 12, 31))),)
    fits, too_near = (
        (within("b", interval(date(1973, 12, 31), last)),) for last in (date(1995, 1, 1), date(1994, 12, 31))
    )
    younger = (before("a", "b"),)
    assert conflicts(told(ada, fits, ways, younger)) == ()
    assert conflicts(told(ada, too_near, ways)) == ()
    (conflict,) = conflicts(told(ada, too_near, ways, younger))
    assert [fact.id for fact in conflict.facts] == ["s0", "s1", "s2", "s3"]
    assert conflict.chain == ()


def test_many_open_choices_prove_nothing_and_end():
    ways = [either(before(f"p{n}", f"p{n + 1}"), before(f"p{n + 1}", f"p{n}")) for n in range(120)]
    assert conflicts(told(*ways)) == ()


def test_a_circle_is_seen_whichever_edge_closes_it_first():
    """The last bound closes the way round and the way to the calendar, which is looked at last."""
    facts = told(
        (Bound(None, "c", 10),), (Bound("c", "a", 0),), (Bound("b", "c", 0),), (Bound("b", None, -4),), (Bound("a", "b", -8),)
    )  # fmt: skip
    facts = tuple(Fact(id=fact.id, line="", ways=(fact.ways,)) for fact in facts)
    (conflict,) = conflicts(facts)
    assert not possible(conflict.facts)
    assert [fact.id for fact in conflict.facts] == ["s1", "s2", "s4"]


def test_no_facts_do_not_clash():
    assert conflicts(()) == ()
    assert conflicts(told(((),))) == ()
