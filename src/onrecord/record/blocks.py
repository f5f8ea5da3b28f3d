"""Says which people are worth comparing at all, so that a record of any size is joined in near-linear time."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.record import Profile
from onrecord.record.names import Folded, long, unfold


def blocks(profile: Profile) -> frozenset[str]:
    """Return the blocks a profile stands in; two people who share none are never one person.

    A full name is a block. A word alone is one only together with somebody kept company with: "kanye, beside kim
    kardashian" is where Kanye and Kanye West may meet. A word alone that a story takes to be known by all is a block
    too.
    """
    return frozenset(_blocks(profile))


def of_names(block: str) -> bool:
    """Tell whether a block is that of a full name, none of a word alone."""
    return ", " not in block


def _blocks(profile: Profile) -> Iterator[str]:
    names = folded(profile)
    full = [name for name in names if name.full]
    for name in full:
        yield from _of_full(name)
    words = {name.words[0] for name in names if not name.full}
    if full:
        ends = {word for name in full for word in (name.words[0], name.words[-1])}
        beside = [one.key for one in profile.company if one.tie]
    else:
        ends = words
        beside = [one.key for one in profile.company]
    for word in ends | words:
        for key in beside:
            yield f"{word}, beside {key}"
    if profile.known:
        yield from (f"{word}, alone" for word in words)


def _of_full(name: Folded) -> Iterator[str]:
    """Give a block for each word behind the first: "Kim Kardashian West" may elsewhere do without the last."""
    first = long(name.words[0])
    yield from (f"{first} {word}" for word in name.words[1:])


def bare(profile: Profile) -> bool:
    """Tell whether somebody is called by words alone, by no full name."""
    return not any(name.full for name in folded(profile))


def folded(profile: Profile) -> tuple[Folded, ...]:
    """Return the names of a profile in their words."""
    return tuple(map(unfold, profile.names))
