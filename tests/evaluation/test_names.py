"""Corpora of marked names, written as running text."""

from __future__ import annotations

import gzip
import io
import json
import tarfile

import pytest

from evaluation import names


def named(row):
    return row["text"], [row["text"][start:end] for start, end in row["names"]]


@pytest.fixture
def worldwide(tmp_path):
    def make(words: str):
        """Pack one article: words with their tag behind a slash, one sentence a line."""
        lines = "\n\n".join(sentence.replace("/", "\t").replace(" ", "\n") for sentence in words.split("\n"))
        packed = f"https://example.org\tO\n\n{lines}\n".encode()
        corpus = tmp_path / "news.tar.gz"
        with tarfile.open(corpus, "w:gz") as archive:
            member = tarfile.TarInfo("news/ada_1.txt.tsv")
            member.size = len(packed)
            archive.addfile(member, io.BytesIO(packed))
        (row,) = names.worldwide(corpus)
        return named(row)

    return make


@pytest.mark.parametrize(
    ("words", "text", "people"),
    [
        ("Ada/B-Person Marsh/I-Person sang/O ./O", "Ada Marsh sang.", ["Ada Marsh"]),
        ("Ada/B-Person Bo/B-Person", "Ada Bo", ["Ada", "Bo"]),
        ("Ada/B-Person Marsh/I-Organization", "Ada Marsh", ["Ada"]),
        ("Ada/I-Person Marsh/I-Person", "Ada Marsh", ["Ada Marsh"]),
        ("Ada/B-Person 's/O dog/O", "Ada's dog", ["Ada"]),
        ("Al/B-Person -/I-Person Marsh/I-Person start/O -/O up/O", "Al-Marsh start - up", ["Al-Marsh"]),
        ('She/O said/O "/O go/O ,/O Bo/B-Person "/O now/O', 'She said "go, Bo" now', ["Bo"]),
        ("(/O Ada/B-Person )/O sang/O\nBo/B-Person sang/O", "(Ada) sang\nBo sang", ["Ada", "Bo"]),
        ("Harrow/B-Location Bay/I-Location", "Harrow Bay", []),
        ("Marsh/O\tB-Person sang/O", "Marsh sang", ["Marsh"]),  # a second layer of tags
    ],
)
def test_an_article_reads_as_printed_and_its_names_stand_where_they_stood(worldwide, words, text, people):
    assert worldwide(words) == (text, people)


def test_documents_of_a_treebank(tmp_path):
    corpus = tmp_path / "web.iob2.gz"
    with gzip.open(corpus, "wt", encoding="utf-8") as lines:
        lines.write(
            "# newdoc id = one\n# sent_id = 1\n1\tAda\tB-PER\t-\tx\n2\tsang\tO\t-\t-\n3\t.\tO\t-\t-\n\n"
            "1\tBo\tB-PER\t-\tx\n\n# newdoc id = two\n1\tHarrow\tB-LOC\t-\tx\n\n"
        )
    rows = list(names.uner(corpus))
    assert [row["story"] for row in rows] == ["one", "two"]
    assert [named(row) for row in rows] == [("Ada sang.\nBo", ["Ada", "Bo"]), ("Harrow", [])]
    written = tmp_path / "rows.jsonl"
    names.write(corpus, written)
    assert [json.loads(line) for line in written.read_text(encoding="utf-8").splitlines()] == rows
