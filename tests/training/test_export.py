"""The exported files answer as the model does."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

import numpy as np
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.export import OUTPUTS, by_onnx, export, fuse, quantise
from training.measure import by_torch
from training.model import Reader
from training.shape import TAGGED, TINY

RELATIONS = ("root", "nsubj", "obj")


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(3)
    model = Reader(replace(TINY, relations=3))
    with torch.no_grad():  # some words are then worth asking for pairs, and some are not
        model.forms.bias.fill_(-1.4)
        model.tags.bias[3 * TAGGED.index("cue")] = 1.5
    return model


@pytest.fixture(scope="module")
def exported(model, tmp_path_factory):
    path = tmp_path_factory.mktemp("export")
    export(model, RELATIONS, path / "32.onnx")
    quantise(path / "32.onnx", path / "8.onnx")
    return path


@pytest.mark.parametrize(("count", "quotes"), [(1, [0]), (13, []), (60, [3, 40]), (200, [0, 1, 199])])
def test_the_32_bit_file_answers_as_the_model(model, exported, count, quotes):
    pieces = [[1000 + 37 * place, 2000 + place][: 1 + place % 2] for place in range(count)]
    cases = [place % 6 for place in range(count)]
    ours, theirs = by_torch(model)(pieces, cases, quotes), by_onnx(exported / "32.onnx")(pieces, cases, quotes)
    assert set(theirs) == set(OUTPUTS)
    for name, values in ours.items():
        assert theirs[name].shape == values.shape, name
        assert np.abs(theirs[name] - values).max(initial=0) < 1e-4, name


def test_the_8_bit_file_is_smaller_and_answers_alike(exported):
    pieces = [[1000 + place] for place in range(30)]
    full, small = (by_onnx(exported / name)(pieces, [0] * 30, [2]) for name in ("32.onnx", "8.onnx"))
    assert (exported / "8.onnx").stat().st_size < 0.4 * (exported / "32.onnx").stat().st_size
    assert small["tags"].shape == full["tags"].shape
    assert np.abs(small["tags"] - full["tags"]).mean() < 0.05


def test_fusing_changes_no_answer(exported, tmp_path):
    plain, fused = tmp_path / "plain.onnx", tmp_path / "fused.onnx"
    for path in (plain, fused):
        quantize_dynamic(str(exported / "32.onnx"), str(path), weight_type=QuantType.QInt8, per_channel=True)
    fuse(fused)
    assert len(onnx.load(str(fused)).graph.node) < len(onnx.load(str(plain)).graph.node)
    pieces = [[1000 + place] for place in range(30)]
    for before, after in zip(*(by_onnx(path)(pieces, [0] * 30, [2]).values() for path in (plain, fused)), strict=True):
        assert np.array_equal(before, after)


def test_the_names_of_the_labels_travel_inside(exported):
    told = {prop.key: prop.value for prop in onnx.load(str(exported / "8.onnx")).metadata_props}
    assert json.loads(told["relations"]) == list(RELATIONS)
    assert json.loads(told["layers"]) == list(TAGGED)
