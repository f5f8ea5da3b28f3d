"""Shows a story of the record with its marks, what does not add up in it, and the tools to judge both."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from onrecord import store
from onrecord.model.story import identity
from onrecord.show.page.views import view
from onrecord.store import desk
from onrecord.web.rooms import page
from onrecord.web.tools import Tools, finding_name, statement_name

NEIGHBOURS = 8


def story(request: Request) -> Response:
    """Show one story, by its key."""
    engine, key = request.app.state.engine, request.path_params["key"]
    case = store.story(engine, key)
    named = [statement_name(key, one) for one in case.statements]
    judgements = desk.judged(engine, [*named, *(finding_name(key, one) for one in case.findings)])
    people = desk.people_of_story(engine, key)
    return page(
        request,
        "of_story.html",
        key=key,
        story=view(case, 1),
        tools=Tools(request.app.state.rooms, key, case, judgements, people),
        versions=[one for one in desk.versions(engine, key) if one.text != identity(case.story.text)],
        neighbours=desk.neighbours(engine, key, at_most=NEIGHBOURS),
        url=case.story.url if (case.story.url or "").startswith(("http://", "https://")) else None,
    )
