"""The reader's shape: which heads there are and how large each part is."""

from __future__ import annotations

from dataclasses import dataclass

from training.example import FACTUALITY, KIN, LAYERS

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
TAGGED = (*LAYERS, "cue", "source", "content")
"""Layers that are tagged word by word as O, B or I, each by itself."""
FORMS = ("name", "noun", "pronoun")
RELATED = ("none", *KIN)
CLAUSES = FACTUALITY
KINDS = {"upos": UPOS, "layers": TAGGED, "forms": FORMS, "kin": RELATED, "clauses": CLAUSES}
"""The names of all labels but the relations, which are those of the treebanks."""


@dataclass(frozen=True)
class Shape:
    """Sizes; the defaults are those that ship, ``tiny`` is for tests of the recipe."""

    pieces: int = 30522
    hidden: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    positions: int = 512
    arcs: int = 256
    labels: int = 128
    channels: int = 32
    channel_width: int = 24
    distances: int = 24
    relations: int = 64
    dropout: float = 0.1


TINY = Shape(hidden=48, layers=1, attention_heads=4, inner=64, arcs=16, labels=8, channels=4, channel_width=4)
