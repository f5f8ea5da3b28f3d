"""How a cue tells what is reported: said, thought or asked; denied or left unsaid."""

from __future__ import annotations

import pytest

from onrecord.annotate.stances import stance


@pytest.mark.parametrize(
    ("text", "cue", "attitude", "polarity"),
    [
        ("He said it was over", "said", "says", "said"),
        ("He said it was over", "was", "says", "said"),
        ("He denied that it was over", "denied", "says", "denied"),
        ("a denial that it was over", "denial", "says", "denied"),
        ("He shot down talk that it was over", "shot down", "says", "denied"),
        ("He shot down talk that it was over", "shot", "says", "denied"),
        ("He did not deny that it was over", "deny", "says", "unsaid"),
        ("He didn’t deny that it was over", "didn’t deny", "says", "unsaid"),
        ("He would not say whether it was over", "say", "says", "unsaid"),
        ("He declined to say whether it was over", "declined to say", "says", "unsaid"),
        ("He has yet to confirm that it was over", "confirm", "says", "unsaid"),
        ("He would not leave, and said it was over", "said", "says", "said"),
        ("He suspects that it is over", "suspects", "thinks", "said"),
        ("He is afraid that it is over", "is afraid", "thinks", "said"),
        ("He does not believe that it is over", "believe", "thinks", "denied"),
        ("He asked whether it was over", "asked", "asks", "said"),
    ],
)
def test_the_stance_of_a_cue(text: str, cue: str, attitude: str, polarity: str) -> None:
    start = text.index(cue)
    assert stance(text, start, start + len(cue)) == (attitude, polarity)
