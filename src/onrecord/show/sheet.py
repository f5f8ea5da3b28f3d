"""Puts the family picture and the timeline of each story on one sheet, a file of its own."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.model.case import Case
from onrecord.show import drawing, family, timeline

_MARGIN = 24.0
_LINE = 17.0
_LEAST_WIDTH = 640.0
_COLUMNS = 130
LEGEND = (
    "The age stands inside. Square: a man; circle: a woman; rounded: not told. Double outline: whom the story speaks"
    " of most. Struck line: a former tie; broken line: a couple without marriage, or an adopted child; dotted line:"
    " other kin, parents of whom no tie is told, or what is only reported; that has a question mark too. A crossed"
    " shape: has died."
)


def svg(cases: Iterable[Case]) -> str:
    """Return one SVG: under each story's headline its family and its timeline, and what the lines mean."""
    parts: list[str] = []
    y, width, has_family = _MARGIN, _LEAST_WIDTH, False
    for number, case in enumerate(cases, 1):
        y = _lines(parts, drawing.wrapped(_heading(case), _COLUMNS, 3), y, "")
        family_picture = family.picture(case, name=f"c{number}-family")
        drawn = [one for one in (family_picture, timeline.picture(case, name=f"c{number}-timeline")) if one]
        for one in drawn:
            parts.append(f'<g transform="translate({_MARGIN:g} {y:g})">{one.svg}</g>')
            y, width = y + one.height + _LINE, max(width, one.width)
        if not drawn:
            y = _lines(parts, ["The story tells of no kin, and of nothing on a day."], y, "soft")
        y += _MARGIN
        has_family = has_family or family_picture is not None
    if has_family:
        y = _lines(parts, drawing.wrapped(LEGEND, _COLUMNS, 9), y, "soft")
    return drawing.picture(
        parts,
        width=width + 2 * _MARGIN,
        height=y,
        name="sheet",
        title="Family pictures and timelines",
        description="Under the headline of each story stand its family picture and its timeline.",
        role="group",
    ).svg


def _heading(case: Case) -> str:
    story = case.story
    return story.headline.text if story.headline else story.title or story.path or "A story"


def _lines(parts: list[str], lines: list[str], y: float, kind: str) -> float:
    """Write lines one below the other; return where they end."""
    parts += [drawing.label(_MARGIN, y + 4 + _LINE * number, line, kind) for number, line in enumerate(lines)]
    return y + _LINE * len(lines) + (_LINE / 2 if lines else 0)
