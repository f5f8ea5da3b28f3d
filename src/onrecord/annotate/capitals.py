"""Finds the runs of capitalised words that may be names, and cuts off what is surely no part of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.annotate.lexicon import everyday, folded, given, multiword_heads, on_list, surname
from onrecord.annotate.person_nouns import NOUNS, TITLES
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document
from onrecord.model.span import Span

PARTICLES = listed("de la del der den van von bin ibn al el di da dos du le ten ter ben y")
SUFFIXES = frozenset(["jr.", "sr.", "jr", "sr", "ii", "iii", "iv"])
DAYS = listed("""
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March July August September October
    November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
""")
_NEVER = frozenset(["i", "i'm", "i'd", "i'll", "i've", "ok"])
_SPACES = frozenset(" \xa0\u2009\u202f")
_OPENERS = frozenset("\"“‘'«:;…•*-–—(")
_SMALL = listed("""
    a an and as at but by for from if in into is it its nor not of off on or out over so the their to up via vs
    with her his he she they you your we our be are was has have will after about 's
""")
_ROLE_ENDS = ("ist", "ists", "ian", "ians", "lete", "letes")
_NICKNAME_OPENS, _NICKNAME_CLOSES = frozenset("\"“'‘"), frozenset("\"”'’")
_FUNCTION = frozenset(["a", "so"])
_LIKE = frozenset(["style", "like", "esque", "era", "inspired", "styled"])
TITLED_SHARE = 0.75
LONGEST_RUN = 8


class Run(NamedTuple):
    """Words ``first`` to ``last`` (exclusive) of the document that may be a name; ``key`` is the folded text.

    ``titled``: it stands in a line where every word has a capital. ``begins``: a sentence or a quotation begins with
    it, so that its first capital tells nothing. ``title`` is the title right before it ("mr", "prince").
    """

    first: int
    last: int
    key: str
    titled: bool
    begins: bool
    title: str | None = None


class Line(NamedTuple):
    """A sentence: words ``first`` to ``last`` (exclusive); ``titled`` when its capitals tell nothing."""

    first: int
    last: int
    titled: bool


def sentence_lines(document: Document) -> Iterator[Line]:
    """Yield the sentences as stretches of word indices."""
    at = 0
    words = document.words
    for sentence in document.sentences:
        first = at
        while at < len(words) and words[at].start < sentence.end:
            at += 1
        if at > first:
            block = document.block_at(sentence.start)
            yield Line(first, at, _titled(words[first:at], block is not None and block.kind != "body"))


def _titled(words: tuple[Span, ...], display: bool) -> bool:
    """Tell whether nearly all words of a line begin with a capital."""
    long = [word.text for word in words[1:] if word.text[0].isalpha() and word.text.lower() not in _SMALL]
    if len(long) < (1 if display else 3):
        return False
    share = sum(word[0].isupper() for word in long) / len(long)
    plain = [word for word in long if word[0].isupper() and everyday(word.lower())]
    return share >= TITLED_SHARE and (display or len(plain) >= 2) and bool(plain)


def is_capital(word: Span, *, titled: bool = False) -> bool:
    """Tell whether a word has the capital of a name: not "I", not a plain word that is only shouted."""
    text = word.text
    if not text[0].isupper() or text.lower().replace("’", "'") in _NEVER:
        return False
    tail = text.rpartition("-")[2]
    if tail.islower() and tail != text and everyday(tail):
        return False
    if len(text) > 1 and text.isupper() and text.isalpha() and not titled:
        return not everyday(text.lower()) or given(text.lower()) or on_list(text.lower()) is not None
    return True


def runs(document: Document, lines: list[Line]) -> Iterator[Run]:
    """Yield the runs of all sentences that are not in title case."""
    for line in lines:
        if not line.titled:
            yield from _runs_in(document, line)


def _runs_in(document: Document, line: Line) -> Iterator[Run]:
    words = document.words
    at = line.first
    while at < line.last:
        end = _fixed(words, at, line.last)
        if end is None and not is_capital(words[at]):
            at += 1
            continue
        end = _end(document, end or at + 1, line.last)
        if _is_likened(document, end, line.last):
            at = end
            continue
        for first, last in _between_days(words, at, end):
            yield from trimmed(document, line, first, last)
        at = end


def _end(document: Document, end: int, last: int) -> int:
    """Return where the run ends that has begun: over capitals, and particles or on_list names between them."""
    words, text = document.words, document.story.text
    while end < last:
        gap = text[words[end - 1].end : words[end].start]
        if gap and (gap not in _SPACES):
            break
        if not gap and not _touches_rightly(words, end):
            break
        if is_capital(words[end]) or words[end].text.lower().startswith(("al-", "el-")):
            end = _fixed(words, end, last) or end + 1
        elif _is_nicknamed(words, end, last):
            end += 4
        elif (gap and words[end].text in PARTICLES and _particle_goes_on(words, end, last)) or (
            not gap and words[end].text == "."
        ):
            end += 1
        else:
            break
    return end


def _is_nicknamed(words: tuple[Span, ...], at: int, last: int) -> bool:
    """Tell whether a nickname in marks begins there, between a first and a last name: 'Ann "Sunny" Lee'."""
    if at + 3 >= last or words[at].text not in _NICKNAME_OPENS or words[at + 2].text not in _NICKNAME_CLOSES:
        return False
    first, nickname, surname_ = words[at - 1], words[at + 1], words[at + 3]
    usual = given(folded(first.text)) or surname(folded(surname_.text))
    return is_capital(nickname) and is_capital(surname_) and usual and not everyday(first.text.lower())


def _is_likened(document: Document, end: int, last: int) -> bool:
    """Tell whether a run ends inside a likeness, "Kim Lee-style", so that it is a piece of a name."""
    if end >= last or document.words[end].start - document.words[end - 1].end != 1:
        return False
    name, _, tail = document.words[end].text.rpartition("-")
    return name[:1].isupper() and tail in _LIKE


def _between_days(words: tuple[Span, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a run at the days and months in it, which are no part of a name: "Amsterdam Monday"."""
    for at in range(first, last):
        if words[at].text in DAYS and last - first > 1:
            if first < at:
                yield first, at
            first = at + 1
    if first < last:
        yield first, last


