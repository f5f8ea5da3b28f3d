"""Draws what happened when, and when people were born."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.statement import Event
from onrecord.show import drawing
from onrecord.show.harmless import columns
from onrecord.show.phrases import MONTHS, Names, day, days, event, time

_WIDTH = 960.0
_MARGIN = 28.0
_TOP = 34.0
_LANE = 24.0
_COLUMN = 6.6
_LABEL_COLUMNS = 72
_MOST_ROWS = 120
_MOST_TICKS = 12
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTH_STEPS = (1, 2, 3, 6)


class _Stretch(msgspec.Struct, frozen=True):
    """Something to draw: its days as ordinals, its words, and all of it in a sentence."""

    first: int
    last: int
    words: str
    told: str


class _Scale(msgspec.Struct, frozen=True):
    """Days laid along a line; days are ordinals."""

    first: int
    last: int

    def x(self, ordinal: int) -> float:
        """Return how far from the left edge a day lies, in pixels."""
        share = (ordinal - self.first) / max(self.last - self.first, 1)
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)


def svg(case: Case, *, name: str = "timeline") -> str | None:
    """Return the timeline as SVG; see ``picture``."""
    drawn = picture(case, name=name)
    return drawn.svg if drawn else None


def picture(case: Case, *, name: str = "timeline") -> drawing.Picture | None:
    """Return the timeline; None when the story gives no day to draw.

    Dated events stand on a scale, in as many lanes as their words need; below them the days on which each person may
    have been born; a broken line is the story's own day. Times that no calendar fixes are listed at the foot.
    ``name`` begins the ids.
    """
    names = Names.of(case)
    happened = [stretch for happening in case.all(Event) if (stretch := _happened(names, happening))]
    births = [stretch for person in case.people if (stretch := _born(person))]
    if not happened and not births:
        return None
    happened = sorted(happened, key=lambda stretch: (stretch.first, stretch.last))[:_MOST_ROWS]
    births = sorted(births, key=lambda stretch: (stretch.first, stretch.last))[:_MOST_ROWS]
    undated = [words for happening in case.all(Event) if (words := _undated(names, happening))][:_MOST_ROWS]
    scale = _scale([*happened, *births], case.story.published)
    parts: list[str] = []
    y = _TOP
    for heading, stretches in (("What happened", happened), ("Born between", births)):
        if stretches:
            parts.append(drawing.label(_MARGIN, y + 8, heading, "soft"))
            y += _LANE
            drawn, y = _lanes(stretches, scale, y, case.story.published)
            parts += drawn
            y += _LANE / 2
    ground = [*_ticks(scale, y), *_today(case.story.published, scale, y)]
    if undated:
        parts.append(drawing.label(_MARGIN, y + 16, "At a time that cannot be fixed", "soft"))
        parts += [drawing.label(_MARGIN, y + 40 + 20 * number, words) for number, words in enumerate(undated)]
        y += 28 + 20 * len(undated)
    told = [stretch.told for stretch in (*happened, *births)] + undated
    description = ". ".join(told) + "."
    return drawing.picture(
        ground + parts, width=_WIDTH, height=y + 12, name=name, title="Timeline", description=description, role="img"
    )


def _happened(names: Names, happening: Event) -> _Stretch | None:
    when = happening.when
    if when is None or (when.earliest is None and when.latest is None):
        return None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None or first > last:
        return None
    told = f"{event(names, happening)}, {days(when)}"
    return _Stretch(first.toordinal(), last.toordinal(), told, told)


def _born(person: Person) -> _Stretch | None:
    if person.born is None or person.born.earliest is None or person.born.latest is None:
        return None
    first, last = person.born.earliest, person.born.latest
    return _Stretch(
        first.toordinal(), last.toordinal(), f"{person.name}, {_short(first, last)}",
        f"{person.name} was born {'on' if first == last else 'between'} {days(person.born)}",
    )  # fmt: skip


def _short(first: date, last: date) -> str:
    if first == last:
        return day(first)
    start, end = (f"{MONTHS[one.month - 1][:3]} {one.year}" for one in (first, last))
    return start if start == end else f"{start} to {end}"


def _undated(names: Names, happening: Event) -> str | None:
    if happening.when is None or happening.when.earliest or happening.when.latest:
        return None
    told = time(happening.when)
    return drawing.cut(f"{event(names, happening)}{f', {told}' if told else ''}", 2 * _LABEL_COLUMNS)


def _scale(stretches: list[_Stretch], published: date | None) -> _Scale:
    marks = [end for stretch in stretches for end in (stretch.first, stretch.last)]
    marks += [published.toordinal()] if published else []
    room = max((max(marks) - min(marks)) // 40, 15)
    return _Scale(max(min(marks) - room, 1), min(max(marks) + room, date.max.toordinal()))


def _lanes(stretches: list[_Stretch], scale: _Scale, top: float, story: date | None) -> tuple[list[str], float]:
    """Draw each stretch with its words beside it, in the first lane that has room; return the drawing and its foot.

    Words stand to the right, but for those that would run over the story's own day or off the picture.
    """
    told = scale.x(story.toordinal()) if story else _WIDTH
    parts: list[str] = []
    lanes: list[list[tuple[float, float]]] = []
    for stretch in stretches:
        words = drawing.cut(stretch.words, _LABEL_COLUMNS)
        left, right = scale.x(stretch.first), max(scale.x(stretch.last), scale.x(stretch.first) + 3)
        room = columns(words)[-1] * _COLUMN + 12
        end = told if right < told else _WIDTH
        after = right + room < end - 8 or (left < room and right + room < _WIDTH - 8)
        taken = (left - 8, right + room) if after else (left - room, right + 8)
        number = next(
            (
                number
                for number, lane in enumerate(lanes)
                if all(taken[1] < one[0] or one[1] < taken[0] for one in lane)
            ),
            len(lanes),
        )
        if number == len(lanes):
            lanes.append([])
        lanes[number].append(taken)
        y = top + number * _LANE
        point = right - left < 8
        shape = (
            f'<circle cx="{(left + right) / 2:g}" cy="{y:g}" r="5" class="mark"/>' if point
            else f'<rect x="{left:g}" y="{y - 5:g}" width="{right - left:g}" height="10" rx="3" class="bar"/>'
        )  # fmt: skip
        text = drawing.label(right + 8, y + 4.5, words) if after else drawing.label(left - 8, y + 4.5, words, "left")
        parts.append(drawing.linked(shape + text, title=stretch.told, href=None))
    return parts, top + len(lanes) * _LANE


def _ticks(scale: _Scale, foot: float) -> Iterator[str]:
    for ordinal, words in _marks(scale):
        x = scale.x(ordinal)
        yield drawing.path(f"M{x:g} {_TOP - 10:g}V{foot:g}", "scale")
        yield drawing.label(x, _TOP - 16, words, "soft centre")


def _marks(scale: _Scale) -> list[tuple[int, str]]:
    """Return the first days of the months or years that the scale names, with their names."""
    first, last = date.fromordinal(scale.first), date.fromordinal(scale.last)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months <= 2 * _MOST_TICKS:
        step = next(step for step in _MONTH_STEPS if months / step <= _MOST_TICKS)
        counted = range(first.year * 12 + first.month - 1, last.year * 12 + last.month, 1)
        begins = [date(number // 12, number % 12 + 1, 1) for number in counted if number % step == 0]
        named = [(begin, f"{MONTHS[begin.month - 1][:3]} {begin.year}") for begin in begins]
    else:
        step = next(step for step in _YEAR_STEPS if (last.year - first.year) / step <= _MOST_TICKS)
        named = [
            (date(year, 1, 1), str(year))
            for year in range(-(-first.year // step) * step, last.year + 1, step)
            if year >= 1
        ]
    return [(begin.toordinal(), words) for begin, words in named if scale.first <= begin.toordinal() <= scale.last]


def _today(published: date | None, scale: _Scale, foot: float) -> Iterator[str]:
    if published:
        x = scale.x(published.toordinal())
        yield drawing.path(f"M{x:g} {_TOP - 10:g}V{foot:g}", "today")
        at_right = x > _WIDTH / 2
        words = f"the story, {day(published)}"
        yield drawing.label(x - 6 if at_right else x + 6, foot + 2, words, "soft left" if at_right else "soft")
