"""Reads celebrity stories with full records: who is named where, who is kin, whose the quotations and the ages are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from onrecord import pipeline
from onrecord.annotate.lexicon import everyday
from onrecord.annotate.noun_phrases import Noun, nouns
from onrecord.model.document import Document
from onrecord.model.span import Span
from onrecord.model.statement import Quote as ReadQuote
from training.corpora.plain import covered, document, rows, stretch, texts
from training.corpora.silver import times_and_works
from training.example import Age, Example, Kin, Mention, Quote, Stretch

_SMALL = frozenset(
    "a an and as at but by for from her his if in into is it its my of on or our so the to up vs with".split()
)
_DAYS = (
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December"
)
_AFTER_A_NAME = frozenset(_DAYS.split())
"""What may follow a name with a capital of its own, and the name still be a person's."""

_NAMED_AFTER = frozenset(
    "Awards Band Center Clinic Collection Company Cosmetics Effect Foundation Hotel Institute Library Live Project "
    "Show Today Tour Tower World".split()
)
_FAMILY = frozenset("family families clan household dynasty brood sisters brothers siblings girls boys kids".split())
_LEADS_A_TITLE = frozenset("With Team Of The For And To".split())
_MOST_WORDS_OF_A_TITLE = 8
_PRONOUNS = frozenset(("he", "she"))
_ANY_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent|thirt|fort|fift|sixt|sevent"
    r"|eight|ninet)",
    re.IGNORECASE,
)


def celebrity(path: Path) -> Iterator[Example]:
    """Yield each story of a file with what its record tells.

    Names are marked in full, and with them the pairs of people that are no kin. The few pronouns and nouns among the
    mentions are those that a quotation with a known speaker, or an age with a known owner, settles.
    """
    for row in rows(path):
        yield _example(row)


def _example(row: dict[str, Any]) -> Example:
    laid = document(row["text"])
    words = laid.words
    names = list(_names(laid, row))
    entities = {mention.entity for mention in names}
    more = {mention.start: mention for mention in (*_voiced(laid, row, names), *_aged(laid, row, names))}
    sources = [source for source in row["sources"] if not source.get("channel")]
    return Example(
        id=row["story"],
        corpus="celebrity",
        words=texts(words),
        stretches={
            **times_and_works(laid),
            "person": tuple((mention.start, mention.end) for mention in names),
            "unnamed": _stretches(laid, (source["span"] for source in sources if not source["named"])),
            "outlet": _stretches(laid, (source["span"] for source in sources if source["named"])),
        },
        mentions=tuple(
            sorted(
                (*names, *(mention for mention in more.values() if mention.entity in entities)),
                key=lambda mention: (mention.start, mention.end),
            )
        ),
        forms=frozenset(("name",)),
        kin=tuple(_kin(row["relations"], entities)),
        quotes=tuple(sorted(_quotes(laid, row, entities), key=lambda quote: quote.start)),
        ages=tuple(sorted(set(_ages(laid, row, entities)), key=lambda age: age.word)),
    )


def _stretches(laid: Document, spans: Iterator[Sequence[int]]) -> tuple[Stretch, ...]:
    """Return the words of spans in their order; of two that overlap, those of the longer."""
    found = {part for start, end in spans if (part := stretch(laid.words, laid.story.text, start, end))}
    kept: list[Stretch] = []
    for start, end in sorted(found, key=lambda part: (part[0] - part[1], part)):
        if all(end <= first or last <= start for first, last in kept):
            kept.append((start, end))
    return tuple(sorted(kept))


# Names


def _names(laid: Document, row: Mapping[str, Any]) -> Iterator[Mention]:
    """Yield each place where a person is named, in order; the head of a name is its first word, as in the treebanks."""
    owner = {alias: person["id"] for person in row["people"] for alias in person["aliases"]}
    if not owner:
        return
    longest_first = sorted(owner, key=lambda alias: (-len(alias), alias))
    starts = {word.start: index for index, word in enumerate(laid.words)}
    ends = {
        word.end - dot: index + 1 for index, word in enumerate(laid.words) for dot in (0, word.text[1:].endswith("."))
    }
    spoken = [tuple(quote["span"]) for quote in row["quotes"]]
    titles = [quotation for quotation in laid.quotations if _is_title(quotation.text)]
    titles = [title for title in titles if not any(start < title.end and title.start < end for start, end in spoken)]
    lines = [sentence.start for sentence in laid.sentences]
    headings = [_in_title_case(sentence.text.split()) for sentence in laid.sentences]
    for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", laid.story.text):
        start, end = starts.get(match.start()), ends.get(match.end())
        if start is None or end is None or any(title.start < match.start() < title.end for title in titles):
            continue
        line = bisect_right(lines, match.start()) - 1
        if not _part_of_more(laid, start, end, laid.sentences[line], heading=headings[line]):
            yield Mention(start, end, start, "name", owner[match.group()])


def _is_title(quotation: str) -> bool:
    words = quotation[1:-1].split()
    capitals = [word for word in words if word.lower() not in _SMALL]
    return 1 < len(words) <= _MOST_WORDS_OF_A_TITLE and all(not word[0].islower() for word in capitals)


