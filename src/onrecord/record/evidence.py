"""Weighs what speaks for and against two people of several stories being one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from onrecord.model.record import Companion, Profile
from onrecord.model.when import Interval
from onrecord.record.blocks import folded
from onrecord.record.names import Folded, alike, long

BORN_APART_YEARS = 5
"""Births that lie further apart than this are two people's; a misprint or a story without a day explains less."""
_SURE = 1.0
_SAME_NAME = 1.0
_SHORTER_NAME = 0.6
_COMMON_NAME = 0.5
_WORD_ALONE = 0.3
_KNOWN_BY_ONE_WORD = 0.8
_SAME_TIE = 0.9
_ONE_TIE = 0.7
_COMPANY = 0.2
_MOST_COMPANY = 0.4
_SAME_BIRTH = 0.4
_OTHER_BIRTH = -0.4
_OTHER_PRONOUN = -0.6
_SAME_ADDRESS = 0.5
_JUST_UNSURE = 0.9
_NARROW_DAYS = 3 * 366
_SHOWN = 3
# The most frequent of the United States: two of them together tell thousands of people apart from nobody.
_COMMON_GIVEN = frozenset(
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew mark anthony "
    "steven paul andrew kevin brian george edward ronald jason jeffrey ryan jacob gary eric jonathan mary patricia "
    "jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly emily "
    "donna michelle carol amanda melissa deborah stephanie laura rebecca amy anna maria jose juan carlos luis".split()
)
_COMMON_LAST = frozenset(
    "smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson "
    "anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson "
    "walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell "
    "mitchell carter roberts".split()
)


class Evidence(msgspec.Struct, frozen=True):
    """What is known of somebody: one sighting, or several that are held to be one person."""

    names: frozenset[Folded]
    births: tuple[Interval, ...]
    pronouns: Mapping[str, int]
    company: Mapping[str, Companion]
    stories: frozenset[str]
    addresses: frozenset[str]
    alone: bool

    @classmethod
    def of(cls, profile: Profile) -> Evidence:
        """Return what one sighting tells."""
        return cls(
            frozenset(folded(profile)),
            (profile.born,) if profile.born else (),
            {profile.pronoun: 1} if profile.pronoun else {},
            {one.key: one for one in reversed(profile.company)},
            frozenset((profile.sighting.story,)),
            frozenset((profile.address,)) if profile.address else frozenset(),
            profile.stands_alone,
        )

    def with_(self, other: Evidence) -> Evidence:
        """Return what the two tell together."""
        pronouns = {
            one: self.pronouns.get(one, 0) + other.pronouns.get(one, 0) for one in {*self.pronouns, *other.pronouns}
        }
        company = dict(self.company)
        for key, one in other.company.items():
            if key not in company or (company[key].tie is None and one.tie):
                company[key] = one
        return Evidence(
            self.names | other.names,
            self.births + other.births,
            pronouns,
            company,
            self.stories | other.stories,
            self.addresses | other.addresses,
            self.alone or other.alone,
        )

    @property
    def full(self) -> list[Folded]:
        """Return the names of more than one word."""
        return [name for name in self.names if name.full]

    @property
    def pronoun(self) -> str | None:
        """Return the pronoun that most sightings use, None when none or as many use another."""
        most = sorted(self.pronouns.items(), key=lambda item: -item[1])
        return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def weigh(one: Evidence, other: Evidence) -> tuple[float | None, tuple[str, ...]]:
    """Return how much speaks for one person, and why: 1 and more is sure, None is a clash that keeps them apart."""
    name, reason = _name(one, other)
    if name is None or _clash(one, other):
        return None, ()
    reasons = [reason]
    weight = name
    for part, why in _support(one, other):
        weight += part
        reasons.append(why)
    if one.stories & other.stories and weight >= _SURE:
        weight = _JUST_UNSURE
        reasons.append("but one story names both")
    return weight, tuple(reasons)


