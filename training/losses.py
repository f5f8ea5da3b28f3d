"""What each head is trained for; a label that a corpus does not give costs nothing."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import IGNORED
from training.model import Pairs, Reader

WEIGHTS = {
    "upos": 0.5,
    "start": 0.3,
    "tags": 4.0,
    "forms": 0.5,
    "clause": 0.2,
    "arcs": 1.3,
    "labels": 0.5,
    "antecedent": 1.2,
    "report": 2.5,
    "kin": 0.6,
    "voice": 0.4,
}
LITTLE = -1e4


def losses(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean loss of each head over the labels that the batch has for it (0 when it has none)."""
    labels = model.arcs.name(out["low"], out["high"], batch["head"].clamp(min=0))
    told = batch["forms"] != IGNORED
    forms = functional.binary_cross_entropy_with_logits(out["forms"].float(), batch["forms"].float(), reduction="none")
    found = {
        "upos": _choice(out["upos"], batch["upos"]),
        "start": _choice(out["start"], batch["start"]),
        "clause": _choice(out["clause"], batch["clause"]),
        "arcs": _choice(_shut(out["arcs"], batch), batch["head"]),
        "labels": _choice(labels, batch["relation"]),
        "tags": _choice(out["tags"], batch["tags"]),
        "forms": _mean(torch.where(told, forms, 0.0), told),
    }
    if len(batch["cue_at"]):
        rows = batch["cue_at"][:, 0]
        asked = _asked(model.report, batch["cue_at"], out["words"]).unflatten(-1, (2, 3))
        found["report"] = _choice(asked + model.reported(out["tags"])[rows], batch["reports"])
    if batch["mentions"].shape[1]:
        found["antecedent"] = _antecedent(model, batch, out)
    if len(batch["kin_at"]):
        found["kin"] = _kin(model, batch, out)
    if len(batch["voice_at"]):
        found["voice"] = _voice(model, batch, out)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """Weigh the losses up into one."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()


def _choice(scores: Tensor, gold: Tensor) -> Tensor:
    cost = functional.cross_entropy(
        scores.float().flatten(0, -2), gold.flatten(), ignore_index=IGNORED, reduction="none"
    )
    return _mean(cost, gold.flatten() != IGNORED)


def _mean(costs: Tensor, counted: Tensor) -> Tensor:
    """Average what is counted; nothing is asked of the device here, which would make it wait."""
    return costs.sum() / counted.sum().clamp(min=1)


def _shut(arcs: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Keep padding from being anybody's head."""
    return arcs.masked_fill((batch["firsts"] == 0)[:, None, :], LITTLE)


def _antecedent(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> Tensor:
    """Word-level antecedents (Dobrovolskii 2021): all right antecedents together against all candidates and none."""
    heads, people, first_known = batch["mentions"].unbind(-1)
    place = heads.clamp(min=0)
    words = out["words"].gather(1, place[:, :, None].expand(-1, -1, out["words"].shape[2]))
    scores = model.antecedent.at(words, words, place, place)[..., 0].float()
    real = heads >= 0
    before = real[:, :, None] & real[:, None, :] & (heads[:, None, :] < heads[:, :, None])
    same = before & (people[:, None, :] == people[:, :, None])
    none = scores.new_zeros(*scores.shape[:2], 1)
    everything = torch.cat([none, scores.masked_fill(~before, LITTLE)], dim=-1).logsumexp(-1)
    anaphoric = same.any(-1)
    right = torch.where(anaphoric, scores.masked_fill(~same, LITTLE).logsumexp(-1), torch.zeros_like(everything))
    told = real & (anaphoric | (first_known == 1))
    return _mean(torch.where(told, everything - right, 0.0), told)


def _kin(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> Tensor:
    """Score a pair of people by all pairs of their mentions; pairs that are no kin weigh less, being so many."""
    rows, gold = batch["kin_at"].unbind(-1)
    first, second = batch["relatives"].unbind(1)
    words = out["words"][rows]
    at = [words.gather(1, side.clamp(min=0)[:, :, None].expand(-1, -1, words.shape[2])) for side in (first, second)]
    scores = model.kin.at(at[0], at[1], first.clamp(min=0), second.clamp(min=0)).float()
    both = (first >= 0)[:, :, None] & (second >= 0)[:, None, :]
    pooled = scores.masked_fill(~both[..., None], LITTLE).flatten(1, 2).logsumexp(1)
    cost = functional.cross_entropy(pooled, gold, reduction="none")
    weight = torch.where(gold == 0, 0.3, 1.0)
    return (cost * weight).sum() / weight.sum()


def _voice(model: Reader, batch: dict[str, Tensor], out: dict[str, Tensor]) -> Tensor:
    """All words that name the speaker together against every word, and against nobody being named."""
    rows, places = batch["voice_at"].unbind(-1)
    scores = _asked(model.voice, batch["voice_at"], out["words"])[..., 0].float()
    scores = scores.masked_fill(batch["firsts"][rows] == 0, LITTLE)
    nobody = model.nobody(out["words"][rows, places]).float()
    told = batch["speakers"] == 1
    right = torch.where(told.any(-1), scores.masked_fill(~told, LITTLE).logsumexp(-1), nobody[:, 0])
    return (torch.cat([nobody, scores], dim=-1).logsumexp(-1) - right).mean()


def _asked(pairs: Pairs, at: Tensor, words: Tensor) -> Tensor:
    """Score the words at ``at`` [k, 2] (window and place) against all words of their windows: [k, n, outs]."""
    rows, places = at.unbind(-1)
    return pairs.at(words[rows, places][:, None], words[rows], places[:, None], None)[:, 0]