def _in_title_case(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.7 * len(long)


def _part_of_more(laid: Document, start: int, end: int, sentence: Span, *, heading: bool) -> bool:
    """Tell whether a name only stands in the name of something else: a show, a company, a family."""
    words = laid.words
    before = [word.text for word in words[max(0, start - 2) : start] if word.start >= sentence.start]
    after = words[end].text if end < len(words) and words[end].start < sentence.end else ""
    if after in _NAMED_AFTER:
        return True
    if after in _FAMILY and end == start + 1 and before[-1:] in (["the"], ["The"]):
        return True
    if heading:
        return False
    if after.istitle() and after not in _AFTER_A_NAME:
        return True
    return len(before) > 1 and before[1] in _LEADS_A_TITLE and before[0][0].isupper()


# Pronouns and nouns that something else settles


def _voiced(laid: Document, row: Mapping[str, Any], names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the "she" and "the singer" beside a quotation, meaning the one who speaks by the record."""
    speakers = {
        stretch(laid.words, laid.story.text, *quote["span"]): quote["speaker"]
        for quote in row["quotes"]
        if isinstance(quote["speaker"], str) and not quote.get("also")
    }
    phrases = {(noun.first, noun.last): noun for noun in _nouns(laid, names)}
    for read in pipeline.read(laid.story).statements:
        if not isinstance(read, ReadQuote) or not read.voice or not read.cue or not _one_line(laid, read):
            continue
        speaker = speakers.get(stretch(laid.words, laid.story.text, read.spans[0].start, read.spans[0].end))
        voice = covered(laid.words, read.voice.start, read.voice.end)
        if speaker is None or voice is None:
            continue
        if read.voice.text.lower() in _PRONOUNS:
            yield Mention(*voice, voice[0], "pronoun", speaker)
        elif voice in phrases and not phrases[voice].plural:
            yield Mention(*voice, voice[1] - 1, "noun", speaker)


def _one_line(laid: Document, read: ReadQuote) -> bool:
    """Tell whether the voice and its cue stand in one sentence with an end of the quotation."""
    voice, cue, quote = read.voice, read.cue, read.spans[0]
    lines = [sentence.start for sentence in laid.sentences]
    line = {bisect_right(lines, span.start) for span in (voice, cue) if span}
    return len(line) == 1 and bool(line & {bisect_right(lines, quote.start), bisect_right(lines, quote.end - 1)})


def _aged(laid: Document, row: Mapping[str, Any], names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield "the 45-year-old" and "her two-year-old daughter" where the record tells whose age it is."""
    owners = {part[0]: age["who"] for age in row["ages"] if (part := covered(laid.words, *age["span"]))}
    named = {mention.start for mention in names}
    for noun in _nouns(laid, names):
        told = {owners[word] for word in range(noun.first, noun.last) if word in owners}
        if len(told) == 1 and not noun.plural and noun.last not in named and not _goes_on(laid.words, noun.last):
            yield Mention(noun.first, noun.last, noun.last - 1, "noun", told.pop())


def _nouns(laid: Document, names: Sequence[Mention]) -> Iterator[Noun]:
    """Yield the phrases of person nouns; of those with one end the shortest ("that the singer" holds "the singer")."""
    found = {noun.last: noun for noun in nouns(laid.words, {mention.start: mention.end for mention in names})}
    for noun in found.values():
        if not any(word.text in ("a", "an") for word in laid.words[noun.first : noun.last]):
            yield noun


def _goes_on(words: Sequence[Span], end: int) -> bool:
    """Tell whether a phrase may have more words than were found: "the 31-year-old" before "British star"."""
    after = words[end].text if end < len(words) else "."
    return after[0].isalpha() and (after[0].isupper() or everyday(after.lower()) in ("a", "n", None))


# Kin, quotations, ages


def _kin(relations: Sequence[Mapping[str, str]], entities: set[str]) -> Iterator[Kin]:
    """Yield each relation once, whatever its times, and each pair that has none."""
    told: dict[Kin, None] = {}
    for relation in relations:
        first, second = relation["from"], relation["to"]
        if first in entities and second in entities and first != second:
            told[Kin(first, second, relation["type"])] = None
    yield from told
    related = {frozenset((kin.first, kin.second)) for kin in told}
    for first, second in combinations(sorted(entities), 2):
        if frozenset((first, second)) not in related:
            yield Kin(first, second, None)


def _quotes(laid: Document, row: Mapping[str, Any], entities: set[str]) -> Iterator[Quote]:
    for quote in row["quotes"]:
        part = covered(laid.words, *quote["span"])
        if part is None:
            continue
        speaker = quote["speaker"]
        if isinstance(speaker, str):
            people = (speaker, *quote.get("also", ()))
            yield Quote(*part, speakers=tuple(person for person in people if person in entities))
        else:
            told = next(iter(speaker.values())) if speaker else None
            yield Quote(*part, voices=_voices(laid, row, quote["span"], told) if told else ())


def _voices(laid: Document, row: Mapping[str, Any], quote: Sequence[int], told: str) -> tuple[Stretch, ...]:
    """Return the words for a source that stand nearest to its quotation, those that the record lists first."""
    listed = [tuple(source["span"]) for source in row["sources"] if source["at"]["text"].lower() == told.lower()]
    anywhere = [
        match.span() for match in re.finditer(rf"(?<!\w){re.escape(told)}(?!\w)", laid.story.text, re.IGNORECASE)
    ]
    outside = [span for span in listed or anywhere if span[1] <= quote[0] or quote[1] <= span[0]]
    if not outside:
        return ()
    nearest = min(outside, key=lambda span: max(span[0] - quote[1], quote[0] - span[1]))
    part = stretch(laid.words, laid.story.text, *nearest)
    return (part,) if part else ()


def _ages(laid: Document, row: Mapping[str, Any], entities: set[str]) -> Iterator[Age]:
    for age in row["ages"]:
        part = covered(laid.words, *age["span"])
        if part and age["who"] in entities:
            numbers = [word for word in range(*part) if _ANY_NUMBER.search(laid.words[word].text)]
            yield Age(numbers[0] if numbers else part[0], age["who"])
