"""Who is related to whom, how, which way and when; and words of kinship that relate nobody."""

import pytest

from onrecord.annotate.kin import annotate
from onrecord.annotate.kin_nouns import KINSHIPS, kinship
from onrecord.model.marks import Kin as Mark
from onrecord.model.statement import Kin


def kins(document, marks):
    return tidy((kin.from_.text, kin.relation, kin.to.text, kin.status) for kin in annotate(document, marks))


def tidy(found):
    """What reads the same both ways is written in one."""
    directed = ("parent", "grandparent")
    return {
        (*((one, other) if relation in directed else sorted((one, other))), relation, status)
        for one, relation, other, status in found
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Susan Hale] saw [her] husband [Peter].", {("Peter", "spouse", "her", "current")}),
        ("[Susan Hale]'s ex-husband, actor [Peter], left.", {("Peter", "spouse", "Susan Hale", "former")}),
        ("[She] saw [her] first husband, [Peter].", {("Peter", "spouse", "her", "former")}),
        ("[She] saw [her] estranged husband [Peter].", {("Peter", "spouse", "her", "current")}),
        ("[She] saw [her] soon-to-be ex-husband [Peter].", {("Peter", "spouse", "her", "current")}),
        ("[She] saw [her] future husband [Peter].", {("Peter", "spouse", "her", "future")}),
        ("[She] saw [her] late husband [Peter].", {("Peter", "spouse", "her", "former")}),
        ("[She] had [her] fourth child with [her] husband [Peter].", {("Peter", "spouse", "her", "current")}),
        ("[She] saw [her] ex [Peter].", {("Peter", "partner", "her", "former")}),
        ("[She] saw [her] former girlfriend [Anna].", {("Anna", "partner", "her", "former")}),
        ("[She] saw [her] fiancé [Peter].", {("Peter", "engaged", "her", "current")}),
        ("[She] saw [her] half-sister [Anna].", {("Anna", "sibling", "her", "current")}),
        ("[She] saw [her] late mother [Anna].", {("Anna", "parent", "her", "current")}),
        ("[Peter]'s mother-in-law [Anna] left.", {("Anna", "family", "Peter", "current")}),
        ("[Peter]’s grandson [Robert] left.", {("Peter", "grandparent", "Robert", "current")}),
        ("[They] saw [their] little girl [Anna].", {("their", "parent", "Anna", "current")}),
        ("[Anna Hale], whose sister [Laura] sang, left.", {("Laura", "sibling", "Anna Hale", "current")}),
        ("We met [Anna] and [her] husband [Peter].", {("Peter", "spouse", "Anna", "current")}),
        ("We met [Anna], 41, and [her] husband [Peter].", {("Peter", "spouse", "Anna", "current")}),
        ("We met [Anna] — who sang — and [her] husband [Peter].", {("Peter", "spouse", "Anna", "current")}),
        ("[Anna] and [Peter]'s son [Robert] sang.", {
            ("Anna", "parent", "Robert", "current"), ("Peter", "parent", "Robert", "current"),
        }),
        ("[She] saw [her] and [Peter]'s son [Robert].", {
            ("her", "parent", "Robert", "current"), ("Peter", "parent", "Robert", "current"),
        }),
        ("We met [Anna] with [her] husband [Peter].", {("Peter", "spouse", "Anna", "current")}),
        ("Neither [Anna] nor ex-husband [Peter] sang.", {("Peter", "spouse", "Anna", "former")}),
        ("[She] did not see [her] husband [Peter].", {("Peter", "spouse", "her", "current")}),
        ("[She] saw [his] sugar mama [Anna].", {("Anna", "partner", "his", "current")}),
        ("[Anna] and [Peter]'s wife [Laura] sang.", {("Laura", "spouse", "Peter", "current")}),
        ("[He] met [his] ex-wife [Anna] and current partner [Laura].", {
            ("Anna", "spouse", "his", "former"), ("Laura", "partner", "his", "current"),
        }),
        ("[She] saw \"[her] dad\" [Peter].", {("Peter", "parent", "her", "current")}),
        ("[She] saw [her] boyfriend by the name of [Peter].", {("Peter", "partner", "her", "current")}),
        ("[Anna] and a blond [Peter] left with [their] son [Robert].", {
            ("Anna", "parent", "Robert", "current"), ("Peter", "parent", "Robert", "current"),
        }),
        ("[Anna] saw husband [Peter] and [their] son [Robert].", {
            ("Anna", "spouse", "Peter", "current"),
            ("Anna", "parent", "Robert", "current"), ("Peter", "parent", "Robert", "current"),
        }),
        ("[Anna], 26, and [Peter], 47, went public with [their] romance.", {
            ("Anna", "partner", "Peter", None),
        }),
    ],
)  # fmt: skip
def test_a_noun_with_an_owner(bracketed, words, expected):
    assert kins(*bracketed(words)) == tidy(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Susan Hale] left with husband [Peter].", {("Peter", "spouse", "Susan Hale", "current")}),
        ("[Susan Hale] and husband [Peter] left.", {("Peter", "spouse", "Susan Hale", "current")}),
        ("With wife [Anna] at home, [Peter] sang.", {("Anna", "spouse", "Peter", "current")}),
        ("[Susan Hale] thanked [Anna] and left with husband [Peter].", {("Peter", "spouse", "Susan Hale", "current")}),
        ("[The couple] have son [Robert], 15 and daughter [Laura], 12.", {
            ("The couple", "partner", "The couple", None),
            ("The couple", "parent", "Robert", "current"), ("The couple", "parent", "Laura", "current"),
        }),
        ("[Anna] and [Peter] share daughter [Laura].", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("[Anna] and [her] husband [Peter] have a daughter, [Laura].", {
            ("Anna", "spouse", "Peter", "current"),
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("[Anna], 38, and [her] husband, chef [Peter], 47, welcomed a baby girl, [Laura], in May.", {
            ("Anna", "spouse", "Peter", "current"),
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("[Anna] sang. Husband [Peter] and [their] son [Robert] smiled.", {
            ("Anna", "spouse", "Peter", "current"),
            ("Anna", "parent", "Robert", "current"), ("Peter", "parent", "Robert", "current"),
        }),
        ("[Anna] sang. Daughter [Laura] smiled.", {("Anna", "parent", "Laura", "current")}),
        ("It rained. Daughter [Laura] smiled.", set()),
        ("[Susan Hale] greeted [Anna] and hubby [Peter], 47.", {("Anna", "spouse", "Peter", "current")}),
        ("Guests were [Laura], [Anna] and hubby [Peter], and [Luke].", {("Anna", "spouse", "Peter", "current")}),
        ("[Anna] and [Peter] told of [their] joy after welcoming twins [Robert] and [Laura].", {
            ("Anna", "parent", "Robert", "current"), ("Anna", "parent", "Laura", "current"),
            ("Peter", "parent", "Robert", "current"), ("Peter", "parent", "Laura", "current"),
            ("Laura", "sibling", "Robert", "current"),
        }),
        ("[Anna] came with boyfriend [Peter] and hubby [Luke].", {
            ("Anna", "partner", "Peter", "current"), ("Anna", "spouse", "Luke", "current"),
        }),
    ],
)  # fmt: skip
def test_a_noun_without_an_owner_is_the_subjects(bracketed, words, expected):
    assert kins(*bracketed(words)) == tidy(expected)


@pytest.mark.parametrize(
    ("words", "children"),
    [
        ("[She] saw [her] kids [Anna], 3, and [Robert], 12 months, there.", {"Anna", "Robert"}),
        ("[She] saw [her] three children — [Anna], [Robert], and [Laura] — there.", {"Anna", "Robert", "Laura"}),
        ("[She] saw [her] seven children together — [Anna], 12, [Robert], ten, and [Laura], three.", {
            "Anna", "Robert", "Laura",
        }),
        ("[She] saw [her] sons [Robert] (5) and [Luke] (2).", {"Robert", "Luke"}),
        ("[She] saw [her] daughter [Anna] and [Peter].", {"Anna"}),
        ("[She] saw [her] daughter [Anna], [Peter] and [Luke].", {"Anna"}),
        ("[She] saw [her] kids, Prince [Robert] and Princess [Laura], there.", {"Robert", "Laura"}),
        ("[She] saw [her] daughter [Anna], 5, and 5-month-old twin sons [Robert] and [Luke].", {
            "Anna", "Robert", "Luke",
        }),
    ],
)  # fmt: skip
def test_lists_of_children(bracketed, words, children):
    found = kins(*bracketed(words))
    assert {to for from_, to, relation, _ in found if (from_, relation) == ("her", "parent")} == children


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Anna] has daughter [Laura], seven, from a previous relationship with actor [Peter].", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
            ("Anna", "partner", "Peter", "former"),
        }),
        ("[Anna] has two children — a daughter, [Laura], 12, and a son, [Robert], 10 — with ex-wife [Eve].", {
            ("Anna", "parent", "Laura", "current"), ("Eve", "parent", "Laura", "current"),
            ("Anna", "parent", "Robert", "current"), ("Eve", "parent", "Robert", "current"),
            ("Anna", "spouse", "Eve", "former"),
        }),
    ],
)  # fmt: skip
def test_the_other_parent_of_an_earlier_love(bracketed, words, expected):
    assert kins(*bracketed(words)) == tidy(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Anna] sang. Even though past boyfriends such as [Peter] and [Luke] came, it rained.", {
            ("Anna", "partner", "Peter", "former"), ("Anna", "partner", "Luke", "former"),
        }),
        ("[Anna] told of [her] feuds with [Eve], [Laura] and ex [Peter].", {("Peter", "partner", "her", "former")}),
        ("[Luke], with whom [Anna] has daughters [Laura] and [Eve], broke up.", {
            ("Anna", "parent", "Laura", "current"), ("Anna", "parent", "Eve", "current"),
        }),
        ("[Luke], by the way, is [Laura]'s patient dad.", {("Luke", "parent", "Laura", "current")}),
        ("[Luke], 41, for one, is [Laura]'s patient dad.", {("Luke", "parent", "Laura", "current")}),
        ("[Luke], naturally, was [Laura]'s first teacher and dad.", set()),
        ("[Luke], some think, is [Laura]'s patient dad.", set()),
        ("[Luke], by the way, is not [Laura]'s dad.", set()),
        ("We saw the 36-year-old wife of chef [Peter].", set()),
    ],
)  # fmt: skip
def test_who_is_told_from_afar(bracketed, words, expected):
    assert kins(*bracketed(words)) == tidy(expected)


