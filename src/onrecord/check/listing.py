"""Names that stand as a full list right behind a number: "three children — Ann, 10, Ben, 9, and Cleo, 6"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from onrecord.model.case import Case
from onrecord.model.person import Mention
from onrecord.model.span import Span

_LONGEST_LIST = 600  # characters; no list of children is longer
_OPENS = re.compile(
    r"(?: (?:together|in total|in all))?"
    r"(?:(?: with (?:[a-z’'-]{2,12} ){0,3}[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2})?:|(?: ?[—–:(,]| -{1,2} ))"
    r"\s?(?=\S)"
)
_ENDS = re.compile(
    r"[—–:!?()\n\"“”]|;(?! (?:and )?[A-Z])|(?<![JS]r)\.| -{1,2} "
    r"|,? (?:from|with) (?:an?|his|her|their|the|ex|former)\b"
)
_AGE = r"(?:\d{1,2}|[a-z]{3,9}(?:-[a-z]{3,5})?)(?: (?:months?|weeks?|years)(?: old)?)?"
_CHILD = (
    r"(?:(?:\d{1,2}|[a-z]{3,9})-(?:year|month|week)-old|sons?|daughters?|twins?|triplets|newborn|baby|boys?|girls?)"
)
# "a daughter, Dot, 12, and a son, Cy": what is said before the name is no child more.
_SEPARATES = re.compile(
    r"(?:[,;]?\s(?:and|&)\s|[,;]\s|^\s*)an?\s(?:son|daughter|boy|girl),\s(?=[A-Z])|[,;]|\s(?:and|&)\s"
)
_NAME = re.compile(
    rf"\s*(?:and )?(?:{_CHILD} ){{0,3}}[A-ZÀ-ÖØ-Þ][\w.'’-]*(?: [A-ZÀ-ÖØ-Þ][\w.'’-]*){{0,3}}(?: \d{{1,2}})?\s*"
)
_NO_NAME = re.compile(rf"\s*(?:{_AGE}|[JS]r\.?)?\s*")


def all_names(case: Case) -> tuple[Mention, ...]:
    """Return all mentions of people by name, in the order of the text."""
    names = (mention for person in case.people for mention in person.mentions if mention.form == "name")
    return tuple(sorted(names, key=lambda mention: mention.start))


def names_behind(text: str, told: Span, names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return those of all ``names`` of a story that are listed right behind the words of a number.

    Empty unless every part of the list is a name, with its age or not, and each of those names is known as a
    person's: a list that is only half understood must not be counted.
    """
    opens = _OPENS.match(text, told.end)
    if opens is None:
        return ()
    start, limit = opens.end(), min(len(text), opens.end() + _LONGEST_LIST)
    ends = _ENDS.search(text, start, limit)
    end = ends.start() if ends else limit
    parts = _SEPARATES.split(text[start:end])
    named = [part for part in parts if not _NO_NAME.fullmatch(part)]
    if not all(_NAME.fullmatch(part) for part in named):
        return ()
    first = bisect_left(names, start, key=lambda mention: mention.start)
    listed = names[first : bisect_right(names, end, key=lambda mention: mention.end)]
    return listed if len(listed) == len(named) else ()
