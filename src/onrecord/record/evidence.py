"""Weighs what speaks for and against two people of several stories being one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import copy
from datetime import date

from onrecord.model.record import Profile
from onrecord.model.when import Interval
from onrecord.record.blocks import folded
from onrecord.record.names import Folded, alike, long

BORN_APART_YEARS = 5
"""Births that lie further apart than this are two people's; a misprint or a story without a day explains less."""
_SURE = 1.0
_SAME_NAME = 1.0
_SHORTER_NAME = 0.6
_FATHERS_OR_ONES_OWN = 0.5
_COMMON_NAME = 0.7
_WORD_ALONE = 0.3
_KNOWN = {4: 1.0, 3: 0.8, 2: 0.6}
"""How much one word says, by how sure the two sides are that everybody knows whom it means."""
_SAME_TIE = 0.9
_ONE_TIE = 0.7
_COMPANY = 0.2
_MOST_COMPANY = 0.4
_SAME_BIRTH = 0.4
_OTHER_BIRTH = -0.4
_OTHER_PRONOUN = -0.6
_OTHER_PRONOUN_OF_A_NAME = -0.2  # of one full name, most that two stories give two pronouns are misread
_SAME_ADDRESS = 0.5
_JUST_UNSURE = 0.9
_MOST_BIRTHS = 50
"""So many births of a person are weighed; more tell no more."""
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


class Evidence:
    """What is known of somebody: one sighting, or several that are held to be one person; it grows with each."""

    __slots__ = ("addresses", "births", "company", "known", "names", "pronouns", "stories")

    def __init__(self, profile: Profile) -> None:
        """Begin with what one sighting tells."""
        self.names = set(folded(profile))
        self.births = [profile.born] if profile.born else []
        self.pronouns = Counter([profile.pronoun] if profile.pronoun else [])
        self.company = {one.key: one for one in reversed(profile.company)}
        self.stories = {profile.sighting.story}
        self.addresses = {profile.address} if profile.address else set()
        self.known: int = profile.known

    def take(self, other: Evidence) -> None:
        """Take in what another tells; the work is that of the other's size."""
        self.names |= other.names
        self.births += other.births[: max(_MOST_BIRTHS - len(self.births), 0)]
        self.pronouns.update(other.pronouns)
        for key, one in other.company.items():
            if key not in self.company or (self.company[key].tie is None and one.tie):
                self.company[key] = one
        self.stories |= other.stories
        self.addresses |= other.addresses
        self.known = max(self.known, other.known)

    def copy(self) -> Evidence:
        """Return the same evidence, to grow by itself."""
        other = object.__new__(Evidence)
        for name in Evidence.__slots__:
            setattr(other, name, copy(getattr(self, name)))
        return other

    @property
    def full(self) -> list[Folded]:
        """Return the names of more than one word."""
        return [name for name in self.names if name.full]

    @property
    def pronoun(self) -> str | None:
        """Return the pronoun that most sightings use, None when none or as many use another."""
        most = self.pronouns.most_common(2)
        return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def weigh(one: Evidence, other: Evidence) -> tuple[float | None, tuple[str, ...]]:
    """Return how much speaks for one person, and why: 1 and more is sure, None is a clash that keeps them apart."""
    name, reason = _name(one, other)
    if name is None or _clash(one, other):
        return None, ()
    reasons = [reason]
    weight = name
    for part, why in _support(one, other, surely_named=bool(one.full and other.full and name >= _SAME_NAME)):
        weight += part
        reasons.append(why)
    if weight >= _SURE and name == _FATHERS_OR_ONES_OWN:
        weight = _JUST_UNSURE
        reasons.append("but a father and a son may be called so")
    if weight >= _SURE and not one.stories.isdisjoint(other.stories):
        weight = _JUST_UNSURE
        reasons.append("but one story names both")
    return weight, tuple(reasons)


def _name(one: Evidence, other: Evidence) -> tuple[float | None, str]:
    mine, theirs = one.full, other.full
    if mine and theirs:
        pairs = [(first, second) for first in mine for second in theirs if alike(first, second)]
        if not pairs:
            return None, ""
        weight, (first, second) = max((_likeness(*pair), sorted(map(str, pair))) for pair in pairs)
        if weight < _SAME_NAME:
            return weight, f"“{first}” may be “{second}”"
        if all(_common(name) for name in mine) or all(_common(name) for name in theirs):
            return _COMMON_NAME, f"both are called “{first}”, a name that many have"
        return weight, f"both are called “{first}”"
    words = {name.words[0] for name in one.names | other.names if not name.full}
    shared = sorted(words & _ends(one) & _ends(other))
    if not shared:
        return None, ""
    if one.known and other.known:
        return _KNOWN[one.known + other.known], f"both are known as “{shared[0]}”"
    return _WORD_ALONE, f"both are called “{shared[0]}”"


def _likeness(one: Folded, other: Folded) -> float:
    """Weigh two full names that are alike: a father and his son share all but a suffix or the length of a name."""
    if one.suffix != other.suffix or one.words[0] != other.words[0]:
        return _FATHERS_OR_ONES_OWN
    return _SAME_NAME if one.key == other.key else _SHORTER_NAME


def _ends(evidence: Evidence) -> set[str]:
    return {word for name in evidence.names for word in (name.words[0], name.words[-1])}


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


def _support(one: Evidence, other: Evidence, *, surely_named: bool) -> Iterator[tuple[float, str]]:
    yield from _company(one, other)
    if one.births and other.births:
        gaps = [_years_apart(first, second) for first in one.births for second in other.births]
        if not max(gaps):
            if any(_narrow(born) for born in one.births) and any(_narrow(born) for born in other.births):
                yield _SAME_BIRTH, "their births agree"
        elif min(gaps):
            yield _OTHER_BIRTH, "but their births lie apart"
    if one.pronoun and other.pronoun and one.pronoun != other.pronoun:
        weight = _OTHER_PRONOUN_OF_A_NAME if surely_named else _OTHER_PRONOUN
        yield weight, f"but one is “{one.pronoun}”, the other “{other.pronoun}”"
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
