"""Names the formats that a record is handed on in, and writes each."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import msgspec

from onrecord.show.exchange.exported import Exported, Whole, counted


class Format(msgspec.Struct, frozen=True):
    """What a format is called, how its file ends (several tables are packed in one), and what it is for."""

    label: str
    suffix: str
    purpose: str


FORMATS: Mapping[str, Format] = {
    "gedcom": Format("GEDCOM 7", "ged", "for genealogists: people, births, kin, events, with the words of each story"),
    "ftm": Format("FollowTheMoney", "ftm.jsonl", "for investigative databases: people, kin, stories"),
    "jsonld": Format(
        "schema.org JSON-LD",
        "jsonld",
        "for the web: people, quotations, and claims as a ClaimReview points at them",
    ),
    "annotations": Format(
        "Web Annotations",
        "annotations.jsonld",
        "for readers of the stories: every statement at its characters",
    ),
    "csv": Format("CSV", "zip", "for spreadsheets: statements, people, stories, a family table; packed as one file"),
    "parquet": Format("Parquet", "zip", "for statistics: the same tables"),
}
OF_TABLES = ("csv", "parquet")
"""The formats that are several files."""


def exported(format_: str, whole: Whole) -> Exported:
    """Return the text of an export; the module of its format is loaded only now."""
    if format_ == "gedcom":
        from onrecord.show.exchange.gedcom import gedcom as export
    elif format_ == "ftm":
        from onrecord.show.exchange.ftm import entities as export
    elif format_ == "jsonld":
        from onrecord.show.exchange.web import schema_org as export
    else:
        from onrecord.show.exchange.web import web_annotations as export
    made = export(whole)
    return msgspec.structs.replace(made, lost=(*made.lost, *_of_nameless(whole)))


def table_files(format_: str, whole: Whole) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the tables of an export by the names of their files, and what they cannot hold.

    Raises ``ModuleNotFoundError`` for Parquet where pyarrow is not installed.
    """
    from onrecord.show.exchange.tables import csv_text, parquet, tables

    files = {
        f"{name}.{format_}": parquet(kind, rows) if format_ == "parquet" else csv_text(kind, rows).encode()
        for name, (kind, rows) in tables(whole).items()
    }
    return files, lost(format_, whole)


def lost(format_: str, whole: Whole) -> tuple[str, ...]:
    """Return what an export cannot hold; no table is made for that.

    Raises ``ModuleNotFoundError`` for Parquet where pyarrow is not installed.
    """
    if format_ not in OF_TABLES:
        return exported(format_, whole).lost
    if format_ == "parquet":
        import_module("pyarrow")
    from onrecord.show.exchange import tables

    return (*tables.lost(whole), *_of_nameless(whole))


def _of_nameless(whole: Whole) -> tuple[str, ...]:
    return counted({"kin and events of people without a name": whole.collection.of_nameless})
