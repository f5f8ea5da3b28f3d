"""Holds the founding story to what a careful reader found in it: what is wrong, and what adds up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.model.case import Case
from onrecord.model.finding import Finding

# The reader's names for what is wrong, and the check that looks for it.
CHECKS = {
    "heading quote altered": "quotation-altered-in-heading",
    "quotation marks do not match": "quotation-marks-unbalanced",
    "claim attributed to a person without a quotation in the story": "claim-without-quotation",
    "headline claim rests on the outlet alone": "headline-claim-without-support",
    "state of mind without a source": "mind-reading-without-source",
}
_SAME_PLACE = 0.5  # share of the longer of two stretches that both must cover
_NUMBER = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:-\d+)*"
)
_WORD = re.compile(r"[\w-]+")


def faults(case: Case, gold: Mapping[str, Any]) -> Iterator[str]:
    """Yield a line for each finding that is missing or false, and for each sum that is not among what holds.

    A finding is right when its check is and when its words stand where the reader's stand.
    """
    text, left = case.story.text, list(case.findings)
    for wrong in gold["findings"]:
        check = CHECKS[wrong["rule"]]
        places = [_place(text, wrong[key]) for key in ("at", "against") if key in wrong]
        right = next((one for one in left if one.check == check and _rests_on(one, places)), None)
        if right:
            left.remove(right)
        else:
            yield f"not found: {wrong['rule']}: {wrong['at']['text']}"
    yield from (f"reported, but it is not so: {finding.check}: {finding.message}" for finding in left)
    held = [_facts(one.message) for one in case.held]
    yield from (f"not among what holds: {line}" for line in gold["adds_up"] if not any(_facts(line) <= h for h in held))


def _place(text: str, words: Mapping[str, Any]) -> tuple[int, int]:
    """Return where the gold's words stand; ``nth`` says which occurrence is meant."""
    start = -1
    for _ in range(words.get("nth", 1)):
        start = text.index(words["text"], start + 1)
    return start, start + len(words["text"])


def _rests_on(finding: Finding, places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the finding's words and the gold's stand at the same places, none left over on either side."""
    ours = [(says.start, says.end) for says in finding.spans]
    return all(any(_same(one, two) for two in places) for one in ours) and all(
        any(_same(one, two) for one in ours) for two in places
    )


def _same(one: tuple[int, int], two: tuple[int, int]) -> bool:
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return shared >= _SAME_PLACE * max(one[1] - one[0], two[1] - two[0])


def _facts(line: str) -> set[str]:
    """Return what a sum is about: its numbers, in digits and in words, and its names and months."""
    return {word for word in _WORD.findall(line) if _NUMBER.fullmatch(word) or word[0].isupper()}