def test_sisters_are_so_to_each_other(marked):
    found = [(kin.from_.text, kin.relation, kin.to.text) for kin in marked("The sisters met.").of(Mark)]
    assert found == [("The sisters", "sibling", "The sisters")]


def test_the_wife_of_somebody_is_whoever_the_noun_means(marked):
    found = [(kin.from_.text, kin.relation, kin.to.text) for kin in marked("We saw the wife of Peter Marlow.").of(Mark)]
    assert found == [("the wife", "spouse", "Peter Marlow")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"I saw my wife Anna Hale," Peter Marlow said.', [("Anna Hale", "Peter Marlow")]),
        ('"I met Anna Hale, my beautiful wife," Peter Marlow said.', [("Anna Hale", "Peter Marlow")]),
        ('"I saw my bro Otto Reed," Peter Marlow said.', []),
        ("It was my wife Anna Hale, of course.", []),
    ],
)
def test_my_wife_is_the_wife_of_who_says_so(marked, words, expected):
    assert [(kin.from_.text, kin.to.text) for kin in marked(words).of(Mark)] == expected


def test_the_other_parent_is_named_with_the_child(bracketed):
    document, marks = bracketed("[Peter] shares daughter [Anna], 30, with [his] first wife, actress [Susan Hale], 71.")
    assert kins(document, marks) == tidy(
        {
            ("Peter", "parent", "Anna", "current"),
            ("Susan Hale", "parent", "Anna", "current"),
            ("Susan Hale", "spouse", "his", "former"),
        }
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Anna Hale], [his] ex-wife, left.", {("Anna Hale", "spouse", "his", "former")}),
        ("[Anna Hale], [Peter]'s sister, left.", {("Anna Hale", "sibling", "Peter", "current")}),
        ("[Peter] is [Anna]'s father.", {("Peter", "parent", "Anna", "current")}),
        ("[Laura], daughter of [Anna] and [Peter], sang.", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("[Anna], 41, wife of chef [Peter], sang.", {("Anna", "spouse", "Peter", "current")}),
        ("[Anna] is known as the young wife of chef [Peter].", {("Anna", "spouse", "Peter", "current")}),
        ("[Anna], Prince [Peter]'s wife, sang.", {("Anna", "spouse", "Peter", "current")}),
        ("[Laura], [her] daughter with ex [Peter], sang.", {
            ("her", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
            ("her", "partner", "Peter", "former"),
        }),
        ("[Anna] is a mom to [Robert], 20, and [Laura], 16.", {
            ("Anna", "parent", "Robert", "current"), ("Anna", "parent", "Laura", "current"),
        }),
        ("[Peter] — father to actors [Robert], [Luke] and [Laura] — died.", {
            ("Peter", "parent", "Robert", "current"), ("Peter", "parent", "Luke", "current"),
            ("Peter", "parent", "Laura", "current"),
        }),
        ("[Anna] split from the mother of [her] two children, [Laura].", {("Anna", "partner", "Laura", "former")}),
        ("[Anna] met the mother of [her] two children, [Laura].", set()),
        ("[Anna] plays sister [Laura].", set()),
        ("[Anna] met brothers [Robert] and [Luke].", {("Robert", "sibling", "Luke", "current")}),
        ("the twins [Robert] and [Laura]", {("Robert", "sibling", "Laura", "current")}),
        ("the former couple [Anna] and [Peter]", {("Anna", "partner", "Peter", "former")}),
        ("[The exes] met.", {("The exes", "partner", "The exes", "former")}),
        ("[The former couple] met.", {("The former couple", "partner", "The former couple", "former")}),
    ],
)  # fmt: skip
def test_other_orders_and_pairs(bracketed, words, expected):
    assert kins(*bracketed(words)) == tidy(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Anna] married actor [Peter] in 2012.", {("Peter", "spouse", "Anna", None)}),
        ("[Anna] has been married to [Peter] since May.", {("Peter", "spouse", "Anna", "current")}),
        ("[Anna] was married to [Peter] for years.", {("Peter", "spouse", "Anna", "former")}),
        ("[Anna] filed for divorce from [Peter].", {("Peter", "spouse", "Anna", None)}),
        ("[Anna] had filed for divorce from [Peter].", {("Peter", "spouse", "Anna", None)}),
        ("[Anna] divorced [Peter].", {("Peter", "spouse", "Anna", "former")}),
        ("[Anna] is set to marry [Peter].", {("Peter", "spouse", "Anna", "future")}),
        ("[Anna], 41, is engaged to [Peter].", {("Peter", "engaged", "Anna", "current")}),
        ("[Anna] is dating the model [Peter].", {("Peter", "partner", "Anna", "current")}),
        ("[Anna] was dating [Peter].", {("Peter", "partner", "Anna", "former")}),
        ("[Anna] is no longer dating [Peter].", {("Peter", "partner", "Anna", "former")}),
        ("[Anna] dated [Peter].", {("Peter", "partner", "Anna", "former")}),
        ("[Anna] has dated [Peter] since 2014.", {("Peter", "partner", "Anna", "current")}),
        ("[Anna] has dated [Peter] for fun.", {("Peter", "partner", "Anna", "former")}),
        ("[Anna] has a romance with [Peter].", {("Peter", "partner", "Anna", None)}),
        ("[Anna] had a brief romance with [Peter].", {("Peter", "partner", "Anna", "former")}),
        ("[Anna] ended [her] summer fling with [Peter].", {("Peter", "partner", "her", "former")}),
        ("[Anna] is married to [Peter].", {("Peter", "spouse", "Anna", "current")}),
        ("[Anna] spoke of [her] divorce from [Peter].", {("Peter", "spouse", "her", "former")}),
        ("[Anna] spoke of [her] pending divorce from [Peter].", {("Peter", "spouse", "her", "current")}),
        ("[Anna] left [Luke] and split from [Peter].", {("Peter", "partner", "Anna", "former")}),
        ("We saw [Peter], whom [Anna] dated.", {("Anna", "partner", "Peter", "former")}),
        ("[Anna] and [Peter] tied the knot.", {("Anna", "spouse", "Peter", None)}),
        ("[Anna] and [Peter]'s divorce is near.", {("Anna", "spouse", "Peter", "former")}),
        ("[Anna] and [Peter], who have been dating since May, sang.", {("Anna", "partner", "Peter", "current")}),
        ("[Anna] has a close relationship with daughter [Laura].", {("Anna", "parent", "Laura", "current")}),
        ("[Anna] gave birth to daughter [Laura].", {("Anna", "parent", "Laura", "current")}),
        ("[Laura] is the third of four children born to [Anna], who died in 2003, and [Peter].", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("[Anna] has a son [Robert] to chef [Peter].", {
            ("Anna", "parent", "Robert", "current"), ("Peter", "parent", "Robert", "current"),
        }),
        ("[Anna] took [her] son [Robert] to [Peter].", {("her", "parent", "Robert", "current")}),
        ("[Peter] adopted [him].", {("Peter", "parent", "him", "current")}),
        ("[Peter] adopted [Anna]'s daughter [Laura].", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("[Laura], raised by [Anna] and [Peter], sang.", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
        }),
        ("We saw [Laura], 2, whom [Peter] shares with [his] ex, [Anna].", {
            ("Anna", "parent", "Laura", "current"), ("Peter", "parent", "Laura", "current"),
            ("Anna", "partner", "his", "former"),
        }),
        ("[Anna] married for the last time in 1963 to host [Peter].", {("Anna", "spouse", "Peter", None)}),
        ("[Anna] is set to wed [her] fiancé [Peter].", {
            ("Anna", "spouse", "Peter", "future"), ("Peter", "engaged", "her", "current"),
        }),
        ("[Anna] spoke of [her] divorce from [her] husband [Peter].", {
            ("Peter", "spouse", "her", "former"), ("Peter", "spouse", "her", "current"),
        }),
        ("Previously married to [Peter], [Anna] sang.", {("Anna", "spouse", "Peter", "former")}),
        ("Talk of [Anna] and [Peter] grew as [they] got engaged.", {("Anna", "engaged", "Peter", "current")}),
        ("Talk of [Anna], [Luke] and [Peter] grew as [they] got engaged.", {("they", "engaged", "they", "current")}),
        ("[Anna] and [Peter] had an on-off romance.", {("Anna", "partner", "Peter", "former")}),
        ("[Anna] and [Peter]'s nearly 15-year marriage", {("Anna", "spouse", "Peter", None)}),
        ("[Anna] and [Peter] are expecting a baby.", {("Anna", "partner", "Peter", "current")}),
        ("[Anna] and [Peter] were expecting a baby.", {("Anna", "partner", "Peter", "current")}),
        ("[Anna] and [Peter]'re still engaged.", {("Anna", "engaged", "Peter", "current")}),
        ("[Anna] and [Peter] postponed [their] wedding.", {("Anna", "spouse", "Peter", "future")}),
        ("[Anna] and [Peter] enjoyed [their] wedding.", {("Anna", "spouse", "Peter", None)}),
        ("[Anna] moved ahead of [her] wedding to [Peter].", {("Peter", "spouse", "her", "future")}),
        ("[Anna] sang following [her] wedding to [Peter].", {("Peter", "spouse", "her", None)}),
        ("[Anna] sang following [her] romance with [Peter].", {("Peter", "partner", "her", "former")}),
        ("[Anna] sang prior to [her] romance with [Peter].", {("Peter", "partner", "her", None)}),
        ("[Laura] laughed at [her] 30-day marriage to [Luke].", {("Luke", "spouse", "her", "former")}),
        ("[Anna] spoke of [her] 12-year marriage to [Peter].", {("Peter", "spouse", "her", None)}),
        ("[Anna] was engaged to [Luke] and married to [Peter].", {
            ("Anna", "engaged", "Luke", "former"), ("Anna", "spouse", "Peter", "former"),
        }),
        ("[Anna] wanted to start a family with [Peter].", {("Anna", "partner", "Peter", "current")}),
        ("[Laura] cheated on the chef with dancer [Luke].", {("Laura", "partner", "Luke", "current")}),
        ("[Laura] cheated on the chef, then danced with [Luke].", set()),
        ("[Anna] has an affair with co-star [Peter].", {("Anna", "partner", "Peter", None)}),
        ("[His] marriage to [Anna], a singer, ended.", {("Anna", "spouse", "His", "former")}),
        ("[He] was seen when [he] was still married to first wife [Anna].", {
            ("Anna", "spouse", "he", "former"),
        }),
        ("[Anna] is married to [Vale Inc] board member [Peter].", set()),
        ("[Anna] and [Peter] end [their] engagement.", {
            ("Anna", "engaged", "Peter", "former"), ("Anna", "engaged", "Peter", None),
        }),
    ],
)  # fmt: skip
def test_verbs(bracketed, words, expected):
    assert kins(*bracketed(words)) == tidy(expected)


