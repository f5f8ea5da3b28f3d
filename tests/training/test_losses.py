"""Every loss falls when the right answer is scored up, and what is not told costs nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")

from training.batches import IGNORED, Read, collate, label
from training.example import Attribution, Example, Kin, Mention, Quote
from training.losses import WEIGHTS, losses, total
from training.model import Reader
from training.shape import TINY

EXAMPLE = Example(
    id="a",
    corpus="made",
    words=tuple("Ada is his mother , Tom said .".split()),
    sentences=(0,),
    upos=tuple("PROPN AUX PRON NOUN PUNCT PROPN VERB PUNCT".split()),
    heads=(3, 3, 3, 6, 6, 6, 6, 6),
    relations=tuple("nsubj cop nmod ccomp punct nsubj root punct".split()),
    stretches={"person": ((0, 1), (5, 6))},
    attributions=(Attribution(((5, 6),), ((6, 7),), ((0, 4),)),),
    mentions=(Mention(0, 1, 0, "name", "a"), Mention(2, 3, 2, "pronoun", "t"), Mention(5, 6, 5, "name", "t")),
    forms=frozenset(("name", "pronoun")),
    kin=(Kin("a", "t", "parent"),),
    factuality={6: "stated"},
    quotes=(Quote(0, 4, ("t",)),),
)
RELATIONS = {name: place for place, name in enumerate(sorted(set(EXAMPLE.relations)))}
SILENT = Example(id="b", corpus="made", words=EXAMPLE.words)


def batch_of(example):
    read = Read(example, [[2000 + place] for place in range(8)], [0] * 8)
    return collate([label(read, 0, 8, RELATIONS)])


def asked(model, batch):
    return losses(model, batch, model(batch["pieces"], batch["cases"], batch["firsts"]))


@pytest.fixture
def model():
    torch.manual_seed(1)
    return Reader(replace(TINY, relations=len(RELATIONS), dropout=0.0))


def test_all_losses_are_weighed_and_told_for(model):
    found = asked(model, batch_of(EXAMPLE))
    assert set(found) == set(WEIGHTS)
    assert all(loss > 0 for loss in found.values())
    assert total(found).item() == pytest.approx(sum(WEIGHTS[name] * loss.item() for name, loss in found.items()), 1e-4)


def test_what_is_not_told_costs_nothing(model):
    assert [loss.item() for loss in asked(model, batch_of(SILENT)).values()] == [0.0] * 7


@pytest.mark.parametrize("name", ["upos", "start", "clause", "tags"])
def test_a_choice_costs_less_when_the_right_one_is_scored_up(model, name):
    batch = batch_of(EXAMPLE)
    out = model(batch["pieces"], batch["cases"], batch["firsts"])
    gold = batch[name]
    right = torch.nn.functional.one_hot(gold.clamp(min=0), out[name].shape[-1]) * (gold != IGNORED)[..., None]
    better = losses(model, batch, out | {name: out[name] + right})
    worse = losses(model, batch, out | {name: out[name] - right})
    assert better[name] < losses(model, batch, out)[name] < worse[name]


def test_forms_and_arcs_cost_less_when_the_right_ones_are_scored_up(model):
    batch = batch_of(EXAMPLE)
    out = model(batch["pieces"], batch["cases"], batch["firsts"])
    forms = out["forms"] + torch.where(batch["forms"] == 1, 1.0, -1.0)
    arcs = out["arcs"] + torch.nn.functional.one_hot(batch["head"], 8)
    better, before = losses(model, batch, out | {"forms": forms, "arcs": arcs}), losses(model, batch, out)
    assert better["forms"] < before["forms"]
    assert better["arcs"] < before["arcs"]


@pytest.mark.parametrize("name", sorted(WEIGHTS))
def test_a_step_down_its_slope_lowers_each_loss(model, name):
    batch = batch_of(EXAMPLE)
    before = asked(model, batch)[name]
    weights = [weight for weight in model.parameters() if weight.requires_grad]
    slopes = torch.autograd.grad(before, weights, allow_unused=True)
    with torch.no_grad():
        for weight, slope in zip(weights, slopes, strict=True):
            if slope is not None:
                weight -= 1e-3 * slope
    assert asked(model, batch)[name] < before


def test_a_mention_whose_first_is_not_known_to_be_first_costs_nothing(model):
    unsure = replace(SILENT, mentions=(EXAMPLE.mentions[0],))
    sure = replace(unsure, strangers=frozenset("a"), mentions=(EXAMPLE.mentions[0], EXAMPLE.mentions[2]))
    assert asked(model, batch_of(unsure))["antecedent"].item() == 0
    assert asked(model, batch_of(replace(sure, strangers=frozenset("at"))))["antecedent"].item() > 0
