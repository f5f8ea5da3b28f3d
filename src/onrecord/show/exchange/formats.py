"""Names the formats that a record is handed on in, and writes each."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from onrecord.show.exchange.exported import Exported, Whole, counted

SUFFIXES: Mapping[str, str] = {
    "gedcom": "ged", "ftm": "ftm.jsonl", "jsonld": "jsonld", "annotations": "annotations.jsonld", "csv": "csv",
    "parquet": "parquet",
}  # fmt: skip
"""By the name of each format how its files end."""
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
    from onrecord.show.exchange.tables import csv_text, lost, parquet, tables

    files = {
        f"{name}.{format_}": parquet(kind, rows) if format_ == "parquet" else csv_text(kind, rows).encode()
        for name, (kind, rows) in tables(whole).items()
    }
    return files, (*lost(whole), *_of_nameless(whole))


def _of_nameless(whole: Whole) -> tuple[str, ...]:
    return counted({"kin and events of people without a name": whole.collection.of_nameless})
