"""The couples that a story has told of, and whom one is coupled with."""

import pytest

from onrecord.model.marks import Kin
from onrecord.model.span import Span
from onrecord.resolve.couples import Couples

TEXT = "Ann weds Bo. Cy weds Di. They met Ann. Bo left her."


def at(words, nth=1):
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


ANN_BO = Kin(span=at("Ann weds Bo"), from_=at("Ann"), relation="spouse", to=at("Bo"))
CY_DI = Kin(span=at("Cy weds Di"), from_=at("Cy"), relation="spouse", to=at("Di"))
LEFT = Kin(span=at("Bo left her"), from_=at("Bo", 2), relation="partner", to=at("her"), status="former")
NAMES = {at("Ann"): ("a",), at("Bo"): ("b",), at("Cy"): ("c",), at("Di"): ("d",), at("Ann", 2): ("a",),
         at("Bo", 2): ("b",)}  # fmt: skip


def couples(*kins):
    return Couples(kins, dict(NAMES))


@pytest.mark.parametrize(
    ("place", "among", "couple"),
    [
        (12, "abcd", ("a", "b")),
        (13, "abcd", ("c", "d")),
        (51, "ab", ("a", "b")),
        (51, "ac", ()),
        (51, "", ()),
    ],
)
def test_the_couple_told_last_before_a_place(place, among, couple):
    assert couples(ANN_BO, CY_DI).latest(place, set(among)) == couple


def test_the_only_couple_so_far():
    known = couples(ANN_BO, CY_DI)
    assert known.only(12) == ("a", "b")
    assert known.only(13) == ()


@pytest.mark.parametrize(
    ("owner", "relations", "former", "other"),
    [
        ("a", ("spouse",), False, ("b",)),
        ("a", ("spouse",), True, ()),
        ("a", ("partner",), False, ()),
        ("e", ("spouse",), False, ()),
    ],
)
def test_who_is_whose(owner, relations, former, other):
    assert couples(ANN_BO, CY_DI).other(owner, relations, former=former) == other


def test_of_two_husbands_neither_is_meant():
    another = Kin(span=at("Ann. Bo left"), from_=at("Ann", 2), relation="spouse", to=at("Cy"))
    assert couples(ANN_BO, another).other("a", ("spouse",), former=False) == ()


def test_a_pronoun_counts_once_it_is_settled():
    ids = dict(NAMES)
    known = Couples([LEFT], ids)
    assert known.latest(51, {"a", "b"}) == ()
    ids[at("her")] = ("a",)
    known.settled(at("her"), ("a",))
    assert known.latest(51, {"a", "b"}) == ("b", "a")
    assert known.other("a", ("partner",), former=True) == ("b",)


def test_other_kin_are_no_couple():
    sisters = Kin(span=ANN_BO.span, from_=ANN_BO.from_, relation="sibling", to=ANN_BO.to)
    assert couples(sisters).latest(51, {"a", "b"}) == ()
