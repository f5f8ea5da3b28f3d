from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from training.corpora.treebanks import apart, treebank, without_title
from training.example import Example

NEWS = """
# newdoc id = GUM_news_harbour
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# s_type = decl
# text = Mayor Ada Fern can't leave the Port of Marl.
1|Mayor|mayor|PROPN|NNP|3|nmod:desc|Entity=(1-person-new-nnnnn-cf1-2,3-coref-Ada_Fern
2|Ada|Ada|PROPN|NNP|5|nsubj|_
3|Fern|Fern|PROPN|NNP|2|flat|Entity=1)
4-5|can't|_|_|_|_|_|_
4|ca|can|AUX|MD|6|aux|_
5|n't|not|PART|RB|6|advmod|_
6|leave|leave|VERB|VB|0|root|_
6.1|left|leave|VERB|VB|_|_|_
7|the|the|DET|DT|8|det|Entity=(2-place-new-nnnnn-cf2-2,4-sgl
8|Port|port|PROPN|NNP|6|obj|_
9|of|of|ADP|IN|10|case|_
10|Marl|Marl|PROPN|NNP|8|nmod|Entity=(3-place-new-nnnnn-cf3-1-sgl)2)
11|.|.|PUNCT|.|6|punct|_

# s_type = q
# text = Did she and the potter Bo Wick wait and sleep?
1|Did|do|AUX|VBD|8|aux|_
2|she|she|PRON|PRP|8|nsubj|Entity=(5-person-new-nnnnn-cf1-1-coref(1-person-giv:act-nnnnn-cf1-1-ana)
3|and|and|CCONJ|CC|5|cc|_
4|the|the|DET|DT|5|det|Entity=(4-person-new-nnnnn-cf2-2-sgl
5|potter|potter|NOUN|NN|2|conj|_
6|Bo|Bo|PROPN|NNP|5|appos|_
7|Wick|Wick|PROPN|NNP|6|flat|Entity=4)5)
8|wait|wait|VERB|VB|0|root|_
9|and|and|CCONJ|CC|10|cc|_
10|sleep|sleep|VERB|VB|8|conj|_
"""


def row(line: str) -> str:
    if "|" not in line or line.startswith("#"):
        return line
    number, text, lemma, upos, xpos, head, relation, notes = line.split("|")
    return "\t".join((number, text, lemma, upos, xpos, "_", head, relation, "_", notes))


def read(folder: Path, text: str, *, shippable_only: bool = True) -> list[Example]:
    path = folder / "treebank.conllu.gz"
    path.write_bytes(gzip.compress("\n".join(map(row, text.strip().split("\n"))).encode() + b"\n\n"))
    return list(treebank(path, shippable_only=shippable_only))


def clauses(folder: Path, sentence: str) -> dict[str, str]:
    (example,) = read(folder, f"# newdoc id = blog-1\n{sentence}")
    return {example.words[word]: how for word, how in (example.factuality or {}).items()}


@pytest.fixture
def news(tmp_path: Path) -> Example:
    (example,) = read(tmp_path, NEWS)
    return example


def told(example: Example, layer: str) -> list[str]:
    return [" ".join(example.words[start:end]) for start, end in example.stretches[layer]]


def test_words_are_syntactic_words_and_heads_count_through_the_document(news: Example) -> None:
    assert news.words[:6] == ("Mayor", "Ada", "Fern", "ca", "n't", "leave")
    assert len(news.words) == 21
    assert news.sentences == (0, 11)
    assert news.heads is not None
    assert news.heads[5] == 5
    assert news.heads[18] == 18
    assert news.heads[20] == 18
    assert news.relations is not None
    assert news.relations[0] == "nmod:desc"


def test_names_are_without_titles_articles_and_trades(news: Example) -> None:
    assert told(news, "person") == ["Ada Fern", "Bo Wick"]
    assert told(news, "place") == ["Port of Marl"]
    assert told(news, "organisation") == []


