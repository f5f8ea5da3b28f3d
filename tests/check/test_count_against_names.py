"""A number of children against the names."""

from __future__ import annotations

import pytest

from onrecord.check.count_against_names import check
from onrecord.model.finding import Finding, Held

NAMES = ("Cy", "Dot", "Eve")


def family(tell, text, *, n, names=NAMES, what="children", words=None, who=2, **more):
    story = tell(text)
    parents = (story.person("Ada"), story.person("Bo"))
    children = [story.person(name, pronoun=pronoun) for name, pronoun in zip(names, ("he", "she", "she"), strict=False)]
    for child in children:
        for parent in parents:
            story.kin(parent, "parent", child, **more)
    story.count(parents[:who], what, n, words or f"{('no', 'one', 'two', 'three')[n]} {what}")
    return story


TEXT = "Ada and Bo have three children. Cy sings, Dot dances, Eve sleeps. They had two children."


@pytest.mark.parametrize(("n", "words", "kind"), [(3, "three children", Held), (2, "two children", Finding)])
def test_names_up_to_the_number_hold_and_more_do_not(tell, n, words, kind):
    (result,) = check(family(tell, TEXT, n=n, words=words).case())
    assert isinstance(result, kind)


def test_fewer_names_are_no_fault(tell):
    assert list(check(family(tell, TEXT, n=3, names=("Cy", "Dot")).case())) == []


def test_what_holds_and_what_does_not_in_words(tell):
    (held,) = check(family(tell, TEXT, n=3).case())
    assert held.message == "three children: three names"
    assert held.reason == ("“three children”: 3", "named as children of Ada and Bo: Cy, Dot, Eve: 3")
    (finding,) = check(family(tell, TEXT, n=2, words="two children").case())
    assert (finding.level, finding.message) == ("impossible", "two children told, three named: Cy, Dot, Eve")
    assert [says.text for says in finding.spans] == ["two children", "Cy", "Dot", "Eve"]
    assert finding.statements == ("s7",)


@pytest.mark.parametrize("more", [{"reported": "claim"}, {"status": "future"}, {"detail": "step"}])
def test_stepchildren_rumours_and_hopes_are_not_counted(tell, more):
    assert list(check(family(tell, TEXT, n=2, words="two children", **more).case())) == []


def test_where_a_child_is_adopted_more_names_may_be_right(tell):
    text = TEXT + " They adopted Eve."
    assert list(check(family(tell, text, n=2, words="two children").case())) == []


@pytest.mark.parametrize(("n", "kind"), [(1, Finding), (2, Held)])
def test_daughters_are_those_who_are_called_she(tell, n, kind):
    text = "Ada and Bo have two daughters, and had one daughters: Dot and Eve. Cy sings."
    (result,) = check(family(tell, text, n=n, what="daughters").case())
    assert isinstance(result, kind)


def test_only_children_of_all_the_counted_parents_count(tell):
    story = family(tell, TEXT, n=3, names=("Cy", "Dot"))
    story.kin("p1", "parent", story.person("Eve"))
    assert list(check(story.case())) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ada and Bo have three children — Cy, 12, and Dot, ten.", "unlikely"),
        ("Ada and Bo have three children together – Cy and Dot – and a dog.", "unlikely"),
        ("Ada and Bo have three children: five-year-old Cy and Dot, nine months.", "unlikely"),
        ("Ada and Bo have three children (Cy & Dot).", "unlikely"),
        ("Ada and Bo have three children -- a son, Cy, 12, and a daughter, Dot, 10, with a nanny.", "unlikely"),
        ("Ada and Bo have three children: Cy, Jr., 12; and Dot, ten.", "unlikely"),
        ("Ada and Bo have three children: Cy 12, and Dot 10.", "unlikely"),
        ("Ada has three children with wife Bo: son Cy, 12, and Dot, ten.", "unlikely"),
        ("Ada and Bo have three children: Cy, 12, and Dot, ten; Flo laughs.", None),  # is Flo one of them?
        ("Ada and Bo have three children, including Cy and Dot.", None),
        ("Ada and Bo have three children, Cy and Dot among them.", None),
        ("Ada and Bo have three children. Cy and Dot sing.", None),
        ("Ada and Bo have three children and Cy and Dot sing.", None),
        ("Ada and Bo have three children — Cy, Dot and a baby girl.", None),
        ("Ada and Bo have three children — Cy, Dot and little Eve.", None),  # a name that was not read as a person's
        ("A father of three children, Bo and Ada said. Cy, Dot.", None),
    ],
)
def test_a_list_right_behind_the_number_is_meant_to_be_whole(tell, text, level):
    results = list(check(family(tell, text, n=3, names=("Cy", "Dot")).case()))
    assert [result.level for result in results] == ([level] if level else [])


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ada and Bo have three children, Cy, 12, and Dot, ten, from her first marriage.", "unlikely"),
        ("Ada and Bo have three children, Cy and Dot with her ex-husband.", "unlikely"),
        ("Ada and Bo have three children, Cy and Dot from Maine.", None),
    ],
)
def test_where_they_come_from_ends_a_list(tell, text, level):
    results = list(check(family(tell, text, n=3, names=("Cy", "Dot")).case()))
    assert [result.level for result in results] == ([level] if level else [])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ada and Bo have two children.", [Finding]),
        ("Ada and Bo have two older children.", []),
        ("Ada and Bo also have two children.", []),
        ("Ada and Bo have two children from his first marriage.", []),
        ("Ada and Bo have two children with their exes.", []),
        ("Ada and Bo also sing. They have two children. A former singer laughs.", [Finding]),
    ],
)
def test_a_number_of_one_family_of_several(tell, text, kinds):
    words = "two older children" if "older" in text else "two children"
    results = list(check(family(tell, f"{text} Cy, Dot and Eve sing.", n=2, words=words).case()))
    assert [type(result) for result in results] == kinds


@pytest.mark.parametrize(("other_parent", "kinds"), [(True, []), (False, [Finding])])
def test_children_who_have_other_parents_need_not_be_meant(tell, other_parent, kinds):
    story = family(tell, TEXT, n=2, words="two children", who=1)
    if other_parent:
        story.kin(story.person("Flo"), "parent", "p3")
    assert [type(result) for result in check(story.case())] == kinds


@pytest.mark.parametrize("words", ["a mother of two children", "a dad-of-two children", "parents to two children"])
def test_a_mother_of_two_has_two_whoever_the_fathers_are(tell, words):
    story = family(tell, f"Ada is {words}. Cy, Dot, Eve and Flo sing.", n=2, words="two children", who=1)
    story.kin(story.person("Flo"), "parent", "p3")
    (finding,) = check(story.case())
    assert finding.level == "impossible"


def test_a_short_list_in_words(tell):
    text = "Ada and Bo have three children — Cy, 12, and Dot, ten."
    (finding,) = check(family(tell, text, n=3, names=("Cy", "Dot")).case())
    assert finding.message == "three children told, two listed: Cy, Dot"
    assert finding.reason == ("“three children”: 3", "listed right behind it: Cy, Dot: 2")


def test_a_number_told_again_is_compared_once(tell):
    story = family(tell, TEXT, n=3)
    story.count(("p1", "p2"), "children", 3, "three")
    assert len(list(check(story.case()))) == 1


def test_places_in_a_row_are_no_numbers(tell):
    story = tell(TEXT)
    ada = story.person("Ada")
    for name in NAMES:
        story.kin(ada, "parent", story.person(name))
    story.count((ada,), "children", 2, "two children", ordinal=True)
    assert list(check(story.case())) == []
