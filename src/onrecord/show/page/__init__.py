"""Writes cases as one page that opens offline and needs no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from onrecord.model.case import Case

__all__ = ["page"]


def page(cases: Sequence[Case]) -> str:
    """Return one HTML page, whole in itself, with all that these stories say and what adds up in them.

    The page names the styles it allows by their hash, and forbids scripts and the network to itself.
    """
    import jinja2  # a third of the start of the whole program, so only for the page

    from onrecord.show.drawing import STYLE
    from onrecord.show.page.views import view

    rooms = jinja2.Environment(
        loader=jinja2.PackageLoader("onrecord.show.page"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    style = rooms.get_template("page.css").render()
    return rooms.get_template("page.html").render(
        stories=[view(case, number) for number, case in enumerate(cases, 1)],
        style=style,
        allowed=" ".join(_hash(one) for one in (style, STYLE)),
    )


def _hash(style: str) -> str:
    """Name a style as a content security policy does."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
