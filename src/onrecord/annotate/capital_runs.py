"""Finds runs of capitalised words and tells whose names they are: people's, organisations', outlets', places', works'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from onrecord.annotate import lexicon, name_words
from onrecord.annotate.numbers import number
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Block, Document
from onrecord.model.marks import Gender
from onrecord.model.span import Span

Kind = Literal["person", "organisation", "outlet", "place", "work", "family", "other"]

_ROLE = re.compile(rf"{ROLE}\Z")
_CAPITAL = re.compile(r"[A-Z0-9À-ÖØ-Þ$@]")
_SITE = re.compile(r"\w[\w-]*\.(?:com|co\.uk|net|org|tv)\Z", re.IGNORECASE)
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_SAYS = frozenset(
    "said says told tells added adds wrote writes tweeted posted revealed reveals admitted admits explained claims "
    "claimed insisted joked gushed confessed shared married filed split has is was gave welcomed dated looked stepped "
    "who and".split()
)
_LOCATING = frozenset(["in", "at", "from", "near", "to", "outside", "around", "across", "throughout"])
_WORK_CUES = frozenset("film movie show series album song single book memoir novel video track hit starring".split())
_MAX_WORDS = 6
_MIN_PERSON = 2.0
_AGAIN = 0.4
_OLDEST = 115


class Run(NamedTuple):
    """Capitalised words that stand together, a title before them left out. ``first`` is the index of its first word."""

    words: tuple[Span, ...]
    first: int
    block: Block
    opens: bool
    title: str | None = None

    @property
    def key(self) -> str:
        """Return its words in lower case, one space apart."""
        return " ".join(word.text.lower() for word in self.words)


class Named(NamedTuple):
    """A run and what it names; ``gender`` is what a title or a given name tells."""

    run: Run
    kind: Kind
    gender: Gender | None


def named(document: Document) -> list[Named]:
    """Return every name of the story in the order of its text."""
    runs = list(_runs(document))
    settled = _settled(document, [run for run in runs if not _shouting(document, run.block)])
    people = {key for key, kind in settled.items() if kind == "person"}
    parts = {part for key in people if " " in key for part in key.split()}
    out = []
    for run in runs:
        for part in _cut(run, people, parts) if _shouting(document, run.block) else [run]:
            kind = settled.get(part.key) or _judge(document, part)[0]
            alone = len(part.words) == 1
            if alone and kind in ("other", "place") and part.key in parts and part.key not in name_words.NEVER_ALONE:
                kind = "person"
            if kind == "person" and _plural_family(document, part):
                kind = "family"
            out.append(Named(part, kind, _gender(part)))
    return out


def _settled(document: Document, runs: list[Run]) -> dict[str, Kind]:
    """Settle what each name of the body is, from all the places where it stands."""
    kinds: dict[str, Counter[Kind]] = {}
    scores: dict[str, list[float]] = {}
    for run in runs:
        kind, score = _judge(document, run)
        kinds.setdefault(run.key, Counter())[kind] += 1
        scores.setdefault(run.key, []).append(score)
    parts = Counter(part for key in scores for part in set(key.split()))
    settled: dict[str, Kind] = {}
    for key, counts in kinds.items():
        kind = counts.most_common(1)[0][0]
        if kind in ("person", "other", "work"):
            strange = " " in key or lexicon.everyday(key) is None or lexicon.given(key)
            again = _AGAIN * min(len(scores[key]) - 1, 4) if strange else 0.0
            shared = _AGAIN if strange and max(parts[part] for part in key.split()) > 1 else 0.0
            kind = "person" if max(scores[key]) + again + shared >= _MIN_PERSON else "other" if kind == "person" else kind
        settled[key] = kind
    return settled


def _shouting(document: Document, block: Block) -> bool:
    """Tell whether capitals mean nothing here: a headline, a heading, or a paragraph in capitals."""
    words = [word.text for word in document.words_in(block.start, block.end)[:60] if word.text[0].isalpha()]
    long_words = [word for word in words if len(word) > 3]
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) >= 0.7 * len(long_words)


def _runs(document: Document) -> Iterator[Run]:
    words = document.words
    starts = {sentence.start for sentence in document.sentences} | {q.start + 1 for q in document.quotations}
    index = 0
    while index < len(words):
        block = document.block_at(words[index].start)
        if block is None or block.kind == "dateline" or not _starts_name(words[index]):
            index += 1
            continue
        end = _end_of_run(words, index, block)
        opens = words[index].start in starts
        yield from _shaped(Run(tuple(words[index:end]), index, block, opens))
        index = end


def _starts_name(word: Span) -> bool:
    return bool(_CAPITAL.match(word.text)) and any(sign.isalpha() for sign in word.text) and not word.text[0].isdigit()


def _end_of_run(words: Sequence[Span], index: int, block: Block) -> int:
    end = index + 1
    while end < len(words) and end - index < 12 and words[end].end <= block.end:
        word, before = words[end], words[end - 1]
        if word.start > before.end + 1:
            break
        if _starts_name(word):
            end += 1
        elif (
            word.text == "."
            and word.start == before.end
            and (
                len(before.text) == 1
                or before.text.lower() in name_words.TITLES
                or before.text.lower() in name_words.SUFFIXES
            )
        ):
            end += 1
        elif word.text.lower() in name_words.PARTICLES and end + 1 < len(words) and _starts_name(words[end + 1]):
            end += 2
        else:
            break
    return end


def _shaped(run: Run) -> Iterator[Run]:
    """Leave titles and a sentence's first word out; cut where a nickname, a role or a calendar word ends a name."""
    words, first, title, opens = list(run.words), run.first, None, run.opens
    while words:
        low = words[0].text.lower().rstrip(".")
        if low in name_words.TITLES and (len(words) > 1 or low in name_words.NEVER_ALONE):
            title = low
        elif not (
            _ROLE.match(low)
            or low in ("the", "a", "an")
            or (opens and len(words) > 1 and _ordinary(words[0]))
            or words[0].text == "."
        ):
            break
        del words[0]
        first += 1
        opens = False
    while words and (
        words[-1].text == "."
        and len(words) > 1
        and len(words[-2].text) > 2
        and words[-2].text.lower() not in name_words.SUFFIXES
    ):
        del words[-1]
    at = 0
    for index, word in enumerate(words):
        if (
            word.text.lower() in name_words.CALENDAR
            and word.text not in ("April", "May", "June", "August")
            and index > at
        ):
            yield Run(tuple(words[at:index]), first + at, run.block, opens and at == 0, title if at == 0 else None)
            at = index
    if words[at:]:
        yield Run(tuple(words[at:]), first + at, run.block, opens and at == 0, title if at == 0 else None)


