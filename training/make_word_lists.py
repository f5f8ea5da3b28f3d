"""Makes the small word lists that the reading of names rests on: given names, surnames, everyday words.

usage: python training/make_word_lists.py --data FOLDER

FOLDER holds the corpora ewt-train.conllu.gz, gum-train.conllu.gz and the plain-text corpora named below. Given names
and surnames are those of the US census of 1990 (facts in the public domain), as the package `names` carries them.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/onrecord/annotate/data"
TREEBANKS = ("ewt-train.conllu.gz", "gum-train.conllu.gz")
TEXTS = ("gvdb-dev.jsonl.gz", "gap-development.tsv.gz", "knowledgenet-kin.jsonl.gz")
SURNAMES = 12_000
TAGS = {"NOUN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r", "NUM": "d"}
WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{2,24}(?:-[^\W\d_]{2,24})?(?![\w-])")


def main() -> None:
    """Write all three lists."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds the corpora")
    data: Path = parser.parse_args().data
    missing = [name for name in (*TREEBANKS, *TEXTS) if not (data / name).is_file()]
    if missing:
        sys.exit(f"{data}: no {', '.join(missing)} there; --data must name the folder of the corpora")
    OUT.mkdir(parents=True, exist_ok=True)
    _write("given.txt", _given())
    _write("surnames.txt", list(_census("dist.all.last"))[:SURNAMES])
    _write("words.txt", _words(data))


def _write(name: str, lines: list[str]) -> None:
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT / name}: {len(lines)} lines")


def _census(name: str) -> dict[str, float]:
    """Return names in lower case with their share in per cent, the most frequent first."""
    lines = (files("names") / name).read_text(encoding="ascii").splitlines()
    return {line.split()[0].lower(): float(line.split()[1]) for line in lines if line.strip()}


def _given() -> list[str]:
    """Return lines of a given name and how many per cent of its bearers are women."""
    women, men = _census("dist.female.first"), _census("dist.male.first")
    return [
        f"{name} {100 * women.get(name, 0) / (women.get(name, 0) + men.get(name, 0) or 1):.0f}"
        for name in sorted({*women, *men})
    ]


def _words(data: Path) -> list[str]:
    """Return lines of an everyday word, mostly written in lower case, and the kind of word it mostly is."""
    tags: dict[str, Counter[str]] = defaultdict(Counter)
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for form, tag, begins in _tagged(data):
        if form.islower():
            lower[form] += 1
            tags[form][tag] += 1
        elif not begins:
            capital[form.lower()] += 1
    for text in _texts(data):
        for match in WORD.finditer(text):
            form = match.group()
            if form.islower():
                lower[form] += 1
            elif text[max(0, match.start() - 2) : match.start()].strip(" \n")[-1:].isalpha():
                capital[form.lower()] += 1
    kept = (form for form in sorted(lower) if 6 * lower[form] >= capital[form] and _is_plain(form, lower))
    return [f"{form} {_tag(tags[form])}" for form in kept]


def _is_plain(form: str, lower: Counter[str]) -> bool:
    return len(form) > 1 and form.isascii() and form.replace("-", "").isalpha() and (lower[form] > 1 or "-" not in form)


def _tag(counted: Counter[str]) -> str:
    return TAGS.get(counted.most_common(1)[0][0], "f") if counted else "x"


def _tagged(data: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield the words of the treebanks, their tag, and whether they begin a sentence."""
    for name in TREEBANKS:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line[:1].isdigit():
                    number, form, _, tag = line.split("\t")[:4]
                    if (number.isdigit() and form.isalpha()) or "-" in form:
                        yield form, tag, number == "1"


def _texts(data: Path) -> Iterator[str]:
    """Yield the plain texts."""
    for name in TEXTS:
        with gzip.open(data / name, "rt", encoding="utf-8", newline="") as lines:
            if name.endswith(".jsonl.gz"):
                yield from (json.loads(line)["text"] for line in lines)
            else:
                yield from (row["Text"] for row in csv.DictReader(lines, delimiter="\t"))


if __name__ == "__main__":
    main()
