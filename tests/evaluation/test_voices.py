"""Whether a voice is right by the record, and the reliability table."""

from __future__ import annotations

import pytest

from evaluation import peers, voices
from onrecord import pipeline
from onrecord.ingest import from_text
from onrecord.model.case import Case
from onrecord.model.statement import Quote

TEXT = 'A Day\n\nMara Quill met Otto Brandt. "It rained all day," Mara Quill said. "It froze," a source said.'


@pytest.fixture(scope="module")
def case() -> Case:
    return pipeline.read(from_text(TEXT))


def row(speaker: object, words: str = '"It rained all day,"') -> dict[str, object]:
    start = TEXT.index(words)
    people = [{"id": "P1", "aliases": ["Mara Quill"]}, {"id": "P2", "aliases": ["Otto Brandt"]}]
    quote = {"span": [start, start + len(words)], "speaker": speaker}
    return {"text": TEXT, "people": people, "quotes": [quote]}


@pytest.mark.parametrize(
    ("speaker", "words", "right"),
    [
        ("P1", '"It rained all day,"', [True, False]),
        ("P2", '"It rained all day,"', [False, False]),
        ({"anon": "a source"}, '"It rained all day,"', [False, False]),
        ({"anon": "a source"}, '"It froze,"', [False, True]),
        (None, '"It froze,"', [False, False]),
        ("P1", '"It rained', [False, False]),
    ],
)
def test_a_voice_is_right_where_the_record_has_it(case: Case, speaker: object, words: str, right: list[bool]) -> None:
    gold = row(speaker, words)
    known = voices.meant(gold, case.people)
    assert [voices.is_right(gold, quote, known) for quote in case.all(Quote)] == right


def test_the_table_tells_mean_and_share_of_each_stretch() -> None:
    lines = list(voices.table([(0.96, True), (0.97, False), (0.3, False), (1.0, True)]))
    assert [line.split() for line in lines[1:]] == [
        ["0.00", "to", "0.60", "1", "0.30", "0.00"],
        ["0.95", "to", "0.98", "2", "0.96", "0.50"],
        ["0.98", "to", "1.00", "1", "1.00", "1.00"],
    ]


def speakers(case: Case, told: list[Quote]) -> list[str | None]:
    names = {person.id: person.name for person in case.people} | {source.id: source.name for source in case.sources}
    return [names.get(one.speaker or one.source or "") for one in told]


def test_the_rules_of_textacy_take_the_subject_of_the_nearest_verb(case: Case) -> None:
    # The verb of the sentence before stands nearer to the second quotation than its own.
    assert speakers(case, list(peers.textacy(case))) == ["Mara Quill", "Mara Quill"]
    alone = pipeline.read(from_text(TEXT.replace('"It rained all day," Mara Quill said. ', "")))
    assert speakers(alone, list(peers.textacy(alone))) == ["a source"]


def test_the_nearest_name_is_any_name(case: Case) -> None:
    assert speakers(case, list(peers.nearest_name(case))) == ["Mara Quill", "Mara Quill"]


def test_other_quotations_take_the_place_of_ours(case: Case) -> None:
    assert peers.with_quotes(case, iter(())).all(Quote) == ()
