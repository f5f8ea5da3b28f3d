"""A stir that the headline tells of, and who makes it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.headline_claim_without_support import check
from onrecord.model.source import Source
from onrecord.model.statement import Claim

BELOW = 'Ada Marsh sparked rumors when she left. "I am tired," Marsh said. A source spoke. Bo Day left.'


def told(story, speaker=None, source=None):
    story.person("Ada Marsh")
    story.person("Bo Day")
    story.quote('"I am tired,"', "p1")
    story.statements.append(
        Claim(id="s9", speaker=speaker, source=source, spans=(story.span("A source spoke"),)),
    )


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Ada Marsh Sparks Divorce Rumors", "Sparks Divorce Rumors"),
        ("Ada Marsh faces furious backlash", "faces furious backlash"),
        ("Ada Marsh seen alone amid breakup speculation", "amid breakup speculation"),
        ("Ada Marsh FUELS RUMOURS", "FUELS RUMOURS"),
    ],
)
def test_a_stir_that_only_the_story_tells_of(under, headline, words):
    (finding,) = check(under(headline, BELOW, told))
    assert finding.level == "unsourced"
    assert finding.message == f"the headline has “{words}”, and the story shows nobody who makes it"
    assert [says.text for says in finding.spans] == [words]


@pytest.mark.parametrize(
    ("voice", "found"),
    [
        ({"speaker": "p1"}, 1),
        ({"speaker": "p2"}, 0),
        ({"source": "o1"}, 0),
        ({"source": "o2"}, 1),
        ({"source": "o3"}, 1),
    ],
)
def test_who_may_make_it(under, voice, found):
    case = under("Ada Marsh sparks divorce rumors", BELOW, lambda story: told(story, **voice))
    sources = (
        Source(id="o1", name="a friend", type="unnamed", spans=()),
        Source(id="o2", name="her memoir", type="document", spans=()),
        Source(id="o3", name="The Lantern", type="outlet", spans=()),  # the story's own
    )
    case = replace(case, sources=sources, story=replace(case.story, outlet="the lantern"))
    assert len(list(check(case))) == found


@pytest.mark.parametrize(
    ("headline", "below"),
    [
        ("Ada Marsh sparks divorce rumors", f"{BELOW} Fans wondered."),
        ("Ada Marsh sparks divorce rumors", f"{BELOW} One viewer tweeted."),
        ("Ada Marsh denies divorce", BELOW),
        ("Ada Marsh sparks fire", BELOW),
        ("Rumors about Ada Marsh", BELOW),
    ],
)
def test_a_crowd_or_no_stir_at_all(under, headline, below):
    assert list(check(under(headline, below, told))) == []


def test_a_story_without_a_headline(tell):
    assert list(check(tell("Ada sparks rumors.").case())) == []
