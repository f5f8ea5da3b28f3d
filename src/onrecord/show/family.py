"""Draws how the people of a story are related."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.statement import Age, Event, Kin
from onrecord.show import drawing
from onrecord.show.kinship import Household, Kinship, families, ties
from onrecord.show.layout import PITCH, Layout, layout
from onrecord.show.phrases import Names, days, how_old, kin

_SHAPE = 46.0
_LINE = 15.0
_NAME_COLUMNS = 14
_NAME_LINES = 3
_ABOVE = 14.0
_BAR_STEP = 12.0
_ARCH_STEP = 18.0
_LANES_TRIED = 12
_KINK = 9.0  # a line to an only child that would turn aside by less is drawn straight
_PAGE_WIDTH = 1120.0
_BETWEEN_FAMILIES = 24.0


class _Shown(msgspec.Struct, frozen=True):
    """What the picture tells of one person."""

    person: Person
    lines: list[str]
    age: str
    dead: bool
    index: bool
    href: str | None


class _Drawn(msgspec.Struct, frozen=True):
    parts: list[str]
    width: float
    height: float


def svg(case: Case, *, name: str = "family", links: Mapping[str, str] | None = None) -> str | None:
    """Return the family picture as SVG; see ``picture``."""
    drawn = picture(case, name=name, links=links)
    return drawn.svg if drawn else None


def picture(case: Case, *, name: str = "family", links: Mapping[str, str] | None = None) -> drawing.Picture | None:
    """Return the family picture; None when the story tells of no relation.

    It follows the customs of genograms: a square is a man, a circle a woman, a rounded square is not told; the age
    stands inside, a struck line is a former tie, a broken line one without marriage or to an adopted child, a dotted
    one any other kinship, or one that is only reported; the lines of twins leave from one point.
    ``name`` begins the ids, ``links`` gives for a person's id where a click on the person leads.
    """
    found = families(case)
    if not found:
        return None
    people = _people(case, found, links or {})
    married = _years(case)
    parts: list[str] = []
    x = y = row_height = width = 0.0
    for family in found:
        drawn = _family(family, people, married)
        if x and x + drawn.width > _PAGE_WIDTH:
            x, y, row_height = 0.0, y + row_height + _BETWEEN_FAMILIES, 0.0
        parts.append(f'<g transform="translate({x:g} {y:g})">{"".join(drawn.parts)}</g>')
        x += drawn.width + _BETWEEN_FAMILIES
        width = max(width, x - _BETWEEN_FAMILIES)
        row_height = max(row_height, drawn.height)
    names = Names.of(case)
    return drawing.picture(
        parts,
        width=round(width),
        height=round(y + row_height),
        name=name,
        title="Family picture",
        description=". ".join(f"{kin(names, tie)}{_as_reported(tie)}" for tie in ties(case)) + ".",
        role="group" if links else "img",
    )


def _people(case: Case, found: list[Kinship], links: Mapping[str, str]) -> dict[str, _Shown]:
    ages: dict[str, str] = {}
    for age in case.all(Age):
        if not age.other_time and age.when is None:
            ages.setdefault(age.who, how_old(age))
    dead = {
        who for event in case.all(Event) if event.event == "death" and event.reported == "fact" for who in event.who
    }
    drawn = {who for family in found for who in family.generation}
    index = max((person for person in case.people if person.id in drawn), key=lambda person: len(person.mentions))
    return {
        person.id: _Shown(
            person,
            drawing.wrapped(person.name, _NAME_COLUMNS, _NAME_LINES),
            ages.get(person.id, ""),
            person.id in dead,
            person.id == index.id,
            links.get(person.id),
        )
        for person in case.people
        if person.id in drawn
    }


def _years(case: Case) -> dict[frozenset[str], str]:
    """Return for two people "m. 2012", where the story tells the year of their marriage."""
    years: dict[frozenset[str], str] = {}
    for event in case.all(Event):
        when = event.when
        if event.event != "marriage" or event.reported == "claim" or not when or not when.earliest or not when.latest:
            continue
        if when.earliest.year == when.latest.year:
            years.setdefault(frozenset(event.who), f"m. {when.earliest.year}")
    return years


def _family(family: Kinship, people: Mapping[str, _Shown], married: Mapping[frozenset[str], str]) -> _Drawn:
    places = layout(family)
    rows = len(places.rows)
    arches, arch_levels = _arches(family, places)
    bars, bar_levels = _bars(family, places)
    tops: list[float] = []
    bottoms: list[float] = []
    y = 0.0
    for row in range(rows):
        y += _ABOVE + _ARCH_STEP * arch_levels.get(row, 0) + (_BAR_STEP * bar_levels.get(row, 0) if row else 0)
        y += _BAR_STEP if row == 0 and bar_levels.get(0) else 0
        tops.append(y)
        y += _SHAPE + 8 + _LINE * max((len(people[who].lines) for who in places.rows[row]), default=0)
        bottoms.append(y)
    pen = _Pen(family, places, tops, bottoms, arches, bars, {row: _ARCH_STEP * n for row, n in arch_levels.items()})
    parts = [part for number, home in enumerate(family.households) for part in pen.household(number, home, married)]
    parts += [part for number, tie in enumerate(family.loose) for part in pen.loose(number, tie)]
    parts += [_person(people[who], places.x[who], tops[row]) for row, line in enumerate(places.rows) for who in line]
    bows = any(pen.bows(tie) for tie in family.loose)
    return _Drawn(parts, places.width + (PITCH / 2 if bows else 0), y + 4)


def _arches(family: Kinship, places: Layout) -> tuple[dict[tuple[str, int], int], dict[int, int]]:
    """Return the level of each line that must pass over people of its row, by ("home" or "tie", number)."""
    wanted: dict[int, list[tuple[float, float, tuple[str, int]]]] = {}
    for number, home in enumerate(family.households):
        if len(home.partners) == 2 and not _beside(places, *home.partners):
            _span(wanted, family, places, home.partners, ("home", number))
    for number, tie in enumerate(family.loose):
        pair = (tie.from_, tie.to)
        if family.generation[tie.from_] == family.generation[tie.to] and not _beside(places, *pair):
            _span(wanted, family, places, pair, ("tie", number))
    levels: dict[tuple[str, int], int] = {}
    return levels, {row: _lanes(spans, levels) for row, spans in wanted.items()}


def _span(
    wanted: dict[int, list[tuple[float, float, tuple[str, int]]]],
    family: Kinship,
    places: Layout,
    pair: tuple[str, ...],
    key: tuple[str, int],
) -> None:
    left, right = sorted(places.x[who] for who in pair)
    wanted.setdefault(family.generation[pair[0]], []).append((left, right, key))


def _bars(family: Kinship, places: Layout) -> tuple[dict[tuple[str, int], int], dict[int, int]]:
    """Return the level of the bar above each household's children, and the number of levels above each row."""
    wanted: defaultdict[int, list[_Bar]] = defaultdict(list)
    for number, home in enumerate(family.households):
        if home.children:
            row = min(family.generation[child] for child in home.children)
            children = sorted(places.x[child] for child in home.children)
            wanted[row].append(_Bar(number, places.middle(home), children))
    levels: dict[tuple[str, int], int] = {}
    depths: dict[int, int] = {}
    for row, bars in wanted.items():
        lanes: list[list[_Bar]] = []
        for bar in sorted(bars, key=lambda bar: bar.right - bar.left):
            _put(bar, lanes)
        depths[row] = len(lanes)
        levels |= {("home", bar.number): level for level, lane in enumerate(lanes, 1) for bar in lane}
    return levels, depths


