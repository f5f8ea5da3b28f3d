"""How often the checks speak, counted."""

from __future__ import annotations

from evaluation import rates
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held
from onrecord.model.story import Story


def case(*results: Finding | Held) -> Case:
    return Case(
        story=Story(id="x", text="x"),
        findings=tuple(one for one in results if isinstance(one, Finding)),
        held=tuple(one for one in results if isinstance(one, Held)),
    )


DATE = Finding(check="impossible-date", level="impossible", message="June 31", spans=(), reason=())
AGES = Held(check="ages-disagree", message="41 twice")


def test_findings_and_held_by_check_corpus_and_thousand():
    lines = list(
        rates.table({
            "one.jsonl": rates.rates([case(DATE, DATE), case(AGES), case()]),
            "two.jsonl.gz": rates.rates([case(DATE)]),
        })
    )  # fmt: skip
    assert lines[0].split() == "findings / held one (3) two (1) per 1,000 of 4".split()
    rows = {line.split()[0]: line.split()[1:] for line in lines[1:]}
    assert rows["impossible-date"] == "2 / 0 1 / 0 750.0 / 0.0".split()
    assert rows["ages-disagree"] == "0 / 1 0 / 0 0.0 / 250.0".split()
    assert rows["age-against-birth"] == "0 / 0 0 / 0 0.0 / 0.0".split()


def test_no_stories_are_no_fault():
    assert list(rates.table({"none.jsonl": rates.rates([])}))[1].endswith("0.0 / 0.0")
