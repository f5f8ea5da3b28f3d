"""Says in a few lines on whose word a story rests, and whom it asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model.case import Case
from onrecord.model.source import Voice
from onrecord.model.sourcing import Basis, Outcome, Side, Sourcing
from onrecord.show.phrases import Names, listed

LABELS: dict[Basis, str] = {
    "on_record": "on record",
    "unnamed": "on unnamed sources",
    "outlet": "on another outlet alone",
    "untold": "on nobody who is told",
    "story": "on the story alone",
}
_OUTCOMES: dict[Outcome, str] = {"asked": "was asked", "declined": "declined to comment", "no answer": "gave no answer"}


def lines(case: Case, names: Names) -> Iterator[str]:
    """Yield the profile of a story: its shares, its origins, and the side of each of its people."""
    profile = case.sourcing
    if not profile.sentences:
        return
    yield f"{_counted(profile.sentences, 'sentence')} about people: {shares(profile)}"
    origins = [origin(names, one) for one in profile.origins]
    yield f"{_counted(len(origins), 'origin')} at the least" + (f": {listed(origins)}" if origins else "")
    yield from (side(names, one) for one in profile.sides)


def of_all(profiles: Sequence[Sourcing]) -> Iterator[str]:
    """Yield the profile of several stories together: its shares, and in how many somebody was asked or denies."""
    total = Sourcing(
        on_record=sum(one.on_record for one in profiles),
        unnamed=sum(one.unnamed for one in profiles),
        outlet=sum(one.outlet for one in profiles),
        untold=sum(one.untold for one in profiles),
        story=sum(one.story for one in profiles),
    )
    if not total.sentences:
        return
    yield f"{_counted(total.sentences, 'sentence')} about people: {shares(total)}"
    alone = sum(one.sentences > 0 and not one.origins for one in profiles)
    unnamed = sum(one.unnamed > one.on_record for one in profiles)
    asked = sum(any(side.requests for side in one.sides) for one in profiles)
    denied = sum(any(side.denied for side in one.sides) for one in profiles)
    stories = f"{unnamed} of {len(profiles)} stories"
    yield f"{stories} rest more on unnamed sources than on record, {alone} on no origin at all"
    yield f"{asked} tell that somebody was asked, {denied} that somebody denies"


def shares(profile: Sourcing) -> str:
    """Return how many sentences rest on whom, with their shares: "3 on record (30%), 7 on the story alone (70%)"."""
    total = profile.sentences
    told = [(LABELS[basis], count) for basis, count in profile.counts().items() if count]
    return ", ".join(f"{count} {label} ({100 * count / total:.0f}%)" for label, count in told)


def origin(names: Names, voice: Voice) -> str:
    """Name where something comes from."""
    if voice.person:
        return names.person(voice.person)
    return names.source(voice.source) if voice.source else voice.outlet or ""


def side(names: Names, one: Side) -> str:
    """Say what the story has from somebody: "Kim Lee: speaks (3), denies (1), gave no answer"."""
    told = [f"speaks ({len(one.said)})"] if one.said else []
    told += [f"denies ({len(one.denied)})"] if one.denied else []
    told += dict.fromkeys(_OUTCOMES[request.outcome] for request in one.requests)
    return f"{names.person(one.who)}: {', '.join(told)}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
