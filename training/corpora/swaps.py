"""Makes stories in which a name that comes again is a pronoun, so that whom the pronoun means is known for certain."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.annotate.lexicon import everyday, folded, surname, women_share
from onrecord.annotate.person_nouns import TITLES
from training.corpora.treebanks import is_title
from training.example import Example, Mention

Gender = Literal["he", "she"]
Place = Literal["subject", "object", "owner"]

WORDS_A_SWAP = 25
WORDS_BEFORE, WORDS_AFTER = 120, 30
"""How much of a story is kept around a swap; the rest teaches nothing new."""

SENTENCES_BACK = 2
NEAR = 30
"""Words behind a name in which a pronoun most often means it."""

SURE_SHARE = 0.97
"""How many of the bearers of a given name must be of one gender."""

_FORMS: dict[Gender, dict[Place, str]] = {
    "he": {"subject": "he", "object": "him", "owner": "his"},
    "she": {"subject": "she", "object": "her", "owner": "her"},
}
_GENDER_OF: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
_SAYING = frozenset(
    "said says told tells added adds explained explains wrote writes joked asked asks replied insisted continued "
    "admitted revealed tweeted quipped noted recalled claimed claims confirmed gushed declared announced argued "
    "concluded responded stated shared dished adds confessed mused".split()
)
"""Behind these a name may be the one who speaks: "said Quill" is no "said her"."""

_FINITE = frozenset(
    "is was has had does did will would can could may might should must said told went got took made came left won met "
    "wrote gave began became found saw knew felt spoke broke thought kept held brought ran led sent sold spent stood "
    "lost paid grew drew fell sang ate chose drove flew forgot rode rose shook sat slept stole taught threw woke wore "
    "fought bought built caught fled hung meant sought struck".split()
)
_NO_FINITE = frozenset("are were have do been gone".split())
_BEFORE_A_SUBJECT = frozenset(
    "that when while as because if after before since although though where whether but until why how what".split()
)
_BEFORE_AN_OBJECT = frozenset("to with for from by of about against at between behind on without upon toward".split())
_AFTER_AN_OBJECT = frozenset(
    ". ; ! ? in on at for to from with by when while that as after before because if but during about out up back off "
    "through until since over into".split()
)
_OPENS_A_SENTENCE = frozenset(
    "in on after when while as although though since during before if last earlier by at for however despite".split()
)
_NO_OWNER_AFTER = frozenset("a an the this these those my your his her our their and or".split())
_JOINTS = (("and",), ("&",), ("or",), (",",), (",", "and"))
_MARKS = frozenset("\" “ ” ` `` '' ‘ ’ '".split())
_ENDS = frozenset(". ! ? … ...".split())


@dataclass(frozen=True)
class Swap:
    """Words ``start`` to ``end`` become one pronoun; ``mention`` is the name among them."""

    mention: Mention
    start: int
    end: int
    place: Place
    pronoun: str


def pronoun_swaps(examples: Iterable[Example], *, seed: int) -> Iterator[Example]:
    """Yield each story that allows it with some of its repeated names turned into pronouns.

    The person must have been named shortly before and be of known gender; past somebody else of that gender only in the
    same sentence or the one before. Names with another person in between come first.
    """
    dice = random.Random(seed)  # noqa: S311 - a choice among stories, not a secret
    for example in examples:
        names = _names(example)
        swaps = _chosen(example, names, dice) if names else []
        if swaps:
            yield from _around(_swapped(example, names, swaps))


# Who is named where


def _names(example: Example) -> list[Mention]:
    """Return the mentions of a story in order; where it has only names without persons, those of one last name join."""
    if example.mentions is not None:
        return sorted(example.mentions, key=lambda mention: mention.start)
    stretches = example.stretches.get("person", ())
    told = {(start, end): tuple(word.lower() for word in example.words[start:end]) for start, end in stretches}
    full = {name for name in told.values() if len(name) > 1}
    by_part: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name in full:
        by_part[name[0]].add(name)
        by_part[name[-1]].add(name)
    mentions = []
    for (start, end), name in told.items():
        known = {name} if len(name) > 1 else by_part.get(name[0], {name})
        if len(known) == 1:
            mentions.append(Mention(start, end, start, "name", " ".join(next(iter(known)))))
    return mentions


def _genders(example: Example, names: Sequence[Mention]) -> dict[str, Gender]:
    """Return the gender of each person for whom a title, a pronoun and the given name do not differ."""
    told: dict[str, set[Gender]] = defaultdict(set)
    longest: dict[str, Mention] = {}
    for mention in names:
        words = example.words[mention.start : mention.end]
        if mention.form == "pronoun" and (gender := _GENDER_OF.get(words[0].lower())):
            told[mention.entity].add(gender)
        if mention.form == "name":
            title = TITLES.get(example.words[mention.start - 1].lower().rstrip(".")) if mention.start else None
            if title in ("he", "she"):
                told[mention.entity].add(title)
            if (
                mention.entity not in longest
                or len(words) > longest[mention.entity].end - longest[mention.entity].start
            ):
                longest[mention.entity] = mention
    called = _mostly_called(example.words, names)
    for entity, mention in longest.items():
        gender, sure = _given_to(example.words[mention.start : mention.end])
        if gender and (sure or called.get(entity) == gender):
            told[entity].add(gender)
        if told.get(entity) and entity in called:
            told[entity].add(called[entity])
    return {entity: next(iter(genders)) for entity, genders in told.items() if len(genders) == 1}


def _given_to(name: Sequence[str]) -> tuple[Gender | None, bool]:
    """Return whom a given name is given to, and whether it is one: the first word may be a surname ("Li Weimin")."""
    first, last = folded(name[0]), folded(name[-1])
    share = women_share(first)
    if share is None or 1 - SURE_SHARE < share < SURE_SHARE:
        return None, False
    return "she" if share > 0.5 else "he", not surname(first) or (len(name) > 1 and surname(last))


def _mostly_called(words: Sequence[str], names: Sequence[Mention]) -> dict[str, Gender]:
    """Return the gender of most pronouns that stand between the names of a person and the next name."""
    counts: dict[str, Counter[Gender]] = defaultdict(Counter)
    for mention, end in zip(names, [*(after.start for after in names[1:]), len(words)], strict=True):
        near = words[mention.end : min(end, mention.end + NEAR)]
        counts[mention.entity].update(_GENDER_OF[word.lower()] for word in near if word.lower() in _GENDER_OF)
    return {entity: count.most_common(1)[0][0] for entity, count in counts.items() if count}


def _sentences(example: Example) -> list[int]:
    if example.sentences is not None:
        return list(example.sentences)
    words = example.words
    firsts = [0]
    for place in range(1, len(words)):
        closes = words[place - 1] in _MARKS and place > 1 and words[place - 2] in _ENDS
        if (words[place - 1] in _ENDS and words[place] not in _MARKS) or closes:
            firsts.append(place)
    return firsts


# Which names can be pronouns


def _chosen(example: Example, names: Sequence[Mention], dice: random.Random) -> list[Swap]:
    """Return the swaps of a story in order, no more than one in so many words."""
    genders = _genders(example, names)
    firsts = _sentences(example)
    found = [
        (swap, mixed)
        for place, mention in enumerate(names)
        if mention.entity in genders
        and (swap := _swap(example.words, firsts, mention, genders[mention.entity]))
        and (mixed := _meant(example.words, names[:place], swap, firsts, genders)) is not None
    ]
    dice.shuffle(found)
    found.sort(key=lambda pair: not pair[1])
    kept: list[Swap] = []
    for swap, _ in found:
        if all(abs(swap.start - other.start) >= WORDS_A_SWAP for other in kept):
            kept.append(swap)
    return sorted(kept, key=lambda swap: swap.start)


def _meant(
    words: Sequence[str],
    before: Sequence[Mention],
    swap: Swap,
    firsts: Sequence[int],
    genders: Mapping[str, Gender],
) -> bool | None:
    """Tell whether another person stands between a name and its last mention; None when a pronoun would be unclear."""
    mention = swap.mention
    line = bisect_right(firsts, mention.start)
    back = [
        other for other in before if other.form == "name" and line - bisect_right(firsts, other.start) <= SENTENCES_BACK
    ]
    same = [other for other in back if other.entity == mention.entity]
    if not same or mention.start - same[-1].end < 2:
        return None
    if swap.place == "object" and bisect_right(firsts, same[-1].start) == line:
        return None  # "Quill likes Quill" would be "herself"
    gender = genders[mention.entity]
    rivals = [other for other in back if other.entity != mention.entity and genders.get(other.entity, gender) == gender]
    if any(_joined(words, other, same[-1]) for other in rivals):
        return None  # "Quill and Marlow" leave it open which of them comes next
    if rivals and rivals[-1].start > same[-1].start and line - bisect_right(firsts, same[-1].start) > 1:
        return None  # too far back to be meant past somebody else
    return any(other.start > same[-1].start for other in back if other.entity != mention.entity) or bool(rivals)


def _joined(words: Sequence[str], one: Mention, other: Mention) -> bool:
    first, second = sorted((one, other), key=lambda mention: mention.start)
    return words[first.end : second.start] in _JOINTS


def _swap(words: Sequence[str], firsts: Sequence[int], mention: Mention, gender: Gender) -> Swap | None:
    """Return a name as a pronoun where its place in the sentence is clear."""
    if mention.form != "name":
        return None
    line = bisect_right(firsts, mention.start) - 1
    first, last = firsts[line], firsts[line + 1] if line + 1 < len(firsts) else len(words)
    start, end = mention.start, mention.end
    while start > first and is_title(words[start - 1]) and words[start - 1][0].isupper():
        start -= 1
    if _is_heading(words[first:last]) or end + 1 >= last:
        return None
    opens = all(word in _MARKS for word in words[first:start])
    before = "" if opens else words[start - 1].lower()
    place = _place(words, first, start, end, before)
    if place is None:
        return None
    pronoun = _FORMS[gender][place]
    return Swap(mention, start, end + (place == "owner"), place, pronoun.capitalize() if opens else pronoun)


def _place(words: Sequence[str], first: int, start: int, end: int, before: str) -> Place | None:
    after = words[end]
    if after in ("'s", "’s"):
        clear = before == "" or (before not in _NO_OWNER_AFTER and everyday(before) in ("f", "v", "r"))
        return "owner" if clear and _is_owned(words[end + 1 : end + 3]) else None
    if _is_finite(after) and (before in _BEFORE_A_SUBJECT or _opens(words, first, start, before)):
        return "subject"
    transitive = everyday(before) == "v" and before.endswith("ed") and before not in _SAYING
    if (before in _BEFORE_AN_OBJECT or transitive) and after in _AFTER_AN_OBJECT:
        return "object"
    return None


def _opens(words: Sequence[str], first: int, start: int, before: str) -> bool:
    """Tell whether a name opens its sentence, follows a quotation, or a short opening: "In 2004, Quill"."""
    if before == "":
        return True
    opening = words[first : start - 1]
    if not opening:
        return False
    if before in _MARKS:
        return opening[-1] in (",", "!", "?", ".")
    return before == "," and len(opening) <= 8 and opening[0].lower() in _OPENS_A_SENTENCE and "," not in opening


def _is_finite(word: str) -> bool:
    if word in _FINITE:
        return True
    return everyday(word) == "v" and word.endswith(("ed", "s")) and word not in _NO_FINITE


def _is_owned(after: Sequence[str]) -> bool:
    """Tell whether the words behind "'s" are something owned, and not what somebody is or has done."""
    kinds = [everyday(word) for word in after]
    if not after or after[0].endswith(("ing", "ed")):
        return False
    return kinds[0] == "n" or (kinds[0] == "a" and len(kinds) > 1 and kinds[1] == "n" and not after[1].endswith("ing"))


def _is_heading(sentence: Sequence[str]) -> bool:
    long = [word for word in sentence if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.6 * len(long)


# The story with its pronouns


def _swapped(example: Example, names: Sequence[Mention], swaps: Sequence[Swap]) -> Example:
    by_mention = {swap.mention: swap for swap in swaps}
    words: list[str] = []
    places: list[int] = []
    at = 0
    for swap in swaps:
        places += range(len(words), len(words) + swap.start - at)
        words += example.words[at : swap.start]
        places += [len(words)] * (swap.end - swap.start)
        words.append(swap.pronoun)
        at = swap.end
    places += range(len(words), len(words) + len(example.words) - at)
    words += example.words[at:]
    mentions = tuple(
        Mention(place := places[mention.start], place + 1, place, "pronoun", mention.entity)
        if mention in by_mention
        else replace(mention, start=places[mention.start], end=places[mention.end - 1] + 1, head=places[mention.head])
        for mention in names
    )
    return Example(id=f"{example.id}-swapped", corpus="swaps", words=tuple(words), mentions=mentions)


def _around(example: Example) -> Iterator[Example]:
    """Cut a story down to the words around its pronouns."""
    pronouns = [mention.start for mention in example.mentions or () if mention.form == "pronoun"]
    bounds: list[list[int]] = []
    for place in pronouns:
        start, end = max(0, place - WORDS_BEFORE), min(len(example.words), place + WORDS_AFTER)
        if bounds and start < bounds[-1][1]:
            bounds[-1][1] = end
        else:
            bounds.append([start, end])
    for number, (start, end) in enumerate(bounds):
        yield replace(
            example,
            id=f"{example.id}-{number}",
            words=example.words[start:end],
            mentions=tuple(
                replace(mention, start=mention.start - start, end=mention.end - start, head=mention.head - start)
                for mention in example.mentions or ()
                if start <= mention.start and mention.end <= end
            ),
        )
