"""The words of one time expression, what it is read by, and what it says."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

import msgspec

from onrecord.annotate.calendar_words import DAY_PARTS, MONTHS, PLURALS, UNITS, Word
from onrecord.annotate.numbers import number

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """What a time expression says; its first ``skip`` words are not part of it."""

    type: Type
    value: str
    skip: int = 0


class Context(NamedTuple):
    """What a time is read by: the story's day, the day told last and how finely, and whether the verb looks ahead.

    ``ahead`` is None where no verb tells.

    ``quarter`` is a day of the quarter that figures are being told of, if any: "a year earlier" is that quarter's.
    """

    day: date | None
    told: date | None
    told_unit: str
    ahead: bool | None
    quarter: date | None = None

    def anchor(self, unit: str) -> date | None:
        """Return the day told last; None where none is, or it is told too coarsely for a unit."""
        return self.told if self.told and _FINENESS[self.told_unit] <= _FINENESS.get(unit, 0) else None


_FINENESS = {"D": 0, "W": 1, "MO": 2, "Q": 3, "Y": 4, "E": 5, "C": 6}


class Phrase(msgspec.Struct, frozen=True):
    """The words of one time expression."""

    words: tuple[Word, ...]

    def text(self, kind: str) -> str | None:
        """Return the first word of a kind, None when there is none."""
        return next((word.text for word in self.words if word.kind == kind), None)

    def has(self, *kinds: str) -> bool:
        """Tell whether there is a word of one of the kinds."""
        return any(word.kind in kinds for word in self.words)

    @property
    def unit(self) -> str:
        """Return the code of the last unit of time, "D" when there is none."""
        for word in reversed(self.words):
            if word.kind in ("unit", "units", "quarter"):
                return UNITS.get(word.text) or PLURALS[word.text]
        return "D"

    @property
    def step(self) -> int:
        """Return -1 for the last one, 1 for the next one, 0 for this one."""
        return -1 if self.has("last") else 1 if self.has("next", "following") else 0

    @property
    def part(self) -> str:
        """Return the code of the part of the day, "" when there is none."""
        return DAY_PARTS.get((self.text("part") or self.text("parts") or "").removesuffix("s"), "")

    @property
    def spoken_step(self) -> int:
        """Return how many days "yesterday", "today" or "tomorrow" lies ahead."""
        return -1 if self.has("yesterday") else 1 if self.has("tomorrow") else 0

    @property
    def month(self) -> int:
        """Return the number of the month."""
        return next(MONTHS[word.text] for word in self.words if word.text in MONTHS)

    @property
    def year(self) -> int | None:
        """Return the year that is told in figures; of two figures, the one that is not in the future."""
        text = self.text("year") or self.text("years_short")
        if text is None:
            return None
        return int(text) if text.isdigit() else int(text[1:]) + (1900 if int(text[1:]) > 30 else 2000)

    @property
    def count(self) -> float | None:
        """Return how many, None where the story says only "some"."""
        return _count(self.words)


def _count(words: tuple[Word, ...]) -> float | None:
    kinds = [word.kind for word in words]
    half = 0.5 if "half" in kinds else 0.0
    numbers = [word for word in words if word.kind in ("day", "year", "figure", "cardinal", "scale")]
    if not numbers:
        if "few" in kinds:
            return 2 if words[kinds.index("few")].text == "couple" else None
        return half + 1 if "and" in kinds else half or 1
    total, last = 0.0, 0.0
    for word in numbers:
        if word.kind == "scale":
            total = (total or 1) * (100 if word.text == "hundred" else 1000)
            continue
        figure = _figure(word.text)
        if total and not (20 <= last < 100 > figure and figure < 10) and not total >= 100 > figure:
            break  # the second of "two to three weeks"
        total, last = total + figure, figure
    return total + half


def _figure(text: str) -> float:
    whole = text.replace(",", "")
    half = 0.5 if whole.endswith(("½", " 1/2")) else 0.0
    whole = whole.removesuffix("½").removesuffix(" 1/2")
    spelled = number(whole)
    if spelled is not None:
        return spelled + half
    try:
        return float(whole) + half
    except ValueError:
        return half
