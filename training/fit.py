"""Trains the reader; can be stopped at any point and goes on from where it last saved."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from onrecord.reader.pieces import CASES
from training.batches import Cut, Read, collate, cuts, label, shuffled
from training.losses import losses, total
from training.model import Reader
from training.plan import Plan

MASK = 103
"""The piece that stands for a hidden one; below it are the other marks of the vocabulary."""


class Batches(Dataset[dict[str, Tensor]]):
    """The batches of one pass, each put together when it is asked for."""

    def __init__(self, batches: Sequence[list[Cut]], relations: dict[str, int]) -> None:
        self.batches, self.relations = batches, relations

    def __len__(self) -> int:
        return len(self.batches)

    def __getitem__(self, place: int) -> dict[str, Tensor]:
        return collate([label(cut.read, cut.start, cut.end, self.relations) for cut in self.batches[place]])


def batches_of(reads: Sequence[Read], plan: Plan, number: int) -> list[list[Cut]]:
    """Draw the batches of one pass; the same seed and number draw the same."""
    dice = random.Random(f"{plan.seed}-{number}")  # noqa: S311 - no secret
    chosen: list[Cut] = []
    for read in reads:
        repeats = plan.repeats.get(read.example.corpus, 1.0)
        for _ in range(int(repeats) + (dice.random() < repeats % 1)):
            chosen.extend(cuts(read, dice))
    return shuffled(chosen, plan.pieces_a_batch, dice)


def fit(
    model: Reader,
    reads: Sequence[Read],
    relations: dict[str, int],
    plan: Plan,
    *,
    state: Path | None = None,
    workers: int = 0,
    stop_after_s: float | None = None,
    say: Callable[[str], None] = print,
) -> bool:
    """Train, and return whether all passes are done; ``stop_after_s`` ends earlier, with the state saved.

    Whether it was stopped or not, a run on a CPU ends with the same weights: every step draws from its own seed.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model.to(device).train()
    planned = plan.planned or plan.passes
    sizes = [len(batches_of(reads, plan, number)) for number in range(math.ceil(planned))]
    steps, last = steps_in(sizes, planned), steps_in(sizes, plan.passes)
    optimizer = torch.optim.AdamW(_groups(model, plan), betas=(0.9, 0.98), fused=device.type == "cuda")
    begun = max(1, int(plan.warmup * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / begun, max(0.0, (steps - step) / (steps - begun + 1)))
    )
    done = 0
    if state is not None and state.exists():
        saved = torch.load(state, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["done"]

    def save() -> None:
        if state is not None:
            parts = {"model": model, "optimizer": optimizer, "schedule": schedule}
            whole = {name: part.state_dict() for name, part in parts.items()} | {"done": done}
            torch.save(whole, state.with_suffix(".part"))
            state.with_suffix(".part").replace(state)

    started = saved_at = time.monotonic()
    passed = 0
    sums: dict[str, list[float]] = {}
    for number in range(math.ceil(plan.passes)):
        skip, keep = min(max(done - passed, 0), sizes[number]), last - passed
        passed += sizes[number]
        rest = Batches(batches_of(reads, plan, number)[skip:keep], relations)
        for batch in DataLoader(rest, batch_size=None, num_workers=workers, pin_memory=device.type == "cuda"):
            torch.manual_seed(plan.seed * 1_000_000 + done)
            batch = {name: values.to(device, non_blocking=True) for name, values in batch.items()}
            pieces, cases = disturbed(batch["pieces"], batch["cases"], plan)
            with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
                found = losses(model, batch, model(pieces, cases, batch["firsts"]))
                cost = total(found)
            optimizer.zero_grad(set_to_none=True)
            cost.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            done += 1
            if done % 20 == 0:  # asking for a value waits for the device
                for name, loss in found.items():
                    sums.setdefault(name, []).append(loss.item())
            now = time.monotonic()
            if stop_after_s is not None and now - started > stop_after_s:
                save()
                return False
            if now - saved_at > plan.save_every_s:
                save()
                saved_at = now
        if sums:
            means = "  ".join(f"{name} {sum(values) / len(values):.3f}" for name, values in sorted(sums.items()))
            seconds = time.monotonic() - started
            say(f"pass {number + 1} of {plan.passes}, {done} of {last} steps, {seconds:.0f} s: {means}")
            sums.clear()
    save()
    return True


def steps_in(sizes: Sequence[int], passes: float) -> int:
    """Count the steps of so many passes, the last of which may be a part; ``sizes`` are the steps of each pass."""
    whole = int(passes)
    return sum(sizes[:whole]) + (round((passes - whole) * sizes[whole]) if passes > whole else 0)


def disturbed(pieces: Tensor, cases: Tensor, plan: Plan) -> tuple[Tensor, Tensor]:
    """Hide some pieces and write some windows in other cases, as headlines and posts are."""
    hidden = (torch.rand(pieces.shape, device=pieces.device) < plan.masked) & (pieces > MASK)
    share = torch.rand(len(pieces), 1, device=pieces.device)
    lettered = cases < CASES.index("digit")
    for place, name in enumerate(("lower", "title", "upper")):
        chosen = (share >= plan.recased * place / 3) & (share < plan.recased * (place + 1) / 3) & lettered
        cases = cases.masked_fill(chosen, CASES.index(name))
    return pieces.masked_fill(hidden, MASK), cases


def _groups(model: Reader, plan: Plan) -> list[dict[str, object]]:
    """Heads, which start from nothing, learn faster than the encoder; norms and biases do not decay."""
    groups: list[dict[str, object]] = []
    for inside in (True, False):
        for flat in (True, False):
            chosen = [
                weight
                for name, weight in model.named_parameters()
                if name.startswith("encoder.") == inside and (weight.ndim < 2) == flat
            ]
            rate = plan.rate if inside else plan.heads_rate
            groups.append({"params": chosen, "lr": rate, "weight_decay": 0.0 if flat else plan.decay})
    return groups
