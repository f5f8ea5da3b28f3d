"""How sentences fall into words."""

import pytest

from onrecord.model.span import Span
from onrecord.text.words import words


def split(text: str) -> str:
    return " ".join(word.text for word in words(text, Span(0, len(text), text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She don't, can't, won’t.", "She do n't , ca n't , wo n’t ."),
        ("I'm you're we've he'll she'd it's", "I 'm you 're we 've he 'll she 'd it 's"),
        ("She wouldn't've cannot gonna gotta dunno", "She would n't 've can not gon na got ta du n no"),
        ("Roe's James' the Does’ cat", "Roe 's James ' the Does ’ cat"),
        ("her ex-husband's sister-in-law", "her ex-husband 's sister-in-law"),
        ("the 26-year-old Age-gap Jay-Z", "the 26-year-old Age-gap Jay-Z"),
        ("O'Brien o'clock rock 'n' roll 'em the '90s ’08", "O'Brien o'clock rock 'n' roll 'em the '90s ’08"),
        ("$2,500.50 6:30 1/2 20th 1990s 5%", "$ 2,500.50 6:30 1/2 20th 1990s 5 %"),
        ("at 6 p.m. in the U.S. on Jan. 5", "at 6 p.m. in the U.S. on Jan. 5"),
        ("Mr. Doe of J. K. Roe Inc.", "Mr. Doe of J. K. Roe Inc."),
        ("Is it no. 5? No. No. 5", "Is it no . 5 ? No . No. 5"),
        ("http://a.example/b?c=d, x@y.example @roe #wed!", "http://a.example/b?c=d , x@y.example @roe #wed !"),
        ("RadarOnline.com E! News", "RadarOnline.com E! News"),
        ("A$AP P!nk R&B AT&T wow!Then", "A$AP P!nk R&B AT&T wow ! Then"),
        ("“Well,” (she) [said]...", "“ Well , ” ( she ) [ said ] ..."),
        ("No!!! What?! one -- two — three…", "No !!! What ?! one -- two — three …"),
        ("``Well,'' she said", "`` Well , '' she said"),
        ("love 👩‍👩‍👧🇫🇷👍🏽 ❤️!", "love 👩‍👩‍👧 🇫🇷 👍🏽 ❤️ !"),
        ("Rene\u0301e's cafe\u0301", "Rene\u0301e 's cafe\u0301"),
        ("fun :) and ;-) 10-4", "fun :) and ;-) 10-4"),
        ("and/or Kim&Ray", "and / or Kim & Ray"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert split(text) == expected


def test_words_of_one_token_touch() -> None:
    text = "xx can't"
    assert [(word.start, word.end) for word in words(text, Span(3, 8, "can't"))] == [(3, 5), (5, 8)]
