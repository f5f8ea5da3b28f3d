"""Children told to have come after a wedding."""

from __future__ import annotations

import pytest

from onrecord.check.children_against_marriage import check
from onrecord.model.finding import Finding, Held
from onrecord.model.when import year

TEXT = "Ada and Bo married in 2012, {then}three children — Cy, 12, Dot, ten."


def results(tell, *, then="later welcoming ", eldest=12, married=2012, published="2025-11-13", **more):
    story = tell(TEXT.format(then=then), published)
    parents = (story.person("Ada"), story.person("Bo"))
    for name, age, words in (("Cy", eldest, "12"), ("Dot", 10, "ten")):
        child = story.person(name)
        story.age(child, age, words)
        for parent in parents:
            story.kin(parent, "parent", child)
    story.event("marriage", parents, "married in 2012", year(married), **more)
    story.count(parents, "children", 3, "three children")
    return list(check(story.case()))


@pytest.mark.parametrize(
    ("eldest", "kind"),
    [(12, Held), (13, Held), (14, Finding)],  # 13 on 2025-11-13: born by 2012-11-13; 14: by 2011-11-13
)
def test_each_side_of_the_wedding(tell, eldest, kind):
    (result,) = results(tell, eldest=eldest)
    assert isinstance(result, kind)


def test_in_words(tell):
    (held,) = results(tell)
    assert held.message == (
        "Cy, 12, can have been born after the wedding of 2012 (birth between 2012-11-14 and 2013-11-13)"
    )
    (finding,) = results(tell, eldest=14)
    assert finding.level == "unclear"
    assert finding.message == (
        "the children are told to have come after the wedding of 2012, "
        "but Cy, 14, was born before it (birth between 2010-11-14 and 2011-11-13)"
    )
    assert [says.text for says in finding.spans] == ["married in 2012", "three children", "12"]


@pytest.mark.parametrize(
    "change",
    [
        {"then": "and have "},
        {"then": "and moved. Later they were seen with "},
        {"then": "later" + " and on" * 40 + " welcoming "},
        {"published": None},
        {"reported": "claim"},
    ],
)
def test_where_the_story_does_not_tell_the_order_nothing_is_compared(tell, change):
    assert results(tell, eldest=14, **change) == []
