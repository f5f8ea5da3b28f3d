"""The command that hands a record on in the formats of other trades."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import writing
from onrecord.cli.record_options import one_person, record_option
from onrecord.cli.run import say
from onrecord.model.errors import BadConfiguration

if TYPE_CHECKING:
    from onrecord.show.exchange.exported import Exported, Whole

_FORMATS = ("gedcom", "ftm", "jsonld", "annotations", "csv", "parquet")
_EXAMPLES = """\b
Examples:
  onrecord export gedcom --output family.ged
  onrecord export jsonld "Jane Roe"
  onrecord export csv --output tables/
"""


@click.command(epilog=_EXAMPLES)
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.argument("name", required=False)
@record_option
@click.option("--output", type=click.Path(path_type=Path), help="The file, or for csv and parquet the folder.")
def export(format_: str, name: str | None, record: str, output: Path | None) -> int:
    """Write the record, or what it holds of NAME, as gedcom (7), ftm, jsonld (schema.org), annotations, csv, parquet.

    What a format cannot hold is counted on standard error, never dropped in silence.
    """
    from onrecord import store
    from onrecord.record.portraying import births, facts
    from onrecord.show.exchange.exported import Whole

    with store.opened(record) as engine:
        collection = store.portrait(engine, one_person(engine, name)).collection if name else store.everything(engine)
    whole = Whole(collection, tuple(facts(collection.case.statements)), births(collection))
    if format_ in ("csv", "parquet"):
        _tables(whole, format_, output)
        return 0
    exported = _exporter(format_)(whole)
    with writing.opened(output) as stream:
        writing.write([exported.text], stream)
    if exported.lost:
        say(f"{format_} cannot hold: {'; '.join(exported.lost)}")
    return 0


def _exporter(format_: str) -> Callable[[Whole], Exported]:
    from onrecord.show.exchange.ftm import entities
    from onrecord.show.exchange.gedcom import gedcom
    from onrecord.show.exchange.web import schema_org, web_annotations

    return {"gedcom": gedcom, "ftm": entities, "jsonld": schema_org, "annotations": web_annotations}[format_]


def _tables(whole: Whole, format_: str, output: Path | None) -> None:
    """Write each table as a file of a folder.

    Raises ``BadConfiguration`` when there is no folder to write to, or Parquet cannot be written here.
    """
    from onrecord.show.exchange.tables import csv_text, parquet, tables

    if output is None:
        raise BadConfiguration(f"{format_} is several tables; expected --output FOLDER")
    try:
        output.mkdir(exist_ok=True)
        for name, (kind, rows) in tables(whole).items():
            data = parquet(kind, rows) if format_ == "parquet" else csv_text(kind, rows).encode()
            (output / f"{name}.{format_}").write_bytes(data)
    except OSError as error:
        raise BadConfiguration(f"{output}: {error.strerror}; expected a folder that can be written") from None
    except ModuleNotFoundError as error:
        raise BadConfiguration(f"parquet: {error}; expected onrecord[tables] to be installed") from None