@pytest.mark.parametrize(
    "words",
    [
        "[Anna] is not dating [Peter].",
        "[Anna] denied dating [Peter].",
        "[Anna] was falsely linked to [Peter].",
        "[Anna] never married [Peter].",
        "[Anna] and [Peter] are not engaged.",
        "[Anna] and [Peter] sang together.",
        "[Anna] saw [her] business partner [Peter].",
        "[Anna] played [his] on-screen wife [Laura].",
        "[Anna] wants another baby, [Peter] said.",
        "The new mom [Anna] smiled.",
        "[Anna] is dating [Peter]'s friend.",
        "[Anna] adopted [Peter]'s dog.",
        "[Anna] saw [her] husband when [Peter] sang.",
        "[Anna] saw [her] husband, and [Peter] sang.",
        "[Anna] saw [her] celebrity partner [Peter].",
        "[Anna] filmed First They Met [My] Father, [Peter]'s memoir.",
        "[Anna] has a close relationship with co-star [Peter].",
        "[Anna] left with [Luke], [Robert] and ex [Peter].",
        '[Anna] and "Dancing Shoes" partner [Peter] left.',
        "[Anna] is friendly with momager [Laura].",
        "[She] said that they love [Peter].",
        "[Anna] has had a frosty relationship with [Peter].",
        "[Anna] and [Peter] enjoy [their] close working relationship.",
        "[Peter] knew that it was just like [him] and mum [Laura].",
        "[The silliest on-screen newlyweds] sang.",
        "[Anna] came with pro partner [Peter].",
        "[Anna] met Kid [Peter] in May.",
        "[He]'s a nice kid, [Peter].",
        "In the flat of [Anna] (where baby [Laura] slept) it rained.",
        "Without [her] father, [Peter] would have left.",
        "[Anna] is liked by Love Magazine editor [Laura].",
        'Kids call [her] "Auntie" [Laura].',
        "[Peter], the father of [her] twins, sang.",
    ],
)
def test_words_that_relate_nobody(bracketed, words):
    assert kins(*bracketed(words)) == set()


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("[Anna] is dating [Peter].", "fact"),
        ("[Anna] is reportedly dating [Peter].", "claim"),
        ("Rumors say that [Anna] is dating [Peter].", "claim"),
        ("[Anna] saw [her] rumoured boyfriend [Peter].", "claim"),
        ("Is [Anna] dating [Peter]?", "claim"),
        ("Did [Anna] see [her] boyfriend [Peter]?", "fact"),
    ],
)
def test_hearsay_is_a_claim(bracketed, words, reported):
    assert [kin.reported for kin in annotate(*bracketed(words))] == [reported]


