"""The command that makes tables of a corpus: ``onrecord bulk``."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import click

from onrecord.bulk.needs import need

if TYPE_CHECKING:
    from onrecord.bulk.engines import Engine, Failed
    from onrecord.bulk.guard import Limits

FAILED = 2
_EXAMPLES = """\b
Examples:
  onrecord bulk stories.jsonl tables
  onrecord bulk news/*.warc.gz tables --workers 8 --select people,quotes
  onrecord bulk s3://corpus/2025/ s3://tables/2025 --engine ray
  onrecord bulk news/ tables --sample 200
"""


@click.command(epilog=_EXAMPLES)
@click.argument("input_", metavar="INPUT...", nargs=-1, required=True)
@click.argument("output", metavar="OUTPUT")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True,
              help="This machine, or the Ray cluster at RAY_ADDRESS.")  # fmt: skip
@click.option("--workers", type=click.IntRange(min=1), help="How many read at once; one a processor unless set.")
@click.option("--select", multiple=True, metavar="NAMES",
              help="Keep these only, with commas between: people, mentions, ages, kin, counts, events, quotes, claims, "
              "times, sources, findings.")  # fmt: skip
@click.option("--text-column", default="text", show_default=True, metavar="NAME",
              help="The column of Parquet files that holds the text.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="List the shards, and what is left to do; read nothing.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N",
              help="Try N documents, and tell what the whole will take; OUTPUT is left alone.")  # fmt: skip
@click.option("--core-hour-price", type=click.FloatRange(min=0), default=0.04, show_default=True,
              help="What a core costs an hour, for the cost that --sample tells.")  # fmt: skip
def bulk(
    input_: tuple[str, ...],
    output: str,
    engine: str,
    workers: int | None,
    select: tuple[str, ...],
    text_column: str,
    dry_run: bool,
    sample: int | None,
    core_hour_price: float,
) -> int:
    """Read every story of a corpus into Parquet tables in the folder OUTPUT, and go on where an earlier run stopped.

    An INPUT is a .warc, .warc.gz, .parquet, .jsonl or .jsonl.gz file, a folder of them or a pattern of names, on this
    machine or at any address that fsspec knows.

    Exit code: 0, or 2 when a shard could not be done. A story that cannot be read is a row of the table of errors.
    """
    need("bulk")
    if engine == "ray":
        need("ray")
    from onrecord.bulk import sampling, shards, tables
    from onrecord.bulk.progress import say, watch
    from onrecord.bulk.run import plan, run
    from onrecord.bulk.tasks import Settings

    names = [name.strip() for part in select for name in part.split(",") if name.strip()]
    settings = Settings(output=output, text_column=text_column, select=tables.chosen(names or None))
    found = shards.find(input_, output)
    if dry_run:
        click.echo("\n".join(plan(found, settings)))
        return 0
    try:
        if sample:
            tried = sampling.sample(found, settings, sample)
            told = sampling.told(tried, workers=workers or processors(), core_hour_price=core_hour_price)
            if tried.documents:
                click.echo("\n".join(told))
            else:
                say("nothing was read")
            return _say_failed(tried.failed)
        with _engine(engine, workers, settings.limits) as on:
            tally = run(found, settings, on, watch)
    except OSError as error:
        say(f"{tempfile.gettempdir() if sample else output}: {error.strerror or error}; run it again to go on")
        return FAILED
    code = _say_failed(tally.failed)
    say(", ".join(f"{count:,} {became}" for became, count in sorted(tally.counts.items())) or "nothing was read")
    return code


def _say_failed(shards: Sequence[Failed]) -> int:
    """Say which shards could not be done; return the exit code."""
    from onrecord.bulk.progress import say

    for failed in shards:
        say(f"{failed.name} not done: {failed.reason}; run it again to try it again")
    return FAILED if shards else 0


def processors() -> int:
    """Return how many processors this machine lets us use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _engine(name: str, workers: int | None, limits: Limits) -> AbstractContextManager[Engine]:
    """Make the engine of a name ready; Ray is imported only for its own."""
    if name == "ray":
        from onrecord.bulk import on_ray

        return on_ray.cluster(workers, limits)
    from onrecord.bulk import local

    return local.pool(workers or processors(), limits)
