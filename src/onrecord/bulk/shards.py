"""Finds the input and cuts it into shards: pieces that are read one by one, by whichever worker is free."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any, Literal

import msgspec

from onrecord.model.errors import BadConfiguration

Kind = Literal["warc", "parquet", "jsonl"]
KINDS: dict[str, Kind] = {
    ".warc": "warc", ".warc.gz": "warc", ".parquet": "parquet", ".jsonl": "jsonl", ".jsonl.gz": "jsonl",
}  # fmt: skip
SHARD_BYTES = 16_000_000
"""JSON Lines that are not packed are cut into shards of about this size: some thousand stories, some minutes' work."""

LONGEST_STEM = 60


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of one input file.

    ``start`` and ``end`` are bytes of JSON Lines, or row groups of a Parquet file; 0 and None for a whole file.
    ``size`` is the piece's share of the file in bytes, ``version`` what tells that the file is still the same.
    """

    name: str
    uri: str
    kind: Kind
    start: int = 0
    end: int | None = None
    size: int
    version: str


def find(places: Sequence[str], output: str) -> list[Shard]:
    """Return the shards of all files, folders and globs named, in that order; nothing below ``output`` is input.

    Raises ``BadConfiguration`` when there is nothing at a place, or a file of no kind that holds stories.
    """
    left_out = uri_of(*opened(output))
    shards: dict[str, Shard] = {}
    for place in places:
        files, path = opened(place)
        found = [file for file in _files(files, path, place) if not uri_of(files, file).startswith(f"{left_out}/")]
        if not found:
            raise BadConfiguration(f"{place}: no stories here; expected {', '.join(KINDS)}")
        for file in found:
            shards.update((shard.name, shard) for shard in _cut(files, file))
    return list(shards.values())


def opened(place: str) -> tuple[Any, str]:
    """Return the filesystem that a place lies on, and its path there.

    Raises ``BadConfiguration`` when there is no such filesystem, or what it needs is not installed.
    """
    from fsspec.core import url_to_fs

    try:
        files, path = url_to_fs(place)
    except (ValueError, ImportError) as error:
        raise BadConfiguration(f"{place}: {error}; expected a filesystem that fsspec can open") from None
    return files, path


def uri_of(files: Any, path: str) -> str:
    """Return the whole address of a path of a filesystem; a local one is its absolute path."""
    path = path.rstrip("/")
    return path if is_local(files) else str(files.unstrip_protocol(path))


def is_local(files: Any) -> bool:
    """Tell whether a filesystem is this machine's own."""
    return "file" in ((files.protocol,) if isinstance(files.protocol, str) else files.protocol)


def _files(files: Any, path: str, place: str) -> list[str]:
    from fsspec.core import has_magic

    try:
        if has_magic(path):
            return [file for file in sorted(files.glob(path)) if _kind(file) and not files.isdir(file)]
        if files.isdir(path):
            return [file for file in sorted(files.find(path)) if _kind(file)]
        if not files.exists(path):
            raise BadConfiguration(f"{place}: nothing here; expected a file, a folder or a pattern of names")
    except OSError as error:
        raise BadConfiguration(f"{place}: {error.strerror or error}; expected what can be opened") from None
    return [path] if _kind(path) else []


def _kind(path: str) -> Kind | None:
    name = PurePosixPath(path).name.lower()
    return next((kind for suffix, kind in KINDS.items() if name.endswith(suffix)), None)


def _cut(files: Any, path: str) -> Iterator[Shard]:
    kind = _kind(path)
    if kind is None:
        return
    try:
        told = files.info(path)
    except OSError as error:
        if not is_local(files):
            raise BadConfiguration(f"{path}: {error.strerror or error}; expected what can be opened") from None
        told = {"size": 0}  # a link that leads nowhere: reading it says why, and the others are read
    size = int(told["size"])
    version = f"{size} bytes, {told.get('mtime') or told.get('LastModified') or told.get('etag') or 'no date'}"
    uri = uri_of(files, path)

    def shard(start: int, end: int | None, share: int) -> Shard:
        return Shard(
            name=_name(uri, start), uri=uri, kind=kind, start=start, end=end, size=share, version=version
        )  # fmt: skip

    if kind == "parquet":
        yield from (shard(group, group + 1, share) for group, share in enumerate(_row_groups(files, path, size)))
    elif kind == "jsonl" and not path.lower().endswith(".gz"):
        pieces = max(1, round(size / SHARD_BYTES))
        edges = [size * piece // pieces for piece in range(pieces + 1)]
        yield from (shard(start, end, end - start) for start, end in pairwise(edges))
    else:
        yield shard(0, None, size)


def _row_groups(files: Any, path: str, size: int) -> list[int]:
    """Return each row group's share of the file's bytes; a broken file is one shard, and reading it says why."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with files.open(path, "rb") as stream:
            told = pq.ParquetFile(stream).metadata
    except (OSError, pa.ArrowException):
        return [size]
    rows = max(1, told.num_rows)
    return [size * told.row_group(group).num_rows // rows for group in range(told.num_row_groups)] or [size]


def _name(uri: str, start: int) -> str:
    """Return a name that only this piece of this file has, and always has."""
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", PurePosixPath(uri).name.split(".")[0])[:LONGEST_STEM]
    return f"{stem}-{hashlib.sha256(f'{uri} {start}'.encode()).hexdigest()[:12]}"
