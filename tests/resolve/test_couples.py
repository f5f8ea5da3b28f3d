"""The couples that a story has told of, and whom one is coupled with."""

import pytest

from onrecord.model.marks import Kin, Mention
from onrecord.model.span import Span
from onrecord.resolve.couples import Couples, Pairs

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


def test_who_stands_in_a_relation_to_another_as_well_is_nobodys():
    also = Kin(span=at("Bo left her"), from_=at("Bo", 2), relation="spouse", to=at("Di"))
    assert couples(ANN_BO, also).other("a", ("spouse",), former=False) == ()


def test_exes_are_who_parted():
    known = couples(ANN_BO, CY_DI, LEFT)
    known.ids[at("her")] = ("a",)
    assert known.latest(len(TEXT), set("abcd"), former=True) == ("b", "a")
    assert known.latest(len(TEXT), set("cd"), former=True) == ()
    assert couples(ANN_BO, CY_DI).latest(len(TEXT), set("abcd"), former=True) == ()


@pytest.mark.parametrize(
    ("words", "names", "pair"),
    [
        ("Ann and Bo sang. ", "Ann Bo", ("Ann", "Bo")),
        ("Ann & Bo sang. ", "Ann Bo", ("Ann", "Bo")),
        ("Ann and her husband Bo sang. ", "Ann Bo", ("Ann", "Bo")),
        ("Ann and Prince Bo sang. ", "Ann Bo", ("Ann", "Bo")),
        ("Ann and then Bo sang. ", "Ann Bo", ()),
        ("Cy, Ann and Bo sang. ", "Cy Ann Bo", ()),
        # Two whom the story is not about: others are named more often, unless they are named together again.
        ("Ann and Bo sang. Cy met Di. Cy saw Di.", "Ann Bo Cy Di Cy Di", ()),
        ("Ann and Bo sang. Ann and Bo left. Cy met Di. Cy saw Di. Cy beat Di.", "Ann Bo Ann Bo Cy Di Cy Di Cy Di",
         ("Ann", "Bo")),
    ],
)  # fmt: skip
def test_two_who_are_named_together(words, names, pair):
    spans, start = [], 0
    for name in names.split():
        start = words.index(name, start)
        spans.append(Span.of(words, start, start + len(name)))
        start += len(name)
    ids = {span: (span.text,) for span in spans}
    pairs = Pairs(words, [Mention(span=span, form="name") for span in spans], (), ids)
    assert pairs.latest(len(words)) == pair
    assert pairs.latest(0) == ()


def test_brother_and_sister_are_no_pair():
    text = "Ann and Bo sang."
    ann, bo = Span.of(text, 0, 3), Span.of(text, 8, 10)
    names = [Mention(span=ann, form="name"), Mention(span=bo, form="name")]
    kin = Kin(span=ann, from_=ann, relation="sibling", to=bo)
    assert Pairs(text, names, (kin,), {ann: ("a",), bo: ("b",)}).latest(20) == ()
