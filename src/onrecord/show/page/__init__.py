"""Writes cases as one page that opens offline and needs no script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.model.case import Case

if TYPE_CHECKING:
    import jinja2

__all__ = ["page", "rooms", "style_hashes"]


def page(cases: Sequence[Case]) -> str:
    """Return one HTML page, whole in itself, with all that these stories say and what adds up in them.

    The page names the styles it allows by their hash, and forbids scripts and the network to itself.
    """
    from onrecord.show.drawing import STYLE
    from onrecord.show.page.views import view

    templates = rooms("onrecord.show.page")
    style = templates.get_template("page.css").render()
    return templates.get_template("page.html").render(
        stories=[view(case, number) for number, case in enumerate(cases, 1)],
        style=style,
        tools=None,
        allowed=style_hashes(style, STYLE),
    )


def rooms(*packages: str) -> jinja2.Environment:
    """Return the templates of packages, the first one's first; whatever they are given is escaped."""
    import jinja2  # a third of the start of the whole program, so only for a page

    return jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(package) for package in packages]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )


def style_hashes(*styles: str) -> str:
    """Name styles as a content security policy does, by their hashes."""
    hashed = (base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles)
    return " ".join(f"'sha256-{one}'" for one in hashed)
