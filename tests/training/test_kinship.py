"""Facts about kin, whichever way round their corpus tells them."""

from __future__ import annotations

import gzip
import json

import pytest

from training.corpora.kinship import fewrel, knowledgenet, redocred
from training.example import Kin


def passage(*facts):
    def person(name, sentence, start):
        return {"type": "PER", "name": name, "sent_id": sentence, "pos": [start, start + len(name.split())]}

    return {
        "title": "Ada Dorn",
        "sents": [
            ["Ada", "Dorn", "\xa0", "and", "Queen", "Mara", "left", "Tarn", "."],
            ["Dorn", "saw", "Piet", "and", "Jo", "."],
        ],
        "vertexSet": [
            [person("Ada Dorn", 0, 0), person("Dorn", 1, 0), person("Ada", 0, 0)],
            [person("Queen Mara", 0, 4)],
            [{"type": "LOC", "name": "Tarn", "sent_id": 0, "pos": [7, 8]}],
            [person("Piet", 1, 2)],
            [person("Jo", 1, 4)],
        ],
        "labels": [{"r": relation, "h": head, "t": tail} for relation, head, tail in facts],
    }


@pytest.fixture
def packed(tmp_path):
    def pack(text, name="few-kin.jsonl.gz"):
        path = tmp_path / name
        path.write_bytes(gzip.compress(text.encode()))
        return path

    return pack


@pytest.fixture
def wiki(packed):
    def read(*facts):
        (example,) = redocred(packed(json.dumps([passage(*facts)])))
        return example

    return read


def test_people_are_told_without_titles_blank_words_and_doubles(wiki):
    example = wiki()
    told = [(" ".join(example.words[m.start : m.end]), m.head, m.entity) for m in example.mentions]
    assert told == [("Ada Dorn", 0, "0"), ("Mara", 4, "1"), ("Dorn", 8, "0"), ("Piet", 10, "3"), ("Jo", 12, "4")]
    assert example.stretches["person"] == ((0, 2), (4, 5), (8, 9), (10, 11), (12, 13))
    assert example.forms == {"name"}


@pytest.mark.parametrize(
    ("fact", "kin"),
    [
        (("P22", 0, 3), Kin("3", "0", "parent")),
        (("P25", 0, 3), Kin("3", "0", "parent")),
        (("P40", 0, 3), Kin("0", "3", "parent")),
        (("P26", 3, 0), Kin("0", "3", "spouse")),
        (("P3373", 3, 0), Kin("0", "3", "sibling")),
        (("P800", 0, 3), None),
    ],
)
def test_each_relation_has_its_direction(wiki, fact, kin):
    example = wiki(fact)
    assert [told for told in example.kin if told.relation] == ([kin] if kin else [])
    assert (Kin("0", "3", None) in example.kin) == (kin is None)


def test_a_fact_told_from_both_sides_is_told_once(wiki):
    example = wiki(("P26", 0, 3), ("P26", 3, 0), ("P22", 4, 0), ("P40", 0, 4))
    assert [told for told in example.kin if told.relation] == [Kin("0", "3", "spouse"), Kin("0", "4", "parent")]


def test_people_whom_a_chain_of_kin_ties_are_neither_kin_nor_strangers(wiki):
    pairs = {frozenset((told.first, told.second)) for told in wiki(("P40", 0, 3), ("P40", 3, 4)).kin}
    assert frozenset(("0", "4")) not in pairs
    assert frozenset(("0", "1")) in pairs


def test_fewrel_tells_one_relation_and_leaves_others_out(packed):
    tokens = ["Piet", " ", "is", "the", "son", "of", "Ada", "Dorn", "."]
    row = {"tokens": tokens, "head": "piet", "head_at": [[0]], "tail": "ada dorn", "tail_at": [[6, 7]]}
    path = packed(
        "".join(json.dumps({**row, "relation": name}) + "\n" for name in ("other", "mother", "child", "spouse"))
    )
    mother, child, spouse = fewrel(path)
    assert mother.words == ("Piet", "is", "the", "son", "of", "Ada", "Dorn", ".")
    assert [(m.start, m.end, m.entity) for m in mother.mentions] == [(0, 1, "head"), (5, 7, "tail")]
    assert mother.kin == (Kin("tail", "head", "parent"),)
    assert child.kin == (Kin("head", "tail", "parent"),)
    assert spouse.kin == (Kin("head", "tail", "spouse"),)
    assert (mother.id, child.id) == ("few-kin-1", "few-kin-2")


def web(packed, text, *facts):
    def side(piece):
        start = text.index(piece)
        return {"start": start, "end": start + len(piece), "text": piece}

    rows = [{"property": kind, "text": text, "subject": side(a), "object": side(b)} for kind, a, b in facts]
    return list(knowledgenet(packed("".join(json.dumps(row) + "\n" for row in rows))))


def test_the_child_is_the_subject(packed):
    (example,) = web(packed, "Piet Dorn is the son of Ada Dorn.", ("CHILD_OF", "Piet Dorn", "Ada Dorn"))
    assert example.kin == (Kin("ada dorn", "piet dorn", "parent"),)
    assert [mention.form for mention in example.mentions] == ["name", "name"]
    assert example.forms == frozenset()


def test_facts_of_names_and_of_a_pronoun_are_told_apart(packed):
    text = "Piet lives with his wife Jo and their son Finn, whom she adores."
    names, pronoun = web(
        packed,
        text,
        ("SPOUSE", "Piet", "Jo"),
        ("SPOUSE", "his", "Jo"),
        ("CHILD_OF", "Finn", "Piet"),
        ("CHILD_OF", "whom", "she"),
    )
    assert set(names.kin) == {Kin("jo", "piet", "spouse"), Kin("piet", "finn", "parent")}
    assert pronoun.kin == (Kin("he", "jo", "spouse"),)
    assert {mention.form for mention in pronoun.mentions} == {"pronoun", "name"}


def test_pronouns_are_one_person_only_when_a_fact_shows_it(packed):
    text = "He left Jo when his wife Jo found her son Finn in the house."
    (example,) = web(packed, text, ("SPOUSE", "He", "Jo"), ("SPOUSE", "his", "Jo"), ("CHILD_OF", "Finn", "her"))
    assert [example.words[mention.start] for mention in example.mentions] == ["He", "Jo", "his"]


def test_names_that_may_be_one_person_make_no_example(packed):
    text = "Dorn wed Jo; Ada Dorn has a son Finn."
    assert web(packed, text, ("SPOUSE", "Dorn", "Jo"), ("CHILD_OF", "Finn", "Ada Dorn")) == []


def test_births_and_deaths_are_left_out(packed):
    assert web(packed, "Jo was born in 1950.", ("DATE_OF_BIRTH", "Jo", "1950")) == []
