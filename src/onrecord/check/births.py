"""When the people of a story were born, statement by statement, with the lines that show how it was worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from onrecord.model.born import born, whose_birth
from onrecord.model.case import Case
from onrecord.model.finding import Says
from onrecord.model.person import Person
from onrecord.model.statement import Age, Event, Kin
from onrecord.model.when import Interval, both

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
    people = {person.id: person for person in case.people}
    children = {kin.to for kin in case.all(Kin) if kin.relation == "parent"}
    found: dict[str, list[Born]] = {}
    for statement in case.statements:
        if not isinstance(statement, Age | Event) or statement.reported != "fact":
            continue
        now = isinstance(statement, Age) and statement.when is None and not statement.other_time
        dated = not now or case.story.published is not None
        days = born(statement, case.story.published if dated else _STAND_IN)
        if days is None or (isinstance(statement, Event) and _is_to_come(days, case.story.published)):
            continue
        for who in whose_birth(statement, children):
            if isinstance(statement, Event) and not _is_named_or_born(people[who], statement):
                continue
            on = _on(statement, case.story.published)
            told = Born(who=who, name=people[who].name, statement=statement, days=days, dated=dated, on=on)
            found.setdefault(who, []).append(told)
    return found


def _is_to_come(days: Interval, published: date | None) -> bool:
    """Tell whether a birth is only expected: then it is of nobody whom the story gives an age."""
    return published is not None and days.earliest is not None and days.earliest > published


def _is_named_or_born(person: Person, birth: Event) -> bool:
    """Tell whether the words are about the one who was born: "gave birth" alone is about the mother."""
    return any(
        "born" in words.text.lower()
        or any(words.start <= mention.start and mention.end <= words.end for mention in person.mentions)
        for words in birth.spans
    )


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


def in_days(days: Interval) -> str:
    """Write a stretch of days: "1957-11-14 to 1958-11-13", or its one name ("2015-06")."""
    if days.edtf and "/" not in days.edtf:
        return days.edtf
    return f"{days.earliest or 'any day'} to {days.latest or 'any day'}"


def age_in_words(age: Age) -> str:
    """Write an age: "41", "9 months", "40 to 49"."""
    least, under = age.at_least_months, age.under_months
    if under - least == 1:
        return "1 month" if least == 1 else f"{least} months"
    if under - least == 12 and least % 12 == 0:
        return str(least // 12)
    if least % 12 == 0 and under % 12 == 0:
        return f"{least // 12} to {under // 12 - 1}"
    return f"{least} to {under - 1} months"


def birth_in_words(event: Event) -> str:
    """Write the time of a birth: in the story's own words where it has a year, else as EDTF."""
    words, edtf = (event.when.text or "", event.when.edtf or "") if event.when else ("", "")
    return words.removeprefix("in ").removeprefix("on ") if edtf[:4] and edtf[:4] in words else edtf


def _on(statement: Age | Event, published: date | None) -> str:
    if statement.when is not None:
        return in_days(statement.when.interval)
    return str(published) if published else "the story's day"
