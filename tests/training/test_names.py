from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

from training.corpora.names import uner, worldwide
from training.example import Example

ARTICLE = """\
https://marl.example/1 O

President B-Person
Ada I-Person
Fern I-Person
runs O
Port B-Organization
of I-Organization
Marl I-Organization B-Location
. O

On O
Monday B-Date
Wick B-Person
Oland B-Person
left O
Marl B-Location
Hall B-Facility
"""
TREEBANK = """\
# newdoc id = blog-1
# text = can't see Ada
1 ca can AUX MD _ 3 aux _ _
2 n't not PART RB _ 3 advmod _ _
3 see see VERB VB _ 0 root _ _
4 Dr. Dr. PROPN NNP _ 5 nmod:desc _ _
5 Ada Ada PROPN NNP _ 3 obj _ _
6 - - PUNCT HYPH _ 7 punct _ _
7 Lu Lu PROPN NNP _ 5 flat _ _

"""
NAMES = """\
# newdoc id = blog-1
# text = can't see Ada
1 can't O - x
2 see O - x
3 Dr. B-PER - x
4 Ada-Lu I-PER - x

"""


def articles(folder: Path, text: str) -> list[Example]:
    path = folder / "news.tar.gz"
    packed = text.replace(" ", "\t").encode()
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo("news/af_marl_1.txt.tsv")
        member.size = len(packed)
        archive.addfile(member, io.BytesIO(packed))
    return list(worldwide(path))


def told(example: Example, layer: str) -> list[str]:
    return [" ".join(example.words[start:end]) for start, end in example.stretches[layer]]


def test_an_article_is_read_without_its_address(tmp_path: Path) -> None:
    (example,) = articles(tmp_path, ARTICLE)
    assert example.id == "af_marl_1"
    assert example.words[:2] == ("President", "Ada")
    assert example.sentences == (0, 8)


def test_an_article_without_address_keeps_its_first_line(tmp_path: Path) -> None:
    (example,) = articles(tmp_path, ARTICLE.split("\n", 2)[2])
    assert example.words[0] == "President"
    assert example.sentences == (0, 8)


def test_names_inside_names_are_told_and_dates_are_not(tmp_path: Path) -> None:
    (example,) = articles(tmp_path, ARTICLE)
    assert told(example, "person") == ["Ada Fern", "Wick", "Oland"]
    assert told(example, "organisation") == ["Port of Marl"]
    assert told(example, "place") == ["Marl", "Marl", "Hall"]
    assert set(example.stretches) == {"person", "organisation", "place"}


def merged(folder: Path, names: str) -> Example:
    for name, text in {"treebank": TREEBANK, "names": names}.items():
        lines = (line if line.startswith("#") else line.replace(" ", "\t") for line in text.split("\n"))
        (folder / name).write_bytes(gzip.compress("\n".join(lines).encode()))
    (example,) = uner(folder / "names", folder / "treebank")
    return example


def test_names_join_a_treebank_that_cuts_words_otherwise(tmp_path: Path) -> None:
    example = merged(tmp_path, NAMES)
    assert told(example, "person") == ["Ada - Lu"]
    assert told(example, "place") == []
    assert example.heads is not None


def test_where_the_letters_differ_no_names_are_told(tmp_path: Path) -> None:
    assert merged(tmp_path, NAMES.replace("see O", "saw O")).stretches == {}
