"""Numbers told of people: relatives, marriages, years between two, places in a line; and numbers of other things."""

import pytest

from onrecord.annotate.counts import AGE_GAP, BIRTH_ORDER, annotate
from onrecord.model.marks import Count


def counts(document, marks):
    return [
        (count.what, count.n, count.ordinal, {who.text for who in count.who}) for count in annotate(document, marks)
    ]


@pytest.mark.parametrize(
    ("words", "what", "n", "who"),
    [
        ("[They] love [their] three children.", "children", 3, {"their"}),
        ("[Anna Hale]'s six kids sang.", "children", 6, {"Anna Hale"}),
        ("[Anna] and [Peter]'s two sons sang.", "sons", 2, {"Anna", "Peter"}),
        ("[Anna] and [Peter] share three children together.", "children", 3, {"Anna", "Peter"}),
        ("[Anna] has two kids with [Peter].", "children", 2, {"Anna", "Peter"}),
        ("[Anna] has two kids with husband [Peter].", "children", 2, {"Anna", "Peter"}),
        ("[Anna] has no children.", "children", 0, {"Anna"}),
        ("[The couple] welcomed seven children together.", "children", 7, {"The couple"}),
        ("[Anna] is expecting twins.", "children", 2, {"Anna"}),
        ("[Anna] is expecting twins with husband [Peter].", "children", 2, {"Anna", "Peter"}),
        ("[He] saw the mother of [his] two children, [Anna].", "children", 2, {"his", "Anna"}),
        ("Mother-of-three [Anna] sang.", "children", 3, {"Anna"}),
        ("[Anna], a mother of two, sang.", "children", 2, {"Anna"}),
        ("[The mother] of two sang.", "children", 2, {"The mother"}),
        ("[Anna] is the grandmother of six.", "grandchildren", 6, {"Anna"}),
        ("[Anna] is the father to four sons.", "sons", 4, {"Anna"}),
        ("[Anna] has been married twice.", "marriages", 2, {"Anna"}),
        ("Married three times, [Anna] sang.", "marriages", 3, {"Anna"}),
        ("Married twice before to [Laura], [Peter] sang.", "marriages", 2, {"Peter"}),
        ("[Peter] saw the mother of [his] two children.", "children", 2, {"his"}),
    ],
)
def test_so_many(bracketed, words, what, n, who):
    assert counts(*bracketed(words)) == [(what, n, False, who)]


def test_sons_and_one_daughter(bracketed):
    assert counts(*bracketed("[Anna] and [Peter] have three sons and a daughter.")) == [
        ("sons", 3, False, {"Anna", "Peter"}),
        ("daughters", 1, False, {"Anna", "Peter"}),
    ]


@pytest.mark.parametrize(
    ("words", "what", "n", "who", "of"),
    [
        ("[She] had [her] second child, [Robert], there.", "children", 2, {"her"}, "Robert"),
        ("[She] had [her] second child there.", "children", 2, {"her"}, None),
        ("[Anna]'s third husband left.", "husbands", 3, {"Anna"}, None),
        ("[Anna] is pregnant with first child with [Peter].", "children", 1, {"Anna", "Peter"}, None),
        ("[She] is expecting [her] fifth.", "children", 5, {"her"}, None),
        ("[He] came with [his] first wife, actress [Anna].", "wives", 1, {"his"}, "Anna"),
    ],
)
def test_the_so_manyeth(bracketed, words, what, n, who, of):
    (count,) = annotate(*bracketed(words))
    assert (count.what, count.n, count.ordinal, {one.text for one in count.who}) == (what, n, True, who)
    assert (count.of.text if count.of else None) == of


@pytest.mark.parametrize(
    ("words", "n", "who"),
    [
        ("[They] joke about [their] 26-year age gap.", 26, {"their"}),
        ("[They] joke about [their] ten-year age difference.", 10, {"their"}),
        ("[Peter] is ten years older than [Anna].", 10, {"Peter", "Anna"}),
        ("[He] is 12 years [her] senior.", 12, {"He", "her"}),
        ("[I] say that [he] has 26 more years of experience.", 26, {"I", "he"}),
    ],
)
def test_years_between_two(bracketed, words, n, who):
    assert counts(*bracketed(words)) == [(AGE_GAP, n, False, who)]


@pytest.mark.parametrize(
    ("words", "place", "n"),
    [
        ("[He] is the second oldest of six.", 2, 6),
        ("[He] is the eldest of five.", 1, 5),
        ("[He] is the youngest of four children.", 4, 4),
        ("[He] is the third of four.", 3, 4),
    ],
)
def test_a_place_in_line(bracketed, words, place, n):
    assert counts(*bracketed(words)) == [
        ("siblings in the family, themselves included", n, False, {"He"}),
        (BIRTH_ORDER, place, True, {"He"}),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "[Anna] bought three houses.",
        "[Anna] has two children's books on sale.",
        "[Anna] raised 300 children.",
        "[Anna] lost [her] 25 year-old son.",
        "[Anna] has 2 year old twins.",
        "[Anna] ended [her] 26-year career.",
        "[Anna] won [her] second prize.",
        "[Anna] has 26 more years of debt" + ".",
        "Three children sang.",
        "[Anna] has no idea.",
    ],
)
def test_other_numbers(bracketed, words):
    assert counts(*bracketed(words)) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Susan Hale, a mother of two, sang.", [("children", 2, False)]),
        ("Susan Hale gave birth to her second child, Robert.", [("children", 2, True)]),
        ("Susan Hale and her husband Peter Marlow have three children together.", [("children", 3, False)]),
        ("Susan Hale bought three houses.", []),
    ],
)
def test_in_a_story_read_from_its_first_word(marked, words, expected):
    assert [(mark.what, mark.n, mark.ordinal) for mark in marked(words).of(Count)] == expected
