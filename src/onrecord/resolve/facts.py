"""Turns marks of ages, kin, counts and events into statements about people."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.model.marks import Marks
from onrecord.model.statement import Statement
from onrecord.resolve.who import Who


def facts(document: Document, marks: Marks, who: Who) -> Iterator[Statement]:
    """Give every age, kinship, count and event to its people; ids are given later."""
    yield from ()
