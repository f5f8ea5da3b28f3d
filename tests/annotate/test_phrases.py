"""Sentences written as lines of plain words, with a letter for each person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.phrases import lines
from onrecord.model.marks import Marks, Mention
from onrecord.model.story import Story
from onrecord.text import lay_out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Susan Hale], 41, thanked [[her] husband].", " N , 41 , thanked R husband . "),
        ("[She] met [him] – and [they] sang [their] song.", " H met H — and T sang Y song . "),
        ("[I] know [my] sister’s “Plan”.", ' I know M sister \'s " plan " . '),
        ("[The singer] and [the couple] left.", " D and G left . "),
        ("[The mother] left.", " the mother left . "),
    ],
)
def test_a_sentence_as_its_rules_read_it(bracketed, words, expected):
    assert [line.text for line in lines(*bracketed(words), nouns=True)][-1] == expected


def test_nouns_are_spelt_out_where_asked(bracketed):
    document, marks = bracketed("[The 45-year-old singer] left.")
    assert [line.text for line in lines(document, marks, nouns=False)][-1] == " the 45-year-old singer left . "


@given(st.text(alphabet="ab N'’—–-\"“.,👩🏽\u0301", max_size=40), st.integers(0, 5), st.integers(1, 5))
def test_every_chunk_stands_where_it_is_read(words, start, size):
    text = "Headline\n\n" + words
    document = lay_out(Story(id="", text=text))  # of any language: letters by chance are in none
    start = min(10 + start, len(document.story.text) - 1)
    end = min(start + size, len(document.story.text))
    name = Mention(span=document.span(start, end), form="name")
    for line in lines(document, Marks([name]), nouns=True):
        assert len(line.chunks) == len(line.starts)
        for index, (chunk, offset) in enumerate(zip(line.chunks, line.starts, strict=True)):
            assert chunk.span.cut(document.story.text) == chunk.span.text
            assert line.text[offset:].startswith(chunk.sign + " ")
            assert line.at(offset) == index
