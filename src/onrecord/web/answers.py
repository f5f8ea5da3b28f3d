"""Shows what clashes and what has one origin, of all stories or of one person's; hands the record on as files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response

from onrecord import store
from onrecord.model.errors import BadConfiguration
from onrecord.model.record import Clash, Collection, Found, Origin, Sighting
from onrecord.show.answers import lists
from onrecord.show.answers.sheet import Sheet
from onrecord.show.exchange import formats
from onrecord.show.exchange.exported import Whole
from onrecord.show.exchange.formats import FORMATS, OF_TABLES
from onrecord.store import desk
from onrecord.store.handing import whole
from onrecord.web.people import sighting
from onrecord.web.rooms import page

_Found = TypeVar("_Found", Clash, Origin)
MOST_STORIES = 2_000
"""More stories than these are looked through when it is asked for: that takes some seconds for each thousand."""


def conflicts(request: Request) -> Response:
    """Show what cannot all be true."""
    return _looked_through(request, "Conflicts", store.clashes, lists.clashes)


def origins(request: Request) -> Response:
    """Show where several stories have one thing from."""
    return _looked_through(request, "Origins", store.origins, lists.origins)


def _looked_through(
    request: Request,
    title: str,
    look: Callable[[Engine, Sighting | None], tuple[Collection, tuple[_Found, ...]]],
    lay_out: Callable[[Collection, Iterable[_Found]], Sheet],
) -> Response:
    who = _of(request)
    sheet = None if _is_long(request) else lay_out(*look(request.app.state.engine, who))
    return page(request, "answer_room.html", title=title, sheet=sheet, of=_name(request, who))


def _is_long(request: Request) -> bool:
    """Tell whether so many stories are to be looked through that a person should ask for it."""
    asked = "who" in request.query_params or "all" in request.query_params
    return not asked and desk.size(request.app.state.engine).stories > MOST_STORIES


def export(request: Request) -> Response:
    """Offer the formats; of one that is asked for, tell what it cannot hold before it is taken."""
    engine, format_ = request.app.state.engine, request.query_params.get("format", "")
    who = _of(request)
    lost: tuple[str, ...] | None = None
    if format_:
        with _format(format_):
            lost = formats.lost(format_, whole(engine, who))
    size = desk.size(engine)
    return page(request, "export.html", formats=FORMATS, format=format_, lost=lost, of=_name(request, who), size=size)


def exported(request: Request) -> Response:
    """Hand on the record, or what it holds of a person, as one file; several tables come packed in one."""
    format_ = request.path_params["format"]
    with _format(format_):
        data = _made(whole(request.app.state.engine, _of(request)), format_)
    headers = {"Content-Disposition": f'attachment; filename="record-{format_}.{FORMATS[format_].suffix}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _made(handed: Whole, format_: str) -> bytes:
    """Return the bytes of an export."""
    if format_ not in OF_TABLES:
        return formats.exported(format_, handed).text.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in formats.table_files(format_, handed)[0].items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


@contextmanager
def _format(name: str) -> Iterator[None]:
    """Make or measure an export in a format of this name.

    Raises ``BadConfiguration`` when there is no such format, or Parquet cannot be written here.
    """
    if name not in FORMATS:
        raise BadConfiguration(f"{name!r}: no format of that name; expected one of {', '.join(FORMATS)}")
    try:
        yield
    except ModuleNotFoundError as error:
        raise BadConfiguration(f"parquet: {error}; expected onrecord[tables] to be installed") from None


def _of(request: Request) -> Sighting | None:
    """Return the person that is asked about, by whichever of their sightings; None for everybody.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    who = request.query_params.get("who", "")
    return store.who(request.app.state.engine, sighting(who)).id if who else None


def _name(request: Request, who: Sighting | None) -> Found | None:
    """Return the person that is asked about, in short."""
    return store.found(request.app.state.engine, [str(who)]).get(str(who)) if who else None