def _name(one: Evidence, other: Evidence) -> tuple[float | None, str]:
    mine, theirs = one.full, other.full
    if mine and theirs:
        pairs = [(first, second) for first in mine for second in theirs if alike(first, second)]
        if not pairs:
            return None, ""
        best = max(pairs, key=lambda pair: (_same(*pair), sorted(_shown(name) for name in pair)))
        if not _same(*best):
            return _SHORTER_NAME, f"“{_shown(best[0])}” is short for, or long for, “{_shown(best[1])}”"
        if all(_common(name) for name in mine) or all(_common(name) for name in theirs):
            return _COMMON_NAME, f"both are called “{_shown(best[0])}”, a name that many have"
        return _SAME_NAME, f"both are called “{_shown(best[0])}”"
    words = {name.words[0] for name in one.names | other.names if not name.full}
    shared = sorted(words & _ends(one) & _ends(other))
    if not shared:
        return None, ""
    if not mine and not theirs and one.alone and other.alone:
        return _SAME_NAME, f"both are known as “{shared[0]}” alone"
    if one.alone and other.alone:
        return _KNOWN_BY_ONE_WORD, f"both are known as “{shared[0]}”"
    return _WORD_ALONE, f"both are called “{shared[0]}”"


def _ends(evidence: Evidence) -> set[str]:
    return {word for name in evidence.names for word in (name.words[0], name.words[-1])}


def _same(one: Folded, other: Folded) -> bool:
    return one.key == other.key


def _shown(name: Folded) -> str:
    return " ".join(name.words)


def _common(name: Folded) -> bool:
    return len(name.words) == 2 and long(name.words[0]) in _COMMON_GIVEN and name.words[-1] in _COMMON_LAST


def _clash(one: Evidence, other: Evidence) -> bool:
    """Tell whether most births that the two sides tell lie too far apart for one person."""
    gaps = [_years_apart(first, second) for first in one.births for second in other.births]
    return bool(gaps) and sum(gap > BORN_APART_YEARS for gap in gaps) * 2 > len(gaps)


def _years_apart(one: Interval, other: Interval) -> float:
    first = (one.earliest or date.min, one.latest or date.max)
    second = (other.earliest or date.min, other.latest or date.max)
    return max((first[0] - second[1]).days, (second[0] - first[1]).days, 0) / 365.2425


def _support(one: Evidence, other: Evidence) -> Iterator[tuple[float, str]]:
    yield from _company(one, other)
    if one.births and other.births:
        gaps = [_years_apart(first, second) for first in one.births for second in other.births]
        if not max(gaps):
            if any(_narrow(born) for born in one.births) and any(_narrow(born) for born in other.births):
                yield _SAME_BIRTH, "their births agree"
        elif min(gaps):
            yield _OTHER_BIRTH, "but their births lie apart"
    if one.pronoun and other.pronoun and one.pronoun != other.pronoun:
        yield _OTHER_PRONOUN, f"but one is “{one.pronoun}”, the other “{other.pronoun}”"
    if one.addresses & other.addresses:
        yield _SAME_ADDRESS, "two versions of one story"


def _company(one: Evidence, other: Evidence) -> Iterator[tuple[float, str]]:
    tied: list[str] = []
    weight = 0.0
    beside: list[str] = []
    for key in sorted(one.company.keys() & other.company.keys()):
        mine, theirs = one.company[key], other.company[key]
        if mine.tie or theirs.tie:
            weight += _SAME_TIE if mine.tie and theirs.tie else _ONE_TIE
            tied.append(mine.name)
        else:
            beside.append(mine.name)
    if tied:
        yield weight, f"both belong with {', '.join(tied[:_SHOWN])}"
    if beside:
        yield min(_COMPANY * len(beside), _MOST_COMPANY), f"both are named with {', '.join(beside[:_SHOWN])}"


def _narrow(born: Interval) -> bool:
    return bool(born.earliest and born.latest and (born.latest - born.earliest).days <= _NARROW_DAYS)
