"""Articles of reports: each once, their spans in words."""

from __future__ import annotations

import json

import pytest

from training.corpora.polnear import polnear

TEXT = "Dorn to quit.\n\n“I am done,” Senator Ada Dorn said on Monday. “Really.” Taxes: up."


def spans(*pieces):
    return [[TEXT.index(piece), TEXT.index(piece) + len(piece)] for piece in pieces]


REPORT = {
    "source": spans("Senator Ada Dorn"),
    "cue": spans("said"),
    "content": spans("“Really.”", "“I am done,”"),
}
UNSAID = {"source": [], "cue": spans(":"), "content": spans("up.")}


@pytest.fixture
def read(tmp_path):
    def read_rows(*told):
        path = tmp_path / "articles.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
        return list(polnear(path))

    return read_rows


def words(example, stretches):
    return [list(example.words[start:end]) for start, end in stretches]


def test_a_report_is_told_in_words_without_the_marks_at_its_rim(read):
    (example,) = read({"id": "a", "text": TEXT, "attributions": [REPORT]})
    (report,) = example.attributions
    assert words(example, report.source) == [["Senator", "Ada", "Dorn"]]
    assert words(example, report.cue) == [["said"]]
    assert words(example, report.content) == [["I", "am", "done"], ["Really"]]
    assert (example.id, example.corpus, example.sentences) == ("a", "polnear", None)


def test_a_report_may_lack_its_source_and_have_a_mark_for_its_cue(read):
    (example,) = read({"id": "a", "text": TEXT, "attributions": [UNSAID]})
    (report,) = example.attributions
    assert report.source == ()
    assert words(example, report.cue) == [[":"]]


def test_of_several_people_who_annotated_an_article_the_first_counts(read):
    first = {"id": "a", "text": TEXT, "attributions": [REPORT]}
    second = {"id": "a", "text": TEXT, "attributions": []}
    other = {"id": "b", "text": TEXT, "attributions": []}
    found = read(first, second, other)
    assert [(example.id, len(example.attributions)) for example in found] == [("a", 1), ("b", 0)]
