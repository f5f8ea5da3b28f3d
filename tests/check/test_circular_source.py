"""An outlet, and the outlets that it leans on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.circular_source import check
from onrecord.model.source import Source
from onrecord.model.statement import Claim


def told(tell, outlet, cue="according to", kind="outlet"):
    story = tell(f"The couple parted, {cue} The Harrow Lantern. It rained.")
    story.statements.append(
        Claim(
            id="s1",
            source="o1",
            voice=story.span("The Harrow Lantern"),
            cue=story.span(cue),
            spans=(story.span("The couple parted"),),
        )
    )
    case = story.case()
    source = Source(id="o1", name="The Harrow Lantern", type=kind, spans=())
    return replace(case, sources=(source,), story=replace(case.story, outlet=outlet))


@pytest.mark.parametrize(
    "outlet", ["The Harrow Lantern", "Harrow Lantern", "harrowlantern.com", "Harrow Lantern Online"]
)
def test_an_outlet_that_gives_itself_as_its_source(tell, outlet):
    (finding,) = check(told(tell, outlet))
    assert (finding.level, finding.message) == ("unsourced", "The Harrow Lantern gives itself as the source")
    assert [says.text for says in finding.spans] == ["The Harrow Lantern", "The couple parted"]


@pytest.mark.parametrize(
    ("outlet", "more"),
    [
        ("The Ledger", {}),
        (None, {}),
        ("The Harrow Lantern", {"cue": "can reveal"}),  # its own news
        ("The Harrow Lantern", {"kind": "document"}),
    ],
)
def test_other_outlets_and_news_of_its_own(tell, outlet, more):
    assert list(check(told(tell, outlet, **more))) == []