def _ordinary(word: Span) -> bool:
    low = word.text.lower()
    return lexicon.everyday(low) is not None and (not lexicon.given(low) or len(low) < 4)


def _cut(run: Run, people: set[str], parts: set[str]) -> Iterator[Run]:
    """Cut a run of a headline into the names known from the body, and runs of words that are no common words."""
    words, at, index = run.words, 0, 0
    while index < len(words):
        length = next((n for n in range(min(_MAX_WORDS, len(words) - index), 0, -1)
                       if _known(words[index : index + n], people, parts)), 0)  # fmt: skip
        if length or _ordinary(words[index]) or _ROLE.match(words[index].text.lower()):
            yield from _piece(run, at, index)
            if length:
                yield from _piece(run, index, index + length)
            index += max(1, length)
            at = index
        else:
            index += 1
    yield from _piece(run, at, len(words))


def _known(words: tuple[Span, ...], people: set[str], parts: set[str]) -> bool:
    key = " ".join(word.text.lower() for word in words)
    return key in people or (len(words) == 1 and key in parts and key not in name_words.NEVER_ALONE)


def _piece(run: Run, start: int, end: int) -> Iterator[Run]:
    if start < end and any(word.text[0].isalpha() for word in run.words[start:end]):
        yield Run(run.words[start:end], run.first + start, run.block, run.opens and start == 0,
                  run.title if start == 0 else None)  # fmt: skip


