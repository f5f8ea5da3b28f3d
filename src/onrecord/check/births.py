"""When the people of a story were born, statement by statement, with the lines that show how it was worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.model.born import born
from onrecord.model.case import Case
from onrecord.model.finding import Says
from onrecord.model.statement import Age, Event
from onrecord.model.when import Interval, both
from onrecord.prove.statements import births_told
from onrecord.prove.wording import age_in_words, birth_in_words, in_days, on_which_day

# Ages on a story's day that nobody told can still be compared with each other: their births are counted from this
# stand-in for that day, and never set against a real date.
_STAND_IN = date(2001, 7, 15)


class Born(msgspec.Struct, frozen=True, kw_only=True):
    """What one statement tells of somebody's birth. ``dated`` is False when it hangs on a story's unknown day."""

    who: str
    name: str
    statement: Age | Event
    days: Interval
    dated: bool
    on: str

    @property
    def told(self) -> str:
        """Return the age ("41", "9 months", "40 to 49"), or the words for the time of birth."""
        return age_in_words(self.statement) if isinstance(self.statement, Age) else birth_in_words(self.statement)

    @property
    def word(self) -> str:
        """Return the story's own word for the age where it is one word ("ten"), else the number."""
        own = self.statement.spans[0].text.strip(" ,")
        return own if own.isalnum() else self.told

    @property
    def line(self) -> str:
        """Return the line of reasoning: "Paul, 67 on 2025-11-13: born 1957-11-14 to 1958-11-13"."""
        if isinstance(self.statement, Event):
            return f"{self.name}: born {self.told}, {in_days(self.days)}"
        return f"{self.name}, {self.told} on {self.on}" + (f": born {in_days(self.days)}" if self.dated else "")

    @property
    def says(self) -> Says:
        """Return the words beside what they say."""
        if isinstance(self.statement, Event):
            return Says.of(self.statement.spans[0], f"{self.name} was born {self.told}")
        return Says.of(self.statement.spans[0], f"{self.name} is {self.told} on {self.on}")


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """The days that somebody may have been born on, and the statements that leave no more."""

    days: Interval
    because: tuple[Born, ...]


def births(case: Case) -> dict[str, list[Born]]:
    """Return by person what the story states as a fact about their birth, in the order of the text."""
    names = {person.id: person.name for person in case.people}
    found: dict[str, list[Born]] = {}
    for one in births_told(case):
        days = one.days or born(one.statement, _STAND_IN)
        if days:
            on = on_which_day(one.statement, case.story.published)
            told = Born(
                who=one.who, name=names[one.who], statement=one.statement, days=days, dated=one.days is not None, on=on
            )
            found.setdefault(one.who, []).append(told)
    return found


def settled(told: Mapping[str, Iterable[Born]], *, dated: bool) -> dict[str, Known]:
    """Return by person what all statements of one kind, dated or not, together leave of the days of birth.

    Of statements that clash the first one stands. Whoever has no statement of that kind is left out.
    """
    known: dict[str, Known] = {}
    for who, statements in told.items():
        days: Interval | None = None
        because: list[Born] = []
        for one in statements:
            narrowed = both(days or one.days, one.days) if one.dated is dated else None
            if narrowed and narrowed != days:
                days = narrowed
                because.append(one)
        if days:
            known[who] = Known(days=days, because=tuple(because))
    return known


def clash(told: Sequence[Born]) -> tuple[Born, Born] | None:
    """Return two statements of one person that cannot both be true, in the order of the text, None if all can.

    ``told`` is not empty and all of one kind, dated or not. Stretches of days have a day in common exactly when the
    one that begins last and the one that ends first do.
    """
    last = max(told, key=lambda one: one.days.earliest or date.min)
    first = min(told, key=lambda one: one.days.latest or date.max)
    if both(last.days, first.days):
        return None
    one, two = sorted((last, first), key=lambda one: one.statement.spans[0])
    return one, two


def before(first: Interval, second: Interval) -> bool:
    """Tell whether every day of the first stretch lies before every day of the second."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def years_apart(first: Interval, second: Interval) -> tuple[int, int] | None:
    """Return between which two numbers of whole years two births lie apart, None where an end is open.

    People of 67 and 41 on one day were born between 25 and 27 years apart.
    """
    one, two, three, four = first.earliest, first.latest, second.earliest, second.latest
    if one is None or two is None or three is None or four is None:
        return None
    least = max(0, _whole_years(two, three), _whole_years(four, one))
    most = max(_whole_years(one, four), _whole_years(three, two))
    return least, most + 1


def _whole_years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
