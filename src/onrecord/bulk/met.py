"""Joins people of many stories by the rules of the record, as many at once as a worker can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from onrecord.annotate import lexicon
from onrecord.bulk import tables
from onrecord.model.case import Case
from onrecord.model.record import Companion, Profile, Sighting
from onrecord.model.when import Interval, both
from onrecord.record.joining import join
from onrecord.record.profiles import MOST_COMPANY, profiles

STORIES_A_CHUNK = 2_000
"""People of so many stories of a shard are joined at once; what is known of each then is one profile."""

MOST_TOGETHER = 2_000
"""So many profiles are joined at once; of more, portions are joined first, then what has come of them."""

encode = msgspec.msgpack.Encoder().encode
decode = msgspec.msgpack.Decoder(Profile).decode


class Met:
    """The people of a shard's stories, joined chunk by chunk into groups."""

    def __init__(self, shard: str) -> None:
        self.shard, self.chunks, self.groups = shard, 0, 0
        self.profiles: list[Profile] = []

    def add(self, case: Case, key: str) -> None:
        """Take the named people of a story."""
        self.profiles += profiles(case, key, given=lexicon.given, usual=lexicon.usual)

    def rows(self) -> tables.Rows:
        """Join the people taken since the last chunk: rows of who is in which group, and of what is known of each."""
        self.chunks += 1
        by_sighting = {profile.sighting: profile for profile in self.profiles}
        rows: tables.Rows = {"met": [], "groups": []}
        for who in join(self.profiles).people:
            self.groups += 1
            group = tables.key(self.shard, self.groups)
            for member in who.members:
                at = member.sighting
                rows["met"].append(
                    {"story": at.story, "person": at.person, "group": group, "reasons": list(member.reasons)}
                )
            at = Sighting(f"{self.shard}.{self.chunks}", group)
            profile = together([by_sighting[member.sighting] for member in who.members], at)
            rows["groups"].append({"group": group, "profile": encode(profile)})
        self.profiles = []
        return rows


def together(profiles: Sequence[Profile], at: Sighting) -> Profile:
    """Make one profile of those of one person: all names, the company with a tie first, the birth that they allow."""
    said = Counter(pronoun for profile in profiles if (pronoun := profile.pronoun))
    company: dict[str, Companion] = {}
    born: Interval | None = None
    for profile in profiles:
        for one in profile.company:
            if one.key not in company or (one.tie and company[one.key].tie is None):
                company[one.key] = one
        born = (both(born, profile.born) or born) if born and profile.born else born or profile.born
    kept = sorted(company.values(), key=lambda one: (one.tie is None, one.tie == "event", one.key))
    names = Counter(profile.name for profile in profiles)
    return Profile(
        sighting=at,
        text=profiles[0].text,
        name=min(names, key=lambda name: (-names[name], name)),
        names=tuple(sorted({name for profile in profiles for name in profile.names})),
        pronoun=next((one for one, _ in said.most_common(1)), None),
        born=born,
        company=tuple(kept[:MOST_COMPANY]),
        known=max(profile.known for profile in profiles),
    )


def joined(people: Sequence[tuple[int, bytes]]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Return for each place the first place of the same person, and the reasons.

    ``people`` are places, in their order, and encoded profiles. Of more than ``MOST_TOGETHER`` portions are joined on
    their own, then what has come of these; two whom one portion keeps apart stay two.
    """
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    heads: list[tuple[int, bytes]] = []
    for start in range(0, len(people), MOST_TOGETHER):
        by_sighting = {(one := decode(data)).sighting: (place, one) for place, data in people[start:][:MOST_TOGETHER]}
        for who in join(profile for _, profile in by_sighting.values()).people:
            members = [(*by_sighting[member.sighting], member.reasons) for member in who.members]
            head = min(place for place, _, _ in members)
            found.update((place, (head, reasons)) for place, _, reasons in members)
            if len(people) > MOST_TOGETHER:
                one = together([profile for _, profile, _ in members], Sighting(str(start), str(head)))
                heads.append((head, encode(one)))
    few = len(heads) <= max(MOST_TOGETHER, len(people) / 2)
    if not heads or len(heads) == len(people) or not few:  # all is joined, or nothing more comes of another round
        return found
    above = joined(sorted(heads))
    return {
        place: (above[head][0], (*reasons, *(above[head][1] if place == head else ())))
        for place, (head, reasons) in found.items()
    }
