"""Those of whom unnamed sources speak, and whether anybody asked them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.no_answer_sought import check
from onrecord.model.source import Source, Voice
from onrecord.model.sourcing import Side, Sourcing
from onrecord.model.span import Span
from onrecord.model.statement import Claim

BELOW = "Ada Marsh is tired, an insider says. Bo Day will leave her, the insider says."


def told(
    under, *, headline="Ada Marsh is tired", below=BELOW, unnamed=2, on_record=1, sides=(), kind="unnamed", dead=False
):
    def fill(story):
        story.person("Ada Marsh")
        story.person("Bo Day")
        story.statements.append(
            Claim(
                id="s1",
                source="o1",
                voice=story.span("an insider"),
                spans=(story.span("Ada Marsh is tired", 2),),
                by=(Voice(source="o1"),),
            )
        )
        if dead:
            story.event("death", ("p1",), "It rained")

    case = under(headline, below, fill)
    source = Source(id="o1", name="an insider", type=kind, spans=(Span(0, 1, "A"),))
    sourcing = Sourcing(unnamed=unnamed, on_record=on_record, sides=tuple(Side(who=who) for who in sides))
    return replace(case, sources=(source,), sourcing=sourcing)


def test_nobody_asked_as_far_as_the_story_tells(under):
    (finding,) = check(told(under))
    assert finding.level == "unsourced"
    assert finding.message == "not heard, and not asked as far as the story tells: Ada Marsh"
    assert [says.text for says in finding.spans] == ["Ada Marsh", "an insider"]


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"sides": ("p1",)}, 0),
        ({"sides": ("p2",)}, 1),  # somebody else is heard
        ({"unnamed": 1}, 0),
        ({"on_record": 0}, 0),  # nobody with a name at all: another check says so
        ({"kind": "document"}, 0),
        ({"below": f"{BELOW} Her rep did not respond."}, 0),
        ({"below": f"{BELOW} Marsh declined to speak."}, 0),
        ({"below": f"{BELOW} It rained.", "dead": True}, 0),
    ],
)
def test_whom_the_story_has_heard(under, more, found):
    assert len(list(check(told(under, **more)))) == found


def test_a_headline_that_names_nobody(under):
    assert list(check(told(under, headline="A house is sold", below=f"Ada Marsh is tired. {BELOW}"))) == []
