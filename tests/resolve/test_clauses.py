"""What part a mention plays in its sentence."""

import pytest

from onrecord.model.reading import Token
from onrecord.model.span import Span
from onrecord.model.story import Story
from onrecord.resolve.clauses import NOWHERE, Clauses
from onrecord.text import lay_out

TEXT = "Susan said Rebecca saw her dog."
DOCUMENT = lay_out(Story(id="s", text=TEXT))
TREE = (
    ("PROPN", 1, "nsubj"),
    ("VERB", 1, "root"),
    ("PROPN", 3, "nsubj"),
    ("VERB", 1, "ccomp"),
    ("PRON", 5, "nmod:poss"),
    ("NOUN", 3, "obj"),
    ("PUNCT", 1, "punct"),
)
TOKENS = tuple(Token(upos, head, relation, "stated", (0.0, 0.0, 0.0)) for upos, head, relation in TREE)


def place(words, tokens=TOKENS):
    start = TEXT.index(words)
    return Clauses(DOCUMENT, tokens).place(Span.of(TEXT, start, start + len(words)))


@pytest.mark.parametrize(
    ("words", "role", "clause", "above"),
    [
        ("Susan", "subject", 1, 1),
        ("Rebecca", "subject", 3, 1),
        ("her", "owner", 3, 1),
        ("her dog", "object", 3, 1),
    ],
)
def test_the_role_and_the_clause_of_a_mention(words, role, clause, above):
    found = place(words)
    assert (found.role, found.clause, found.above) == (role, clause, above)


def test_without_a_reading_a_mention_stands_nowhere():
    assert place("Susan", ()) == NOWHERE


def test_a_name_that_is_joined_has_the_role_of_what_it_is_joined_to():
    tokens = (*TOKENS[:2], TOKENS[2], *TOKENS[3:5], Token("NOUN", 0, "conj", "stated", (0.0, 0.0, 0.0)), TOKENS[6])
    assert place("dog", tokens).role == "subject"


def test_words_that_hang_on_each_other_in_a_ring_end():
    ring = tuple(Token("NOUN", (at + 1) % 7, "nmod", "stated", (0.0, 0.0, 0.0)) for at in range(7))
    assert place("Susan", ring).role == "oblique"
