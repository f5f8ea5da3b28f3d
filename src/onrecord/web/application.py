"""Puts the application together: its pages, its files, and the guard before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord.model.errors import OnrecordError
from onrecord.show.drawing import STYLE
from onrecord.store import NobodyFound
from onrecord.store.opening import fault
from onrecord.web import adding, answers, comparison, judging, people, story
from onrecord.web.front import front, search
from onrecord.web.guard import Guard
from onrecord.web.jobs import Jobs
from onrecord.web.rooms import page, templates

STATIC = Path(__file__).with_name("static")


def application(engine: Engine, *, token: str, port: int, by: str) -> Starlette:
    """Return the application on an open record.

    ``token`` is what the first address must bring, ``port`` the one it is reached at, ``by`` who judges.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.jobs = Jobs(engine)
        yield
        app.state.jobs.close()

    app = Starlette(
        routes=[
            Route("/", front),
            Route("/search", search),
            Route("/add", adding.add, methods=["GET", "POST"]),
            Route("/example", adding.example, methods=["POST"]),
            Route("/jobs/{number:int}", adding.job),
            Route("/stories/{key}", story.story),
            Route("/stories/{key}/judge", judging.statement, methods=["POST"]),
            Route("/stories/{key}/silence", judging.finding, methods=["POST"]),
            Route("/people/{who}", people.person),
            Route("/people/{who}/same", people.same, methods=["POST"]),
            Route("/queue", people.queue, methods=["GET", "POST"]),
            Route("/compare", comparison.compare),
            Route("/conflicts", answers.conflicts),
            Route("/origins", answers.origins),
            Route("/export", answers.export),
            Route("/export/{format}", answers.exported),
            Route("/judgements", judging.listing),
            Route("/judgements/{id}/undo", judging.undo, methods=["POST"]),
            Route("/page.css", _style),
            Mount("/static", StaticFiles(directory=STATIC)),
        ],
        middleware=[Middleware(Guard, token=token, port=port, styles=[STYLE])],
        exception_handlers={NobodyFound: _missing, OnrecordError: _wrong, DBAPIError: _broken, HTTPException: _http},
        lifespan=lifespan,
    )
    app.state.engine, app.state.by, app.state.rooms = engine, by, templates()
    return app


def _style(request: Request) -> Response:
    return Response(request.app.state.rooms.get_template("page.css").render(), media_type="text/css")


def _missing(request: Request, error: Exception) -> Response:
    return page(request, "trouble.html", status=404, said=str(error))


def _wrong(request: Request, error: Exception) -> Response:
    return page(request, "trouble.html", status=400, said=str(error))


def _broken(request: Request, error: Exception) -> Response:
    return page(request, "trouble.html", status=503, said=f"The record: {fault(error)}")  # type: ignore[arg-type]


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = "There is no such page." if status == 404 else str(getattr(error, "detail", error))
    return page(request, "trouble.html", status=status, said=said)
