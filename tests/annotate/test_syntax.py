"""Whom a clause is about, told by the tree of its sentence."""

import pytest

from onrecord.annotate.syntax import Trees
from onrecord.model.marks import Mention
from onrecord.model.reading import Token

TREES = {
    # word, head (from 1; itself at the root), relation
    "[Anna] was moved by hubby [Peter].": (
        "Anna 3 nsubj:pass, was 3 aux:pass, moved 3 root, by 5 case, hubby 3 obl, Peter 5 appos, . 3 punct"
    ),
    "[Anna] and [Peter] may have left, dating others.": (
        "Anna 6 nsubj, and 3 cc, Peter 1 conj, may 6 aux, have 6 aux, left 6 root, , 8 punct, dating 6 advcl,"
        " others 8 obj, . 6 punct"
    ),
    "[Anna], who dated [Peter], sang.": (
        "Anna 7 nsubj, , 4 punct, who 4 nsubj, dated 1 acl:relcl, Peter 4 obj, , 1 punct, sang 7 root, . 7 punct"
    ),
    "They saw [her] romance with [Peter].": (
        "They 2 nsubj, saw 2 root, her 4 nmod:poss, romance 2 obj, with 6 case, Peter 4 nmod, . 2 punct"
    ),
    "They met [Anna] and [Peter].": "They 2 nsubj, met 2 root, Anna 2 obj, and 5 cc, Peter 3 conj, . 2 punct",
    "Rain fell on hubby [Peter].": "Rain 2 nsubj, fell 2 root, on 4 case, hubby 2 obl, Peter 4 appos, . 2 punct",
}


@pytest.mark.parametrize(
    ("words", "word", "subjects"),
    [
        ("[Anna] was moved by hubby [Peter].", "hubby", ["Anna"]),
        ("[Anna] and [Peter] may have left, dating others.", "dating", ["Anna", "Peter"]),
        ("[Anna], who dated [Peter], sang.", "dated", ["Anna"]),
        ("They saw [her] romance with [Peter].", "Peter", ["her"]),
        ("They saw [her] romance with [Peter].", "saw", []),
        ("Rain fell on hubby [Peter].", "hubby", []),
    ],
)
def test_whom_a_clause_is_about(bracketed, words, word, subjects):
    document, marks = bracketed(words)
    assert [span.text for span in trees(document, marks, words).subjects(at(document, word))] == subjects


@pytest.mark.parametrize(
    ("words", "mention", "expected"),
    [
        ("[Anna], who dated [Peter], sang.", "Peter", True),
        ("[Anna], who dated [Peter], sang.", "Anna", False),
        ("[Anna] was moved by hubby [Peter].", "Peter", False),
        ("They met [Anna] and [Peter].", "Peter", True),
    ],
)
def test_to_whom_something_is_done(bracketed, words, mention, expected):
    document, marks = bracketed(words)
    assert trees(document, marks, words).is_object(at(document, mention)) is expected


def trees(document, marks, words):
    body = TREES[words].replace(", ,", ", comma").split(", ")
    before = len(document.words) - len(body)
    tokens = [Token("X", place, "root", "stated", (0, 0, 0)) for place in range(before)]
    for row in body:
        _, head, relation = row.split(" ")
        tokens.append(Token("X", before + int(head) - 1, relation, "stated", (0, 0, 0)))
    return Trees(document, tokens, [*marks.of(Mention)])


def at(document, word):
    return next(span for span in reversed(document.words) if span.text == word)