def _touches_rightly(words: tuple[Span, ...], at: int) -> bool:
    """Tell whether words that touch are one name: "J" "." "Lo"."""
    if words[at].text == ".":
        return len(words[at - 1].text) == 1 and at + 1 < len(words) and words[at + 1].start == words[at].end
    return words[at - 1].text == "."


def _particle_goes_on(words: tuple[Span, ...], at: int, last: int) -> bool:
    ahead = at + 1
    while ahead < last and words[ahead].text in PARTICLES:
        ahead += 1
    return ahead < last and words[ahead].text[0].isupper()


def _fixed(words: tuple[Span, ...], at: int, last: int) -> int | None:
    """Return the end of the longest on_list name of several words that begins here."""
    if not words[at].text[0].isupper() or folded(words[at].text) not in multiword_heads():
        return None
    for end in range(min(last, at + LONGEST_RUN), at + 1, -1):
        if words[end - 1].text[0].isupper() and on_list(key_of(words, at, end)):
            return end
    return None


def key_of(words: tuple[Span, ...], first: int, last: int) -> str:
    """Return the folded text of these words, with single spaces where there was any."""
    parts = [words[first].text]
    for before, word in zip(words[first:last], words[first + 1 : last], strict=False):
        parts.append(word.text if before.end == word.start else f" {word.text}")
    return folded("".join(parts))


def begins(document: Document, line: Line, at: int) -> bool:
    """Tell whether the word is the first of a sentence, a quotation or a bracket, so that it has a capital anyhow."""
    return at == line.first or document.words[at - 1].text in _OPENERS or document.words[at - 1].text in ("...", "--")


def trimmed(document: Document, line: Line, first: int, last: int) -> Iterator[Run]:
    """Cut titles, roles and words that a sentence begins with off a run; nothing may be left."""
    words = document.words
    role = _last_role(words, first, last)
    if role is not None:
        yield from trimmed(document, line, first, role)
        first = role + 1
    opening = begins(document, line, first)
    title = None
    while first < last:
        low = words[first].text.lower().rstrip(".")
        more = first + 1 < last
        if low in TITLES and (more or words[first].text.endswith(".")):
            title = low
        elif (
            (opening and _no_name_begins(low, more))
            or (more and low in NOUNS and not given(low))
            or (last - first > 2 and _is_role(words[first].text, folded(words[first + 1].text)))
        ):
            title = None
        else:
            break
        first += 1
        opening = opening and title is None
    while last > first and (words[last - 1].text == "." or words[last - 1].text in PARTICLES):
        last -= 1
    if first == last and title and TITLES[title] and len(title) > 3:
        first -= 1
        title = None
    if first < last:
        yield Run(first, last, key_of(words, first, last), line.titled, begins(document, line, first), title)


def _is_role(word: str, after: str) -> bool:
    """Tell whether a word before a given name says what somebody does: "DP Kevin Lee", "Geologist Kevin Lee"."""
    low = word.lower()
    if given(low) or surname(low) or not given(after) or everyday(after) is not None:
        return False
    return (len(word) in (2, 3) and word.isalpha() and word.isupper()) or low.endswith(_ROLE_ENDS)


def _last_role(words: tuple[Span, ...], first: int, last: int) -> int | None:
    """Return where what somebody does stands inside a run: "Vogue Editor-in-Chief Ann Lee", "Iowa Gov. Ann Lee"."""
    for at in range(last - 2, first, -1):
        low = words[at].text.lower()
        office = low.rstrip(".")
        if TITLES.get(office, "she") is None and not given(office) and not surname(office):
            return at
        noun = NOUNS.get(low.partition("-in-")[0])
        if noun and noun.sort == "role" and not given(low) and not surname(low):
            return at if words[at + 1].text.lower() not in SUFFIXES else None
    return None


def _no_name_begins(low: str, more: bool) -> bool:
    """Tell whether the first word of a sentence has its capital only from there."""
    kind = "f" if low in _FUNCTION else everyday(low)
    if kind is None:
        return False
    if kind == "f" or low.endswith("'s"):
        return True
    return not given(low) and not (surname(low) and not more)
