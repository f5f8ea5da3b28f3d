"""Labels of a window, cuts of a story, and batches."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("torch")
pytest.importorskip("tokenizers")

from training.batches import IGNORED, Read, collate, cuts, label, shuffled
from training.example import Attribution, Example, Kin, Mention, Quote
from training.shape import CLAUSES, FORMS, RELATED, TAGGED, UPOS

EXAMPLE = Example(
    id="a",
    corpus="made",
    words=tuple("Rain fell . “ Ada is his mother , ” Tom said .".split()),
    sentences=(0, 3),
    upos=tuple("NOUN VERB PUNCT PUNCT PROPN AUX PRON NOUN PUNCT PUNCT PROPN VERB PUNCT".split()),
    heads=(1, 1, 1, 7, 7, 7, 7, 11, 11, 7, 11, 11, 11),
    relations=tuple("nsubj root punct punct nsubj cop nmod:poss ccomp punct punct nsubj root punct".split()),
    stretches={"person": ((4, 5), (10, 11))},
    attributions=(Attribution(((10, 11),), ((11, 12),), ((3, 10),)),),
    mentions=(
        Mention(4, 5, 4, "name", "ada"),
        Mention(6, 7, 6, "pronoun", "tom"),
        Mention(10, 11, 10, "name", "tom"),
    ),
    forms=frozenset(("name",)),
    kin=(Kin("ada", "tom", "parent"),),
    factuality={11: "stated"},
    quotes=(Quote(3, 10, ("tom",)),),
)
RELATIONS = {"root": 0, "nmod": 1, "nsubj": 2}
READ = Read(EXAMPLE, [[1000 + place] for place in range(13)], [0] * 13)


def column(window, layer):
    return window.labels["tags"][:, TAGGED.index(layer)].tolist()


def test_words_are_labelled_and_what_is_not_told_is_ignored():
    window = label(READ, 0, 13, RELATIONS)
    assert [UPOS[tag] for tag in window.labels["upos"]] == list(EXAMPLE.upos)
    assert window.labels["start"].tolist() == [1, 0, 0, 1] + [0] * 9
    assert column(window, "person") == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]
    assert column(window, "content") == [0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 0, 0, 0]
    assert column(window, "time") == [IGNORED] * 13
    assert window.labels["forms"][10].tolist() == [1, IGNORED, IGNORED]
    assert window.labels["forms"][6, FORMS.index("pronoun")] == 1
    assert window.labels["clause"][11] == CLAUSES.index("stated")
    assert window.labels["clause"][7] == IGNORED


def test_a_subtype_unknown_falls_back_to_its_relation():
    window = label(READ, 0, 13, RELATIONS)
    assert window.labels["relation"].tolist()[:7] == [2, 0, IGNORED, IGNORED, 2, IGNORED, 1]


def test_places_are_those_of_the_window_and_heads_outside_are_ignored():
    window = label(READ, 4, 11, RELATIONS)
    assert window.labels["head"].tolist() == [3, 3, 3, IGNORED, IGNORED, 3, IGNORED]
    assert column(window, "content") == [2, 2, 2, 2, 2, 2, 0]
    assert window.mentions == [(0, 0, True), (2, 1, False), (6, 1, True)]
    assert window.cues == []


def test_a_stranger_is_known_to_be_new_in_any_form():
    from dataclasses import replace

    told = Read(replace(EXAMPLE, strangers=frozenset(("tom",))), READ.pieces, READ.cases)
    assert label(told, 0, 13, RELATIONS).mentions[1] == (6, 1, True)


def test_kin_is_told_both_ways():
    window = label(READ, 0, 13, RELATIONS)
    assert window.kin == [
        ([4], [6, 10], RELATED.index("parent")),
        ([6, 10], [4], RELATED.index("child")),
    ]


def test_a_quotation_has_its_speakers_mentions_and_is_left_out_where_they_are_not():
    assert label(READ, 0, 13, RELATIONS).voices == [(3, [6, 10])]
    assert label(READ, 0, 6, RELATIONS).voices == []


@pytest.mark.parametrize("dice", [None, random.Random(3)])
def test_cuts_cover_a_story_once(dice):
    long = Read(EXAMPLE, [[1000, 1001]] * 900, [0] * 900)
    found = list(cuts(long, dice))
    assert [cut.start for cut in found] == [0, *(cut.end for cut in found[:-1])]
    assert found[-1].end == 900
    assert all(cut.size == 2 + 2 * (cut.end - cut.start) <= 512 for cut in found)


def test_batches_hold_every_window_and_not_too_many_pieces():
    windows = [cut for length in range(1, 60) for cut in cuts(Read(EXAMPLE, [[1000]] * length, [0] * length))]
    batches = shuffled(windows, 200, random.Random(1))
    assert sorted(cut.size for batch in batches for cut in batch) == sorted(cut.size for cut in windows)
    assert all(len(batch) * max(cut.size for cut in batch) <= 200 for batch in batches)


def test_rows_of_a_batch_name_their_window():
    batch = collate([label(READ, 0, 3, RELATIONS), label(READ, 3, 13, RELATIONS)])
    assert batch["pieces"].tolist()[0] == [101, 1000, 1001, 1002, 102] + [0] * 7
    assert batch["firsts"][0].tolist() == [1, 2, 3] + [0] * 7
    assert batch["upos"][0].tolist()[3:] == [IGNORED] * 7
    assert batch["cue_at"].tolist() == [[1, 8]]
    assert batch["reports"][0, :, 0].tolist() == [0] * 7 + [1, 0, 0]
    assert batch["mentions"][0].tolist() == [[-1, -1, -1]] * 3
    assert batch["kin_at"].tolist() == [[1, RELATED.index("parent")], [1, RELATED.index("child")]]
    assert batch["voice_at"].tolist() == [[1, 0]]
    assert batch["speakers"][0].tolist() == [0, 0, 0, 1, 0, 0, 0, 1, 0, 0]
