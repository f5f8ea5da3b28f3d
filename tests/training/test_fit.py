"""Training stops where it is told to and goes on as if it had not."""

from __future__ import annotations

from dataclasses import replace

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")

from onrecord.reader.pieces import CASES
from training.batches import Read
from training.example import Example
from training.fit import batches_of, disturbed, fit, steps_in
from training.model import Reader
from training.plan import Plan
from training.shape import TINY

SHAPE = replace(TINY, relations=4)
PLAN = Plan(passes=2.5, planned=4, pieces_a_batch=40, masked=0.2, recased=0.5, repeats={"made": 1.5})


def story(number):
    words = tuple("Mara left . Tom stayed on .".split())
    tags = tuple("PROPN VERB PUNCT PROPN VERB ADP PUNCT".split())
    example = Example(id=str(number), corpus="made", words=words, upos=tags, stretches={"person": ((0, 1), (3, 4))})
    return Read(example, [[1000 + number * 7 + place] for place in range(7)], [1, 0, 5, 1, 0, 0, 5])


READS = [story(number) for number in range(6)]


def beginner():
    torch.manual_seed(5)
    return Reader(SHAPE)


def test_a_run_that_is_stopped_at_every_step_ends_with_the_same_weights(tmp_path):
    whole, parts = beginner(), beginner()
    assert fit(whole, READS, {}, PLAN, say=lambda _: None)
    stops = 0
    while not fit(parts, READS, {}, PLAN, state=tmp_path / "state.pt", stop_after_s=0, say=lambda _: None):
        stops += 1
        torch.manual_seed(stops)
        parts = Reader(SHAPE)
    assert stops > 3
    assert all(torch.equal(value, parts.state_dict()[name]) for name, value in whole.state_dict().items())


def test_the_loss_falls_with_training():
    told = []
    fit(beginner(), READS, {}, replace(PLAN, passes=60, planned=None, heads_rate=5e-3, masked=0.0), say=told.append)
    first, last = (float(line.split("tags ")[1].split()[0]) for line in (told[0], told[-1]))
    assert last < 0.5 * first


def test_a_part_of_a_pass_counts_as_part_of_its_steps():
    assert steps_in([10, 20, 30], 3) == 60
    assert steps_in([10, 20, 30], 2.5) == 45
    assert steps_in([10, 20, 30], 0.1) == 1


def test_a_pass_is_drawn_the_same_each_time_and_repeats_what_it_should():
    first, again, other = (batches_of(READS, PLAN, number) for number in (0, 0, 1))
    assert first == again
    assert first != other
    assert 6 <= sum(len(batch) for batch in first) <= 12


def test_nothing_is_disturbed_where_the_plan_says_so():
    pieces, cases = torch.full((50, 20), 2000), torch.zeros(50, 20, dtype=torch.int64)
    same = disturbed(pieces, cases, replace(PLAN, masked=0.0, recased=0.0))
    assert all(torch.equal(*pair) for pair in zip(same, (pieces, cases), strict=True))


def test_marks_are_never_hidden_and_digits_keep_their_case():
    torch.manual_seed(2)
    pieces = torch.tensor([[101, 2000, 2001, 102, 0]] * 200)
    cases = torch.tensor([[CASES.index("other"), CASES.index("lower"), CASES.index("digit"), 5, 0]] * 200)
    hidden, recased = disturbed(pieces, cases, replace(PLAN, masked=1.0, recased=1.0))
    assert hidden.unique(dim=0).tolist() == [[101, 103, 103, 102, 0]]
    assert recased[:, 2].unique().tolist() == [CASES.index("digit")]
    assert recased[:, 1].unique().tolist() == [0, 1, 2]
