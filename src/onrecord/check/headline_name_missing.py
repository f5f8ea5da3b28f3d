"""Flags a person whom the headline names and the story below never does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says

SHORTEST_STORY_WORDS = 60
ALIKE_LETTERS = 3  # a nickname mostly keeps that many: Wills and William, Bey and Beyoncé
_PART = re.compile(r"[^\W\d_][\w’'-]+")


def check(case: Case) -> Iterator[Finding]:
    """Look for each full name of the headline in the story below, in any form: given name, surname or nickname.

    A name before a colon is mostly the writer's.
    """
    headline = case.story.headline
    if headline is None or len(case.story.text[headline.end :].split()) < SHORTEST_STORY_WORDS:
        return
    below = {_beginning(word) for word in _PART.findall(case.story.text, headline.end) if word[0].isupper()}
    for person in case.people:
        named = [mention for mention in person.mentions if mention.form == "name"]
        if not named or named[0].end > headline.end or any(mention.start >= headline.end for mention in named):
            continue
        first = named[0]
        if len(first.text.split()) < 2 or case.story.text.startswith(":", first.end):
            continue
        if not any(_beginning(part) in below for part in _PART.findall(first.text)):
            yield Finding(
                level="unclear",
                message=f"the headline names “{first.text}”, and the story below never does",
                spans=(Says.of(first.span, "in the headline"),),
                reason=(f"no part of the name stands below the headline: {first.text}",),
            )


def _beginning(word: str) -> str:
    return word[:ALIKE_LETTERS].casefold()
