"""Keeps the output: every file whole or not at all, and of every shard that is done a note that it is."""

from __future__ import annotations

import hashlib
import os
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, TypeVar

import msgspec

from onrecord.bulk import tables
from onrecord.bulk.shards import is_local, opened

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

ROWS_AT_ONCE = 32
BATCH = 10_000

BASIS = "made_from.txt"
"""Says what the files of a folder are made from that is kept only while a whole corpus is looked at."""

WORK, WORKPLACES = "manifest/work", ("repeats", "people")
"""What the passes over all shards keep, below a name that is no table's and hardly anybody else's."""

PARTS = ".part-"
"""What the names of unfinished files hold, with a UUID behind it; they begin with a full stop, and no table's pattern
takes them up."""


Value = TypeVar("Value")


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """The note that a shard is done: what it was made from, and how many rows and bytes each of its files has.

    ``counts`` are stories by what became of them.
    """

    shard: str
    made_from: str
    counts: dict[str, int]
    rows: dict[str, int]
    sizes: dict[str, int]


def digest(value: object) -> str:
    """Return what changes when anything in a value does."""
    return hashlib.sha256(msgspec.json.encode(value)).hexdigest()


class Folder:
    """The folder of the output, on whatever filesystem."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.files, self.path = opened(place)
        self.path = self.path.rstrip("/")
        self.is_local = is_local(self.files)

    def table(self, name: str, shard: str) -> str:
        """Return the name of the file with a shard's part of a table."""
        return f"{name}/{shard}.parquet"

    def note(self, stage: str, done: Done) -> None:
        """Write down that a stage is done with a shard, after all of its files are in their places."""
        self.keep(f"manifest/{stage}/{done.shard}.json", msgspec.json.encode(done))

    @contextmanager
    def whole(self, name: str) -> Iterator[IO[bytes]]:
        """Open a file to write; it appears under its name when all of it is written, and replaces what was there.

        A local file is synced to the disk and renamed; any other is written on the local disk and put.
        """
        path = PurePosixPath(self.path, name)
        folder = Path(path.parent) if self.is_local else Path(tempfile.gettempdir())
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{path.name}{PARTS}{uuid.uuid4().hex}"
        try:
            with part.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            if self.is_local:
                part.replace(path)
                _sync(folder)
            else:
                self.files.put_file(str(part), str(path))
        finally:
            part.unlink(missing_ok=True)

    def keep(self, name: str, data: bytes) -> None:
        """Write a small file whole."""
        with self.whole(name) as stream:
            stream.write(data)

    def read(self, name: str) -> bytes | None:
        """Return what is in a file, None when there is none."""
        try:
            return bytes(self.files.cat_file(f"{self.path}/{name}"))
        except FileNotFoundError:
            return None

    def value(self, name: str, kind: type[Value]) -> Value | None:
        """Return what a file holds as JSON, None when there is no whole one."""
        data = self.read(name)
        return None if data is None else _decoded(data, kind)

    def rows(self, name: str, shard: str) -> Iterator[tables.Row]:
        """Yield the rows of a shard's part of a table, a few at a time in memory."""
        with self._parquet(name, shard) as file:
            for batch in file.iter_batches(ROWS_AT_ONCE):
                yield from batch.to_pylist()

    def between(
        self, name: str, shard: str, first: int, end: int, *, columns: Sequence[str] | None = None
    ) -> Iterator[tables.Row]:
        """Yield the rows of a table ordered by its first column in which that is at least ``first``, below ``end``."""
        with self._parquet(name, shard) as file:
            by = file.schema_arrow.names[0]
            for group in range(file.num_row_groups):
                told = file.metadata.row_group(group).column(0).statistics
                if first <= told.max and told.min < end:
                    rows = file.read_row_group(group, columns).to_pylist()
                    yield from (row for row in rows if first <= row[by] < end)

    def batches(self, name: str, shard: str) -> Iterator[pa.RecordBatch]:
        """Yield a shard's part of a table, some thousand rows at a time."""
        with self._parquet(name, shard) as file:
            yield from file.iter_batches(BATCH)

    @contextmanager
    def _parquet(self, name: str, shard: str) -> Iterator[pq.ParquetFile]:
        import pyarrow.parquet as pq

        with self.files.open(f"{self.path}/{self.table(name, shard)}", "rb") as stream:
            yield pq.ParquetFile(stream)

    def names(self, name: str) -> list[str]:
        """Return the shards that have a part of a table."""
        return [PurePosixPath(path).stem for path in self._listed(name)]

    def done(self, stage: str) -> dict[str, Done]:
        """Return the notes of a stage by shard."""
        notes = self._listed(f"manifest/{stage}")
        if self.is_local:
            read = {path: Path(path).read_bytes() for path in notes}
        else:
            read = self.files.cat(notes) if notes else {}  # all at once, where the filesystem can
        found = (_decoded(read[path], Done) for path in notes)
        return {done.shard: done for done in found if done}

    def _listed(self, name: str) -> list[str]:
        """Return the paths of the whole files in a folder, in their order."""
        self.files.invalidate_cache()
        try:
            found = self.files.ls(f"{self.path}/{name}", detail=False)
        except FileNotFoundError:
            return []
        return sorted(path for path in found if not PurePosixPath(path).name.startswith("."))

    def begin(self, made_from: str) -> None:
        """Make sure that what lies in this folder is made from this; what is made from something else goes."""
        if self.read(BASIS) != made_from.encode():
            self._remove()
            self.keep(BASIS, made_from.encode())

    def forget_work(self) -> None:
        """Take away what was kept for the passes over all shards, and nothing that others put beside it.

        Call it when nothing is left to do.
        """
        for of in WORKPLACES:
            workplace(self.place, of)._remove()
        above = f"{self.path}/{WORK}"
        self.files.invalidate_cache()
        with suppress(OSError):  # no such folder, or a store that has none
            if not self.files.ls(above, detail=False):  # some filesystems' rmdir takes what is inside too
                self.files.rmdir(above)

    def _remove(self) -> None:
        """Take the whole folder away; what says that things in it are done goes first."""
        for path in (f"{self.path}/{BASIS}", self.path):
            with suppress(FileNotFoundError):
                self.files.rm(path, recursive=True)

    def sweep(self) -> None:
        """Take away what writers that were killed have left; call it when nobody writes."""
        if self.is_local:
            for part in Path(self.path).glob(f"**/.*{PARTS}{'[0-9a-f]' * 32}"):
                part.unlink(missing_ok=True)


def workplace(output: str, of: str) -> Folder:
    """Return the folder inside an output that holds what a pass over all shards keeps until the run is at its end."""
    return Folder(f"{output.rstrip('/')}/{WORK}/{of}")


def _decoded(data: bytes, kind: type[Value]) -> Value | None:
    """Read JSON; None where it breaks off, as on a filesystem that shows a file before all of it is there."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError:
        return None


def _sync(folder: Path) -> None:
    """Write a folder's names to the disk, so that a rename outlives a power cut; not every system knows how."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
