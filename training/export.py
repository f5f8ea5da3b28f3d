"""Writes the trained reader as one ONNX file, once in 32 and once in 8 bits."""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.reader.pieces import laid_out
from onrecord.reader.scores import Raw
from training.measure import Answer
from training.model import Reader
from training.shape import KINDS

OPSET = 17
INPUTS = {"pieces": {0: "length"}, "cases": {0: "length"}, "firsts": {0: "n"}, "quotes": {0: "q"}}
OUTPUTS = {
    **{name: {0: "n"} for name in ("upos", "start", "tags", "forms", "clause", "head", "relation")},
    "mention_at": {0: "m"},
    "antecedent": {0: "m", 1: "m"},
    "kin": {0: "m", 1: "m"},
    "cue_at": {0: "c"},
    "report": {0: "c", 1: "n"},
    "voice": {0: "q", 1: "n"},
    "nobody": {0: "q"},
}


class _Answers(nn.Module):
    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, quotes: Tensor) -> tuple[Tensor, ...]:
        found = self.model.answer(pieces, cases, firsts, quotes)
        return tuple(found[name] for name in OUTPUTS)


def export(model: Reader, relations: Sequence[str], path: Path) -> None:
    """Write ``path`` with 32-bit weights; the names of all labels travel inside as metadata."""
    model = model.cpu().eval()
    size = 40
    example = (
        torch.arange(1000, 1000 + size),
        torch.zeros(size, dtype=torch.int64),
        torch.arange(1, size - 1),
        torch.tensor([3, 9]),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of every shape that it rightly keeps open
        torch.onnx.export(
            _Answers(model),
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=INPUTS | OUTPUTS,
            opset_version=OPSET,
            dynamo=False,
        )
    written = onnx.load(str(path))
    told = KINDS | {"relations": tuple(relations)}
    onnx.helper.set_model_props(written, {name: json.dumps(kinds) for name, kinds in told.items()})
    onnx.save(written, str(path))


def quantise(path: Path, small: Path) -> None:
    """Write ``small`` with 8-bit weights, one scale a row; activations are scaled as they come."""
    quantize_dynamic(str(path), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False)
    fuse(small)


def fuse(path: Path) -> None:
    """Write the file anew with its steps fused as they are run: the answers stay, and loading takes half the time."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
    written = onnx.load(str(path))
    used = {node.domain for node in written.graph.node}
    kept = [domain for domain in written.opset_import if domain.domain in used]
    del written.opset_import[:]
    written.opset_import.extend(kept)
    onnx.save(written, str(path))


def by_onnx(path: Path) -> Answer:
    """Let an exported file answer."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def answer(pieces: list[list[int]], cases: list[int], quotes: list[int]) -> Raw:
        row, kinds, firsts = laid_out(pieces, cases)
        feed = {"pieces": row, "cases": kinds, "firsts": firsts, "quotes": quotes}
        found = session.run(None, {name: np.array(values, np.int64) for name, values in feed.items()})
        return dict(zip(OUTPUTS, found, strict=True))

    return answer