def test_mentions_have_their_head_form_and_person(news: Example) -> None:
    assert news.mentions is not None
    found = [
        (" ".join(news.words[each.start : each.end]), news.words[each.head], each.form, each.entity)
        for each in news.mentions
    ]
    assert found == [
        ("Mayor Ada Fern", "Ada", "name", "1"),
        ("she", "she", "pronoun", "1"),
        ("the potter Bo Wick", "Bo", "name", "4"),
    ]


def test_questions_and_denials(news: Example) -> None:
    assert news.factuality == {5: "denied", 18: "asked", 20: "asked"}


def test_texts_that_may_not_be_sold_are_left_out_only_when_asked_for(tmp_path: Path) -> None:
    letter = NEWS.replace("GUM_news_harbour", "GUM_letter_harbour")
    assert read(tmp_path, letter) == []
    assert len(read(tmp_path, letter, shippable_only=False)) == 1


def test_a_treebank_without_entities_tells_neither_names_nor_mentions(tmp_path: Path) -> None:
    (example,) = read(
        tmp_path, "# newdoc id = email-1\n# text = Go on\n1|Go|go|VERB|VB|0|root|_\n2|on|on|ADV|RB|1|advmod|_"
    )
    assert (example.corpus, example.stretches, example.mentions) == ("ewt", {}, None)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("# text = He left\n1|He|he|PRON|PRP|2|nsubj|_\n2|left|leave|VERB|VBD|0|root|_", {"left": "stated"}),
        ("# text = He left?\n1|He|he|PRON|PRP|2|nsubj|_\n2|left|leave|VERB|VBD|0|root|_", {"left": "asked"}),
        ("1|might|might|AUX|MD|2|aux|_\n2|rain|rain|VERB|VB|0|root|_", {"rain": "hedged"}),
        ("1|Reportedly|reportedly|ADV|RB|2|advmod|_\n2|rained|rain|VERB|VBD|0|root|_", {"rained": "hedged"}),
        ("1|would|would|AUX|MD|2|aux|_\n2|rain|rain|VERB|VB|0|root|_", {"rain": "stated"}),
        (
            "1|might|might|AUX|MD|3|aux|_\n2|not|not|PART|RB|3|advmod|_\n3|rain|rain|VERB|VB|0|root|_",
            {"rain": "denied"},
        ),
        ("1|seems|seem|VERB|VBZ|0|root|_\n2|left|leave|VERB|VBD|1|ccomp|_", {"seems": "stated", "left": "hedged"}),
        ("1|said|say|VERB|VBD|0|root|_\n2|left|leave|VERB|VBD|1|ccomp|_", {"said": "stated", "left": "stated"}),
        (
            "1|said|say|VERB|VBD|0|root|_\n2|if|if|SCONJ|IN|3|mark|_\n3|left|leave|VERB|VBD|1|advcl|_",
            {"said": "stated"},
        ),
        ("1|Spring|spring|NOUN|NN|0|root|_\n2|sale|sale|NOUN|NN|1|conj|_", {}),
        ("1|not|not|PART|RB|2|advmod|_\n2|eat|eat|VERB|VB|0|root|_\n3|drink|drink|VERB|VB|2|conj|_", {"eat": "denied"}),
    ],
)
def test_how_a_clause_is_put(tmp_path: Path, sentence: str, found: dict[str, str]) -> None:
    assert clauses(tmp_path, sentence) == found


def test_of_overlapping_stretches_the_longest_stays() -> None:
    assert apart([(4, 5), (0, 2), (1, 4), (5, 6)]) == ((1, 4), (4, 5), (5, 6))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Prime Minister Ada Fern", "Ada Fern"),
        ("Mr. Fern", "Fern"),
        ("PRESIDENT FERN", "FERN"),
        ("MS Fern", "MS Fern"),
        ("Ada King", "Ada King"),
    ],
)
def test_titles_are_cut_off_the_start_alone(words: str, left: str) -> None:
    split = words.split()
    found = without_title(split, 0, len(split))
    assert found
    assert " ".join(split[slice(*found)]) == left


def test_a_title_alone_is_no_name() -> None:
    assert without_title(["the", "Queen"], 1, 2) is None
