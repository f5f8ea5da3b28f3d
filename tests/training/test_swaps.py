"""Names that come again become pronouns where their place in the sentence is clear."""

from __future__ import annotations

from itertools import pairwise

import pytest

from training.corpora.swaps import pronoun_swaps
from training.example import Example, Mention


def story(text):
    """Make an example of words; "Emma_Quill|e" is a name of the person e."""
    words, mentions, sentences = [], [], [0]
    for token in text.split():
        name, _, entity = token.partition("|")
        start = len(words)
        words += name.split("_")
        if entity:
            mentions.append(Mention(start, len(words), start, "name", entity))
        if token == ".":
            sentences.append(len(words))
    return Example(
        id="s", corpus="made", words=tuple(words), sentences=tuple(sentences[:-1]), mentions=tuple(mentions),
        forms=frozenset(("name",)), ages=(),
    )  # fmt: skip


def swapped(text):
    return [" ".join(example.words) for example in pronoun_swaps([story(text)], seed=1)]


@pytest.mark.parametrize(
    ("second", "becomes"),
    [
        ("Emma|e sang in a hall .", "She sang in a hall ."),
        ("Mrs. Quill|e sang in a hall .", "She sang in a hall ."),
        ("In 2004 , Emma|e sang there .", "In 2004 , she sang there ."),
        ("Fans knew that Emma|e was in town .", "Fans knew that she was in town ."),
        ("Fans came with Emma|e in the morning .", "Fans came with her in the morning ."),
        ("Fans followed Emma|e to the hall .", "Fans followed her to the hall ."),
        ("Emma|e 's house was full .", "Her house was full ."),
        ("Fans came to Emma|e 's new house .", "Fans came to her new house ."),
    ],
)
def test_a_repeated_name_becomes_the_pronoun_of_its_place(second, becomes):
    assert swapped(f"Emma_Quill|e was here . {second}") == [f"Emma Quill was here . {becomes}"]


@pytest.mark.parametrize(
    "second",
    [
        "Emma|e 's singing in a hall .",
        "Singer Emma|e was in town .",
        "Tina and Emma|e sang in a hall .",
        "“ Never , ” said Emma|e in the morning .",
        "Fans came with Emma|e , who sang .",
        "The party was over .",
        "Emma|e Sings Late Again Tonight .",
    ],
)
def test_a_name_whose_place_is_not_clear_stays(second):
    assert swapped(f"Emma_Quill|e was here . {second}") == []


def test_a_man_is_he():
    assert swapped("David_Ashby|d was here . David|d 's house was full .") == [
        "David Ashby was here . His house was full ."
    ]


@pytest.mark.parametrize("name", ["Quill_Marlow", "Marlow"])
def test_a_person_of_unknown_gender_stays(name):
    assert swapped(f"{name}|m was here . Marlow|m sang in a hall .") == []


def test_a_pronoun_that_speaks_against_the_given_name_keeps_it():
    assert swapped("Emma_Quill|e was here with his dog . Emma|e sang in a hall .") == []


def test_the_last_mention_stands_two_sentences_back_at_most():
    near = "Emma_Quill|e was here . It rained . Emma|e sang in a hall ."
    far = "Emma_Quill|e was here . It rained . It rained . Emma|e sang in a hall ."
    assert len(swapped(near)) == 1
    assert swapped(far) == []


def test_past_somebody_else_of_the_gender_the_last_mention_stands_one_sentence_back_at_most():
    near = "It rained . Emma_Quill|e met Laura_Ashby|l . Emma|e sang in a hall ."
    far = "Emma_Quill|e was here . Fans saw Laura_Ashby|l . Emma|e sang in a hall ."
    other_gender = "Emma_Quill|e was here . Fans saw David_Ashby|d . Emma|e sang in a hall ."
    assert len(swapped(near)) == 1
    assert swapped(far) == []
    assert len(swapped(other_gender)) == 1


def test_two_who_are_named_together_are_not_told_apart():
    assert swapped("Laura_Ashby|l and Emma_Quill|e were here . Emma|e sang in a hall .") == []


def test_whoever_does_it_to_herself_stays():
    assert swapped("It was Emma_Quill|e who came with Emma|e in the morning .") == []


def test_the_other_mentions_move_along_and_other_labels_are_dropped():
    text = "Emma_Quill|e was here . Mrs. Quill|e 's house was full . David_Ashby|d left ."
    (example,) = pronoun_swaps([story(text)], seed=1)
    assert [(" ".join(example.words[m.start : m.end]), m.form, m.entity) for m in example.mentions] == [
        ("Emma Quill", "name", "e"),
        ("Her", "pronoun", "e"),
        ("David Ashby", "name", "d"),
    ]
    assert example.mentions[1].head == example.mentions[1].start
    assert (example.id, example.corpus, example.forms) == ("s-swapped-0", "swaps", frozenset())
    assert (example.sentences, example.ages) == (None, None)


def test_swaps_keep_their_distance():
    pair = "Emma|e sang in a hall . "
    assert swapped("Emma_Quill|e was here . " + pair * 4)[0].count("She sang") == 1
    (text,) = swapped("Emma_Quill|e was here . " + pair * 14)
    places = [place for place, word in enumerate(text.split()) if word == "She"]
    assert len(places) > 1
    assert all(later - place >= 24 for place, later in pairwise(places))


def test_a_story_is_cut_to_the_words_around_its_pronouns():
    pair = "Emma_Quill|e was here . Emma|e sang in a hall . "
    first, second = pronoun_swaps([story(pair + "It rained all day . " * 60 + pair)], seed=1)
    assert (first.id, second.id) == ("s-swapped-0", "s-swapped-1")
    assert (len(first.words), len(second.words)) == (35, 126)
    assert [(m.start, first.words[m.start]) for m in first.mentions] == [(0, "Emma"), (5, "She")]
    assert [(m.start, second.words[m.start]) for m in second.mentions] == [(115, "Emma"), (120, "She")]


def test_one_seed_makes_one_choice():
    text = "Emma_Quill|e was here . " + "Emma|e sang in a hall . " * 30
    assert swapped(text) == swapped(text)


def test_persons_without_entities_are_joined_by_their_last_name():
    words = "Emma Quill was here . Quill sang in a hall .".split()
    example = Example(id="s", corpus="made", words=tuple(words), stretches={"person": ((0, 2), (5, 6))})
    (found,) = pronoun_swaps([example], seed=1)
    assert found.words[5] == "She"
    assert {mention.entity for mention in found.mentions} == {"emma quill"}


def test_a_last_name_of_two_people_joins_neither():
    words = "Emma Quill saw David Quill . Quill sang in a hall .".split()
    example = Example(id="s", corpus="made", words=tuple(words), stretches={"person": ((0, 2), (3, 5), (6, 7))})
    assert list(pronoun_swaps([example], seed=1)) == []
