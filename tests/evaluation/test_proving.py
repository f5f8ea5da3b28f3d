"""The made-up records that the search for clashes is timed on."""

from __future__ import annotations

import random

from evaluation import proving
from onrecord.prove import added, checked, conflicts


def test_a_record_of_truths_has_no_clash(monkeypatch):
    monkeypatch.setattr(proving, "WRONG", 0)
    assert conflicts(proving.record(40, random.Random(1))) == ()


def test_a_record_with_errors_has_some():
    facts = list(proving.record(100, random.Random(1)))
    assert len(facts) == 1000
    assert conflicts(facts)


def test_of_families_one_more_statement_touches_one():
    facts = list(proving.record(100, random.Random(1), family=8))
    before = checked(facts[:-1])
    after = added(before, facts[-1:])
    kept = {id(part) for part in before.parts} & {id(part) for part in after.parts}
    assert len(before.parts) > 10
    assert len(kept) == len(after.parts) - 1
