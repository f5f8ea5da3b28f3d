"""What is reported without quotation marks: the content, the voice, the cue, the hedge."""

from __future__ import annotations

import re

import pytest

from onrecord.annotate import claims
from onrecord.model.marks import Claim, Marks, Mention, Name
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out

_NAMES = re.compile("Mara Quill|Otto Brandt|Daily Lantern|(?<!\\w)[Ss]he(?!\\w)|(?<!\\w)he(?!\\w)")


def marked(text: str) -> tuple[Claim, ...]:
    """Return the claims of a text in which two people and an outlet are known."""
    document = lay_out(Story(id=identity(text), text=text))
    found: list[Mention | Name] = []
    for match in _NAMES.finditer(text):
        span = Span.of(text, *match.span())
        if span.text == "Daily Lantern":
            found.append(Name(span=span, kind="outlet"))
        else:
            found.append(Mention(span=span, form="pronoun" if span.text.islower() or span.text == "She" else "name"))
    return tuple(claims.annotate(document, Marks(found)))


@pytest.mark.parametrize(
    ("text", "content", "voice", "cue"),
    [
        ("Mara Quill said that the house is sold.", "that the house is sold", "Mara Quill", "said"),
        ("Mara Quill said the house is sold.", "the house is sold", "Mara Quill", "said"),
        ("She told Daily Lantern that the house is sold.", "that the house is sold", "She", "told"),
        ("A source claims the house is sold.", "the house is sold", "A source", "claims"),
        ("Sources say that the house is sold.", "that the house is sold", "Sources", "say"),
        ("According to Daily Lantern, the house is sold.", "the house is sold", "Daily Lantern", "According to"),
        ("The house is sold, according to Daily Lantern.", "The house is sold", "Daily Lantern", "according to"),
        ("The house is sold, Mara Quill told Daily Lantern.", "The house is sold", "Mara Quill", "told"),
        ("The house is sold, said Mara Quill.", "The house is sold", "Mara Quill", "said"),
        ("Mara Quill denied that she sold the house.", "that she sold the house", "Mara Quill", "denied"),
        ("Otto Brandt believes the house was his.", "the house was his", "Otto Brandt", "believes"),
    ],
)
def test_what_is_reported(text: str, content: str, voice: str, cue: str) -> None:
    (claim,) = marked(text)
    assert (claim.spans[0].text, claim.voice and claim.voice.text, claim.cue and claim.cue.text) == (
        content,
        voice,
        cue,
    )


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The house is reportedly sold.", "reportedly"),
        ("Allegedly, the house is sold.", "Allegedly"),
        ("They may have sold the house.", "may have"),
        ("The house is rumored to be sold.", "rumored"),
        ("It's rumored to be sold.", "rumored"),
    ],
)
def test_a_hedge_alone_makes_a_claim_of_its_sentence(text: str, hedge: str) -> None:
    (claim,) = marked(text)
    assert (claim.spans[0].text, claim.hedge, claim.voice) == (text.rstrip("."), hedge, None)


@pytest.mark.parametrize(("times", "voices"), [(0, ["Otto Brandt"]), (19, ["Otto Brandt"]), (20, []), (200, [])])
def test_who_is_seen_shouting_is_no_further_off_than_a_subject_may_be(times: int, voices: list[str]) -> None:
    text = f"Mara Quill saw Otto Brandt {'here and there ' * times}shouting that the house is sold."
    assert [claim.voice.text for claim in marked(text) if claim.voice] == voices


def test_a_claim_keeps_the_hedge_inside_it() -> None:
    (claim,) = marked("Daily Lantern reports that the house is allegedly sold.")
    assert claim.hedge == "allegedly"


@pytest.mark.parametrize(
    "text",
    [
        "The house is sold.",
        "Mara Quill met Otto Brandt at the house.",
        'Mara Quill said: "The house is sold."',
        "Mara Quill was told that the house is sold.",
        "Mara Quill spoke about the house.",
        "The rumored buyer of the house came by.",
        "Mara Quill's rumored house is for sale.",
        "Mara Quill left the house to Otto Brandt, believing the house is sold.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert marked(text) == ()


def test_one_claim_a_sentence() -> None:
    text = "Mara Quill said that Otto Brandt said the house is reportedly sold."
    assert [claim.voice and claim.voice.text for claim in marked(text)] == ["Mara Quill"]


@pytest.mark.parametrize(
    ("heading", "hedge"),
    [
        ("Have Mara And Otto Split?", "?"),
        ("Oslo Nights: Is It Over?", "?"),
        ("Why Did They Split?", None),
        ("Oslo Nights: Who Is Next?", None),
        ("They Split For Good", None),
    ],
)
def test_a_heading_that_asks_yes_or_no_states_nothing(heading: str, hedge: str | None) -> None:
    text = f"{heading}\n\nIt rained in Oslo all day long. Was it cold there as well?"
    document = lay_out(Story(id=identity(text), text=text, headline=Span.of(text, 0, len(heading))))
    found = [claim.hedge for claim in claims.annotate(document, Marks())]
    assert found == ([hedge] if hedge else [])
