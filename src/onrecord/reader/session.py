"""Runs the trained reader: the words of a story in, scores out."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import NamedTuple

import numpy as np

from onrecord.model.reading import Clause
from onrecord.reader.pieces import case, laid_out, pieces
from onrecord.reader.scores import Raw, Scores, put_together
from onrecord.reader.windows import Window, windows

# Since 1.29 onnxruntime writes a device id into the home folder and reports its use, unless told before the import.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

import onnxruntime
from tokenizers import Tokenizer

WEIGHTS = "reader.onnx"
_LOADING = Lock()
MOST_THREADS = 2
"""More hardly help on stories of this length; the answers are the same to the last bit with any number."""


def threads() -> int:
    """Return how many threads read a story: what ``OMP_NUM_THREADS`` says, as for other numeric libraries, or few."""
    told = os.environ.get("OMP_NUM_THREADS", "")
    return int(told) if told.isdecimal() and int(told) else min(MOST_THREADS, os.cpu_count() or 1)


class Labels(NamedTuple):
    """The names behind the numbers of the heads, as the file of weights tells them."""

    upos: tuple[str, ...]
    layers: tuple[str, ...]
    relations: tuple[str, ...]
    clauses: tuple[Clause, ...]


class Reader:
    """The loaded weights; one encoder pass over a window serves every head, so a story is read once."""

    def __init__(self, weights: Path, tokenizer: str) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads()
        options.log_severity_level = 3
        # Threads that wait asleep leave the cores to the loading of the rules: a tenth less work for one story.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # The file ships with its steps fused already.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self.session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        told = self.session.get_modelmeta().custom_metadata_map
        self.labels = Labels(**{name: tuple(json.loads(told[name])) for name in Labels._fields})
        self.names = [output.name for output in self.session.get_outputs()]
        self.tokenizer = Tokenizer.from_str(tokenizer)
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def read(self, words: Sequence[str], quotes: Sequence[int] = ()) -> Scores | None:
        """Read the words of a story; ``quotes`` are the places of those that open a quotation. None without words.

        One window is read at a time and never padded: 8-bit answers depend on what is read together with a story.
        """
        if not words:
            return None
        ids = pieces(self.tokenizer, words)
        cases = [case(word) for word in words]
        plan = windows([len(own) for own in ids])
        asked = [[place - window.start for place in quotes if window.start <= place < window.end] for window in plan]
        raw = [self._window(ids, cases, window, places) for window, places in zip(plan, asked, strict=True)]
        return put_together(plan, raw, asked)

    def _window(self, ids: list[list[int]], cases: list[int], window: Window, quotes: list[int]) -> Raw:
        row, kinds, firsts = laid_out(ids[window.start : window.end], cases[window.start : window.end])
        feed = {"pieces": row, "cases": kinds, "firsts": firsts, "quotes": quotes}
        found = self.session.run(None, {name: np.array(values, np.int64) for name, values in feed.items()})
        return dict(zip(self.names, found, strict=True))


def reader() -> Reader:
    """Return the reader that ships with the package; whoever asks while it is being loaded waits for it."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Reader:
    folder = Path(__file__).parent / "data"
    return Reader(folder / WEIGHTS, (folder / "tokenizer.json").read_text(encoding="utf-8"))
