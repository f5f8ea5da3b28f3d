"""The command that hands a record on in the formats of other trades."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import writing
from onrecord.cli.record_options import one_person, record_option
from onrecord.cli.run import say
from onrecord.model.errors import BadConfiguration
from onrecord.show.exchange.formats import FORMATS, OF_TABLES, exported, table_files

if TYPE_CHECKING:
    from onrecord.show.exchange.exported import Whole

_EXAMPLES = """\b
Examples:
  onrecord export gedcom --output family.ged
  onrecord export jsonld "Jane Roe"
  onrecord export csv --output tables/
"""


@click.command(epilog=_EXAMPLES)
@click.argument("format_", metavar="FORMAT", type=click.Choice([*FORMATS]))
@click.argument("name", required=False)
@record_option
@click.option("--output", type=click.Path(path_type=Path), help="The file, or for csv and parquet the folder.")
def export(format_: str, name: str | None, record: str, output: Path | None) -> int:
    """Write the record, or what it holds of NAME, as gedcom (7), ftm, jsonld (schema.org), annotations, csv, parquet.

    What a format cannot hold is counted on standard error, never dropped in silence.
    """
    from onrecord import store
    from onrecord.store.handing import whole

    with store.opened(record) as engine:
        handed = whole(engine, one_person(engine, name) if name else None)
    if format_ in OF_TABLES:
        lost = _tables(handed, format_, output)
    else:
        made = exported(format_, handed)
        lost = made.lost
        with writing.opened(output) as stream:
            writing.write([made.text], stream)
    if lost:
        say(f"{format_} cannot hold: {'; '.join(lost)}")
    return 0


def _tables(handed: Whole, format_: str, output: Path | None) -> tuple[str, ...]:
    """Write each table as a file of a folder; return what they cannot hold.

    Raises ``BadConfiguration`` when there is no folder to write to, or Parquet cannot be written here.
    """
    if output is None:
        raise BadConfiguration(f"{format_} is several tables; expected --output FOLDER")
    try:
        files, lost = table_files(format_, handed)
        output.mkdir(exist_ok=True)
        for name, data in files.items():
            (output / name).write_bytes(data)
    except OSError as error:
        raise BadConfiguration(f"{output}: {error.strerror}; expected a folder that can be written") from None
    except ModuleNotFoundError as error:
        raise BadConfiguration(f"parquet: {error}; expected onrecord[tables] to be installed") from None
    return lost
