"""Flags a number of children that is not the number of the children named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.check.family import Family, adoption_is_told, counts_children, is_of_some
from onrecord.check.listing import all_names, names_behind
from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.person import Mention
from onrecord.model.statement import Count

_ALL_TOLD = re.compile(r"\b(?:[Mm]other|[Ff]ather|[Mm]om|[Mm]um|[Dd]ad|[Pp]arents?)[ -](?:of|to)\b")
_IN_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def check(case: Case) -> Iterator[Finding | Held]:
    """Compare each number of children with the children that the story names for the same parents.

    More names than the number is a fault, unless some may not be meant: where the story tells of adoption, and where
    the number is of one family of several ("also has two sons from his first marriage"). Fewer names is no fault,
    unless they stand as a full list right behind the number.
    """
    family, names, adopted = Family.of(case), all_names(case), adoption_is_told(case)
    seen = set()
    for count in case.all(Count):
        if not counts_children(count) or count.ordinal or count.n < 1:
            continue
        listed = names_behind(case.story.text, count.spans[0], names)
        parents = {mention.span for parent in count.who for mention in family.people[parent].mentions}
        if len(listed) > 1 and len(listed) != count.n and not any(mention.span in parents for mention in listed):
            yield _other_list(count, listed)
        elif (count.who, count.what, count.n) not in seen:
            seen.add((count.who, count.what, count.n))
            named = family.counted(count)
            if len(named) == count.n:
                yield _held(family, count, named)
            elif len(named) > count.n and not adopted and not _is_part(case.story.text, family, count, named):
                yield _too_many(family, count, named)


def _is_part(text: str, family: Family, count: Count, named: Sequence[str]) -> bool:
    """Tell whether some of those named may be left out on purpose, such as the children of another marriage."""
    words = count.spans[0]
    other_parents = {family.parents(child) - set(count.who) for child in named}
    return (len(other_parents) > 1 and not _ALL_TOLD.search(text, max(0, words.start - 12), words.end)) or is_of_some(
        text, count
    )


def _held(family: Family, count: Count, named: Sequence[str]) -> Held:
    number = _in_words(len(named))
    return Held(
        message=f"{number} {count.what}: {number} names" if len(named) > 1 else f"one of {count.what}: one name",
        spans=(_says(count), *_first_names(family, named)),
        reason=_lines(family, count, named),
        statements=(count.id,),
    )


def _too_many(family: Family, count: Count, named: Sequence[str]) -> Finding:
    names = ", ".join(family.name(child) for child in named)
    return Finding(
        level="impossible",
        message=f"{_in_words(int(count.n))} {count.what} told, {_in_words(len(named))} named: {names}",
        spans=(_says(count), *_first_names(family, named)),
        reason=_lines(family, count, named),
        statements=(count.id,),
    )


def _other_list(count: Count, listed: Sequence[Mention]) -> Finding:
    names = ", ".join(mention.text for mention in listed)
    return Finding(
        level="unlikely",
        message=f"{_in_words(int(count.n))} {count.what} told, {_in_words(len(listed))} listed: {names}",
        spans=(_says(count), *(Says.of(mention.span, "in the list") for mention in listed)),
        reason=(f"“{count.spans[0].text}”: {int(count.n)}", f"listed right behind it: {names}: {len(listed)}"),
        statements=(count.id,),
    )


def _lines(family: Family, count: Count, named: Sequence[str]) -> tuple[str, ...]:
    parents = " and ".join(family.name(parent) for parent in count.who)
    names = ", ".join(family.name(child) for child in named)
    return f"“{count.spans[0].text}”: {int(count.n)}", f"named as {count.what} of {parents}: {names}: {len(named)}"


def _says(count: Count) -> Says:
    return Says.of(count.spans[0], f"{_in_words(int(count.n))} {count.what}")


def _first_names(family: Family, named: Sequence[str]) -> Iterator[Says]:
    for child in named:
        yield from family.first_name(child, "named")


def _in_words(number: int) -> str:
    return _IN_WORDS[number] if number < len(_IN_WORDS) else str(number)