@pytest.mark.parametrize(
    ("noun", "before", "expected"),
    [
        ("stepdaughter", "", ("parent", "down", "current", "step")),
        ("half-brother", "", ("sibling", "level", "current", "half")),
        ("sister-in-law", "", ("family", "level", "current", "in-law")),
        ("ex-wife", "", ("spouse", "level", "former", None)),
        ("wife", "former", ("spouse", "level", "former", None)),
        ("wife", "second", ("spouse", "level", None, None)),
        ("twin", "", ("sibling", "level", "current", None)),
        ("twins", "", ("parent", "down", "current", None)),
        ("son", "adopted", ("parent", "down", "current", "adopted")),
        ("mother", "former", ("parent", "up", "current", None)),
    ],
)
def test_what_the_words_before_a_noun_change(noun, before, expected):
    said = kinship(noun, before, owned=True)
    assert (said.relation, said.way, said.status, said.detail) == expected


def test_every_noun_has_a_plural_that_means_the_same():
    for noun, plural in (("wife", "wives"), ("child", "children"), ("stepchild", "stepchildren"), ("ex", "exes")):
        assert KINSHIPS[plural] == KINSHIPS[noun]._replace(plural=True)


def test_a_very_long_sentence_relates_who_stand_together(bracketed):
    words = (
        "[Anna] and " * 3000 + "[Peter] married, " + "the actress " * 3000 + "[her] " * 2000 + "husband [Luke] — " * 500
    )
    assert kins(*bracketed(words)) == tidy({("Anna", "spouse", "Peter", None), ("Luke", "spouse", "her", "current")})


