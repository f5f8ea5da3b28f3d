"""Writes the rows of a shard into one Parquet file a table; all get their names, or none does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from typing import IO

from onrecord.bulk import tables
from onrecord.bulk.folder import Done, Folder

STORIES_A_GROUP = 256
"""Rows of so many stories make a row group: bytes must not depend on when a group happens to be full."""


class Writer:
    """Takes the rows of a shard, story by story, into one open file a table."""

    def __init__(self, streams: Mapping[str, IO[bytes]]) -> None:
        import pyarrow.parquet as pq

        self.streams = streams
        self.files = {
            name: pq.ParquetWriter(stream, tables.schema(name), compression="zstd") for name, stream in streams.items()
        }
        self.waiting: tables.Rows = {name: [] for name in streams}
        self.rows = dict.fromkeys(streams, 0)
        self.sizes: dict[str, int] = {}
        self.stories = 0

    def add(self, rows: Mapping[str, list[tables.Row]]) -> None:
        """Take the rows of one story."""
        for name, more in rows.items():
            self.waiting[name].extend(more)
        self.stories += 1
        if self.stories % STORIES_A_GROUP == 0:
            self.flush()

    def flush(self) -> None:
        """Write the rows that wait, as one group."""
        import pyarrow as pa

        for name, rows in self.waiting.items():
            if rows:
                self.files[name].write_table(pa.Table.from_pylist(rows, schema=tables.schema(name)))
                self.rows[name] += len(rows)
                rows.clear()

    def close(self) -> None:
        """Write what is left, and the end of each file."""
        self.flush()
        for name, file in self.files.items():
            file.close()
            self.sizes[name] = self.streams[name].tell()

    def abandon(self) -> None:
        """Let go of the files; what is in them so far is thrown away."""
        for file in self.files.values():
            with suppress(OSError, ValueError):
                file.close()

    def done(self, shard: str, *, made_from: str, counts: Mapping[str, int]) -> Done:
        """Return the note on what was written; call it when all is closed."""
        return Done(
            shard=shard, made_from=made_from, counts=dict(sorted(counts.items())), rows=self.rows, sizes=self.sizes
        )


@contextmanager
def writer(folder: Folder, files: Mapping[str, str]) -> Iterator[Writer]:
    """Open the files of a shard, by table; all get their names when everything is written, or none does."""
    with ExitStack() as stack:
        made = Writer({name: stack.enter_context(folder.whole(path)) for name, path in files.items()})
        try:
            yield made
            made.close()
        except BaseException:
            made.abandon()
            raise
