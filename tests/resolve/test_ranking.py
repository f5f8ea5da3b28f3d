"""What speaks for a pronoun meaning somebody."""

import pytest

from onrecord.model.marks import Mention
from onrecord.model.span import Span
from onrecord.resolve.clauses import NOWHERE, Place
from onrecord.resolve.ranking import Met, features, foreseen, score, shares


def told(pronoun, place, *met, sentence=1, **more):
    mention = Mention(span=Span(0, len(pronoun), pronoun), form="pronoun", gender="she")
    more = {"most": False, "opens": False, "nearer": 0, **more}
    return features(mention, place, sentence, False, list(met), 1, **more)


def met(place, sentence, gender="she"):
    return Met("name", gender, place, 1, sentence, False, False)


SUBJECT, OBJECT = Place("subject", 4, 2), Place("object", 4, 2)


@pytest.mark.parametrize(
    ("pronoun", "place", "other", "sentence", "expected"),
    [
        ("she", SUBJECT, SUBJECT, 0, {"subject: last subject", "led before", "away 1"}),
        ("her", OBJECT, SUBJECT, 1, {"object beside subject", "led here", "away 0"}),
        ("herself", OBJECT, SUBJECT, 1, {"reflexive beside subject"}),
        ("herself", OBJECT, Place("subject", 9, 9), 1, {"reflexive beside None"}),
        ("she", Place("subject", 6, 4), SUBJECT, 1, {"subject below subject"}),
        ("she", NOWHERE, SUBJECT, 1, {"subject: last subject"}),
    ],
)
def test_grammar_is_told(pronoun, place, other, sentence, expected):
    assert expected <= told(pronoun, place, met(other, sentence)).keys()


def test_what_is_not_known_of_the_gender_is_told():
    assert "gender unknown" in told("she", SUBJECT, met(SUBJECT, 1, None))
    assert "gender unknown" not in told("she", SUBJECT, met(SUBJECT, 1))


def test_the_subject_of_the_sentence_before_is_likelier_than_who_is_far():
    near, far = told("she", SUBJECT, met(SUBJECT, 0)), told("she", SUBJECT, met(OBJECT, -2), nearer=2)
    assert score(near, 0.0) > score(far, 0.0)


def test_the_reader_speaks_for_somebody():
    signs = told("she", SUBJECT, met(SUBJECT, 0))
    assert score(signs, 0.9) > score(signs, 0.1)
    assert foreseen(0.0)["log chance"] == foreseen(0.02)["log chance"]


def test_shares_leave_a_part_to_nobody():
    assert shares([0.0]) == [0.5]
    assert shares([]) == []
    assert sum(shares([1.0, 2.0, 900.0])) <= 1.0
