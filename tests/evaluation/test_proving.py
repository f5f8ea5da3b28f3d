"""The made-up records that the search for clashes is timed on."""

from __future__ import annotations

import random

from evaluation import proving
from onrecord.prove import conflicts


def test_a_record_of_truths_has_no_clash(monkeypatch):
    monkeypatch.setattr(proving, "WRONG", 0)
    assert conflicts(proving.record(40, random.Random(1))) == ()


def test_a_record_with_errors_has_some():
    facts = list(proving.record(100, random.Random(1)))
    assert len(facts) == 1000
    assert conflicts(facts)
