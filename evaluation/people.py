"""Prints how well people of several stories are told from each other: ``python -m evaluation.people SHARED``.

``same_people.jsonl`` holds pairs of names of celebrity-open, each with its story, and whether they are one person, as
judged by reading both stories. The pairs were drawn by their names alone: some that share a full name, some that share
a word of it, with as many bare first names as full ones, and no more than one pair of the same two names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from evaluation import cases
from onrecord.annotate import lexicon
from onrecord.model.case import Case
from onrecord.model.record import Profile, Sighting
from onrecord.record.joining import join
from onrecord.record.names import fold
from onrecord.record.profiles import profiles

GOLD = Path(__file__).with_name("same_people.jsonl")
CORPUS = "celebrity-open.jsonl"


class Pair(msgspec.Struct, frozen=True):
    """Two people, each by story and name, and whether they are one."""

    one: tuple[str, str]
    other: tuple[str, str]
    same: bool


def main() -> int:
    """Print the table and the pairs that were got wrong; return the exit code: 2 without the shared folder."""
    corpus = Path(sys.argv[1]) / "data" / CORPUS if len(sys.argv) == 2 else None
    if corpus is None or not corpus.is_file():
        print(f"usage: python -m evaluation.people SHARED, a folder with data/{CORPUS}", file=sys.stderr)
        return 2
    told = answers(cases.read(corpus))
    print(table(told))
    for pair, joined in told.items():
        if joined != pair.same:
            print(f"{'joined, and are two' if joined else 'apart, and are one'}: {pair.one} {pair.other}")
    return 0


def answers(read: Iterable[Case]) -> dict[Pair, bool]:
    """Return for each pair of the gold whether the two are joined; whom a story does not name is joined with nobody."""
    found: list[Profile] = []
    for case in read:
        found += profiles(case, case.story.path or "", given=lexicon.given, usual=lexicon.usual)
    who = {member.sighting: one.id for one in join(found).people for member in one.members}
    by_story: dict[str, list[Profile]] = {}
    for profile in found:
        by_story.setdefault(profile.sighting.story, []).append(profile)
    told = {}
    for line in GOLD.read_bytes().splitlines():
        pair = msgspec.json.decode(line, type=Pair)
        one, other = (_sighting(by_story, *place) for place in (pair.one, pair.other))
        told[pair] = one is not None and other is not None and who[one] == who[other]
    return told


def figures(told: Mapping[Pair, bool]) -> dict[str, float]:
    """Return precision and recall of the joins, in percent."""
    right = sum(joined and pair.same for pair, joined in told.items())
    return {
        "precision": round(100 * right / max(1, sum(told.values())), 1),
        "recall": round(100 * right / max(1, sum(pair.same for pair in told)), 1),
    }


def table(told: Mapping[Pair, bool]) -> str:
    """Return the figures with what they are counted from."""
    joined, same = sum(told.values()), sum(pair.same for pair in told)
    shares = ", ".join(f"{name} {share}" for name, share in figures(told).items())
    return f"{len(told)} pairs, {same} of them one person, {joined} joined: {shares}"


def _sighting(by_story: Mapping[str, list[Profile]], story: str, name: str) -> Sighting | None:
    """Return who is called exactly so in a story, else by more words than these, or by fewer."""
    wanted = str(fold(name))
    words = set(wanted.split())
    there = [(profile, called) for profile in by_story.get(story, []) for called in profile.names]
    for fits in (
        lambda called: called == wanted,
        lambda called: words <= set(called.split()),
        lambda called: words > set(called.split()),
    ):
        for profile, called in there:
            if fits(called):
                return profile.sighting
    return None


if __name__ == "__main__":
    sys.exit(main())
