"""Compares whose words quotations are with two simple ways: ``python -m evaluation.peers SHARED``.

The same stories, words, parse, names, who is who and scorer; only the rules that find quotations and voices differ.
"""

from __future__ import annotations

import sys
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from pathlib import Path

import msgspec

from evaluation import cases, scores
from onrecord import reader
from onrecord.annotate.cues import cues
from onrecord.model.case import Case
from onrecord.model.document import Document, Quotation
from onrecord.model.reading import Token
from onrecord.model.span import Span
from onrecord.model.statement import Quote
from onrecord.text import lay_out

GOLD = ("celebrity-dev", "general-dev")
ROWS = ("quotes found", "quotes with the right voice")
# The reporting verbs of textacy 0.13 (textacy.constants), those that a subject can have.
_VERBS = frozenset("""
    accuse acknowledge add admit agree allege announce argue ask assert believe blame charge cite claim complain concede
    conclude confirm contend criticize declare decline deny describe disagree disclose estimate explain fear hope insist
    maintain mention note observe order predict promise recall recommend reply report say state stress suggest tell
    testify think urge warn worry write
""".split())  # fmt: skip
_LEAST_WORDS = 2


def main() -> int:
    """Print the table and return the exit code: 2 without the shared folder."""
    shared = Path(sys.argv[1]) if len(sys.argv) == 2 else None
    if shared is None or not all((shared / "gold" / f"{name}.jsonl").is_file() for name in GOLD):
        print(f"usage: python -m evaluation.peers SHARED, a folder with gold/ and in it {GOLD}", file=sys.stderr)
        return 2
    for name in GOLD:
        gold = shared / "gold" / f"{name}.jsonl"
        read = list(cases.read(gold))
        print(f"{name}, F1: {', '.join(ROWS)}")
        for way, told in (
            ("onrecord", read),
            ("rules of textacy", [with_quotes(case, textacy(case)) for case in read]),
            ("nearest name", [with_quotes(case, nearest_name(case)) for case in read]),
        ):
            print(f"  {way:20}" + "".join(f"{figure:8}" for figure in _figures(shared, gold, told)))
    return 0


def _figures(shared: Path, gold: Path, told: list[Case]) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "cases.jsonl"
        cases.keep(iter(told), kept)
        found = scores.figures(shared, gold, kept)
    return [found[row] for row in ROWS]


def with_quotes(case: Case, quotes: Iterator[Quote]) -> Case:
    """Return a case with these quotations in the place of its own."""
    others = tuple(one for one in case.statements if not isinstance(one, Quote))
    return msgspec.structs.replace(case, statements=(*others, *quotes))


def textacy(case: Case) -> Iterator[Quote]:
    """Yield quotations as ``textacy.extract.direct_quotations`` (0.13) does: the nearest reporting verb's subject.

    A quotation has two words or more that are not all in capitals, and a sentence that it touches has a reporting verb,
    outside all quotations, with a subject. Its subject is read as whom it means in the case, which textacy leaves open.
    """
    document = lay_out(case.story)
    tokens = reader.read(document).tokens
    inside = [quotation for quotation in document.quotations if quotation.depth == 0]
    for quotation in inside:
        words = document.words_in(quotation.start, quotation.end)
        content = [word for word in words if word.text[0].isalpha()]
        if len(content) < _LEAST_WORDS or all(word.text.istitle() for word in content if len(word.text) > len("the")):
            continue
        subject = _nearest_subject(document, tokens, inside, quotation)
        if subject is not None:
            yield _quote(case, quotation, document.words[subject])


def _nearest_subject(
    document: Document, tokens: tuple[Token, ...], inside: list[Quotation], quotation: Quotation
) -> int | None:
    starts = [word.start for word in document.words]
    window = [
        sentence
        for sentence in document.sentences
        if sentence.start <= quotation.end + 1 and sentence.end >= quotation.start - 1
    ]
    if not window:
        return None
    first, last = bisect_left(starts, window[0].start), bisect_left(starts, window[-1].end)
    verbs = [
        place
        for place in range(first, last)
        if tokens[place].upos == "VERB"
        and (cue := cues().get(document.words[place].text.lower()))
        and cue.verb in _VERBS
        and not any(one.start <= starts[place] < one.end for one in inside)
    ]
    verbs.sort(key=lambda place: min(abs(starts[place] - quotation.start), abs(starts[place] - quotation.end)))
    for verb in verbs:
        for place in range(first, last):
            if tokens[place].head == verb and tokens[place].relation in ("nsubj", "csubj"):
                return place
    return None


def nearest_name(case: Case) -> Iterator[Quote]:
    """Yield every quotation of two words or more, its voice the nearest name outside quotations in its paragraph.

    Where the paragraph has none, it is the last name before: what a quotation is given last in the sieves of Muzny et
    al. (2017), which CoreNLP's quote annotator follows.
    """
    document = lay_out(case.story)
    names = sorted(
        (mention.span, person.id)
        for person in case.people
        for mention in person.mentions
        if mention.form == "name" and document.quotation_at(mention.start) is None
    )
    for quotation in document.quotations:
        block = document.block_at(quotation.start)
        if quotation.depth or block is None or len(quotation.text.split()) < _LEAST_WORDS:
            continue
        near = [one for one in names if block.start <= one[0].start < block.end]
        before = names[: bisect_right(names, quotation.start, key=lambda one: one[0].start)]
        best = min(near, key=lambda one: _away(one[0], quotation), default=before[-1] if before else None)
        if best:
            yield _quote(case, quotation, best[0])


def _away(span: Span, quotation: Quotation) -> int:
    return max(span.start - quotation.end, quotation.start - span.end)


def _quote(case: Case, quotation: Quotation, word: Span) -> Quote:
    """Give a quotation to whom a word means: a person, or a source."""
    speaker = next(
        (person.id for person in case.people for one in person.mentions if one.start <= word.start < one.end), None
    )
    source = next((one.id for one in case.sources for span in one.spans if span.start <= word.start < span.end), None)
    return Quote(
        id="", form="direct", speaker=None if source else speaker, source=source, voice=word, spans=(quotation.span,)
    )


if __name__ == "__main__":
    sys.exit(main())
