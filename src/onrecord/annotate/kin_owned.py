"""Marks what a noun and its owner alone tell of kin, "her ex-husband", "Kim's brother", whoever the noun means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.annotate.kin_nouns import kinship
from onrecord.model.document import Document
from onrecord.model.marks import Kin, Marks, Mention

_FALSE = frozenset(
    ["not", "n't", "n’t", "never", "no", "plays", "played", "play", "playing", "portrays", "like", "any"]
)
_NEAR = 3  # words before the owner
_AGED = re.compile(r"\b\d{1,2}-year-old\b")
_MORE = re.compile(r"\s+and\s+[a-z]")  # "his wife and current nominee Kim Lee"
_TIES = frozenset(["spouse", "partner", "engaged"])
_ROLE = re.compile(r"[\s,]*[(,]?\s*played by\b", re.IGNORECASE)


def owned(document: Document, marks: Marks) -> Iterator[Kin]:
    """Yield what every owned noun of kin without a name beside it says of its owner and whom it means.

    Blood is told by the name of the owner or by an age: "her father" alone is too often nobody that the story names.
    """
    names = {mention.span for mention in marks.of(Mention) if mention.form == "name"}
    starts = [word.start for word in document.words]
    for noun in marks.of(Mention):
        if noun.form != "noun" or noun.plural or noun.of is None or noun.same or noun.head is None:
            continue
        if _ROLE.match(document.story.text, noun.span.end) or _MORE.match(document.story.text, noun.span.end):
            continue
        between = document.story.text[noun.of.end : noun.span.end].lower().removesuffix(noun.head)
        said = kinship(noun.head, between, owned=True)
        first = bisect_left(starts, noun.span.start)
        before = {word.text.lower() for word in document.words[max(0, first - _NEAR) : first]}
        if said and before.isdisjoint(_FALSE) and (said.relation in _TIES or noun.of in names or _AGED.search(between)):
            elder, younger = (noun.of, noun.span) if said.way == "down" else (noun.span, noun.of)
            yield Kin(
                span=noun.span,
                from_=elder,
                relation=said.relation,
                to=younger,
                status=said.status if said.status != "current" else None,
                detail=said.detail,
                reported=said.reported,
            )
