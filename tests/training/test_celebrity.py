"""Stories with full records: names, kin, voices and ages in words."""

from __future__ import annotations

import json

import pytest

from training.corpora.celebrity import celebrity
from training.example import Kin

PEOPLE = [
    {"id": "P1", "name": "Mara Quill", "aliases": ["Mara Quill", "Quill", "Mara"]},
    {"id": "P2", "name": "Tom Ashby", "aliases": ["Tom Ashby", "Ashby"]},
    {"id": "P3", "name": "Wren", "aliases": ["Wren"]},
]


@pytest.fixture
def read(tmp_path):
    def read_story(text, **told):
        def placed(entry):
            text_at, nth = entry["at"], entry.get("nth", 1)
            start = -1
            for _ in range(nth):
                start = text.index(text_at, start + 1)
            return {**entry, "at": {"text": text_at}, "span": [start, start + len(text_at)]}

        kinds = ("ages", "quotes", "sources")
        row = {"story": "s", "text": text, "people": PEOPLE, "relations": told.get("relations", [])}
        row |= {kind: [placed(entry) for entry in told.get(kind, [])] for kind in kinds}
        path = tmp_path / "stories.jsonl"
        path.write_text(json.dumps(row) + "\n", encoding="utf-8")
        (example,) = celebrity(path)
        return example

    return read_story


def told(example, form):
    return [
        (" ".join(example.words[mention.start : mention.end]), mention.entity)
        for mention in example.mentions
        if mention.form == form
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mara Quill met Quill's fans.", [("Mara Quill", "P1"), ("Quill", "P1")]),
        ("They saw the Quills and a Quill-Ashby tour.", []),
        ("He gave it to the Ashby Foundation on Monday.", []),
        ("He gave it to the Ashby fund on Monday.", [("Ashby", "P2")]),
        ("She met Ashby Monday at the port.", [("Ashby", "P2")]),
        ("He was seen on “Mara Quill Live” by many.", []),
        ("He called her “the new Mara Quill” again.", [("Mara Quill", "P1")]),
        ("She joined the Ashby family at the lake.", []),
        ("The chat show Late With Mara is over now.", []),
        ("Mara Quill Dines With Tom Ashby After Split\n\nIt was late.", [("Mara Quill", "P1"), ("Tom Ashby", "P2")]),
    ],
)
def test_a_name_counts_only_where_it_names_the_person(read, text, names):
    example = read(text)
    assert told(example, "name") == names
    assert example.stretches["person"] == tuple((mention.start, mention.end) for mention in example.mentions)
    assert example.forms == {"name"}


def test_the_head_of_a_name_is_its_first_word(read):
    (mention,) = read("On Friday Mara Quill sang.").mentions
    assert (mention.start, mention.end, mention.head) == (2, 4, 2)


def test_kin_is_told_once_and_every_other_pair_is_none(read):
    relations = [
        {"from": "P1", "type": "spouse", "to": "P2", "status": "former"},
        {"from": "P1", "type": "spouse", "to": "P2", "status": "current"},
        {"from": "P1", "type": "parent", "to": "P3", "status": "current"},
    ]
    example = read("Mara Quill, Tom Ashby and Wren left.", relations=relations)
    assert set(example.kin) == {Kin("P1", "P2", "spouse"), Kin("P1", "P3", "parent"), Kin("P2", "P3", None)}
    assert len(example.kin) == 3


def test_a_person_who_stands_nowhere_has_no_kin(read):
    relations = [{"from": "P1", "type": "parent", "to": "P3", "status": "current"}]
    assert read("Mara Quill and Tom Ashby left.", relations=relations).kin == (Kin("P1", "P2", None),)


def test_a_quotation_has_its_speakers_or_the_nearest_words_for_its_source(read):
    text = (
        "A pal knew. “Not now,” Mara Quill said with Tom Ashby. “It is over,” a pal told Star Weekly. "
        "Months passed without a word of news. A pal left."
    )
    quotes = [
        {"at": "“Not now,”", "speaker": "P1", "also": ["P2"]},
        {"at": "“It is over,”", "speaker": {"anon": "a pal"}},
    ]
    sources = [
        {"at": "a pal", "named": False},
        {"at": "Star Weekly", "named": True, "channel": True},
    ]
    example = read(text, quotes=quotes, sources=sources)
    first, second = example.quotes
    assert (first.speakers, first.voices) == (("P1", "P2"), ())
    assert example.words[first.start] == "“"
    assert example.words[first.end - 1] == "”"
    ((start, end),) = second.voices
    assert example.words[start : end + 1] == ("a", "pal", "told")
    assert example.stretches["unnamed"] == ((start, end),)
    assert example.stretches["outlet"] == ()


def test_a_source_that_is_not_listed_is_found_where_it_stands_nearest(read):
    text = "An aide slept. “It is over,” an aide said."
    example = read(text, quotes=[{"at": "“It is over,”", "speaker": {"anon": "an aide"}}])
    ((start, end),) = example.quotes[0].voices
    assert example.words[start:end] == ("an", "aide")


def test_a_quotation_that_nobody_is_told_to_say_has_no_voice(read):
    (quote,) = read("Mara Quill saw “Go home now” on a wall.", quotes=[{"at": "“Go home now”", "speaker": None}]).quotes
    assert (quote.speakers, quote.voices) == ((), ())


def test_the_word_beside_a_quotation_means_its_speaker(read):
    text = "Mara Quill and Tom Ashby met. “We talked,” she said. “It was fun,” the singer told reporters."
    quotes = [{"at": "“We talked,”", "speaker": "P1"}, {"at": "“It was fun,”", "speaker": "P2"}]
    example = read(text, quotes=quotes)
    assert told(example, "pronoun") == [("she", "P1")]
    assert told(example, "noun") == [("the singer", "P2")]


def test_the_word_beside_a_quotation_of_a_source_means_nobody(read):
    text = "Mara Quill and Tom Ashby met. “They talked,” he said."
    example = read(text, quotes=[{"at": "“They talked,”", "speaker": {"anon": "a pal"}}])
    assert told(example, "pronoun") == []


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Mara Quill sang. The 45-year-old smiled.", [("The 45-year-old", "P1")]),
        ("Mara Quill sang. The 45-year-old singer smiled.", [("The 45-year-old singer", "P1")]),
        ("Mara Quill sang. The 45-year-old British star smiled.", []),
        ("Star Mara Quill was a 45-year-old.", []),
    ],
)
def test_an_age_tells_whom_its_phrase_means(read, text, nouns):
    example = read(text, ages=[{"at": "45-year-old", "who": "P1", "years": 45}])
    assert told(example, "noun") == nouns
    assert [(example.words[age.word], age.entity) for age in example.ages] == [("45-year-old", "P1")]


def test_the_age_is_the_word_with_the_number(read):
    (age,) = read("Wren is only two months old.", ages=[{"at": "only two months", "who": "P3", "years": 0.2}]).ages
    assert age.word == 3
