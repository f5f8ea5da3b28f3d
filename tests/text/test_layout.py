"""What holds for the layout of any text: true spans, in order, words inside sentences inside blocks."""

import time
from bisect import bisect_right
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.model.document import Document
from onrecord.model.story import Story
from onrecord.text import lay_out

PIECES = [
    *[
        "Jane",
        "roe",
        "said",
        "Mr.",
        "U.S.",
        "p.m.",
        "n't",
        " ",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u2028",
        "\xa0",
        "\x0b",
        "\x1b",
    ],
    *[
        ".",
        "!",
        "?",
        "…",
        ",",
        ":",
        "-",
        "—",
        "(",
        ")",
        "[3]",
        '"',
        '"',
        "“",
        "”",
        "'",
        "'",
        "‘",
        "’",
        "``",
        "''",
        "«",
        "»",
    ],
    *["5'11\"", "é", "e\u0301", "👩‍👩‍👧", "🇫🇷", "\ufeff", "\ud83d", "http://a.example/b", "@roe"],
]
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


def laid_out(text: str) -> Document:
    return lay_out(Story(id="", text=text))


@settings(max_examples=250, deadline=None)
@given(TEXTS)
@example('"One.\n\n"Two.\n\n“Three."')
@example("'Tis the '90s,' she said. \"It's James' 6'2\" boat.")
def test_every_span_is_true_and_in_order(text: str) -> None:
    document = laid_out(text)
    for span in (*document.sentences, *document.words, *document.quotations):
        assert text[span.start : span.end] == span.text != ""
    for parts in (document.blocks, document.sentences, document.words):
        assert all(part.end <= following.start for part, following in pairwise(parts))


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_every_character_that_is_not_white_space_lies_in_one_word(text: str) -> None:
    document = laid_out(text)
    inside = [index for word in document.words for index in range(word.start, word.end)]
    assert inside == [index for index, character in enumerate(text) if not character.isspace()]
    assert all(_holder(document.sentences, word.start).end >= word.end for word in document.words)
    assert all(_holder(document.blocks, sentence.start).end >= sentence.end for sentence in document.sentences)


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_quotations_nest_and_never_cross(text: str) -> None:
    document = laid_out(text)
    around: list = []
    for quotation in document.quotations:
        while around and around[-1].end <= quotation.start:
            around.pop()
        assert quotation.depth == len(around)
        assert not around or quotation.end <= around[-1].end
        assert _holder(document.blocks, quotation.start).end >= quotation.end
        around.append(quotation)


def _holder(parts, offset):
    return parts[bisect_right(parts, offset, key=lambda part: part.start) - 1]


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        '"a ',
        "'a ",
        "'",
        "“a ",
        '"a\n',
        ". ",
        "'s",
        "n't",
        "a-",
        "A. ",
        "“‘",
        "'\" ",
        "By ",
        "http://",
        "a@",
        "5'",
        "\u0301",
    ],
)
def test_a_text_four_times_as_long_takes_no_more_than_some_times_as_long(piece: str) -> None:
    short, long = (_seconds(piece * (size // len(piece))) for size in (3_000, 12_000))
    assert long < 12 * short + 0.1


def _seconds(text: str) -> float:
    return min(_once(text) for _ in range(3))  # a busy machine only ever makes it longer


def _once(text: str) -> float:
    begun = time.process_time()
    laid_out(text)
    return time.process_time() - begun
