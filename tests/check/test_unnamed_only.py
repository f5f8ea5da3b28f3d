"""Stories in which nobody with a name answers for anything."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.unnamed_only import check
from onrecord.model.source import Source, Voice
from onrecord.model.sourcing import Sourcing
from onrecord.model.statement import Claim, Quote

TEXT = 'Ada is tired, an insider said. "She will rest," a friend said. It rained. "No," Ada said.'


def told(tell, *, speaker=None, voiceless=False, more=None, **counts):
    story = tell(TEXT)
    story.person("Ada")
    story.statements += [
        Claim(id="s1", source="o1", spans=(story.span("Ada is tired"),), by=(Voice(source="o1"),)),
        Quote(id="s2", form="direct", source="o2", spans=(story.span('"She will rest,"'),), by=(Voice(source="o2"),)),
    ]
    if speaker:
        story.quote('"No,"', speaker)
    elif voiceless:
        story.quote('"No,"')
    elif more:
        story.statements.append(Claim(id="s3", spans=(story.span("It rained"),), **more))
    sources = (
        Source(id="o1", name="an insider", type="unnamed", spans=(story.span("an insider"),)),
        Source(id="o3", name="the bureau", type="organisation", spans=()),
        Source(id="o2", name="a friend", type="unnamed", spans=(story.span("a friend"),)),
    )
    return replace(story.case(), sources=sources, sourcing=Sourcing(**({"unnamed": 2, "story": 1} | counts)))


def test_nothing_but_sources_without_a_name(tell):
    (finding,) = check(told(tell))
    assert finding.level == "unsourced"
    assert finding.message == "nobody with a name answers for this story: “an insider”, “a friend”"
    assert [says.text for says in finding.spans] == ["an insider", "a friend"]
    assert finding.reason[0] == "2 of 3 sentences on people rest on them"


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"unnamed": 1}, 0),
        ({"untold": 4}, 1),
        ({"on_record": 1}, 0),
        ({"outlet": 1}, 0),
        ({"speaker": "p1"}, 0),
        ({"voiceless": True}, 0),
        ({"more": {"source": "o3"}}, 0),  # an organisation
        ({"more": {"speaker": "p1", "polarity": "denied"}}, 0),
        ({"more": {"speaker": "p1"}}, 1),  # what is told of her is often no report at all
    ],
)
def test_one_voice_with_a_name_is_enough(tell, counts, found):
    assert len(list(check(told(tell, **counts)))) == found
