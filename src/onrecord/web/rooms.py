"""Writes the pages: templates of our own, and those of the page that opens offline."""

from __future__ import annotations

from typing import Any

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord.show.answers.telling import whence
from onrecord.show.page import rooms
from onrecord.show.phrases import day, days


def templates() -> jinja2.Environment:
    """Return the templates; whatever a story says is escaped in them."""
    found = rooms("onrecord.web", "onrecord.show.page")
    found.globals |= {"whence": whence, "day": day, "days": days}
    return found


def page(request: Request, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page written by a template."""
    templates: jinja2.Environment = request.app.state.rooms
    return HTMLResponse(templates.get_template(name).render(here=request.url.path, **values), status)


def is_part(request: Request) -> bool:
    """Tell whether a part of a page is asked for, to be put into the page that is open."""
    return request.headers.get("hx-request") == "true"
