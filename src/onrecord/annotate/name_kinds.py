"""Sorts the names of a story: people, the press, organisations, places, works."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from typing import Literal, NamedTuple

from onrecord.annotate.capitals import SUFFIXES, Line, Run, is_capital, key_of, runs, sentence_lines, trimmed
from onrecord.annotate.lexicon import everyday, folded, given, on_list, surname
from onrecord.annotate.name_evidence import ORGANISATIONS, features, person_score
from onrecord.annotate.word_lists import listed
from onrecord.annotate.works import is_character, is_work
from onrecord.model.document import Document

Kind = Literal["person", "family", "organisation", "outlet", "place", "work"]
LONGEST_NAME = 4
_FAMILY = listed("""
    family household clan brood family's sisters siblings klan dynasty matriarch patriarch girls boys
""")
_PRESS = frozenset(["magazine", "mag", "website", "site", "newspaper", "tabloid", "outlet", "publication"])
_PRESS_ENDS = listed("""
    magazine weekly news times post daily gazette herald tribune journal telegraph express mirror guardian
    tonight online today chronicle observer reporter
""")
_WORK = listed("""
    film movie song album single series show novel book memoir video track musical sitcom drama
""")
_PLACE = frozenset(["in", "at", "near", "outside", "inside", "across", "throughout"])
_TELLING = frozenset(["told", "tells", "to"])
_REPORTING = frozenset(["reports", "reported", "claims", "claimed", "writes", "wrote"])
_PLACE_ENDS = listed("""
    hills beach island islands city county park street avenue road boulevard square bridge river lake mountain
    bay coast valley airport hotel palace castle
""")
# "The Canadian said": somebody, or a people, and no organisation.
_PEOPLE_ENDS = ("ian", "ians", "ican", "icans", "ish", "ese", "lander", "landers")
_PEOPLES = listed(
    "brit brits french german germans greek dutch welsh swiss thai arab arabs aussie aussies filipino asian"
)
_MARKS = frozenset("\"“'‘”’")


class Named(NamedTuple):
    """Words of the document from ``first`` to ``last`` (exclusive) that are a name, and whose or what's."""

    first: int
    last: int
    kind: Kind
    title: str | None = None


def named(document: Document) -> list[Named]:
    """Return all names of a story in the order of the text; none touches another."""
    lines = list(sentence_lines(document))
    low = Counter(word.text for word in document.words if word.text.islower())
    body: dict[str, list[Run]] = defaultdict(list)
    for run in runs(document, lines):
        body[run.key].append(run)
    people = accepted(document, body, low)
    people = cut_out(document, body, people)
    known = people | parts_of(people)
    known -= {key for key in known if is_pair(key, known)}
    heads: dict[str, list[Run]] = defaultdict(list)
    out: list[Named] = []
    for line in lines:
        if line.titled:
            for run, is_known in titled_runs(document, line, known, low):
                if is_known:
                    out.append(_person(document, run))
                else:
                    heads[run.key].append(run)
    people_of_heads = accepted(document, heads, low, name_ends(people))
    for found, persons in ((body, known), (heads, people_of_heads)):
        for key, of in found.items():
            kind = None if key in persons else _kind(document, key, of)
            for run in of:
                if key in persons:
                    out.append(_person(document, run))
                elif kind:
                    out.append(Named(run.first, run.last, kind))
    return sorted(out)


def is_pair(key: str, known: Set[str]) -> bool:
    """Tell whether two names are joined for two people: "a Vale-Lee reunion" in a story of Ann Vale and Kim Lee."""
    parts = key.split("-")
    return len(parts) == 2 and all(len(part) > 2 and part in known for part in parts)


def _person(document: Document, run: Run) -> Named:
    return Named(run.first, run.last, "family" if _is_family(document, run) else "person", run.title)


def _is_family(document: Document, run: Run) -> bool:
    """Tell whether "the Marlows" or "the Marlow family" is meant: a family is no person."""
    words = document.words
    if run.last - run.first > 1 or not run.first or words[run.first - 1].text.lower() not in ("the", "entire", "whole"):
        return False
    after = words[run.last].text.lower() if run.last < len(words) else ""
    return after in _FAMILY or (run.key.endswith("s") and not given(run.key) and after not in ("'s", "’s"))


def _kind(document: Document, key: str, of: list[Run]) -> Kind | None:
    """Say what a name is that is nobody's, from its words and what stands beside it; None where it does not show."""
    words = document.words
    tokens = key.split()
    sort = on_list(key) or on_list(key.removeprefix("the "))
    before = Counter(words[run.first - 1].text.lower() for run in of if run.first)
    after = Counter(words[run.last].text.lower() for run in of if run.last < len(words))
    if sort == "press" and (len(tokens) > 1 or not everyday(key) or _beside_press(before, after, of)):
        return "outlet"
    if sort == "places":
        return "place"
    if sort == "others" and (key in _PEOPLES or key.endswith(_PEOPLE_ENDS)):
        return None
    if sort == "others":
        return "work" if any(marked(document, run) for run in of) else "organisation" if len(key) > 2 else None
    if ".com" in key or (tokens[-1] in _PRESS_ENDS and len(tokens) > 1) or any(after[word] for word in _PRESS):
        return "outlet"
    if is_work(document, of) or any(marked(document, run) for run in of):
        return "work"
    if any(after[word] or before[word] for word in _WORK):
        return "work"
    if tokens[-1] in _PLACE_ENDS or (sum(before[word] for word in _PLACE) * 2 > len(of) and len(tokens) == 1):
        return "place"
    if _beside_press(before, after, of) and not everyday(key):
        return "outlet"
    return "organisation" if ORGANISATIONS & set(tokens) and len(tokens) > 1 else None


