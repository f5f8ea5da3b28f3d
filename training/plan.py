"""How long and how fast the reader learns: the plan of each stage of the released training."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Plan:
    """One stage. ``repeats`` says how often a corpus is read in one pass (1 if absent)."""

    passes: float = 12
    planned: float | None = None
    """Passes after which the rate is 0, where the stage ends before that."""
    pieces_a_batch: int = 3072
    rate: float = 2e-4
    heads_rate: float = 1e-3
    warmup: float = 0.05
    decay: float = 0.01
    seed: int = 7
    masked: float = 0.0
    """Share of the pieces that are hidden, so that no word is leant on too much."""
    recased: float = 0.0
    """Share of the windows that are read as if all in capitals, all in small letters, or all in title case."""
    repeats: dict[str, float] = field(default_factory=dict)
    save_every_s: float = 300.0


STAGES = (
    Plan(
        passes=7.6,
        planned=12,
        repeats={"gum": 2, "ewt": 1.5, "celebrity": 2, "gap": 4, "meantime": 3},
    ),
    Plan(
        passes=7.1,
        heads_rate=8e-4,
        seed=11,
        masked=0.05,
        recased=0.12,
        repeats={
            "polnear": 1.3,
            "gum": 2,
            "ewt": 1.5,
            "celebrity": 3,
            "gap": 6,
            "meantime": 3,
            "redocred": 3,
            "fewrel": 0.5,
            "swaps": 1.5,
        },
    ),
)
"""Each stage starts from the weights of the one before it, with a fresh optimiser."""
