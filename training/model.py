"""The reader as a PyTorch model: one encoder over word pieces, and heads over words and pairs of words."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reader.pieces import CASES
from training.shape import CLAUSES, FORMS, RELATED, TAGGED, UPOS, Shape

MENTION_FLOOR = -1.4
"""A word less likely than this (a logit) to head a mention of a person in any form is not paired with others."""

CUE_FLOOR = -1.5
"""How far (in logits) the first word of a cue may lie below a word outside and still be asked what it reports."""


class Layer(nn.Module):
    """One transformer layer as in BERT: attention, then a feed-forward step, each with its norm after it."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.attention_heads = shape.attention_heads
        self.mix = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.merge = nn.Linear(shape.hidden, shape.hidden)
        self.merge_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.widen = nn.Linear(shape.hidden, shape.inner)
        self.narrow = nn.Linear(shape.inner, shape.hidden)
        self.narrow_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)

    def forward(self, x: Tensor, shut: Tensor | None) -> Tensor:
        """Map vectors [batch, length, hidden] to new ones; ``shut`` is False at padding, or None without any."""
        batch, length, hidden = x.shape
        width = hidden // self.attention_heads
        parts = self.mix(x).view(batch, length, 3, self.attention_heads, width).permute(2, 0, 3, 1, 4)
        query, key, value = parts[0], parts[1], parts[2]
        if shut is None:  # plain products, which is also what is exported
            weight = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(width), dim=-1)
            seen = weight @ value
        else:
            dropout = self.dropout.p if self.training else 0.0
            seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=shut, dropout_p=dropout)
        seen = seen.transpose(1, 2).reshape(batch, length, hidden)
        x = self.merge_norm(x + self.dropout(self.merge(seen)))
        return self.narrow_norm(x + self.dropout(self.narrow(functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Word pieces and the case of their words to one vector a word (that of its first piece)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.piece = nn.Embedding(shape.pieces, shape.hidden)
        self.position = nn.Embedding(shape.positions, shape.hidden)
        self.case = nn.Embedding(len(CASES), shape.hidden)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, *, padded: bool) -> Tensor:
        """Read ``pieces`` and ``cases`` [batch, length]; ``firsts`` [batch, words] are places of first pieces."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.piece(pieces) + self.case(cases) + self.position(places)))
        shut = (pieces != 0)[:, None, None, :] if padded else None
        for layer in self.layers:
            x = layer(x, shut)
        return x.gather(1, firsts[:, :, None].expand(-1, -1, x.shape[2]))


class Pairs(nn.Module):
    """Scores of every ordered pair of words, from a few bilinear channels and how far apart the two stand."""

    def __init__(self, shape: Shape, outs: int) -> None:
        super().__init__()
        self.channels, self.width, self.far = shape.channels, shape.channel_width, shape.distances
        self.left = nn.Linear(shape.hidden, self.channels * (self.width + 1))
        self.right = nn.Linear(shape.hidden, self.channels * (self.width + 1))
        self.distance = nn.Embedding(2 * self.far + 1, self.channels)
        self.deep = nn.Linear(self.channels, self.channels)
        self.out = nn.Linear(self.channels, outs)

    def forward(self, words: Tensor) -> Tensor:
        """Map [batch, n, hidden] to [batch, n, n, outs]; the first n is the word that asks."""
        places = torch.arange(words.shape[1], device=words.device)[None]
        return self.at(words, words, places, places)

    def at(self, asking: Tensor, asked: Tensor, here: Tensor, there: Tensor | None) -> Tensor:
        """Score some words against others: [batch, n, hidden] and [batch, m, hidden] to [batch, n, m, outs].

        ``here`` and ``there`` are their places among the words of the window; None for all of them in order.
        """
        if there is None:
            there = torch.arange(asked.shape[1], device=asked.device)[None]
        left = self.left(asking).unflatten(-1, (self.channels, self.width + 1))
        right = self.right(asked).unflatten(-1, (self.channels, self.width + 1))
        product = left[..., :-1].transpose(1, 2) @ right[..., :-1].permute(0, 2, 3, 1) / math.sqrt(self.width)
        x = product.permute(0, 2, 3, 1) + left[..., -1][:, :, None] + right[..., -1][:, None]
        x = functional.gelu(x + self.distance(self.buckets(there[:, None, :] - here[:, :, None])))
        return self.out(functional.gelu(self.deep(x)))

    def buckets(self, gap: Tensor) -> Tensor:
        """Give signed distances numbers: one by one up to eight words, then ever wider."""
        size = gap.abs().to(torch.float32)
        wide = 8 + torch.log2(torch.clamp(size, min=8.0) / 8.0) * 2.5
        step = torch.clamp(torch.where(size < 8, size, wide), max=float(self.far)).to(torch.int64)
        return self.far + torch.sign(gap) * step


class Arcs(nn.Module):
    """Dependency heads by deep biaffine attention (Dozat and Manning 2017); a root is its own head."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.arcs, self.labels, self.relations = shape.arcs, shape.labels, shape.relations
        self.dependent = nn.Linear(shape.hidden, shape.arcs + shape.labels)
        self.governor = nn.Linear(shape.hidden, shape.arcs + shape.labels)
        self.arc = nn.Linear(shape.arcs, shape.arcs, bias=False)
        self.arc_bias = nn.Linear(shape.arcs, 1)
        self.root = nn.Linear(shape.arcs, 1)
        self.label = nn.Linear(shape.labels, shape.relations * shape.labels, bias=False)
        self.label_bias = nn.Linear(2 * shape.labels, shape.relations)
        self.dropout = nn.Dropout(shape.dropout * 2)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores [batch, n, n] and the dependents' and governors' vectors for labels."""
        dependent = self.dropout(functional.gelu(self.dependent(words)))
        governor = self.dropout(functional.gelu(self.governor(words)))
        low, high = dependent[..., : self.arcs], governor[..., : self.arcs]
        scores = self.arc(low) @ high.transpose(1, 2) / math.sqrt(self.arcs) + self.arc_bias(high).transpose(1, 2)
        places = torch.arange(words.shape[1], device=words.device)
        itself = places[:, None] == places[None, :]
        scores = torch.where(itself, self.root(low).expand_as(scores), scores)
        return scores, dependent[..., self.arcs :], governor[..., self.arcs :]

    def name(self, low: Tensor, high: Tensor, heads: Tensor) -> Tensor:
        """Score each word's relation to its head: [batch, n, relations]."""
        high = high.gather(1, heads[:, :, None].expand(-1, -1, high.shape[2]))
        mixed = self.label(low).view(*low.shape[:2], self.relations, self.labels)
        return (mixed @ high[..., None]).squeeze(-1) + self.label_bias(torch.cat([low, high], dim=-1))


class Reader(nn.Module):
    """The encoder and its heads."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.dropout = nn.Dropout(shape.dropout)
        self.upos = nn.Linear(shape.hidden, len(UPOS))
        self.start = nn.Linear(shape.hidden, 2)
        self.tags = nn.Linear(shape.hidden, 3 * len(TAGGED))
        self.forms = nn.Linear(shape.hidden, len(FORMS))
        self.clause = nn.Linear(shape.hidden, len(CLAUSES))
        self.arcs = Arcs(shape)
        self.antecedent = Pairs(shape, 1)
        self.report = Pairs(shape, 6)
        self.kin = Pairs(shape, len(RELATED))
        self.voice = Pairs(shape, 1)
        self.nobody = nn.Linear(shape.hidden, 1)

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, *, padded: bool = True) -> dict[str, Tensor]:
        """Return scores by head; pairs are scored by ``pairs``, since a batch may need few of them."""
        words = self.encoder(pieces, cases, firsts, padded=padded)
        light = self.dropout(words)
        arcs, low, high = self.arcs(words)
        return {
            "words": light,
            "upos": self.upos(light),
            "start": self.start(light),
            "tags": self.tags(light).view(*light.shape[:2], len(TAGGED), 3),
            "forms": self.forms(light),
            "clause": self.clause(light),
            "arcs": arcs,
            "low": low,
            "high": high,
        }

    def reported(self, tags: Tensor) -> Tensor:
        """Return what the words tell by themselves of being source or content: [..., 2, 3] of [..., layers, 3]."""
        return tags[..., TAGGED.index("source") : TAGGED.index("content") + 1, :]

    def answer(self, pieces: Tensor, cases: Tensor, firsts: Tensor, quotes: Tensor) -> dict[str, Tensor]:
        """Read one window, as the shipped file does: all at once, each pair only where its words ask for it.

        ``pieces`` and ``cases`` [length], ``firsts`` [n], ``quotes`` [q] the words that open a quotation. Pairs are
        scored for the words that may be a mention of a person (``mention_at``) or begin a cue (``cue_at``).
        """
        words = self.encoder(pieces[None], cases[None], firsts[None], padded=False)
        forms, start = self.forms(words)[0], self.start(words)[0]
        tags = self.tags(words)[0].unflatten(-1, (len(TAGGED), 3))
        arcs, low, high = self.arcs(words)
        sentence = torch.cumsum((start[:, 1] > start[:, 0]).to(torch.int64), 0)
        elsewhere = sentence[:, None] != sentence[None, :]
        head = arcs[0].masked_fill(elsewhere, -1e4).argmax(-1)
        relation = self.arcs.name(low, high, head[None])[0].argmax(-1)
        mention_at = (forms.amax(-1) > MENTION_FLOOR).nonzero()[:, 0]
        cue = tags[:, TAGGED.index("cue")]
        cue_at = (cue[:, 1] > cue[:, 0] + CUE_FLOOR).nonzero()[:, 0]
        asked = self.report.at(words[:, cue_at], words, cue_at[None], None)[0]
        people = words[:, mention_at]
        return {
            "upos": self.upos(words)[0].argmax(-1),
            "start": start[:, 1] - start[:, 0],
            "tags": torch.log_softmax(tags, -1),
            "forms": torch.sigmoid(forms),
            "clause": torch.softmax(self.clause(words)[0], -1),
            "head": head,
            "relation": relation,
            "mention_at": mention_at,
            "antecedent": self.antecedent.at(people, people, mention_at[None], mention_at[None])[0, :, :, 0],
            "kin": self.kin.at(people, people, mention_at[None], mention_at[None])[0],
            "cue_at": cue_at,
            "report": (asked.unflatten(-1, (2, 3)) + self.reported(tags)[None]).log_softmax(-1),
            "voice": self.voice.at(words[:, quotes], words, quotes[None], None)[0, :, :, 0],
            "nobody": self.nobody(words[:, quotes])[0, :, 0],
        }
