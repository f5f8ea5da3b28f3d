"""Opens a shard and hands out its documents one by one: pages of a web archive, rows of a table, lines of JSON."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any, Literal

import msgspec

from onrecord.bulk.shards import Shard
from onrecord.ingest import MAX_STORY_BYTES
from onrecord.model.errors import BadInput

ROWS_AT_ONCE = 32
FIELDS = ("id", "title", "published", "outlet", "url")
OK = 200

Lines = IO[bytes] | gzip.GzipFile


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One document, not yet read: the bytes of a page, or a story as JSON.

    ``where`` is what messages call it by, ``passed`` the share of the shard that lies behind it, from 0 to 1.
    ``charset`` is the encoding that a page was sent with, where its sender told.
    """

    where: str
    kind: Literal["page", "record"]
    data: bytes
    url: str | None = None
    charset: str | None = None
    passed: float


def documents(shard: Shard, *, text_column: str) -> Iterator[Document | BadInput]:
    """Yield the documents of a shard in their order; one that cannot be had is a ``BadInput`` in its place.

    Memory holds one document, or a few rows, at a time; none is larger than ``MAX_STORY_BYTES``.

    Raises ``OSError`` when the file cannot be opened.
    """
    import fsspec

    with fsspec.open(shard.uri, "rb") as stream:
        if shard.kind == "parquet":
            yield from _rows(stream, shard, text_column)
        elif shard.kind == "warc":
            yield from _pages(stream, shard)
        elif shard.end is None:
            with gzip.GzipFile(fileobj=stream) as unpacked:
                yield from _lines(unpacked, shard, stream)
        else:  # many a far file's own readline knows no limit
            lines = io.BufferedReader(stream)
            yield from _lines(lines, shard, lines)


def _lines(stream: Lines, shard: Shard, packed: IO[bytes]) -> Iterator[Document | BadInput]:
    """Yield the lines that begin in the shard; each is called by the byte at which it begins, unpacked."""
    at = shard.start
    try:
        if at:  # the line that the cut went through belongs to the shard before
            stream.seek(at - 1)
            at += _rest_of_line(stream) - 1
        while shard.end is None or at < shard.end:
            line = stream.readline(MAX_STORY_BYTES + 1)
            if not line:
                return
            where = f"{shard.uri}@{at}"
            at += len(line)
            if len(line) > MAX_STORY_BYTES:
                yield BadInput(where, f"a line of more than {MAX_STORY_BYTES:,} bytes", "one story a line")
                if not line.endswith(b"\n"):
                    at += _rest_of_line(stream)
            elif line.strip():
                passed = (packed.tell() - shard.start) / max(1, shard.size)
                yield Document(where=where, kind="record", data=line, passed=min(1, passed))
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield _broken(shard, f"{shard.uri}@{at}", error)


def _rest_of_line(stream: Lines) -> int:
    """Skip to the start of the next line, and return how many bytes that was."""
    skipped = 0
    while part := stream.readline(MAX_STORY_BYTES):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped


def _rows(stream: IO[bytes], shard: Shard, text_column: str) -> Iterator[Document | BadInput]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        table = pq.ParquetFile(stream)
        names = table.schema_arrow.names
        if text_column not in names:
            yield BadInput(shard.uri, f"no column is called {text_column!r}", f"--text-column with one of {names}")
            return
        columns = [text_column, *(name for name in FIELDS if name in names and name != text_column)]
        rows = table.metadata.row_group(shard.start).num_rows
        for batch in table.iter_batches(ROWS_AT_ONCE, row_groups=[shard.start], columns=columns):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, text_column, f"{shard.uri}#{shard.start}:{number}", number / rows)
    except (OSError, pa.ArrowException) as error:
        yield _broken(shard, f"{shard.uri}#{shard.start}:{number}", error)


def _row(row: dict[str, Any], text_column: str, where: str, passed: float) -> Document | BadInput:
    text = row.pop(text_column)
    if isinstance(text, str | bytes) and len(text) > MAX_STORY_BYTES:
        return BadInput(where, f"a text of more than {MAX_STORY_BYTES:,} characters", "one news story")
    told = {name: value.isoformat() if isinstance(value, date | datetime) else value for name, value in row.items()}
    try:
        data = msgspec.json.encode({**told, "text": text})
    except (TypeError, UnicodeEncodeError) as error:
        return BadInput(where, str(error), "a row with a text")
    return Document(where=where, kind="record", data=data, passed=passed)


def _pages(stream: IO[bytes], shard: Shard) -> Iterator[Document | BadInput]:
    """Yield the HTML pages that were answered with 200; pictures, redirects and other notes are no pages."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    where = shard.uri
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="all"):
            headers = record.http_headers
            if headers is None or headers.status_code != OK or "html" not in (record.http_content_type or ""):
                continue
            url = record.headers.get("WARC-Target-URI")
            where = f"{shard.uri}@{record.stream_pos}"
            page = record.reader.read(MAX_STORY_BYTES + 1)
            if len(page) > MAX_STORY_BYTES:
                yield BadInput(where, f"a page of more than {MAX_STORY_BYTES:,} bytes", "a page with one news story")
            elif len(page) < record.content_length and not _is_encoded(headers):
                yield BadInput(where, "the page breaks off", f"{record.content_length:,} bytes")
            else:
                passed = record.stream_pos / max(1, shard.size)
                yield Document(where=where, kind="page", data=page, url=url, charset=record.http_charset, passed=passed)
    except (OSError, ValueError, zlib.error) as error:
        yield _broken(shard, where, error)


def _is_encoded(headers: Any) -> bool:
    """Tell whether a page was packed for its way, and so has another length than its record says."""
    return any(headers.get(name) is not None for name in ("Content-Encoding", "Transfer-Encoding"))


def _broken(shard: Shard, where: str, error: Exception) -> BadInput:
    """Return what is wrong with the file's bytes; a disk or a network that fails is raised."""
    if getattr(error, "errno", None) is not None or isinstance(error, TimeoutError | ConnectionError):
        raise error
    return BadInput(where, f"the file is broken here ({error})", f"a whole {shard.kind} file")
