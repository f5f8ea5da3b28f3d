"""Joins people across a corpus, first within some thousand stories, then across all, by the rules of the record."""

from __future__ import annotations

import tempfile
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import accumulate, islice
from typing import IO

import msgspec
import numpy as np

from onrecord.annotate import lexicon
from onrecord.bulk import tables
from onrecord.bulk.folder import Done, Folder, writer
from onrecord.bulk.unions import Numbers, firsts, neighbours
from onrecord.model.case import Case
from onrecord.model.record import Companion, Profile, Sighting
from onrecord.model.when import Interval, both
from onrecord.record.blocks import blocks, folded
from onrecord.record.joining import join
from onrecord.record.profiles import MOST_COMPANY, profiles

STORIES_A_CHUNK = 2_000
"""People of so many stories of a shard are joined at once; what is known of each then is one profile."""

MOST_TOGETHER = 20_000
"""Where more groups than this hang together by their blocks, they are joined by whole names alone."""

ROWS_AT_ONCE = 10_000

_encoder = msgspec.msgpack.Encoder()
_profiles: msgspec.msgpack.Decoder[Profile] = msgspec.msgpack.Decoder(Profile)


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
            rows["groups"].append({"group": group, "profile": _encoder.encode(profile)})
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


def settle(folder: Folder, read: Sequence[Done]) -> None:
    """Join the groups of all shards, and write for each shard whom its stories' people are.

    ``read`` are the notes of all shards in the order of their names. Two groups of one chunk stay two: what its own
    stories do not join, others shall not. The profiles lie in a file meanwhile; of n groups the memory holds some
    100 n bytes.
    """
    ends = list(accumulate((done.rows["groups"] for done in read), initial=0))
    with tempfile.TemporaryFile() as kept:
        places, first = _laid_down(kept, folder, read)
        who, why = _joined(kept, places, first)

    def identity(row: tables.Row, start: int) -> tables.Row:
        group = start + tables.number(row["group"]) - 1
        head = int(who[group])
        shard = bisect_right(ends, head) - 1
        name = tables.key(read[shard].shard, head - ends[shard] + 1)
        reasons = [*row["reasons"], *why.get(group, ())]
        return {"story": row["story"], "person": row["person"], "who": name, "reasons": reasons}

    for done, start in zip(read, ends[:-1], strict=True):
        met = folder.rows("met", done.shard)
        with writer(folder, {"identities": folder.table("identities", done.shard)}) as out:
            while some := list(islice(met, ROWS_AT_ONCE)):
                out.add({"identities": [identity(row, start) for row in some]})
                out.flush()


def _laid_down(kept: IO[bytes], folder: Folder, read: Sequence[Done]) -> tuple[Sequence[int], Numbers]:
    """Write all profiles down; return where each begins, and for each the first that it hangs together with."""
    places, owners, hashes = array("q", [0]), array("q"), array("Q")
    for done in read:
        for row in folder.rows("groups", done.shard):
            for block in blocks(_profiles.decode(row["profile"])):
                owners.append(len(places) - 1)
                hashes.append(int.from_bytes(blake2b(block.encode(), digest_size=8).digest(), "little"))
            kept.write(row["profile"])
            places.append(places[-1] + len(row["profile"]))
    ones, others = neighbours(np.array(hashes, np.uint64))
    own = np.array(owners, np.int64)
    return places, firsts(own[ones], own[others], len(places) - 1)


def _joined(kept: IO[bytes], places: Sequence[int], first: Numbers) -> tuple[Numbers, dict[int, tuple[str, ...]]]:
    """Return for each group the first of its person's groups, and the reasons for each that is not the first."""
    who, why = np.arange(len(first)), dict[int, tuple[str, ...]]()
    for component in _several(first):
        for some in _parts([(int(group), _profile(kept, places, int(group))) for group in component]):
            at = {profile.sighting: group for group, profile in some}
            for one in join(profile for _, profile in some).people:
                head = min(at[member.sighting] for member in one.members)
                for member in one.members:
                    who[at[member.sighting]] = head
                    if member.reasons:
                        why[at[member.sighting]] = member.reasons
    return who, why


def _several(first: Numbers) -> Iterator[Numbers]:
    """Yield the groups that hang together, where there are more than one."""
    order = np.argsort(first, kind="stable")
    edges = np.flatnonzero(np.diff(first[order], prepend=-1, append=-1))
    for place in np.flatnonzero(np.diff(edges) > 1):
        yield order[edges[place] : edges[place + 1]]


def _parts(some: list[tuple[int, Profile]]) -> Iterator[list[tuple[int, Profile]]]:
    """Hand out what can be joined at once: all, or where that is too much those of one whole name."""
    if len(some) <= MOST_TOGETHER:
        yield some
        return
    by_name: defaultdict[str, list[tuple[int, Profile]]] = defaultdict(list)
    for group, profile in some:
        longest = max(folded(profile), key=lambda name: (len(name.words), name.words))
        by_name[longest.key].append((group, profile))
    yield from by_name.values()


def _profile(kept: IO[bytes], places: Sequence[int], group: int) -> Profile:
    kept.seek(places[group])
    return _profiles.decode(kept.read(places[group + 1] - places[group]))