def _beside_press(before: Counter[str], after: Counter[str], of: list[Run]) -> bool:
    """Tell whether something is told to it, or it reports."""
    return any(before[word] for word in _TELLING) or any(after[word] for word in _REPORTING | _PRESS)


def marked(document: Document, run: Run) -> bool:
    """Tell whether a run fills its quotation marks."""
    words = document.words
    return (
        run.first > 0
        and run.last < len(words)
        and words[run.first - 1].text in _MARKS
        and words[run.last].text in _MARKS
    )


def accepted(
    document: Document, found: dict[str, list[Run]], low: Counter[str], parts: Counter[str] | None = None
) -> set[str]:
    """Return the keys of those runs that name a person; the longer names are settled first.

    ``low`` counts the story's words in lower case, ``parts`` the ends of names that are known already.
    """
    people = set()
    known = Counter(parts)
    whole = Counter({key: len(of) for key, of in found.items()})
    for key in sorted(found, key=lambda key: -len(key.split())):
        told = features(document, key, found[key], whole, known, low)
        if person_score(told) > 0 and not is_work(document, found[key]) and not is_character(document, found[key]):
            people.add(key)
            known.update(name_ends({key}))
    return people


def cut_out(document: Document, body: dict[str, list[Run]], people: set[str]) -> set[str]:
    """Cut known names out of runs with plain words around them, in place: "Scientologist Ann Lee", "Ann Lee Is Back".

    Returns the names that are left.
    """
    left = set(people)
    for key in [key for key in body if " " in key]:
        cut = [_inside(document, run, people) for run in body[key]]
        if all(cut):
            left.discard(key)
            del body[key]
            for run in cut:
                if run:
                    body[run.key].append(run)
    return left


def _inside(document: Document, run: Run, people: set[str]) -> Run | None:
    """Return the longest known name inside a run, where all else in the run is plain."""
    words = document.words
    for size in range(min(run.last - run.first - 1, LONGEST_NAME), 0, -1):
        for first in range(run.first, run.last - size + 1):
            key = key_of(words, first, first + size)
            rest = (*words[run.first : first], *words[first + size : run.last])
            if key in people and all(_is_plain(word.text.lower()) for word in rest):
                return Run(first, first + size, key, run.titled, run.begins and first == run.first)
    return None


def _is_plain(word: str) -> bool:
    """Tell whether a word is no part of any name: an everyday word, or one of the press."""
    if word in ORGANISATIONS or given(word) or surname(word):
        return False
    return everyday(word) is not None or on_list(word) == "others"


def name_ends(keys: set[str]) -> Counter[str]:
    """Return the first and last words of names of several words, marked as such."""
    parts: Counter[str] = Counter()
    for key in keys:
        tokens = [token for token in key.split() if token not in SUFFIXES]
        if len(tokens) > 1:
            parts[tokens[0] + "^"] += 1
            parts[tokens[-1] + "$"] += 1
    return parts


def parts_of(keys: set[str]) -> set[str]:
    """Return the single words that may stand for a known name in a heading: given names and surnames."""
    return {part[:-1] for part in name_ends(keys) if on_list(part[:-1]) is None}


def titled_runs(document: Document, line: Line, known: set[str], low: Counter[str]) -> Iterator[tuple[Run, bool]]:
    """Cut a line in title case into what may be names, each with whether it is known to be a person's."""
    words = document.words
    at = line.first
    while at < line.last:
        if not is_capital(words[at], titled=True):
            at += 1
            continue
        end = _known(document, at, line.last, known)
        if end:
            end = _with_last_name(document, at, end, line.last, known, low)
            yield Run(at, end, key_of(words, at, end), True, at == line.first), True
            at = end
            continue
        end = at
        while end < line.last and is_capital(words[end], titled=True) and _may_be_name(document, at, end, low):
            if end > at and (_known_apart(document, at, end, line.last, known) or not _one_space(document, end)):
                break
            end += 1
        if end > at:
            yield from ((run, run.key in known) for run in trimmed(document, line, at, end))
        at = max(end, at + 1)


def _known(document: Document, at: int, last: int, known: set[str]) -> int | None:
    for end in range(min(last, at + LONGEST_NAME), at, -1):
        if key_of(document.words, at, end) in known:
            return end
    return None


def _with_last_name(document: Document, first: int, end: int, last: int, known: set[str], low: Counter[str]) -> int:
    """Return where a known given name ends with the last name that only the heading tells: "Kim Lee Is Back"."""
    words = document.words
    if end - first > 1 or end >= last or not _one_space(document, end):
        return end
    before, after = folded(words[first].text), folded(words[end].text)
    if not given(before) and (everyday(before) or any(name.endswith(f" {before}") for name in known)):
        return end
    if not is_capital(words[end], titled=True) or (given(after) and not surname(after)):
        return end
    plain = low[after] or everyday(after) not in (None, "n", "a")
    return end + 1 if after in known or (surname(after) and not plain) else end


def _known_apart(document: Document, first: int, at: int, last: int, known: set[str]) -> bool:
    """Tell whether a known name begins here that is not the last name of the given name before it."""
    end = _known(document, at, last, known)
    return end is not None and not (end == at + 1 and at == first + 1 and given(document.words[first].text.lower()))


def _one_space(document: Document, at: int) -> bool:
    words = document.words
    return words[at].start - words[at - 1].end == 1


def _may_be_name(document: Document, first: int, at: int, low: Counter[str]) -> bool:
    """Tell whether a word of a line in title case may be part of a name: no everyday word, save after a given name."""
    word = document.words[at].text.lower()
    if low[word] and not given(word):
        return False
    if everyday(word) is None:
        return True
    before = document.words[at - 1].text.lower() if at > first else ""
    return given(word) if not before else bool(given(before) and (surname(word) or given(word)))
