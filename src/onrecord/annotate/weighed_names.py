"""Weighs the names that the rules find against those that the trained reader sees."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Set

from onrecord.annotate.lexicon import folded, given, on_list, surname
from onrecord.annotate.name_kinds import Kind, Named, is_pair
from onrecord.annotate.person_nouns import NOUNS, TITLES
from onrecord.model.document import Document
from onrecord.model.reading import Layer, Reading, Seen

_NOBODY = 0.25
"""Below this chance, over all its places in a story, a name that the rules take for a person's is nobody's."""

_SURE = 0.9
"""From this chance on the reader's names of people stand where the rules see none, or others."""

_KINDS: dict[Layer, Kind] = {"organisation": "organisation", "place": "place", "work": "work"}


def weighed(document: Document, found: list[Named], reading: Reading | None) -> list[Named]:
    """Return the names in order; without a reading those of the rules."""
    if reading is None:
        return found
    starts = [word.start for word in document.words]
    sure = _by_word(starts, [seen for seen in reading.seen if seen.layer == "person" and seen.chance >= _SURE])
    others = _by_word(starts, [seen for seen in reading.seen if seen.layer in _KINDS])
    nobody = _nobody(document, found, reading)
    alone = {_key(document, name)[0] for name in found if name.kind == "person" and name.last - name.first == 1}
    kept: list[Named] = []
    for name in found:
        if name.kind == "person" and _key(document, name) in nobody:
            other = min(_across(name, others), key=lambda seen: list(_KINDS).index(seen.layer), default=None)
            kept += [name._replace(kind=_KINDS[other.layer], title=None)] if other else []
        elif name.kind in ("person", "family") or not _across(name, sure):
            across = [_placed(starts, seen) for seen in _across(name, sure)]
            kept.append(_widened(document, alone, _narrowed(document, name, across, reading), across))
    taken = {place for name in kept for place in range(name.first, name.last)}
    places = dict.fromkeys(_placed(starts, seen) for seen in sure.values())
    kept += [
        Named(_without_title(document, first, last - 1, alone), last, "person")
        for first, last in places
        if taken.isdisjoint(range(first, last))
    ]
    return sorted(_without_places(document, set(kept)), key=lambda name: (name.first, name.last))


def _without_places(document: Document, found: set[Named]) -> Iterator[Named]:
    """Leave out people called by nothing but a place, a people or a title, unless a longer name has the word too."""
    keys = {name: tuple(map(folded, _key(document, name))) for name in found}
    people = {key for name, key in keys.items() if name.kind == "person"}
    parts = {word for key in people if len(key) > 1 for word in (key[0], key[-1])}
    known = parts | {key[0] for key in people if len(key) == 1}
    parts |= {key[0] for name, key in keys.items() if _is_called(document, name)}
    begun = {name.first for name in found if name.kind == "person"}
    for name, key in keys.items():
        if len(key) == 1 and key[0] in TITLES and name.last in begun:
            continue  # "Miss" of "Miss Quill"
        place = _is_place(document, name, key)
        plain = all(map(_is_no_name, key)) and not (len(key) == 1 and key[0] in parts)
        if name.kind != "person" or not (place or plain or (len(key) == 1 and is_pair(key[0], known))):
            yield name
        elif place or all(on_list(word) == "places" for word in key):
            yield name._replace(kind="place", title=None)


def _is_place(document: Document, name: Named, key: tuple[str, ...]) -> bool:
    """Tell whether words beside a name make it a place: "Virginia Gov. Ann Lee", the last word of "New Jersey"."""
    words = document.words
    after = words[name.last].text.lower() if name.last + 1 < len(words) else ""
    office = on_list(" ".join(key)) == "places" and after.endswith(".") and after[:-1] in TITLES
    before = words[name.first - 1].text if name.first else ""
    return office or (len(key) == 1 and before.istitle() and on_list(f"{folded(before)} {key[0]}") == "places")


def _is_called(document: Document, name: Named) -> bool:
    """Tell whether a noun for somebody stands right before a name, or an age behind it: "sons Ed", "Ed, 17,"."""
    before = document.words[name.first - 1].text.lower() if name.first else ""
    after = [word.text for word in document.words[name.last : name.last + 3]]
    aged = len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) < 3 and not after[2].isdigit()
    return before in NOUNS or before.removesuffix("s") in NOUNS or (aged and after[2] in (",", "and", ".", "&"))


def _is_no_name(word: str) -> bool:
    """Tell whether a word is on the list of places or of other things, or an abbreviated title, and no usual name."""
    listed = on_list(word) in ("places", "others") or (word[-1] == "." and word[:-1] in TITLES)
    return listed and not given(word) and not surname(word)


def _by_word(starts: list[int], found: list[Seen]) -> dict[int, Seen]:
    """Return what stands at each word; of two that share one the first."""
    at: dict[int, Seen] = {}
    for seen in found:
        for word in range(*_placed(starts, seen)):
            at.setdefault(word, seen)
    return at


def _across(name: Named, at: dict[int, Seen]) -> list[Seen]:
    """Return what shares a word with a name, in the order of the text."""
    return list(dict.fromkeys(at[word] for word in range(name.first, name.last) if word in at))


def _nobody(document: Document, found: list[Named], reading: Reading) -> set[tuple[str, ...]]:
    """Return the names that the reader sees as no person's, all their places together."""
    chances: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for name in found:
        if name.kind == "person":
            words = document.words[name.first : name.last]
            chances[_key(document, name)].append(1 - min(reading.outside[word.start] for word in words))
    return {key for key, of in chances.items() if sum(of) / len(of) < _NOBODY}


def _narrowed(document: Document, name: Named, across: list[tuple[int, int]], reading: Reading) -> Named:
    """Cut what the reader sees outside of the one full name that ends a longer one: "Dale Police Chief Ann Lee"."""
    first, last = across[0] if len(across) == 1 else (name.first, name.last)
    if name.kind != "person" or last != name.last or last - first < 2 or first <= name.first:
        return name
    ahead = document.words[name.first : first]
    return name._replace(first=first) if all(reading.outside[word.start] >= _SURE for word in ahead) else name


def _widened(document: Document, alone: Set[str], name: Named, across: list[tuple[int, int]]) -> Named:
    """Give a person's name all the words of the one name that the reader is sure of there."""
    if name.kind != "person" or len(across) != 1:
        return name
    first = _without_title(document, min(name.first, across[0][0]), name.first, alone)
    return name._replace(
        first=first, last=max(name.last, across[0][1]), title=name.title if first == name.first else None
    )


def _without_title(document: Document, first: int, last: int, alone: Set[str]) -> int:
    """Return where a name begins behind titles, roles and addresses: "Queen Ada", "BFFs Kim", "Star.com Lee".

    A title that stands alone as a name is part of a longer one, too: "Prince", "Prince Rogers Marlow".
    """
    for at in range(last - 1, first - 1, -1):
        low = document.words[at].text.lower().rstrip(".")
        if low in alone:
            continue
        if low in TITLES or low in NOUNS or low.removesuffix("s") in NOUNS or "." in low[2:]:
            return at + 1
    return first


def _key(document: Document, name: Named) -> tuple[str, ...]:
    return tuple(word.text.lower() for word in document.words[name.first : name.last])


def _placed(starts: list[int], seen: Seen) -> tuple[int, int]:
    return bisect_left(starts, seen.span.start), bisect_left(starts, seen.span.end)
