"""The grammar of a sentence: heads, clauses, subjects."""

import pytest

from onrecord.annotate.tree import Tree
from onrecord.ingest import from_text
from onrecord.model.reading import Reading, Token
from onrecord.text import lay_out

# Each word with its part of speech, the number of its head and its relation.
STORY = """
    Ada PROPN 5 nsubj
    , PUNCT 3 punct
    who PRON 3 nsubj
    sang VERB 0 acl:relcl
    , PUNCT 3 punct
    met VERB 5 root
    Jo PROPN 5 obj
    in ADP 8 case
    May PROPN 5 obl
    and CCONJ 10 cc
    left VERB 5 conj
    to PART 12 mark
    travel VERB 10 xcomp
    . PUNCT 5 punct
"""


@pytest.fixture
def tree() -> Tree:
    rows = [line.split() for line in STORY.strip().splitlines()]
    text = "Ada, who sang, met Jo in May and left to travel."
    document = lay_out(from_text(text))
    assert [word.text for word in document.words] == [row[0] for row in rows]
    tokens = tuple(
        Token(upos=upos, head=int(head), relation=relation, clause="stated", heads=(0, 0, 0))
        for _, upos, head, relation in rows
    )
    return Tree(document, Reading(tokens=tokens))


def at(tree: Tree, word: str) -> int:
    return next(place for place, each in enumerate(tree.words) if each.text == word)


def test_the_head_of_a_span_is_the_word_that_hangs_outside_of_it(tree):
    span = tree.words[7]
    both = type(span)(span.start, tree.words[8].end, "in May")
    assert tree.low(tree.head(both)) == "may"
    assert list(tree.places(both)) == [7, 8]


def test_a_span_between_words_has_no_head(tree):
    space = type(tree.words[0])(tree.words[5].end, tree.words[6].start, " ")
    assert tree.head(space) is None


@pytest.mark.parametrize(("word", "clause"), [("May", "met"), ("Jo", "met"), ("sang", "sang"), ("Ada", "met")])
def test_a_word_is_in_the_clause_of_the_nearest_verb(tree, word, clause):
    assert tree.words[tree.clause(at(tree, word))].text == clause


@pytest.mark.parametrize("verb", ["met", "sang", "left", "travel"])
def test_a_clause_without_a_subject_takes_that_of_the_one_above(tree, verb):
    assert tree.words[tree.subject(at(tree, verb))].text == "Ada"


def test_what_hangs_on_a_word(tree):
    assert [tree.words[one].text for one in tree.below(at(tree, "met"), "obj", "obl")] == ["Jo", "May"]
    assert [tree.words[one].text for one in tree.within(at(tree, "left"))] == ["and", "left", "to", "travel"]
    assert [tree.words[one].text for one in tree.above(at(tree, "who"))] == ["who", "sang", "Ada", "met"]


def test_what_hangs_on_another_sentence_is_a_root():
    document = lay_out(from_text("Ada sang. Jo left."))
    tokens = tuple(
        Token(upos="VERB", head=1, relation="conj", clause="stated", heads=(0, 0, 0)) for _ in document.words
    )
    tree = Tree(document, Reading(tokens=tokens))
    assert tree.heads == [1, 1, 1, 3, 4, 5]
    assert tree.within(1) == [0, 1, 2]