def _judge(document: Document, run: Run) -> tuple[Kind, float]:
    """Say what a run names from its own words and those beside it, and how surely."""
    lows = [word.text.lower().rstrip(".") for word in run.words]
    key = " ".join(lows)
    before = [word.text.lower() for word in document.words[max(0, run.first - 2) : run.first]]
    if (
        lexicon.listed(lexicon.folded(key)) == "press"
        or (len(lows) > 1 and lows[-1] in name_words.OUTLET_WORDS)
        or _SITE.match(key)
    ):
        return "outlet", 2
    if lexicon.listed(lexicon.folded(key)) == "places" and _beside(document, run, before) < _MIN_PERSON:
        return "place", 2 if len(lows) > 1 or (before and before[-1] in _LOCATING) else 1
    if (
        lows[-1] in name_words.ORGANISATION_WORDS
        or lexicon.listed(lexicon.folded(key)) == "others"
        or key in name_words.PEOPLES
    ):
        return ("other" if key in name_words.PEOPLES else "organisation"), 1
    if len(lows) == 1 and (key in name_words.NEVER_ALONE or len(key) < 2) and run.title is None:
        return "other", -9
    if lexicon.everyday(lows[0]) == "f" and lexicon.everyday(lows[-1]):
        return "other", -9
    score = _own_words(run, lows) + _beside(document, run, before)
    if score >= _MIN_PERSON:
        return "person", score
    return ("work" if before and before[-1] in _WORK_CUES else "other"), score


def _own_words(run: Run, lows: list[str]) -> float:
    first, alone = lows[0], len(lows) == 1
    score = 1.5 if run.title else 0.0
    if lexicon.given(lexicon.folded(first)):
        score += 1.0 if alone and (lexicon.everyday(first) or run.opens) else 2.0
    if not alone:
        strange = sum(lexicon.everyday(low) is None for low in lows)
        score += 1.2 if strange == len(lows) else -1.0 if strange == 0 else 0.3
        score += 0.5 if len(lows) <= 3 else -1.0
        score += 0.5 if lexicon.surname(lexicon.folded(lows[-1])) else 0.0
    elif lexicon.everyday(first) is None:
        score += 0.5
    if alone and run.opens and lexicon.everyday(first):
        score -= 1.5
    if all(word.text.isupper() and len(word.text) > 1 for word in run.words):
        score -= 1.5
    return score - 0.5 * sum(low in name_words.PEOPLES or lexicon.listed(low) == "places" for low in lows)


def _beside(document: Document, run: Run, before: list[str]) -> float:
    words, end = document.words, run.first + len(run.words)
    after = [word.text.lower() for word in words[end : end + 3]]
    score = 0.0
    if before and _ROLE.match(before[-1]):
        score += 2.0
    if before and before[-1] in ("the", "a", "an", "this", "these"):
        score -= 2.0
    if before and before[-1] in _LOCATING and len(run.words) == 1:
        score -= 0.7
    if before and before[-1] in _WORK_CUES:
        score -= 1.0
    if after and after[0] in _SAYS:
        score += 1.0
    if len(after) > 1 and after[0] in (",", "(") and 0 < (number(after[1]) or 0) < _OLDEST:
        score += 2.0
    if len(after) > 1 and after[0] in _POSSESSIVES:
        score += 1.0 if _ROLE.match(after[1]) else 0.4
    return score


def _plural_family(document: Document, run: Run) -> bool:
    """Tell whether it is "the Wests" or "the Baldwin family": a family is no person."""
    if len(run.words) != 1 or run.first == 0:
        return False
    before = document.words[run.first - 1].text.lower()
    after = [word.text.lower() for word in document.words[run.first + 1 : run.first + 2]]
    low = run.words[0].text.lower()
    plural = low.endswith("s") and not lexicon.given(low)
    return before == "the" and (plural or after[:1] in (["family"], ["household"], ["clan"], ["brood"]))


def _gender(run: Run) -> Gender | None:
    by_title = name_words.TITLES.get(run.title) if run.title else None
    share = lexicon.women_share(lexicon.folded(run.words[0].text))
    given: Gender | None = None if share is None or 0.2 < share < 0.8 else "she" if share >= 0.8 else "he"
    return by_title or given
