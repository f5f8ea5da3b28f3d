"""Headlines that state things plainly, and denials far below."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.check.denied_further_down import check
from onrecord.model.source import Source
from onrecord.model.statement import Claim

DENIAL = "Her rep denies that she left."


def told(under, headline="Ada Marsh leaves home", before=60, behind=60, denial=DENIAL, cue="denies", **more):
    given = {"source": "o1", "polarity": "denied"} | more

    def fill(story):
        story.person("Ada Marsh")
        story.person("Bo Day")
        story.statements.append(Claim(id="s1", cue=story.span(cue), spans=(story.span("that she left"),), **given))

    case = under(headline, f"{'x' * before} {denial} {'x' * behind}", fill)
    sources = (
        Source(id="o1", name="her rep", type="spokesperson", spans=(), of="p1"),
        Source(id="o2", name="an insider", type="unnamed", spans=()),
    )
    return replace(case, sources=sources)


def test_a_denial_far_down(under):
    (finding,) = check(told(under))
    assert finding.level == "unclear"
    assert finding.message == "a denial stands 46% down the story, and the headline knows nothing of it"
    assert [says.text for says in finding.spans] == ["Ada Marsh leaves home", "denies", "that she left"]


@pytest.mark.parametrize(("before", "behind", "found"), [(60, 60, 1), (10, 100, 0), (100, 10, 1)])
def test_how_far(under, before, behind, found):
    assert len(list(check(told(under, before=before, behind=behind)))) == found


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Ada Marsh leaves home", 1),
        ("Is Ada Marsh leaving home?", 0),
        ("Ada Marsh denies leaving home", 0),
        ("Ada Marsh reportedly leaves home", 0),
        ("Ada Marsh didn’t leave home", 0),
        ("Ada Marsh says she left", 0),
    ],
)
def test_headlines_that_know_of_it(under, headline, found):
    assert len(list(check(told(under, headline)))) == found


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"source": None, "speaker": "p1"}, 1),
        ({"source": None, "speaker": "p2"}, 0),  # the headline is not about him
        ({"source": "o2"}, 0),
        ({"polarity": "said"}, 0),
        ({"denial": "Will her rep say it denies that she left?"}, 0),
        ({"denial": "Her rep doubts that she left.", "cue": "doubts"}, 0),
    ],
)
def test_who_denies(under, more, found):
    assert len(list(check(told(under, **more)))) == found


def test_a_story_without_a_headline(tell):
    assert list(check(tell("Her rep denies that she left.").case())) == []