class _Bar(msgspec.Struct, frozen=True):
    """The bar above some children: where the line from their parents meets it, and where the children hang."""

    number: int
    stem: float
    children: list[float]

    @property
    def left(self) -> float:
        return min(self.stem, self.children[0])

    @property
    def right(self) -> float:
        return max(self.stem, self.children[-1])

    def touches(self, other: _Bar) -> bool:
        return self.left - 4 < other.right and other.left - 4 < self.right

    def crossings(self, below: _Bar) -> int:
        """Count the crossings that this bar makes with another one when it hangs above it."""
        hanging = bisect_left(self.children, below.right) - bisect_right(self.children, below.left)
        return (self.left < below.stem < self.right) + max(hanging, 0)


def _put(bar: _Bar, lanes: list[list[_Bar]]) -> None:
    """Put a bar into the lane, or into a new lane, where it crosses the fewest lines; lanes count from below."""
    free = [number for number, lane in enumerate(lanes) if not any(bar.touches(other) for other in lane)]
    if free or len(lanes) > _LANES_TRIED:
        lanes[free[0] if free else -1].append(bar)
        return
    costs = [
        sum(bar.crossings(other) for lane in lanes[:at] for other in lane)
        + sum(other.crossings(bar) for lane in lanes[at:] for other in lane)
        for at in range(len(lanes) + 1)
    ]
    lanes.insert(costs.index(min(costs)), [bar])


