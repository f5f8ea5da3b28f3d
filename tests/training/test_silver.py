"""Times, titles of works and named people, as the rules label them in plain news."""

from __future__ import annotations

import json

import pytest

from training.corpora.plain import document, texts
from training.corpora.silver import times_and_works, with_people


def found(text, layer):
    laid = document(text)
    words = texts(laid.words)
    return [" ".join(words[start:end]) for start, end in times_and_works(laid)[layer]]


def test_times_are_those_of_the_rules():
    assert found("Mara Quill left on May 4, 2011, and never wrote again.", "time") == ["May 4 , 2011"]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("Her new film “The Glass Orchard” opened last week.", ["The Glass Orchard"]),
        ("Her new film “The Glass Orchard” opened. Many saw The Glass Orchard.", ["The Glass Orchard"] * 2),
        ("She called him “The Glass Man” in front of the court.", []),
        ("She left the film and said “we were never asked about it” later.", []),
    ],
)
def test_a_title_is_capitalised_and_quoted_beside_a_word_for_a_work(text, works):
    assert found(text, "work") == works


def test_named_people_are_told_apart_and_pronouns_left_unmarked(tmp_path):
    text = "Mara Quill met Tobias Wrenfield in Oslo on Monday. Quill said she was glad."
    path = tmp_path / "articles.jsonl"
    path.write_text(
        "".join(json.dumps({"id": id_, "text": told}) + "\n" for id_, told in (("a", text), ("b", "Rain.")))
    )
    (example,) = with_people(path)
    named = [(" ".join(example.words[m.start : m.end]), m.form) for m in example.mentions]
    assert named == [("Mara Quill", "name"), ("Tobias Wrenfield", "name"), ("Quill", "name")]
    assert example.mentions[0].entity == example.mentions[2].entity != example.mentions[1].entity
    assert all(mention.head == mention.start for mention in example.mentions)
    assert (example.id, example.forms) == ("a", frozenset())
