"""Takes from a record what is to be handed on in other formats."""

from __future__ import annotations

from sqlalchemy import Engine

from onrecord.model.record import Sighting
from onrecord.record.portraying import births, facts
from onrecord.show.exchange.exported import Whole
from onrecord.store.gathering import everything, portrait


def whole(engine: Engine, about: Sighting | None = None) -> Whole:
    """Return all that the record holds, or what it holds of one person, each fact once.

    Raises ``NobodyFound`` when the record has no such sighting.
    """
    collection = portrait(engine, about).collection if about else everything(engine)
    return Whole(collection, tuple(facts(collection.case.statements)), births(collection))
