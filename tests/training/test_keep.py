"""What is kept comes back as it was."""

from __future__ import annotations

from training.example import Age, Attribution, Example, Kin, Mention, Quote
from training.keep import keep, kept

FULL = Example(
    id="a",
    corpus="made",
    words=("“", "Mara", "’s", "60", "”", "!"),
    sentences=(0,),
    upos=("PUNCT", "PROPN", "PART", "NUM", "PUNCT", "PUNCT"),
    heads=(3, 3, 1, 3, 3, 3),
    relations=("punct", "nsubj", "case", "root", "punct", "punct"),
    stretches={"person": ((1, 2),), "time": ()},
    attributions=(Attribution(source=((1, 2),), cue=(), content=((0, 1), (3, 6))),),
    mentions=(Mention(1, 2, 1, "name", "m"),),
    forms=frozenset(("name", "noun")),
    strangers=frozenset(("m",)),
    kin=(Kin("m", "n", "parent"), Kin("m", "o", None)),
    factuality={3: "stated"},
    quotes=(Quote(0, 5, ("m",), ((1, 2),)),),
    ages=(Age(3, "m"),),
)


def test_everything_an_example_tells_comes_back(tmp_path):
    assert keep(tmp_path / "some.gz", [FULL]) == 1
    assert list(kept(tmp_path / "some.gz")) == [FULL]


def test_nothing_told_differs_from_told_that_there_is_nothing(tmp_path):
    silent = Example(id="b", corpus="made", words=("Rain",))
    empty = Example(id="c", corpus="made", words=("Rain",), mentions=(), kin=(), factuality={}, attributions=())
    keep(tmp_path / "some.gz", [silent, empty])
    assert list(kept(tmp_path / "some.gz")) == [silent, empty]
