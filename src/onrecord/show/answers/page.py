"""Writes an answer as one page that opens offline and needs no script."""

from __future__ import annotations

from onrecord.show.answers.sheet import Sheet


def page(sheet: Sheet) -> str:
    """Return one HTML page, whole in itself; it forbids scripts and the network to itself."""
    from onrecord.show.drawing import STYLE
    from onrecord.show.page import rooms, style_hashes

    templates = rooms("onrecord.show.answers")
    style = rooms("onrecord.show.page").get_template("page.css").render()
    return templates.get_template("answer.html").render(sheet=sheet, style=style, allowed=style_hashes(style, STYLE))
