"""Shows a person of the record with all who tell of them, and asks whether two people are one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Collection, Fact, Kept, Portrait, Sighting
from onrecord.model.statement import Age, Count, Event, Kin, Quote, Statement
from onrecord.show import family, timeline
from onrecord.show.answers.telling import whence
from onrecord.show.phrases import Names, days, of_one, sentence
from onrecord.store import desk
from onrecord.web.rooms import page

MOST_STATEMENTS = 500
MOST_STORIES = 50
"""Of somebody of whom more is told, so much is shown, and the rest when it is asked for."""
MOST_OF_A_SIDE = 100
_HEADINGS: Sequence[tuple[str, type]] = (("Kin", Kin), ("Events", Event), ("Ages", Age), ("Counts", Count))


class Told(msgspec.Struct, frozen=True):
    """One story that tells something: the words, and where they stand."""

    where: str
    words: str
    href: str


class Line(msgspec.Struct, frozen=True):
    """One thing that is told, and all who tell it."""

    said: str
    told: Sequence[Told]


class Section(msgspec.Struct, frozen=True):
    """Lines of one kind."""

    heading: str
    lines: Sequence[Line]


def person(request: Request) -> Response:
    """Show all that the record holds of somebody."""
    engine = request.app.state.engine
    everything = "all" in request.query_params
    shown = store.portrait(
        engine, _sighting(request.path_params["who"]), at_most=None if everything else MOST_STATEMENTS
    )  # fmt: skip
    case, who = shown.collection.case, str(shown.who.id)
    asked = request.query_params.get("q", "").strip()[:200]
    drawn = family.svg(case, name="family", links={one.id: f"/people/{one.id}" for one in case.people})
    dated = timeline.svg(case, name="timeline")
    names = Names.of(case)
    return page(
        request,
        "person.html",
        who=who,
        portrait=shown,
        sections=list(_sections(shown, names)),
        said=[_saying(shown.collection, fact) for fact in shown.quotes],
        family=Markup(drawn) if drawn else None,  # noqa: S704 - the picture escapes its words itself
        timeline=Markup(dated) if dated else None,  # noqa: S704
        events=[sentence(names, event) for event in case.all(Event)],
        ties=[sentence(names, kin) for kin in case.all(Kin)],
        stories=shown.collection.stories,
        most=None if everything else MOST_STORIES,
        asked=asked,
        others=[found for found in store.find(engine, asked) if found.who != shown.who.id] if asked else [],
    )


async def same(request: Request) -> Response:
    """Keep the verdict that somebody is, or is not, the person of another sighting."""
    who = _sighting(request.path_params["who"])
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
    sides = (
        [_side(store.portrait(engine, one, at_most=MOST_OF_A_SIDE)) for one in (open_[0].first, open_[0].second)]
        if open_
        else []
    )
    return page(request, "queue.html", doubt=open_[0] if open_ else None, sides=sides, left=desk.size(engine).doubts)


class Side(msgspec.Struct, frozen=True):
    """One of two people who may be one, in short."""

    who: str
    name: str
    born: str | None
    lines: Sequence[Line]
    stories: Sequence[Kept]


def _side(shown: Portrait) -> Side:
    names = Names.of(shown.collection.case)
    lines = [line for section in _sections(shown, names) for line in section.lines]
    born = days(shown.born.born) if shown.born else None
    return Side(str(shown.who.id), shown.name, born, lines[:6], list(shown.collection.stories.values())[:6])


def _sections(shown: Portrait, names: Names) -> list[Section]:
    who = str(shown.who.id)
    found = []
    if shown.born:
        because = [Line(f"born {days(shown.born.born)}", _told(shown.collection, shown.born.because))]
        against = [Line("not as these tell", _told(shown.collection, shown.born.against))] if shown.born.against else []
        found.append(Section("Birth", [*because, *against]))
    for heading, kind in _HEADINGS:
        facts = [fact for fact in shown.facts if isinstance(fact.statements[0], kind)]
        if facts:
            found.append(Section(heading, [_line(shown.collection, names, fact, who) for fact in facts]))
    return found


def _line(collection: Collection, names: Names, fact: Fact, who: str) -> Line:
    said, other = of_one(names, fact.statements[0], who)
    return Line(f"{said} {other}" if other else said, _told(collection, fact.statements))


def _saying(collection: Collection, fact: Fact) -> Line:
    manner = "" if isinstance(fact.statements[0], Quote) else "reported, not quoted"
    return Line(manner, _told(collection, fact.statements))


def _told(collection: Collection, statements: Sequence[Statement]) -> list[Told]:
    return [told(collection.story(one), one) for one in statements]


def told(story: Kept, statement: Statement) -> Told:
    """Return where a statement stands, in which words, with the link there."""
    start = statement.spans[0].start
    return Told(whence(story), _words(statement), f"/stories/{story.key}#c1-t{start}")


def _words(statement: Statement) -> str:
    return " … ".join(" ".join(span.text.split()) for span in statement.spans)


def _sighting(written: str) -> Sighting:
    try:
        return Sighting.of(written)
    except ValueError as error:
        raise BadConfiguration(str(error)) from None