def _lanes(spans: list[tuple[float, float, tuple[str, int]]], levels: dict[tuple[str, int], int]) -> int:
    """Give overlapping stretches different levels, up to a limit; return how many levels there are."""
    ends: list[float] = []
    for left, right, key in sorted(spans):
        level = next((number for number, end in enumerate(ends[:_LANES_TRIED]) if end + 4 < left), len(ends))
        if level == len(ends) and level < _LANES_TRIED:
            ends.append(right)
        level = min(level, _LANES_TRIED - 1)
        ends[level] = max(ends[level], right)
        levels[key] = level + 1
    return len(ends)


def _beside(places: Layout, first: str, second: str) -> bool:
    return abs(places.x[first] - places.x[second]) <= PITCH * 1.5


class _Pen(msgspec.Struct, frozen=True):
    """Draws the lines of one family: all that it needs to know of where things stand."""

    family: Kinship
    places: Layout
    tops: list[float]
    bottoms: list[float]
    arches: Mapping[tuple[str, int], int]
    bars: Mapping[tuple[str, int], int]
    lifts: Mapping[int, float]  # what arches take above each row, so that bars hang above them

    def household(self, number: int, home: Household, married: Mapping[frozenset[str], str]) -> list[str]:
        """Draw the line between partners, and the lines down to their children."""
        middle = self.places.middle(home)
        parts: list[str] = []
        start = 0.0
        if len(home.partners) == 2:
            drawn, start = self._union(number, home, married.get(frozenset(home.partners), ""))
            parts += drawn
        elif home.partners:
            start = self._bottom(home.partners[0])
        if home.children:
            children = sorted(home.children, key=lambda child: self.places.x[child])
            row = min(self.family.generation[child] for child in children)
            bar = self.tops[row] - self.lifts.get(row, 0.0) - _ABOVE / 2 - _BAR_STEP * self.bars["home", number]
            kind = "tie" if home.partners else "tie dotted"
            hung = {child: self._hung(home, child) for child in children}
            if len(children) == 1 and abs(hung[children[0]] - middle) < _KINK:
                middle = hung[children[0]]
            ends = [middle, *hung.values()]
            steps = [f"M{middle:g} {start:g}V{bar:g}"] if home.partners else []
            steps.append(f"M{min(ends):g} {bar:g}H{max(ends):g}")
            parts.append(drawing.path("".join(steps), kind))
            for child in children:
                told = " dotted" if child in home.doubted else " dashed" if child in home.adopted else ""
                drop = f"M{hung[child]:g} {bar:g}L{self.places.x[child]:g} {self._top(child):g}"
                parts.append(drawing.path(drop, kind + told))
                if word := "?" if child in home.doubted else "adopted" if child in home.adopted else "":
                    parts.append(drawing.label(self.places.x[child] + 5, self._top(child) - 5, word, "soft"))
            if not home.partners:
                between = (self.places.x[children[0]] + self.places.x[children[1]]) / 2
                parts.append(drawing.label(between, bar + 4, "siblings", "soft centre"))
        return parts

    def _hung(self, home: Household, child: str) -> float:
        """Return where a child's line leaves the bar: straight above, or for twins at one point between them."""
        together = next((twins for twins in home.twins if child in twins), (child,))
        return sum(self.places.x[one] for one in together) / len(together)

    def loose(self, number: int, tie: Kin) -> list[str]:
        """Draw a dotted line, with its name, for a kinship that is none of a household."""
        noun = _noun(tie)
        first, second = sorted((tie.from_, tie.to), key=lambda who: (self.family.generation[who], self.places.x[who]))
        (x1, y1), (x2, y2) = ((self.places.x[who], self._top(who)) for who in (first, second))
        if y1 != y2:
            start = self._bottom(first)
            bend = (start + y2) / 2
            out = PITCH * 0.6 if self.bows(tie) else 0.0
            line = f"M{x1:g} {start:g}C{x1 + out:g} {bend:g} {x2 + out:g} {bend:g} {x2:g} {y2:g}"
            at = (x1 + x2) / 2 + out * 0.75
            return [drawing.path(line, "tie dotted"), drawing.label(at, bend + 4, noun, "soft centre")]
        level = self.arches.get(("tie", number))
        if level is None:
            across = y1 + _SHAPE / 2
            line = f"M{x1 + _SHAPE / 2:g} {across:g}H{x2 - _SHAPE / 2:g}"
            return [drawing.path(line, "tie dotted"), drawing.label((x1 + x2) / 2, across - 6, noun, "soft centre")]
        over = y1 - _ARCH_STEP * level
        line = f"M{x1 + 8:g} {y1:g}V{over:g}H{x2 - 8:g}V{y2:g}"
        return [drawing.path(line, "tie dotted"), drawing.label((x1 + x2) / 2, over + 4, noun, "soft centre")]

    def _union(self, number: int, home: Household, year: str) -> tuple[list[str], float]:
        """Draw the line between two partners; return it, and where the line to the children begins."""
        left, right = sorted(home.partners, key=lambda who: self.places.x[who])
        x1, x2, top = self.places.x[left], self.places.x[right], self._top(left)
        level = self.arches.get(("home", number))
        middle = (x1 + x2) / 2
        if level is None:
            across = top + _SHAPE / 2
            steps = f"M{x1 + _SHAPE / 2:g} {across:g}H{x2 - _SHAPE / 2:g}"
        else:
            across = top - _ARCH_STEP * level
            middle = self.places.middle(home)
            steps = f"M{x1 + 8:g} {top:g}V{across:g}H{x2 - 8:g}V{top:g}"
        kind, word = _union_kind(home.tie)
        parts = [drawing.path(steps, kind)]
        if home.tie and home.tie.status == "former":
            parts.append(
                drawing.path(f"M{middle - 16:g} {across + 7:g}l8 -14M{middle - 10:g} {across + 7:g}l8 -14", "tie")
            )
        if said := " ".join(part for part in (word, year) if part):
            parts.append(drawing.label(middle, across - 9, said, "soft centre"))
        return parts, across

    def bows(self, tie: Kin) -> bool:
        """Tell whether a line would run behind people of a generation in between, and so must bow out."""
        one, other = sorted((self.family.generation[tie.from_], self.family.generation[tie.to]))
        return any(self.places.rows[one + 1 : other])

    def _top(self, who: str) -> float:
        return self.tops[self.family.generation[who]]

    def _bottom(self, who: str) -> float:
        return self.bottoms[self.family.generation[who]]


