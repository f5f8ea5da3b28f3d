"""Shows a person of the record with all who tell of them, and asks whether two people are one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Kept, Portrait, Sighting
from onrecord.model.statement import Event, Kin
from onrecord.show.answers import people
from onrecord.show.answers.sheet import Row
from onrecord.show.phrases import Names, days, sentence
from onrecord.store import desk
from onrecord.web.rooms import page

MOST_STATEMENTS = 500
MOST_STORIES = 50
"""Of somebody of whom more is told, so much is shown, and the rest when it is asked for."""
MOST_OF_A_SIDE = 100
_ROWS_OF_A_SIDE = 6


def person(request: Request) -> Response:
    """Show all that the record holds of somebody."""
    engine = request.app.state.engine
    everything = "all" in request.query_params
    at_most = None if everything else MOST_STATEMENTS
    shown = store.portrait(engine, sighting(request.path_params["who"]), at_most=at_most)
    asked = request.query_params.get("q", "").strip()[:200]
    names = Names.of(shown.collection.case)
    links = {one.id: f"/people/{one.id}" for one in shown.collection.case.people}
    # The pictures escape their words themselves.
    pictures = {name.lower(): Markup(drawn) for name, drawn in people.pictures(shown, links)}  # noqa: S704
    return page(
        request,
        "person.html",
        who=str(shown.who.id),
        portrait=shown,
        sections=[section for section in people.life(shown) if section.rows],
        said=people.said(shown),
        pictures=pictures,
        events=[sentence(names, event) for event in people.once(shown, Event).statements],
        ties=[sentence(names, kin) for kin in people.once(shown, Kin).statements],
        stories=shown.collection.stories,
        told_by=len({member.sighting.story for member in shown.who.members}),
        most=None if everything else MOST_STORIES,
        asked=asked,
        others=[found for found in store.find(engine, asked) if found.who != shown.who.id] if asked else [],
    )


async def same(request: Request) -> Response:
    """Keep the verdict that somebody is, or is not, the person of another sighting."""
    who = sighting(request.path_params["who"])
    async with request.form(max_files=0) as form:
        other, verdict = str(form.get("other") or ""), str(form.get("verdict") or "")
        reason = str(form.get("reason") or "").strip() or None
        store.judge(
            request.app.state.engine, "person", (str(who), other), verdict, by=request.app.state.by, reason=reason
        )  # fmt: skip
    return RedirectResponse(f"/people/{who}", 303)


async def queue(request: Request) -> Response:
    """Ask the next question on who is who, and keep the answer."""
    engine = request.app.state.engine
    if request.method == "POST":
        async with request.form(max_files=0) as form:
            about = (str(form.get("first") or ""), str(form.get("second") or ""))
            store.judge(engine, "person", about, str(form.get("verdict") or ""), by=request.app.state.by)
        return RedirectResponse("/queue", 303)
    open_ = store.doubts(engine, at_most=1)
    pair = (open_[0].first, open_[0].second) if open_ else ()
    sides = [_side(store.portrait(engine, one, at_most=MOST_OF_A_SIDE)) for one in pair]
    return page(request, "queue.html", doubt=open_[0] if open_ else None, sides=sides, left=desk.size(engine).doubts)


def sighting(written: str) -> Sighting:
    """Read the id of a person.

    Raises ``BadConfiguration`` when it is none.
    """
    try:
        return Sighting.of(written)
    except ValueError as error:
        raise BadConfiguration(str(error)) from None


class Side(msgspec.Struct, frozen=True):
    """One of two people who may be one, in short."""

    who: str
    name: str
    born: str | None
    rows: Sequence[Row]
    stories: Sequence[Kept]


def _side(shown: Portrait) -> Side:
    rows = [row for section in people.life(shown) if section.heading != "Born" for row in section.rows]
    born = days(shown.born.born) if shown.born else None
    stories = list(shown.collection.stories.values())
    return Side(str(shown.who.id), shown.name, born, rows[:_ROWS_OF_A_SIDE], stories[:_ROWS_OF_A_SIDE])
