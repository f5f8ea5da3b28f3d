"""The few shapes that the pictures are drawn with, as SVG."""

from __future__ import annotations

from html import escape

import msgspec

from onrecord.show.harmless import columns, harmless

# One style for both pictures. It names the colours itself, for a picture may stand alone, outside the page.
STYLE = """
.onrecord-picture{color-scheme:light dark;--paper:#fff;--ink:#1f2328;--soft:#5b626b;--line:#6b737d;--faint:#d5d8dc;
--fill:#eef2f7;--index:#12427a;--bar:#8aa9cc;--mark:#12427a;--today:#a4371f;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:12.5px;line-height:1.2}
@media (prefers-color-scheme:dark){.onrecord-picture{--paper:#1c1f24;--ink:#e7e9ec;--soft:#a5adb8;--line:#8d96a1;
--faint:#3a4048;--fill:#2a3038;--index:#8fbcf0;--bar:#4f74a0;--mark:#9cc5f5;--today:#f0947c}}
@media print{.onrecord-picture{--paper:#fff;--ink:#000;--soft:#333;--line:#444;--faint:#bbb;--fill:#fff;--index:#000;
--bar:#999;--mark:#000;--today:#000}}
.onrecord-picture text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
.onrecord-picture .soft{fill:var(--soft);font-size:11.5px}
.onrecord-picture .plain{stroke:none}
.onrecord-picture .centre{text-anchor:middle}
.onrecord-picture .left{text-anchor:end}
.onrecord-picture .back{fill:var(--paper)}
.onrecord-picture .shape{fill:var(--fill);stroke:var(--line);stroke-width:1.5px}
.onrecord-picture .index{stroke:var(--index);stroke-width:2.5px}
.onrecord-picture .tie{fill:none;stroke:var(--line);stroke-width:1.5px}
.onrecord-picture .dashed{stroke-dasharray:6 4}
.onrecord-picture .dotted{stroke-dasharray:1.5 4;stroke-linecap:round}
.onrecord-picture .scale{stroke:var(--faint);stroke-width:1px}
.onrecord-picture .today{stroke:var(--today);stroke-width:1.5px;stroke-dasharray:4 3}
.onrecord-picture .bar{fill:var(--bar)}
.onrecord-picture .mark{fill:var(--mark)}
.onrecord-picture a:hover .shape,.onrecord-picture a:focus .shape{stroke:var(--index);stroke-width:3px}
.onrecord-picture a:hover text,.onrecord-picture a:focus text{text-decoration:underline}
"""


class Picture(msgspec.Struct, frozen=True):
    """A drawing as SVG, and its size in pixels."""

    svg: str
    width: float
    height: float


def picture(
    parts: list[str], *, width: float, height: float, name: str, title: str, description: str, role: str
) -> Picture:
    """Return an SVG picture of a size in pixels; ``name`` begins the ids of its title and description."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="onrecord-picture" role="{role}" width="{width:g}" '
        f'height="{height:g}" viewBox="0 0 {width:g} {height:g}" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-description"><title id="{name}-title">{words(title)}</title>'
        f'<desc id="{name}-description">{words(description)}</desc><style>{STYLE}</style>'
        f'<rect class="back" width="{width:g}" height="{height:g}"/>{"".join(parts)}</svg>'
    )
    return Picture(svg, width, height)


def words(text: str) -> str:
    """Return a text as it may stand in XML: escaped, without control characters."""
    return escape(harmless(text))


def label(x: float, y: float, text: str, kind: str = "") -> str:
    """Write one line of text; ``kind`` are the classes of ``STYLE``."""
    return f'<text x="{x:g}" y="{y:g}" class="{kind}">{words(text)}</text>'


def path(steps: str, kind: str) -> str:
    """Draw a line along SVG path steps."""
    return f'<path d="{steps}" class="{kind}"/>'


def linked(parts: str, *, title: str, href: str | None) -> str:
    """Group shapes under a title that shows on hovering, and make them a link where there is somewhere to go."""
    inside = f"<title>{words(title)}</title>{parts}"
    return f"<g>{inside}</g>" if href is None else f'<a href="{escape(href)}">{inside}</a>'


def cut(text: str, width: int) -> str:
    """Shorten a text to some columns, with an ellipsis where it is longer; a wide character takes two columns."""
    column = columns(text)
    if column[-1] <= width:
        return text
    return text[: sum(at <= width - 1 for at in column[1:])].rstrip() + "…"


def wrapped(text: str, width: int, at_most_lines: int) -> list[str]:
    """Break a text between words into lines of some columns; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    rest = text.split()
    while rest and len(lines) < at_most_lines:
        line = rest.pop(0)
        while rest and columns(f"{line} {rest[0]}")[-1] <= width:
            line += f" {rest.pop(0)}"
        lines.append(line)
    if rest:
        lines[-1] = cut(f"{lines[-1]} {' '.join(rest)}", width)
    return [cut(line, width) for line in lines]
