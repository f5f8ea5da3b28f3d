"""Where sentences end."""

import pytest

from onrecord.model.document import Block
from onrecord.text.sentences import sentences


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text, Block(0, len(text), "body"))]


@pytest.mark.parametrize(
    "text",
    [
        "Roe wed. | Doe wept.",
        "Mr. Roe met Dr. Doe at St. Ann's.",
        "She wed on Jan. 5 in Bath.",
        "She moved to the U.S. last year.",
        "She moved to the U.S. | The move was hard.",
        "They met at 6 p.m. | She left at seven.",
        "They met at 6 p.m. Friday in Bath.",
        "Ann J. K. Roe wed John S. Doe.",
        "John Doe Jr. sang. | Roe danced.",
        "No. 5 won. | No. | She lost.",
        "It cost $3.5 million. | He paid.",
        "“I did,” she said. | “He didn't.”",
        "'Stop it!' she said. | He stopped.",
        "“Really?” Jane Roe asked. | He nodded.",
        "“We wed.” | Roe smiled.",
        '"Do we dance? | Do we sing? | One hundred percent," she said.',
        "Well . . . | She left.",
        "Well ... maybe not. | She left!!! | Why?!",
        "He left… | She wept.",
        "She told RadarOnline.com that E! News was wrong. | Yahoo! News agreed.",
        "She wept. | (He did not.) | They left.",
        "She wept.[12] | They left.",
        "It was fun. | the end was not.",
        "They saw all the sun. | Roe loves Inc. magazine.",
        "He dated c. 1818 to c. 1820 there.",
        "Roe, Doe et al. sang.",
        "She read www.roe.example. | He slept.",
        "IT'S OVER! | ROE WEPT.",
        "Was it I? | I. | She laughed.",
    ],
)
def test_sentence_ends(text: str) -> None:
    assert split(text.replace(" | ", " ")) == text.split(" | ")


def test_a_sentence_may_follow_without_a_space() -> None:
    assert split("It was over.Then she left him.") == ["It was over.", "Then she left him."]
    assert split("She told Roe.Com and Roe.com.") == ["She told Roe.Com and Roe.com."]


def test_offsets_are_those_of_the_text() -> None:
    text = "xx  One. Two.  xx"
    found = list(sentences(text, Block(4, 13, "body")))
    assert [(sentence.start, sentence.end) for sentence in found] == [(4, 8), (9, 13)]


def test_marks_without_words_stay_with_the_sentence_before() -> None:
    assert split('She left. " .') == ['She left. " .']
