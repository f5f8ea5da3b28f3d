"""Who is held to be one person, who is not, and what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.record import SamePerson, Sighting
from onrecord.model.when import year
from onrecord.record.joining import join
from tests.record.conftest import profile


def groups(joined) -> list[list[str]]:
    return [[f"{member.sighting}" for member in who.members] for who in joined.people]


SEPARATE, ASKED, ONE = "two people", "a question", "one person"


def answer(*profiles) -> str:
    joined = join(profiles)
    return ONE if len(joined.people) == 1 else ASKED if joined.doubts else SEPARATE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(profile("a", "Tessa Calloway"), profile("b", "TESSA CALLOWAY"), ONE, id="the same full name"),
        pytest.param(profile("a", "Tessa Calloway"), profile("b", "Tessa Marlow"), SEPARATE, id="other surnames"),
        pytest.param(profile("a", "Tessa"), profile("b", "Tessa"), SEPARATE, id="a first name alone never joins"),
        pytest.param(
            profile("a", "Tessa", beside=("Grant Ellery",)),
            profile("b", "Tessa", beside=("Grant Ellery",)),
            ASKED,
            id="nor in mere company",
        ),
        pytest.param(
            profile("a", "Tessa", ties=("Grant Ellery",)),
            profile("b", "Tessa", ties=("Grant Ellery",)),
            ONE,
            id="a first name and the same husband",
        ),
        pytest.param(
            profile("a", "Tessa", ties=("Grant Ellery",)),
            profile("b", "Tessa Calloway", "Tessa", ties=("Grant Ellery",)),
            ONE,
            id="a first name, and elsewhere the full one",
        ),
        pytest.param(
            profile("a", "Tessa Calloway", born=year(1980)),
            profile("b", "Tessa Calloway", born=year(2000)),
            SEPARATE,
            id="born 20 years apart",
        ),
        pytest.param(
            profile("a", "Tessa Calloway", born=year(1980)),
            profile("b", "Tessa Calloway", born=year(1985)),
            ASKED,
            id="born four to six years apart",
        ),
        pytest.param(
            profile("a", "Tessa Calloway", born=year(1980)),
            profile("b", "Tessa Calloway", born=year(1986)),
            SEPARATE,
            id="born more than five years apart",
        ),
        pytest.param(
            profile("a", "Mary Smith"), profile("b", "Mary Smith"), ASKED, id="a name that many have is asked about"
        ),
        pytest.param(
            profile("a", "Mary Smith", ties=("Grant Ellery",)),
            profile("b", "Mary Smith", beside=("Grant Ellery",)),
            ONE,
            id="a name that many have, and the same husband",
        ),
        pytest.param(
            profile("a", "Paul Hale Jr."), profile("b", "Paul Hale Sr."), SEPARATE, id="father and son"
        ),
        pytest.param(
            profile("a", "Rob Hale", ties=("Ann Lee",)),
            profile("b", "Robert Hale", ties=("Ann Lee",)),
            ASKED,
            id="a short form may be the son's",
        ),
        pytest.param(
            profile("a", "Paul Hale", ties=("Ann Lee",)),
            profile("b", "Paul Hale Jr.", ties=("Ann Lee",)),
            ASKED,
            id="Jr. told by one only",
        ),
        pytest.param(
            profile("a", "Zazie", known=2),
            profile("b", "Zazie", known=1, beside=("Ann Lee",)),
            ASKED,
            id="known to one story, perhaps to the other",
        ),
        pytest.param(
            profile("a", "Tessa Calloway", pronoun="she", beside=("Ann Lee",)),
            profile("b", "Tessa Calloway", pronoun="he", beside=("Ann Lee",)),
            ONE,
            id="of one full name, and a pronoun misread",
        ),
        pytest.param(
            profile("a", "Zazie", known=2), profile("b", "Zazie", known=2), ONE, id="known by one word"
        ),
        pytest.param(
            profile("a.p1", "Tessa Calloway"), profile("a.p2", "Tessa Calloway"), ASKED, id="two of one story"
        ),
    ],
)  # fmt: skip
def test_two_people_of_two_stories(one, other, expected):
    assert answer(one, other) == answer(other, one) == expected


def test_every_join_has_its_reasons():
    (who,) = join(
        [
            profile("a", "Tessa Calloway", ties=("Grant Ellery",), beside=("Ann Lee",)),
            profile("b", "Tessa Calloway", ties=("Grant Ellery",), beside=("Ann Lee",)),
        ]
    ).people
    assert sorted(member.reasons for member in who.members) == [
        (),
        (
            "both are called “tessa calloway”",
            "both belong with Grant Ellery",
            "both are named with Ann Lee",
        ),
    ]


def verdict(first: str, second: str, said: str) -> SamePerson:
    return SamePerson(first=Sighting(first, "p1"), second=Sighting(second, "p1"), verdict=said)  # type: ignore[arg-type]


THREE = [profile(at, "Tessa Calloway") for at in "abc"]


def test_a_no_is_never_got_round_by_way_of_others():
    found = groups(join(THREE, [verdict("a", "b", "no")]))
    assert sorted(map(len, found)) == [1, 2]
    assert not any({"a.p1", "b.p1"} <= set(group) for group in found)


def test_a_yes_holds_against_births_and_names():
    pair = [profile("a", "Tessa Calloway", born=year(1950)), profile("b", "Ann Lee", born=year(2000))]
    assert groups(join(pair, [verdict("a", "b", "yes")])) == [["a.p1", "b.p1"]]


def test_of_verdicts_that_contradict_each_other_no_holds():
    found = groups(join(THREE, [verdict("a", "b", "yes"), verdict("b", "c", "yes"), verdict("a", "c", "no")]))
    assert not any({"a.p1", "c.p1"} <= set(group) for group in found)


def test_a_question_put_off_stays_a_question():
    pair = [profile("a", "Mary Smith"), profile("b", "Mary Smith")]
    assert len(join(pair, [verdict("a", "b", "later")]).doubts) == 1
    assert join(pair, [verdict("a", "b", "no")]).doubts == ()


NAMES = ["Tessa Calloway", "Tessa", "Tessa Calloway Ellery", "Mary Smith", "Zazie", "Paul Hale Jr.", "Paul Hale"]
profiles = st.builds(
    lambda number, name, birth, ties, beside, alone: profile(
        f"{number:02}", name, born=birth and year(birth), ties=tuple(ties), beside=tuple(beside), known=alone
    ),
    st.integers(0, 20),
    st.sampled_from(NAMES),
    st.sampled_from([None, 1980, 1981, 1984, 2004]),
    st.sets(st.sampled_from(["Grant Ellery", "Ann Lee"]), max_size=1),
    st.sets(st.sampled_from(["Ida Quist", "Rosa Bell"]), max_size=2),
    st.sampled_from([0, 1, 2]),
)


@settings(deadline=None)
@given(
    st.lists(profiles, max_size=12, unique_by=lambda one: one.sighting).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    ),
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(["yes", "no", "later"])), max_size=3),
)
def test_the_order_of_stories_and_verdicts_never_matters(several, judged):
    some, shuffled = several
    verdicts = [verdict(f"{first:02}", f"{second:02}", said) for first, second, said in judged if first < second]
    found = join(some, verdicts)
    assert found == join(shuffled, verdicts[::-1])
    assert sorted(member.sighting for who in found.people for member in who.members) == sorted(
        one.sighting for one in some
    )
    for first, second, said in judged:
        if said == "no" and first < second:
            ends = {f"{first:02}.p1", f"{second:02}.p1"}
            assert not any(ends <= set(group) for group in groups(found))
