"""Findings that somebody has looked at before, and what they said of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from onrecord.model.anchor import Anchor
from onrecord.model.finding import Finding

Why = Literal["silenced", "in the baseline", "as before"]


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A finding as it is known again: by its check and its words. ``reason`` is why it may stand, where somebody said.

    ``story`` is the path of its story, None for any.
    """

    check: str
    anchor: Anchor
    reason: str | None = None
    story: str | None = None


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """A finding that was known before and is set aside, and why: it is counted, and never lost."""

    finding: Finding
    why: Why
    reason: str | None = None


class Sorted(msgspec.Struct, frozen=True, kw_only=True):
    """Findings after those that were known before are set aside; ``gone`` are the known ones that nothing was like."""

    findings: tuple[Finding, ...]
    aside: tuple[Aside, ...]
    gone: tuple[Known, ...]


def set_aside(text: str, findings: Iterable[Finding], known: Iterable[Known], why: Why) -> Sorted:
    """Set aside the findings of a story that are known before: of the same check, with the same words.

    One that is known sets aside one finding: of several with the same words the one whose surroundings are most alike.
    """
    left = [(finding, Anchor.of(text, finding.spans)) for finding in findings]
    aside, gone = [], []
    for one in known:
        like = [
            place
            for place, (finding, anchor) in enumerate(left)
            if finding.check == one.check and anchor.words == one.anchor.words
        ]
        if like:
            best = max(like, key=lambda place: left[place][1].likeness(one.anchor))
            finding, _ = left.pop(best)
            aside.append(Aside(finding=finding, why=why, reason=one.reason))
        else:
            gone.append(one)
    return Sorted(findings=tuple(finding for finding, _ in left), aside=tuple(aside), gone=tuple(gone))
