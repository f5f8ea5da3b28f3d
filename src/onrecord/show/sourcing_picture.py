"""Draws on whose word a story says what it says of people, as one bar of sentences."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.sourcing import Basis
from onrecord.show.drawing import label, picture, words
from onrecord.show.sourcing import LABELS

_WIDTH, _TOP, _BAR, _ROW = 640.0, 12.0, 26.0, 22.0
# Dark where somebody answers with a name, light where the story itself does; each part is told by its row too.
_FILLS: dict[Basis, tuple[str, float]] = {
    "on_record": ("mark", 1.0),
    "unnamed": ("bar", 1.0),
    "outlet": ("bar", 0.65),
    "untold": ("bar", 0.35),
    "story": ("bar", 0.12),
}


def svg(case: Case, *, name: str = "sourcing") -> str | None:
    """Return the bar as SVG, with a row for each part; None when no sentence speaks of people.

    ``name`` begins the ids of its title and description.
    """
    profile = case.sourcing
    if not profile.sentences:
        return None
    told = [(basis, count) for basis, count in profile.counts().items() if count]
    parts = [*_bar(told, profile.sentences), *_rows(told, profile.sentences)]
    height = _TOP + _BAR + _ROW * (len(told) + 1)
    description = "; ".join(f"{count} {LABELS[basis]}" for basis, count in told)
    drawn = picture(
        parts, width=_WIDTH, height=height, name=name, title="On whose word", description=description, role="img"
    )
    return drawn.svg


def _bar(told: list[tuple[Basis, int]], total: int) -> Iterator[str]:
    at = 0.0
    for basis, count in told:
        wide = _WIDTH * count / total
        yield f"<g><title>{words(f'{count} {LABELS[basis]}')}</title>{_box(basis, at, _TOP, wide, _BAR)}</g>"
        at += wide


def _rows(told: list[tuple[Basis, int]], total: int) -> Iterator[str]:
    for number, (basis, count) in enumerate(told, 1):
        y = _TOP + _BAR + _ROW * number
        yield _box(basis, 1, y - 11, 12, 12)
        yield label(22, y, f"{count} of {total} sentences {LABELS[basis]} ({100 * count / total:.0f}%)")


def _box(basis: Basis, x: float, y: float, width: float, height: float) -> str:
    kind, opacity = _FILLS[basis]
    place = f'x="{x:.1f}" y="{y:g}" width="{width:.1f}" height="{height:g}"'
    return f'<rect {place} class="{kind}" fill-opacity="{opacity:g}"/><rect {place} fill="none" stroke="var(--line)"/>'
