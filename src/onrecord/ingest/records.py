"""Makes a story of a JSON object: its text, and what is known about it beside the text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from onrecord.ingest.datelines import read_moment
from onrecord.ingest.plain import from_text
from onrecord.model.errors import BadInput
from onrecord.model.story import Story


class _Record(msgspec.Struct):
    text: str
    id: str | int | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None


def from_record(record: Mapping[str, object], *, where: str, published: date | None = None) -> Story:
    """Make a story of an object with ``text`` and, if known, ``id``, ``title``, ``published``, ``outlet``, ``url``.

    A null counts as absent, other fields are left alone. ``published`` as an argument wins over the record's.

    Raises ``BadInput`` when ``text`` is missing, a field is of the wrong type, ``published`` is no day, or the text is
    one that ``from_text`` refuses.
    """
    try:
        known = msgspec.convert({name: value for name, value in record.items() if value is not None}, _Record)
    except msgspec.ValidationError as error:
        raise BadInput(where, str(error), 'an object such as {"text": "…", "published": "2025-11-13"}') from None
    return from_text(
        known.text,
        path=where,
        url=known.url,
        outlet=known.outlet,
        title=known.title,
        published=published or _day(known.published, where),
        given_id=None if known.id is None else str(known.id),
    )


def _day(told: str | None, where: str) -> date | datetime | None:
    if told is None or not told.strip():
        return None
    moment = read_moment(told)
    if moment is None:
        raise BadInput(where, f'"published" is {told!r}', "a day such as 2025-11-13")
    return moment