def _union_kind(tie: Kin | None) -> tuple[str, str]:
    if tie is None:
        return "tie dotted", ""
    word = {"engaged": "engaged", "partner": "", "spouse": ""}.get(tie.relation, "")
    if tie.status == "future":
        word = "to marry" if tie.relation == "spouse" else word
    if tie.reported == "claim":
        word = f"{word or 'reported'}?"
    return ("tie" if tie.relation == "spouse" and tie.status != "future" else "tie dashed"), word


def _noun(tie: Kin) -> str:
    noun = {"sibling": "siblings", "family": tie.detail or "relatives", "spouse": "spouses", "partner": "partners"}.get(
        tie.relation, tie.relation
    )
    detail = f"{tie.detail}-" if tie.detail and tie.relation != "family" else ""
    return drawing.cut(f"{detail}{noun}{'?' if tie.reported == 'claim' else ''}", _NAME_COLUMNS)


def _as_reported(tie: Kin) -> str:
    return " (reported, not stated)" if tie.reported == "claim" else ""


def _person(shown: _Shown, x: float, top: float) -> str:
    person = shown.person
    left, half = x - _SHAPE / 2, _SHAPE / 2
    corner = {"he": 2.0, "she": half}.get(person.pronoun or "", 12.0)
    parts = [
        f'<rect x="{left:g}" y="{top:g}" width="{_SHAPE:g}" height="{_SHAPE:g}" rx="{corner:g}" '
        f'class="shape{" index" if shown.index else ""}"/>'
    ]
    if shown.index:
        parts.append(
            f'<rect x="{left - 4:g}" y="{top - 4:g}" width="{_SHAPE + 8:g}" height="{_SHAPE + 8:g}" '
            f'rx="{corner + 4 if corner > 2 else 5:g}" class="tie index"/>'
        )
    if shown.dead:
        parts.append(
            drawing.path(f"M{left:g} {top:g}l{_SHAPE:g} {_SHAPE:g}m0 -{_SHAPE:g}l-{_SHAPE:g} {_SHAPE:g}", "tie")
        )
    parts.append(drawing.label(x, top + half + 4.5, drawing.cut(shown.age, 8), "plain centre"))
    parts += [
        drawing.label(x, top + _SHAPE + 17 + number * _LINE, line, "centre") for number, line in enumerate(shown.lines)
    ]
    born = days(person.born) if person.born else None
    told = [person.name, f"age {shown.age}" if shown.age else "", f"born {born}" if born else ""]
    return drawing.linked("".join(parts), title=", ".join(part for part in told if part), href=shown.href)