@pytest.mark.parametrize(
    ("words", "relation", "status", "pair"),
    [
        ("Susan Hale thanked her husband Peter Marlow.", "spouse", "current", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale met her ex-husband Peter Marlow.", "spouse", "former", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale sang with her boyfriend Peter Marlow.", "partner", "current", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale split with her boyfriend Peter Marlow.", "partner", "former", {"Susan Hale", "Peter Marlow"}),
        ("Susan Hale came with her sister Rebecca Hale.", "sibling", "current", {"Susan Hale", "Rebecca Hale"}),
    ],
)
def test_in_a_story_read_from_its_first_word_a_tie_has_its_status(told, words, relation, status, pair):
    case = told(words)
    kin = [(s.relation, s.status, {case.person(s.from_).name, case.person(s.to).name}) for s in case.all(Kin)]
    assert kin == [(relation, status, pair)]


def test_a_parent_stands_before_the_child(told):
    case = told("Susan Hale arrived with her daughter Rebecca.")
    assert [(s.relation, case.person(s.from_).name, case.person(s.to).name) for s in case.all(Kin)] == [
        ("parent", "Susan Hale", "Rebecca")
    ]


def test_what_a_comma_parts_is_no_object(told):
    words = "Peter Marlow met Susan Hale. Instead of dating, she sang."
    assert told(words).all(Kin) == ()


def test_a_partner_at_work_is_no_love(told):
    assert told("Susan Hale met her performing partner Peter Marlow.").all(Kin) == ()
    assert len(told("Susan Hale met her loving partner Peter Marlow.").all(Kin)) == 1


def test_people_side_by_side_are_no_kin(told):
    assert told("Susan Hale and Peter Marlow sang on the same stage.").all(Kin) == ()
