"""The first page, with what the record holds, and the search across everything."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord import store
from onrecord.store import desk
from onrecord.web.rooms import is_part, page

SHOWN = 20
"""So many of each kind are shown; a search that finds more says so."""


def front(request: Request) -> Response:
    """Show what was added last, and whom most stories tell of."""
    engine = request.app.state.engine
    return page(
        request,
        "front.html",
        size=desk.size(engine),
        stories=desk.newest(engine, at_most=SHOWN),
        people=store.everybody(engine, at_most=SHOWN),
    )


def search(request: Request) -> Response:
    """Find people by name, stories and quotations by their words."""
    engine, asked = request.app.state.engine, request.query_params.get("q", "").strip()[:200]
    spoken = store.quotes(engine, words=asked, at_most=SHOWN + 1) if asked else None
    said = [(spoken.story(one), one) for one in spoken.case.statements] if spoken else []
    return page(
        request,
        "found.html" if is_part(request) else "search.html",
        asked=asked,
        people=store.find(engine, asked, at_most=SHOWN + 1) if asked else [],
        stories=desk.stories_with(engine, asked, at_most=SHOWN + 1) if asked else [],
        said=said,
        shown=SHOWN,
    )
